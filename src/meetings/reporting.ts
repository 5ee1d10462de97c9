import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Instant } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { mayConvene } from './expected.ts'
import { cancel, type Deed, type Meeting, missed, move, type Report, reportHeld } from './meeting.ts'
import { no } from './refusals.ts'
import { meetings } from './store.ts'

/** What whoever convenes a meeting says of it. */
export type Outcome =
  | { readonly kind: 'held'; readonly report: Omit<Report, 'by' | 'at'> }
  /** More of a report that is there: the unresolved points, the picture of the sheet. */
  | { readonly kind: 'more'; readonly more: Pick<Report, 'unresolved'> | Pick<Report, 'photo'> }
  | { readonly kind: 'moved'; readonly to: Instant; readonly reason: string }
  | { readonly kind: 'notHeld'; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly reason: string }

/** Keeps what a convener says of a meeting: by chat and on the web the same. */
export async function tell(
  { store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>,
  id: string,
  actor: Actor,
  outcome: Outcome,
): Promise<Meeting | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    if (!mayConvene(actor, await readTree(tx), meeting)) return no.notYours()
    const next = told(meeting, outcome, { by: actor.id, at: now(), zone })
    return isRefusal(next) || next === meeting ? next : tx.change(meetings, id, () => next)
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
  }
}
