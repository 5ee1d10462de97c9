import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { type FieldName, fieldNames, fieldOf, sections, type Value } from './fields.ts'
import { no } from './refusals.ts'

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

/** The sheet with what was entered; the same one when nothing is news. Refuses (409) what somebody else changed after `base`. */
export function enter(
  sheet: Sheet,
  { wanted, base, way }: { readonly wanted: Wanted; readonly base?: number; readonly way: Entry['way'] },
  hand: Hand,
): Sheet | Refusal {
  const changes = changesOf(sheet, wanted)
  if (changes.length === 0) return sheet
  const later = new Set(
    sheet.history
      .slice(base ?? sheet.history.length)
      .flatMap(entry => entry.changes.map(({ field }) => field)),
  )
  if (changes.some(({ field }) => later.has(field))) return no.changedMeanwhile()
  const values = Object.fromEntries(
    Object.entries({ ...sheet.values, ...wanted }).filter(([, value]) => value !== null),
  ) as Values
  const touched = changes.map(({ field }) => [fieldOf(field).section, hand.today] as const)
  return {
    ...sheet,
    values,
    updated: { ...sheet.updated, ...Object.fromEntries(touched) },
    history: [...sheet.history, { at: hand.now, by: hand.by.id, byName: hand.by.name, way, changes }],
  }
}

function changesOf({ values }: Sheet, wanted: Wanted): Entry['changes'] {
  return fieldNames.flatMap(field => {
    const to = wanted[field]
    const from = values[field] ?? null
    return to === undefined || to === from ? [] : [{ field, from, to }]
  })
}
