import type { Refusal } from '../shared/refusal.ts'
import { dayTime, type Instant, minutesBetween, plusMinutes } from '../shared/time.ts'
import { type Deed, isComing, type Meeting, type Report, statusName } from './meeting.ts'
import { no } from './refusals.ts'

/** Puts a meeting that is still to come, or whose time passed without a result, at another time. */
export function move(meeting: Meeting, to: Instant, reason: string, deed: Deed): Meeting | Refusal {
  const refused = finished(meeting) ?? reasoned(reason)
  if (refused) return refused
  if (meeting.starts === to) return meeting
  if (to <= deed.at) return no.moveToPast()
  const minutes = minutesBetween(meeting.starts, meeting.ends)
  const { seats: _, ...open } = meeting
  return changed(
    { ...open, status: 'moved', starts: to, ends: plusMinutes(to, minutes), sent: [] },
    meeting,
    reason,
    deed,
  )
}

export function cancel(meeting: Meeting, reason: string, deed: Deed): Meeting | Refusal {
  return (
    finished(meeting) ??
    reasoned(reason) ??
    changed({ ...meeting, status: 'cancelled' }, meeting, reason, deed)
  )
}

/** Says that a meeting whose time has come did not take place. */
export function missed(meeting: Meeting, reason: string, deed: Deed): Meeting | Refusal {
  if (meeting.status === 'notHeld') return meeting
  const refused = finished(meeting) ?? early(meeting, deed)
  return refused ?? changed({ ...meeting, status: 'notHeld' }, meeting, reason, deed)
}

/** Closes a meeting at which people signed in. */
export function conclude(meeting: Meeting, deed: Deed): Meeting | Refusal {
  if (meeting.status === 'held') return meeting
  return finished(meeting) ?? early(meeting, deed) ?? { ...meeting, status: 'held' }
}

/** The most that a community meeting can have had; more is a slip of the finger. */
const mostPresent = 500

/** Takes a lead's report of a community meeting; reporting again replaces it until the next month's end. */
export function reportHeld(meeting: Meeting, told: Omit<Report, 'by' | 'at'>, deed: Deed): Meeting | Refusal {
  if (meeting.level !== 'community') return no.notCommunity()
  if (meeting.status === 'cancelled' || meeting.status === 'notHeld') return finished(meeting) ?? meeting
  const refused = early(meeting, deed)
  if (refused) return refused
  const counts = [told.present, told.missing ?? 0]
  if (counts.some(count => !Number.isInteger(count) || count < 0 || count > mostPresent)) {
    return no.impossibleCount({ most: mostPresent })
  }
  return { ...meeting, status: 'held', report: { ...meeting.report, ...told, by: deed.by, at: deed.at } }
}

function finished(meeting: Meeting): Refusal | undefined {
  return isComing(meeting) ? undefined : no.finished({ status: statusName(meeting.status) })
}

/** The refusal of what can be said only once a meeting has begun. */
export function early(meeting: Meeting, { at, zone }: Deed): Refusal | undefined {
  return at < meeting.starts ? no.notOver({ starts: dayTime(meeting.starts, zone) }) : undefined
}

function reasoned(reason: string): Refusal | undefined {
  return reason.trim() === '' ? no.reasonNeeded() : undefined
}

function changed(next: Meeting, was: Meeting, reason: string, { by, at }: Deed): Meeting {
  const from = { status: was.status, starts: was.starts }
  return { ...next, changes: [...was.changes, { from, reason: reason.trim(), by, at }] }
}
