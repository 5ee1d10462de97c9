import type { Text } from '../shared/words.ts'
import { words } from './words.ts'

/** What an association comes to, the best first. */
export const grades = ['firstClass', 'qualified', 'notQualified'] as const
export type Grade = (typeof grades)[number]

/** What an association can apply for. */
export const targets = ['qualified', 'firstClass'] as const
export type Target = (typeof targets)[number]

export function gradeName(grade: Grade): Text {
  return words[grade]
}
