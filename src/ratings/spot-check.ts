import type { Instant } from '../shared/time.ts'
import type { Draw } from './cycle.ts'
import type { Rating } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { drawSample } from './sample.ts'
import { claimsFirstClass } from './score-sheet.ts'

/** Accepted as 合格 and not yet part of a draw: of these the spot check is drawn. */
export function spotCheckable(
  ratings: readonly Rating[],
  rubric: Rubric,
  around: Parameters<typeof claimsFirstClass>[2],
): readonly Rating[] {
  return ratings.filter(
    rating =>
      rating.state === 'subdistrictAccepted' &&
      !rating.sampleDrawn &&
      (rating.result.projected === 'qualified' || rating.result.projected === 'firstClass') &&
      !claimsFirstClass(rubric, rating, around),
  )
}

/** One draw over the candidates, to be kept with the cycle; nobody can choose after seeing the lot. */
export function drawFrom(
  candidates: readonly Rating[],
  rubric: Rubric,
  draw: { readonly id: string; readonly seed: string; readonly at: Instant; readonly by: string },
): Draw {
  const from = candidates.map(({ community, subdistrict }) => ({ community, subdistrict }))
  return { ...draw, from, drawn: [...drawSample(from, draw.seed, rubric.sample)] }
}

/** The candidates, marked as drawn from, and as drawn. */
export function marked(candidates: readonly Rating[], draw: Draw): readonly Rating[] {
  return candidates.map(rating => ({
    ...rating,
    sampleDrawn: true,
    sampled: draw.drawn.includes(rating.community),
    revision: rating.revision + 1,
  }))
}
