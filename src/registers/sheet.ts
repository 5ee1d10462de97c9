import { z } from 'zod'
import { type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { type FieldName, fieldNames, sections, type Value } from './fields.ts'

const valueSchema = z.union([z.number(), z.boolean(), z.string()])

/** How an entry came: typed on the page, or from a file. */
export const ways = ['form', 'import'] as const

/** What was entered, kept for good. */
const entrySchema = z
  .object({
    at: instantSchema,
    by: z.string(),
    byName: z.string(),
    way: z.enum(ways),
    changes: z
      .array(
        z
          .object({ field: z.enum(fieldNames), from: valueSchema.nullable(), to: valueSchema.nullable() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type Entry = z.infer<typeof entrySchema>

/** The guarantees and optimisations of one association in one assessment year. */
export const sheetSchema = z
  .object({
    /** `year-unit`. */
    id: z.string(),
    year: z.string(),
    unit: unitCodeSchema,
    values: z.partialRecord(z.enum(fieldNames), valueSchema).readonly(),
    /** The day on which something of a section was last entered. */
    updated: z.partialRecord(z.enum(sections), plainDateSchema).readonly(),
    /** Everything that was entered, oldest first; their number is the sheet's revision. */
    history: z.array(entrySchema).readonly(),
  })
  .readonly()
export type Sheet = z.infer<typeof sheetSchema>
export type Values = Sheet['values']

/** What to set; null empties a field, and a field that is not there stays as it is. */
export type Wanted = Readonly<Partial<Record<FieldName, Value | null>>>

export interface Hand {
  readonly by: { readonly id: string; readonly name: string }
  readonly now: Instant
  readonly today: PlainDate
}

export function sheetId(year: string, unit: string): string {
  return `${year}-${unit}`
}

export function emptySheet(year: string, unit: string): Sheet {
  return { id: sheetId(year, unit), year, unit, values: {}, updated: {}, history: [] }
}
