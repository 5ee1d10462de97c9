import type { PlainDate } from '../shared/time.ts'
import type { ComputedFigures } from './figures.ts'
import type { Hand } from './perform.ts'
import { isMoving, refreshed } from './perform.ts'
import type { Rating } from './rating.ts'
import { resultOf } from './score-sheet.ts'

/** Whether the last day of the rating's certificate is past and its expiry is not entered yet. */
export function hasRunOut({ state, certificate }: Rating, today: PlainDate): boolean {
  const graded = state === 'final' || state === 'downgraded'
  return graded && certificate !== undefined && certificate.until < today
}

/** Whether the records' figures still move with this rating, so that its projected grade is worth working out anew. */
export function followsRecords(rating: Rating): boolean {
  return isMoving(rating.state) && rating.result.projected !== null
}

/**
 * The rating with the records' figures of today and the projected grade that they come to. The same record when
 * nothing but the day of the figures is new: what is not news is not written.
 */
export function caughtUp(
  rating: Rating,
  figures: ComputedFigures,
  hand: Pick<Hand, 'rubric' | 'today'>,
): Rating {
  if (!followsRecords(rating)) return rating
  const fresh = refreshed(rating, figures)
  const after = { ...fresh, result: resultOf(hand.rubric, fresh, hand) }
  const told = (each: Rating) => JSON.stringify([valuesOf(each.figures), each.result])
  return told(after) === told(rating) ? rating : after
}

function valuesOf(figures: ComputedFigures) {
  return Object.entries(figures)
    .map(([name, figure]) => [name, figure?.value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
