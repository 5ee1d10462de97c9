import type { Role } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { no } from './refusals.ts'
import { type Action, actionName, actions, type State, stateName, states } from './steps.ts'

interface Rule {
  /** The only level that does this: no two levels decide the same thing. */
  readonly by: Role
  readonly from: readonly State[]
  /** `same` keeps the state. */
  readonly to: State | 'same'
  /** Refused without a reason. */
  readonly reason?: true
  /** Refused without the items it is about. */
  readonly items?: true
}

/** The whole way of a rating: who does what, from where, to where. */
export const transitions: Readonly<Record<Action, Rule>> = {
  save: { by: 'lead', from: ['draft', 'returned'], to: 'same' },
  selfCheck: { by: 'lead', from: ['draft'], to: 'same' },
  midYear: { by: 'subdistrict', from: ['draft'], to: 'same', reason: true },
  submit: { by: 'lead', from: ['draft', 'returned'], to: 'selfSubmitted' },
  startReview: { by: 'subdistrict', from: ['selfSubmitted'], to: 'subdistrictReview' },
  score: { by: 'subdistrict', from: ['subdistrictReview'], to: 'same' },
  accept: { by: 'subdistrict', from: ['subdistrictReview'], to: 'subdistrictAccepted' },
  return: { by: 'subdistrict', from: ['subdistrictReview'], to: 'returned', reason: true, items: true },
  recall: {
    by: 'district',
    from: ['subdistrictAccepted', 'proposed'],
    to: 'subdistrictReview',
    reason: true,
  },
  startCheck: { by: 'district', from: ['subdistrictAccepted'], to: 'districtCheck' },
  check: { by: 'district', from: ['districtCheck'], to: 'same' },
  sendBack: { by: 'district', from: ['districtCheck'], to: 'returned', reason: true, items: true },
  verify: { by: 'district', from: ['districtCheck'], to: 'proposed' },
  propose: { by: 'district', from: ['subdistrictAccepted'], to: 'proposed' },
  announce: { by: 'district', from: ['proposed'], to: 'publicNotice' },
  object: { by: 'district', from: ['publicNotice'], to: 'reReview', reason: true },
  dismissObjection: { by: 'district', from: ['reReview'], to: 'publicNotice', reason: true },
  upholdObjection: { by: 'district', from: ['reReview'], to: 'districtCheck', reason: true },
  finalise: { by: 'district', from: ['publicNotice'], to: 'final' },
  review: { by: 'district', from: ['final'], to: 'same', reason: true },
  downgrade: { by: 'district', from: ['final'], to: 'downgraded', reason: true },
  expire: { by: 'district', from: ['final', 'downgraded'], to: 'expired' },
  upholdAppeal: {
    by: 'district',
    from: ['final', 'downgraded', 'vetoed'],
    to: 'reReview',
    reason: true,
  },
  // What was named before is put on notice again, whichever way the re-review ends.
  keepGrade: { by: 'district', from: ['reReview'], to: 'proposed', reason: true },
  checkAgain: { by: 'district', from: ['reReview'], to: 'districtCheck', reason: true },
  veto: {
    by: 'district',
    from: states.filter(state => state !== 'vetoed'),
    to: 'vetoed',
    reason: true,
  },
}

/** What the rules about order look at, besides the state. */
export interface Standing {
  readonly state: State
  /** The acceptance comes to 一流 and it was applied for: the district verifies every one. */
  readonly firstClassClaim: boolean
  /** Something of the self-assessment was filled in. */
  readonly filled: boolean
  /** Drawn for the spot check. */
  readonly sampled: boolean
  /** The spot check of the rating's subdistrict was drawn. */
  readonly sampleDrawn: boolean
  /** The re-review follows an appeal that was upheld, not an objection. */
  readonly onAppeal: boolean
  /** Last day of the public notice. */
  readonly noticeUntil?: PlainDate | undefined
  /** Last day on which the grade holds. */
  readonly validUntil?: PlainDate | undefined
  /** Every item has a score of the level that is about to decide. */
  readonly scored: { readonly subdistrict: boolean; readonly district: boolean }
}

/** Why an action is out of order now, whoever asks; undefined when nothing stands against it. */
export function outOfOrder(action: Action, rating: Standing, today: PlainDate): Refusal | undefined {
  const elsewhere = () => no.outOfOrder({ action: actionName(action), state: stateName(rating.state) })
  if (!transitions[action].from.includes(rating.state)) return elsewhere()
  switch (action) {
    case 'accept':
      return rating.scored.subdistrict ? undefined : no.notScored()
    case 'verify':
      return rating.scored.district ? undefined : no.notScored()
    case 'startCheck':
      return rating.sampled || rating.firstClassClaim ? undefined : no.notSampled()
    case 'propose':
      if (rating.sampled || rating.firstClassClaim) return no.checkFirst()
      return rating.sampleDrawn ? undefined : no.sampleFirst()
    case 'dismissObjection':
    case 'upholdObjection':
      return rating.onAppeal ? elsewhere() : undefined
    case 'checkAgain':
      return rating.onAppeal ? undefined : elsewhere()
    case 'keepGrade':
      if (!rating.onAppeal) return elsewhere()
      return rating.scored.subdistrict || rating.scored.district ? undefined : no.notScored()
    case 'finalise':
      return rating.noticeUntil !== undefined && today > rating.noticeUntil
        ? undefined
        : no.noticeRuns({ date: rating.noticeUntil ?? '' })
    case 'expire':
      return rating.validUntil !== undefined && today > rating.validUntil
        ? undefined
        : no.stillValid({ date: rating.validUntil ?? '' })
    case 'submit':
    case 'selfCheck':
      return rating.filled ? undefined : no.nothingFilled()
    case 'save':
    case 'midYear':
    case 'startReview':
    case 'score':
    case 'return':
    case 'recall':
    case 'check':
    case 'sendBack':
    case 'announce':
    case 'object':
    case 'review':
    case 'downgrade':
    case 'upholdAppeal':
    case 'veto':
      return undefined
  }
}

/** What somebody with these roles over the association may do now; the pages, the chat and the rules all ask here. */
export function allowed(rating: Standing, roles: readonly Role[], today: PlainDate): readonly Action[] {
  return actions.filter(
    action => roles.includes(transitions[action].by) && !outOfOrder(action, rating, today),
  )
}

export interface Deed {
  readonly action: Action
  readonly reason: string
  readonly items: readonly string[]
}

/**
 * The state that follows, or why not: not your level (403), out of order (409), no reason or no items given (422).
 */
export function next(
  rating: Standing,
  deed: Deed,
  roles: readonly Role[],
  today: PlainDate,
): State | Refusal {
  const rule = transitions[deed.action]
  if (!roles.includes(rule.by)) return no.notYourLevel({ action: actionName(deed.action) })
  const refusal = outOfOrder(deed.action, rating, today)
  if (refusal) return refusal
  if (rule.reason && deed.reason.trim() === '') return no.reasonNeeded({ action: actionName(deed.action) })
  if (rule.items && deed.items.length === 0) return no.itemsNeeded()
  return rule.to === 'same' ? rating.state : rule.to
}
