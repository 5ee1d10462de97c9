import { z } from 'zod'
import type { Data } from '../forms/verdict.ts'
import type { Refusal } from '../shared/refusal.ts'
import { dateOf, type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { no } from './refusals.ts'
import { type Band, bandOf, bands, pointsOf, type Sheet, sum } from './sheet.ts'
import { words } from './words.ts'

/** On site during the meeting, or by its documents afterwards. */
export const inspectionWays = ['onSite', 'documents'] as const
export type InspectionWay = (typeof inspectionWays)[number]

const deed = { by: z.string(), at: instantSchema }

/** One inspector's sheet. */
const filledSchema = z
  .object({
    ...deed,
    way: z.enum(inspectionWays),
    answers: z.record(z.string(), z.unknown()).readonly(),
    /** By line of the sheet. */
    points: z.record(z.string(), z.number()).readonly(),
    total: z.number(),
  })
  .readonly()

const faultSchema = z
  .object({
    /** Also the id of its follow-up. */
    id: z.string(),
    what: z.string().min(1).max(200),
    advice: z.string().min(1).max(200),
    due: plainDateSchema,
    by: z.string(),
  })
  .readonly()
export type Fault = z.infer<typeof faultSchema>

const noteSchema = z.object({ ...deed, text: z.string().min(1).max(500) }).readonly()

export const inspectionSchema = z
  .object({
    /** The meeting's id: a meeting is inspected once, by as many as come. */
    id: z.string(),
    unit: z.string(),
    title: z.string(),
    /** The day of the meeting. */
    on: plainDateSchema,
    form: z.object({ name: z.string(), version: z.string() }).readonly(),
    /** One an inspector. */
    sheets: z.array(filledSchema).readonly(),
    faults: z.array(faultSchema).readonly(),
    /** What stands, and is told to the association. */
    concluded: z
      .object({ ...deed, mean: z.number(), band: z.enum(bands) })
      .readonly()
      .optional(),
    replies: z.array(noteSchema).readonly(),
    rechecks: z.array(noteSchema.unwrap().extend({ passed: z.boolean() }).readonly()).readonly(),
  })
  .readonly()
export type Inspection = z.infer<typeof inspectionSchema>

export interface Deed {
  readonly by: string
  readonly at: Instant
  readonly zone: string
}

export function blank(
  meeting: Pick<Inspection, 'id' | 'unit' | 'title' | 'on'>,
  { form }: Sheet,
): Inspection {
  return {
    ...meeting,
    form: { name: form.name, version: form.version },
    sheets: [],
    faults: [],
    replies: [],
    rechecks: [],
  }
}

/** Takes one inspector's sheet; filing again before the end replaces the own one. The answers have been validated. */
export function fileSheet(
  inspection: Inspection,
  sheet: Sheet,
  { answers, way }: { readonly answers: Data; readonly way: InspectionWay },
  { by, at }: Deed,
): Inspection | Refusal {
  if (inspection.concluded) return no.concluded()
  const points = pointsOf(sheet, answers)
  const filled = { by, at, way, answers, points, total: sum(Object.values(points)) }
  return { ...inspection, sheets: [...inspection.sheets.filter(each => each.by !== by), filled] }
}

/** Notes a fault with its advice and its date; it goes to the association when the inspection is concluded. */
export function noteFault(
  inspection: Inspection,
  { id, what, advice, due }: Omit<Fault, 'by' | 'due'> & { readonly due: PlainDate | undefined },
  { by, at, zone }: Deed,
): Inspection | Refusal {
  if (inspection.concluded) return no.concluded()
  if (what.trim() === '' || advice.trim() === '' || !due) return no.faultIncomplete()
  if (due < dateOf(at, zone)) return no.dueInPast()
  const fault = { id, what: what.trim(), advice: advice.trim(), due, by }
  return { ...inspection, faults: [...inspection.faults, fault] }
}

/** The mean over the inspectors to one digit behind the point; `undefined` while nobody has filed a sheet. */
export function meanOf({ sheets }: Pick<Inspection, 'sheets'>): number | undefined {
  if (sheets.length === 0) return undefined
  return Math.round((sum(sheets.map(sheet => sheet.total)) / sheets.length) * 10) / 10
}

/** Fixes the result. From then on sheets and faults stand as they are. */
export function conclude(inspection: Inspection, sheet: Sheet, { by, at }: Deed): Inspection | Refusal {
  if (inspection.concluded) return no.concluded()
  const mean = meanOf(inspection)
  if (mean === undefined) return no.noSheet()
  return { ...inspection, concluded: { by, at, mean, band: bandOf(mean, sheet.standard) } }
}

/** The association's answer to what was found. */
export function reply(inspection: Inspection, text: string, { by, at }: Deed): Inspection | Refusal {
  if (!inspection.concluded) return no.notConcluded()
  if (text.trim() === '') return no.replyNeeded()
  return { ...inspection, replies: [...inspection.replies, { by, at, text: text.trim() }] }
}

/** What a second look came to; why it did not pass has to be said. */
export function recheck(
  inspection: Inspection,
  { passed, text }: { readonly passed: boolean; readonly text: string },
  { by, at }: Deed,
): Inspection | Refusal {
  if (!inspection.concluded) return no.notConcluded()
  if (text.trim() === '') return no.findingNeeded()
  return { ...inspection, rechecks: [...inspection.rechecks, { by, at, passed, text: text.trim() }] }
}

export function wayName(way: InspectionWay): Text {
  switch (way) {
    case 'onSite':
      return words.onSite
    case 'documents':
      return words.documents
  }
}

/** Which look a band has on a page. */
export function bandLook(band: Band): 'ok' | 'warn' | 'bad' {
  switch (band) {
    case 'excellent':
    case 'good':
      return 'ok'
    case 'pass':
      return 'warn'
    case 'fail':
      return 'bad'
  }
}
