import { unqueue } from '../delivery/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Instant } from '../shared/time.ts'
import { readDistrict } from './calling.ts'
import { tellChange } from './change-telling.ts'
import { cancel, missed, move, reportHeld } from './changing.ts'
import { mayConvene } from './expected.ts'
import { withHeadCount } from './head-count.ts'
import type { Deed, Meeting, Report } from './meeting.ts'
import { amend, finalise } from './minutes.ts'
import { holders } from './notes.ts'
import { no } from './refusals.ts'
import { messageKey } from './reminders.ts'
import { meetings } from './store.ts'

/** What whoever convenes a meeting says of it. */
export type Outcome =
  | { readonly kind: 'held'; readonly report: Omit<Report, 'by' | 'at'> }
  /** More of a report that is there: the unresolved points. */
  | { readonly kind: 'more'; readonly more: Pick<Report, 'unresolved'> }
  | { readonly kind: 'moved'; readonly to: Instant; readonly reason: string }
  | { readonly kind: 'notHeld'; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly reason: string }
  | { readonly kind: 'final' }
  | { readonly kind: 'addition'; readonly text: string }

/** Keeps what a convener says of a meeting, by chat and on the web the same; those expected hear of a change. */
export async function tell(
  { store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>,
  id: string,
  actor: Actor,
  outcome: Outcome,
): Promise<Meeting | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const district = await readDistrict(tx, zone)
    if (!mayConvene(actor, district.tree, meeting)) return no.notYours()
    const counted = outcome.kind === 'held' ? await withHeadCount(tx, meeting) : meeting
    const next = told(counted, outcome, { by: actor.id, at: now(), zone })
    if (isRefusal(next) || next === meeting) return next
    for (const { id: person } of holders(meeting, district.people)) {
      // Nobody is asked any more what was told meanwhile.
      await unqueue(tx, messageKey('report', meeting, person), now())
    }
    if (outcome.kind === 'moved' || outcome.kind === 'cancelled') await tellChange(tx, next, district, now())
    return tx.change(meetings, id, () => next)
  })
}

function told(meeting: Meeting, outcome: Outcome, deed: Deed): Meeting | Refusal {
  switch (outcome.kind) {
    case 'held':
      return reportHeld(meeting, outcome.report, deed)
    case 'more':
      if (!meeting.report) return no.countNeeded()
      return reportHeld(meeting, { ...meeting.report, ...outcome.more }, deed)
    case 'moved':
      return move(meeting, outcome.to, outcome.reason, deed)
    case 'notHeld':
      return missed(meeting, outcome.reason, deed)
    case 'cancelled':
      return cancel(meeting, outcome.reason, deed)
    case 'final':
      return finalise(meeting, deed)
    case 'addition':
      return amend(meeting, outcome.text, deed)
  }
}
