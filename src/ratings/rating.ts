import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { instantSchema, plainDateSchema } from '../shared/time.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { computedFiguresSchema } from './figures.ts'
import { gapSchema } from './gap.ts'
import { gateVerdicts } from './grade.ts'
import { grades, targets } from './grades.ts'
import { actions, states } from './steps.ts'

const itemId = z.string().min(1).max(20)
const points = z.number().min(0)

const gateJudgementSchema = z
  .object({ qualified: z.enum(gateVerdicts).optional(), firstClass: z.enum(gateVerdicts).optional() })
  .readonly()

const rectificationSchema = z.object({ measure: z.string().min(1).max(300), due: plainDateSchema }).readonly()

/** A level's own scores; what is not scored yet is not there. A null is held. */
const reviewSchema = z
  .object({
    scores: z.record(itemId, points.nullable()).readonly(),
    /** Why an item's score is another one than the level below gave. */
    reasons: z.record(itemId, z.string()).readonly(),
    /** Gates judged otherwise than the present state says, each with its reason in `reasons`. */
    gates: z.record(itemId, gateJudgementSchema).readonly(),
    /** What the association has to put right, and by when. */
    rectifications: z.record(itemId, rectificationSchema).readonly().default({}),
    /** Opinion and acceptance staff, as on the application sheet. */
    opinion: z.string(),
  })
  .readonly()
export type Review = z.infer<typeof reviewSchema>

/** What was done, kept for good: never changed, only added to. */
const eventSchema = z
  .object({
    at: instantSchema,
    by: z.string(),
    byName: z.string(),
    /** As what the actor acted; the clock acts for the district. */
    level: z.enum(roles),
    action: z.enum(actions),
    from: z.enum(states),
    to: z.enum(states),
    reason: z.string(),
    items: z.array(itemId).readonly(),
    /** The rating's revision after it; what was done before this was kept has none. */
    revision: z.int().optional(),
    /**
     * What changed at each item or gate: as text, so that any rubric's history stays readable. `field` says which of an
     * item's answers, or which column of the scoring table.
     */
    changes: z
      .array(
        z
          .object({ item: itemId, field: z.string().max(100).optional(), from: z.string(), to: z.string() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type RatingEvent = z.infer<typeof eventSchema>

/** The results in short, worked out at every change and kept so that lists cost nothing. */
const resultSchema = z
  .object({
    selfScore: points.nullable(),
    subdistrictScore: points.nullable(),
    districtScore: points.nullable(),
    /** The one that counts: the district's, else the subdistrict's, else the self-score. */
    score: points.nullable(),
    projected: z.enum(grades).nullable(),
    gaps: z.object({ qualified: gapSchema, firstClass: gapSchema }).readonly().nullable(),
  })
  .readonly()
export type Result = z.infer<typeof resultSchema>

const certificateSchema = z
  .object({ number: z.string(), from: plainDateSchema, until: plainDateSchema })
  .readonly()

/** One association in one cycle. Names and the subdistrict are those of the day on which the cycle opened. */
export const ratingSchema = z
  .object({
    /** `cycle-community`. */
    id: z.string(),
    cycle: z.string(),
    community: unitCodeSchema,
    name: z.string(),
    subdistrict: unitCodeSchema,
    state: z.enum(states),
    target: z.enum(targets).optional(),
    /** The present state as reported, by question. */
    values: z.record(z.string(), z.unknown()).readonly(),
    notes: z.record(itemId, z.string()).readonly(),
    /** Counts every change; `touched` says at which one an item was last changed (`self:A1`, `district:A1`). */
    revision: z.int().nonnegative(),
    touched: z.record(z.string(), z.int()).readonly(),
    figures: computedFiguresSchema,
    subdistrictReview: reviewSchema.optional(),
    districtReview: reviewSchema.optional(),
    sampled: z.boolean(),
    sampleDrawn: z.boolean(),
    /** The spot check found the acceptance too generous. */
    inflated: z.boolean(),
    notice: z
      .object({ from: plainDateSchema, until: plainDateSchema, unsure: z.boolean() })
      .readonly()
      .optional(),
    certificate: certificateSchema.optional(),
    failedReviews: z.int().nonnegative(),
    vetoed: z.boolean(),
    /** Final; null until named, and again when it has expired. */
    grade: z.enum(grades).nullable(),
    result: resultSchema,
    history: z.array(eventSchema).readonly(),
  })
  .readonly()
export type Rating = z.infer<typeof ratingSchema>

export const emptyReview: Review = { scores: {}, reasons: {}, gates: {}, rectifications: {}, opinion: '' }

export function ratingId(cycle: string, community: string): string {
  return `${cycle}-${community}`
}
