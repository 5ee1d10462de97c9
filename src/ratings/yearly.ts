import { dateOf, instant, type PlainDate } from '../shared/time.ts'
import type { Rating, RatingEvent } from './rating.ts'

/** One look at a grade in force. */
interface YearlyReview {
  readonly at: RatingEvent['at']
  readonly byName: string
  readonly passed: boolean
  readonly reason: string
}

/** The light reviews of a grade: those that were made, and the day from which the next one is due. */
export interface YearlyReviews {
  readonly done: readonly YearlyReview[]
  /** Undefined where nothing is to be looked at any more: no grade, downgraded, expired, replaced, or before the last day comes. */
  readonly next: PlainDate | undefined
  readonly isDue: boolean
}

/** The communities for which newer cycles have decided: their older grades hold no more. */
export function replacedBy(newer: readonly (readonly Rating[])[]): ReadonlySet<string> {
  const decided = newer.flat().filter(({ grade, state }) => grade !== null || state === 'expired')
  return new Set(decided.map(({ community }) => community))
}

/**
 * A grade in force is looked at once a year: a year after its naming, or after the last look. `isReplaced`: a newer cycle has
 * decided since, and its grade is the one that is looked at.
 */
export function yearlyReviews(
  rating: Rating,
  today: PlainDate,
  zone: string,
  isReplaced: boolean,
): YearlyReviews {
  const { state, grade, history, certificate } = rating
  const done = history.filter(({ action }) => action === 'review').map(reviewOf)
  const last = done.at(-1)
  if (isReplaced || state !== 'final' || grade === null || grade === 'notQualified' || !certificate)
    return { done, next: undefined, isDue: false }
  const next = yearAfter(last ? dateOf(instant(last.at), zone) : certificate.from)
  // A certificate that ends first is followed by a new rating.
  if (next > certificate.until) return { done, next: undefined, isDue: false }
  return { done, next, isDue: next <= today }
}

function reviewOf({ at, byName, reason, changes, to }: RatingEvent): YearlyReview {
  const failed =
    to === 'downgraded' || changes.some(({ item, to: outcome }) => item === 'review' && outcome === 'failed')
  return { at, byName, reason, passed: !failed }
}

/** 29 February is followed by 1 March. */
function yearAfter(day: PlainDate): PlainDate {
  const year = Number(day.slice(0, 4)) + 1
  return (day.endsWith('02-29') ? `${year}-03-01` : `${year}${day.slice(4)}`) as PlainDate
}
