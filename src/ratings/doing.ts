import type { Refusal } from '../shared/refusal.ts'
import { announce, downgrade, expire, finalise, reviewYearly, veto } from './award.ts'
import { decide } from './decision.ts'
import { type Hand, perform } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import type { Deed } from './state.ts'
import type { Workday } from './workday.ts'

/** A deed done with a button; `passed` is the outcome of a yearly review. */
export interface Step extends Deed {
  readonly passed: boolean
}

/** Does a step that needs no form of its own. `noticeUntil`: the last day of a notice that begins today, or why none may. */
export function doStep(
  rating: Rating,
  step: Step,
  noticeUntil: (hand: Hand) => Workday | Refusal,
  hand: Hand,
): Rating | Refusal {
  const { action, reason } = step
  switch (action) {
    case 'startReview':
    case 'accept':
    case 'return':
    case 'startCheck':
    case 'sendBack':
    case 'verify':
    case 'propose':
    case 'object':
    case 'dismissObjection':
    case 'upholdObjection':
    case 'keepGrade':
    case 'checkAgain':
      return decide(rating, { ...step, action }, hand)
    case 'announce':
      return announce(rating, noticeUntil(hand), hand)
    case 'finalise':
      return finalise(rating, hand)
    case 'review':
      return reviewYearly(rating, step.passed, reason, hand)
    case 'downgrade':
      return downgrade(rating, reason, hand)
    case 'expire':
      return expire(rating, hand)
    case 'veto':
      return veto(rating, reason, hand)
    case 'selfCheck':
    case 'midYear':
      return perform(rating, { action, reason, items: [] }, hand)
    case 'save':
    case 'submit':
    case 'score':
    case 'check':
    case 'recall':
    case 'upholdAppeal':
      return no.unknownStep()
  }
}
