import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import { targetKeys } from '../summary/target.ts'
import { holds } from '../units/scope.ts'
import { no } from './refusals.ts'

const shareSchema = z.number().min(0).max(1).nullable()

/** One of the district's targets on the day of issue. */
const reachedSchema = z
  .object({
    key: z.enum(targetKeys),
    target: z.number(),
    value: shareSchema,
    base: z.int().nonnegative(),
    count: z.int().nonnegative(),
    missing: z.int().nonnegative(),
    status: z.enum(['met', 'notMet', 'undecided', 'tooFew', 'noData']),
  })
  .readonly()
export type Reached = z.infer<typeof reachedSchema>

const countSchema = z.object({ due: z.int().nonnegative(), held: z.int().nonnegative() }).readonly()
export type MeetingCount = z.infer<typeof countSchema>

const rowSchema = z
  .object({
    name: z.string(),
    communities: z.int().nonnegative(),
    /** Of grades, satisfaction and guarantees, in the order of the targets. */
    shares: z.array(z.object({ key: z.enum(targetKeys), value: shareSchema }).readonly()).readonly(),
    /** Its own meetings of the period, and those of its communities. */
    own: countSchema,
    below: countSchema,
  })
  .readonly()

const overdueSchema = z
  .object({
    /** The unit's code, since two units may bear one name; bulletins from before have the name alone. */
    owner: z.string().optional(),
    unit: z.string(),
    what: z.string(),
    due: plainDateSchema,
    /** Calendar days since then. */
    days: z.int().positive(),
  })
  .readonly()
export type Overdue = z.infer<typeof overdueSchema>

/** What a bulletin says, as the records had it on the day of issue. */
export const contentSchema = z
  .object({
    district: z.string(),
    from: plainDateSchema,
    to: plainDateSchema,
    /** The day on which grades, rates and follow-ups stood as told. */
    asOf: plainDateSchema,
    targets: z.array(reachedSchema).readonly(),
    meetings: z
      .object({ district: countSchema, subdistricts: countSchema, communities: countSchema })
      .readonly(),
    subdistricts: z.array(rowSchema).readonly(),
    overdue: z.array(overdueSchema).readonly(),
    /** Workdays after its due date from which a follow-up is among them. */
    overdueAfter: z.int().positive().default(5),
    highlights: z.array(z.object({ unit: z.string(), title: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type Content = z.infer<typeof contentSchema>

/** A bulletin that was issued. Nothing of it changes any more, whatever becomes of the records. */
export const bulletinSchema = z
  .object({
    /** Year and number, `2026-3`. */
    id: z.string(),
    year: z.int(),
    no: z.int().positive(),
    content: contentSchema,
    /** What the district adds in its own words. */
    remark: z.string().max(2000),
    issued: z.object({ by: z.string(), at: instantSchema, on: plainDateSchema }).readonly(),
  })
  .readonly()
export type Bulletin = z.infer<typeof bulletinSchema>

/** The period of a bulletin: days that are over, the first not after the last, within two calendar years at most. */
export function periodFault(from: PlainDate, to: PlainDate, today: PlainDate): Refusal | undefined {
  if (from > to) return no.periodReversed()
  if (to > today) return no.periodAhead({ today })
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1 ? no.periodTooLong() : undefined
}

/** The number that the next bulletin of a year gets. */
export function nextNumber(issued: readonly Pick<Bulletin, 'year' | 'no'>[], year: number): number {
  return 1 + Math.max(0, ...issued.filter(each => each.year === year).map(({ no: number }) => number))
}

interface Issuing {
  /** The number that the person saw; another one was issued meanwhile when it is not the next. */
  readonly no: number
  readonly content: Content
  readonly remark: string
}

/** Issues a bulletin, of the district. */
export function issue(
  { no: seen, content, remark }: Issuing,
  issued: readonly Bulletin[],
  { actor, at, today }: { readonly actor: Actor; readonly at: Instant; readonly today: PlainDate },
): Bulletin | Refusal {
  if (!holds(actor, 'district')) return no.districtOnly()
  const fault = periodFault(content.from, content.to, today)
  if (isRefusal(fault)) return fault
  const year = Number(today.slice(0, 4))
  const number = nextNumber(issued, year)
  if (seen !== number) return no.otherIssued({ no: number - 1 })
  return {
    id: `${year}-${number}`,
    ...{ year, no: number, content, remark: remark.trim() },
    issued: { by: actor.id, at, on: today },
  }
}
