import { z } from 'zod'
import { type PlainDate, plainDateSchema } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { words } from './words.ts'

/** From the top down; service windows hang under any of the others and are rated by residents only. */
export const levels = ['district', 'subdistrict', 'community', 'window'] as const
export type Level = (typeof levels)[number]

/** Official codes have 12 digits; a service window has its parent's code and a suffix, `350203001001-1`. */
export const unitCodeSchema = z.string().regex(/^\d{12}(-[0-9A-Za-z]{1,8})?$/)

export const unitSchema = z
  .object({
    /** The official code. */
    id: unitCodeSchema,
    level: z.enum(levels),
    name: z.string().min(1).max(60),
    parent: unitCodeSchema.nullable(),
    population: z.int().nonnegative().optional(),
    households: z.int().nonnegative().optional(),
    /** First day on which the unit exists; without it, it always has. */
    opened: plainDateSchema.optional(),
    /** First day on which the unit exists no more. */
    closed: plainDateSchema.optional(),
  })
  .readonly()
export type Unit = z.infer<typeof unitSchema>

/** The level a unit's parent must have; a window may hang under any unit that is not a window. */
export function mayBeUnder(level: Level, parent: Level | undefined): boolean {
  switch (level) {
    case 'district':
      return parent === undefined
    case 'subdistrict':
      return parent === 'district'
    case 'community':
      return parent === 'subdistrict'
    case 'window':
      return parent !== undefined && parent !== 'window'
  }
}

export function isOpenOn(unit: Unit, date: PlainDate): boolean {
  return (unit.opened ?? date) <= date && (unit.closed === undefined || date < unit.closed)
}

export function levelName(level: Level): Text {
  return words[level]
}
