import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { explain } from './grade.ts'
import { type Hand, perform } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import { claimsFirstClass, isScored, presentState, totalOf } from './score-sheet.ts'
import type { Deed } from './state.ts'
import type { Action } from './steps.ts'

/** The deeds that a level decides with a button: no scores are sent with them. */
export const decisions = [
  'startReview',
  'accept',
  'return',
  'startCheck',
  'sendBack',
  'verify',
  'propose',
  'object',
  'dismissObjection',
  'upholdObjection',
  'keepGrade',
  'checkAgain',
] as const satisfies readonly Action[]
export type Decision = (typeof decisions)[number]

/** Whoever handed the application in does not decide on it, whatever other roles that person has. */
export function decide(
  rating: Rating,
  deed: Deed & { readonly action: Decision },
  hand: Hand,
): Rating | Refusal {
  const own = rating.history.some(event => event.action === 'submit' && event.by === hand.by.id)
  if (own) return no.ownApplication()
  const unknown = deed.items.find(id => !hand.rubric.items.some(item => item.id === id))
  if (unknown !== undefined) return no.unknownItem({ item: unknown })
  return perform(rating, deed, hand)
}

/** Begins the acceptance where it has not begun, so that opening the table and scoring is one step. */
export function begin(rating: Rating, hand: Hand): Rating | Refusal {
  const start = (action: 'startReview' | 'startCheck') =>
    decide(rating, { action, reason: '', items: [] }, hand)
  if (rating.state === 'selfSubmitted') return start('startReview')
  return rating.state === 'subdistrictAccepted' && hand.roles.includes('district')
    ? start('startCheck')
    : rating
}

/**
 * Whether a spot check shows the subdistrict's acceptance to have been too generous: by more points than the rubric
 * allows, or by a gate of 合格 that the acceptance had not found failed.
 */
function isInflated(rating: Rating, { rubric, today }: Pick<Hand, 'rubric' | 'today'>): boolean {
  const { subdistrictReview: accepted, districtReview: checked } = rating
  if (!rating.sampled || !accepted || !checked || !isScored(rubric, checked)) return false
  if (totalOf(rubric, accepted.scores) - totalOf(rubric, checked.scores) > rubric.sample.deviationPoints)
    return true
  const values = presentState(rating)
  const failed = (review: typeof accepted) =>
    explain(rubric, { values, scores: review.scores, corrected: review.gates }, { today }).gaps.qualified
      .gates
  const before = failed(accepted)
  return failed(checked).some(gate => !before.includes(gate))
}

/** What a verified spot check means for the others of its subdistrict: an inflated acceptance is done again. */
export function afterCheck(
  verified: Rating,
  others: readonly Rating[],
  hand: Hand,
  reason: string,
): { readonly verified: Rating; readonly recalled: readonly Rating[] } {
  if (!isInflated(verified, hand)) return { verified, recalled: [] }
  const affected = others.filter(
    other =>
      other.id !== verified.id &&
      other.subdistrict === verified.subdistrict &&
      !other.sampled &&
      other.result.projected === 'qualified' &&
      !claimsFirstClass(hand.rubric, other, hand),
  )
  const recalled = affected.flatMap(other => {
    const again = { rating: { sampleDrawn: false } }
    const outcome = perform(other, { action: 'recall', reason, items: [] }, hand, () => again)
    return isRefusal(outcome) ? [] : [outcome]
  })
  return { verified: { ...verified, inflated: true }, recalled }
}
