import { readFileSync } from 'node:fs'
import { type Standards, standardsSchema } from './standards.ts'

/** As they stand in the file, read when the program starts, which ends there when they are not well-formed. */
export const standards: Standards = standardsSchema.parse(
  JSON.parse(readFileSync(new URL('../../data/standards.json', import.meta.url), 'utf8')),
)
