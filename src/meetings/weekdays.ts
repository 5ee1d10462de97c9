import type { PlainDate } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { words } from './words.ts'
import { weekdayOf } from './workdays.ts'

/** As rules name them, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type WeekdayCode = (typeof weekdayCodes)[number]

const names: Readonly<Record<WeekdayCode, Text>> = {
  MO: words.monday,
  TU: words.tuesday,
  WE: words.wednesday,
  TH: words.thursday,
  FR: words.friday,
  SA: words.saturday,
  SU: words.sunday,
}

export function weekdayName(weekday: WeekdayCode): Text {
  return names[weekday]
}

/** On which day of the week a date is. */
export function weekdayNameOf(date: PlainDate): Text {
  return names[weekdayCodes[weekdayOf(date)] ?? 'MO']
}
