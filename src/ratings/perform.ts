import type { Actor, Role } from '../shared/actor.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { Instant, PlainDate } from '../shared/time.ts'
import { type ComputedFigures, sameFigures } from './figures.ts'
import type { Rating, RatingEvent } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { claimsFirstClass, isScored, resultOf } from './score-sheet.ts'
import { allowed, type Deed, next, type Standing, transitions } from './state.ts'
import type { Action, State } from './steps.ts'

/** Who acts on a rating, when, and by which rubric. */
export interface Hand {
  readonly by: Pick<Actor, 'id' | 'name' | 'ownSince'>
  /** What the actor is over this association. */
  readonly roles: readonly Role[]
  readonly now: Instant
  readonly today: PlainDate
  readonly rubric: Rubric
}

/** What the rules about order read of a rating. */
function standingOf(rating: Rating, { rubric, today }: Pick<Hand, 'rubric' | 'today'>): Standing {
  return {
    state: rating.state,
    firstClassClaim: claimsFirstClass(rubric, rating, { today }),
    sampled: rating.sampled,
    sampleDrawn: rating.sampleDrawn || !isAccepted(rating),
    onAppeal: isOnAppeal(rating),
    filled: Object.keys(rating.values).length > 0,
    noticeUntil: rating.notice?.until,
    validUntil: rating.certificate?.until,
    scored: {
      subdistrict: isScored(rubric, rating.subdistrictReview),
      district: isScored(rubric, rating.districtReview),
    },
  }
}

/** Whether the re-review that runs was opened by an appeal. */
function isOnAppeal({ state, history }: Rating): boolean {
  return state === 'reReview' && history.findLast(({ to }) => to === 'reReview')?.action === 'upholdAppeal'
}

/** Below 合格 there is nothing to spot-check. */
function isAccepted(rating: Rating): boolean {
  return rating.result.projected === 'qualified' || rating.result.projected === 'firstClass'
}

// Lists ask this of a thousand ratings, of which few have changed since.
const mayDoAs = rememberBeside((rating: Rating, rubric: Rubric, today: PlainDate, ...roles: Role[]) =>
  allowed(standingOf(rating, { rubric, today }), roles, today),
)

/** What this hand may do with the rating now. */
export function mayDo(
  rating: Rating,
  { roles, rubric, today }: Pick<Hand, 'roles' | 'rubric' | 'today'>,
): readonly Action[] {
  return mayDoAs(rating, rubric, today, ...roles)
}

export interface Change {
  readonly rating?: Partial<Rating>
  readonly changes?: RatingEvent['changes']
  /** Where the deed leads instead of where the table says: only to a state that is an outcome of the same deed. */
  readonly to?: State
}

/**
 * Does a deed: checks it by the state model, makes the change, works the results out anew and adds the deed to the
 * history. Nothing that was kept in the history is ever touched.
 */
export function perform(
  rating: Rating,
  deed: Deed,
  hand: Hand,
  change: (rating: Rating) => Change = () => ({}),
): Rating | Refusal {
  const to = next(standingOf(rating, hand), deed, hand.roles, hand.today)
  if (isRefusal(to)) return to
  const made = change(rating)
  const event: RatingEvent = {
    at: hand.now,
    by: hand.by.id,
    byName: hand.by.name,
    level: transitions[deed.action].by,
    action: deed.action,
    from: rating.state,
    to: made.to ?? to,
    reason: deed.reason.trim(),
    items: [...deed.items],
    revision: rating.revision + 1,
    changes: made.changes ?? [],
  }
  const after: Rating = {
    ...rating,
    ...made.rating,
    state: event.to,
    revision: rating.revision + 1,
    history: [...rating.history, event],
  }
  return isSettled(event.to) ? after : { ...after, result: resultOf(hand.rubric, after, hand) }
}

/** Once a grade is final, its score and explanation stay as they were. */
function isSettled(state: State): boolean {
  return state === 'final' || state === 'downgraded' || state === 'expired'
}

const lastFresh = new WeakMap<Rating, Rating>()

/**
 * Until the subdistrict has accepted, the records' figures move on; from then on they are those it accepted. Figures that
 * say the same as the last time give the same record again, so that what was worked out of it is known.
 */
export function refreshed(rating: Rating, figures: ComputedFigures): Rating {
  if (!isMoving(rating.state)) return rating
  const last = lastFresh.get(rating) ?? rating
  if (sameFigures(last.figures, figures)) return last
  const fresh = { ...rating, figures }
  lastFresh.set(rating, fresh)
  return fresh
}

/** Whether the records' figures still count: up to the subdistrict's acceptance. */
export function isMoving(state: State): boolean {
  const moving: readonly State[] = ['draft', 'selfSubmitted', 'subdistrictReview', 'returned']
  return moving.includes(state)
}
