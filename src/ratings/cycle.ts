import { z } from 'zod'
import { assessmentYear } from '../shared/assessment-year.ts'
import type { Refusal } from '../shared/refusal.ts'
import { type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import { communitiesOn, type UnitTree } from '../units/tree.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { objectToSchema } from './object-to.ts'
import { type Rating, ratingId } from './rating.ts'
import { no } from './refusals.ts'
import type { Rubric } from './rubric.ts'
import { nothingYet } from './score-sheet.ts'

/** A spot check: from which communities and from what seed it was drawn, so that anybody can draw it again. */
const drawSchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    by: z.string(),
    seed: z.string(),
    from: z.array(z.object({ community: unitCodeSchema, subdistrict: unitCodeSchema }).readonly()).readonly(),
    drawn: z.array(unitCodeSchema).readonly(),
  })
  .readonly()
export type Draw = z.infer<typeof drawSchema>

/** One assessment year of the district. */
export const cycleSchema = z
  .object({
    /** The year as text: there is one cycle a year. */
    id: z.string().regex(/^\d{4}$/),
    year: z.int(),
    starts: plainDateSchema,
    ends: plainDateSchema,
    openedAt: instantSchema,
    openedBy: z.string(),
    /** The rubric's version, kept in the collection of rubrics under this id. */
    rubric: z.string(),
    /** The frozen denominator: every community of the day on which the cycle opened. */
    communities: z.array(unitCodeSchema).readonly(),
    /** The spot checks, in the order in which they were drawn. */
    draws: z.array(drawSchema).readonly(),
    /** Where one objects to a notice, every version; missing in cycles that were opened before it was asked for. */
    objectTo: z.array(objectToSchema).readonly().optional(),
  })
  .readonly()
export type Cycle = z.infer<typeof cycleSchema>

/** The day whose communities a cycle freezes: today, or the nearest day of the year itself. */
function frozenOn(today: PlainDate, { starts, ends }: { starts: PlainDate; ends: PlainDate }): PlainDate {
  if (today < starts) return starts
  return today > ends ? ends : today
}

export interface Opening {
  readonly year: number
  readonly by: string
  readonly now: Instant
  readonly today: PlainDate
  /** The id under which the rubric is kept. */
  readonly rubricId: string
}

/** Opens a cycle with a draft for every community that exists; refuses a year without any. */
export function openCycle(
  tree: UnitTree,
  rubric: Rubric,
  { year, by, now, today, rubricId }: Opening,
): { readonly cycle: Cycle; readonly ratings: readonly Rating[] } | Refusal {
  const { id, starts, ends } = assessmentYear(String(year), rubric.year.startsMonth)
  const communities = communitiesOn(tree, frozenOn(today, { starts, ends }))
  if (communities.length === 0) return no.noCommunities()
  const cycle: Cycle = {
    id,
    year,
    starts,
    ends,
    openedAt: now,
    openedBy: by,
    rubric: rubricId,
    communities: communities.map(unit => unit.id),
    draws: [],
    objectTo: [],
  }
  const ratings = communities.map(unit =>
    newRating(id, unit.id, unit.name, tree.above(unit.id, 'subdistrict')?.id ?? unit.id),
  )
  return { cycle, ratings }
}

export function newRating(cycle: string, community: string, name: string, subdistrict: string): Rating {
  return {
    id: ratingId(cycle, community),
    cycle,
    community,
    name,
    subdistrict,
    state: 'draft',
    values: {},
    notes: {},
    revision: 0,
    touched: {},
    figures: {},
    sampled: false,
    sampleDrawn: false,
    inflated: false,
    failedReviews: 0,
    vetoed: false,
    grade: null,
    result: nothingYet,
    history: [],
  }
}
