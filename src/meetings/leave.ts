import type { Refusal } from '../shared/refusal.ts'
import { dayTime } from '../shared/time.ts'
import {
  type AtMeeting,
  type Attendance,
  cancelled,
  entered,
  isIn,
  type LeaveKind,
  notOpen,
} from './attendance.ts'
import type { Deed, Meeting } from './meeting.ts'
import { no } from './refusals.ts'

/** Leave is asked for before the start, and counts once it is approved; asking for another kind asks anew. */
export function askLeave(asked: AtMeeting, leave: LeaveKind): Attendance | Refusal {
  const { meeting, record, now, zone } = asked
  const refused = notOpen(asked)
  if (refused) return refused
  if (record && isIn(record.now.kind)) return no.alreadyIn({ at: dayTime(record.now.at, zone) })
  if (record?.now.kind === 'leave') {
    if (record.now.approval === 'declined') return no.leaveDeclined()
    if (record.now.leave === leave) return record
  }
  if (now >= meeting.starts) return no.leaveTooLate({ starts: dayTime(meeting.starts, zone) })
  return entered(asked, { kind: 'leave', leave, approval: 'asked' })
}

/** Whoever convenes the meeting says whether somebody may stay away; may be said otherwise until the minutes are final. */
export function decideLeave(
  { meeting, record }: { readonly meeting: Meeting; readonly record: Attendance | undefined },
  approve: boolean,
  { by, at }: Deed,
): Attendance | Refusal {
  if (meeting.status === 'cancelled') return cancelled(meeting)
  if (meeting.status === 'notHeld') return no.notHeld()
  if (meeting.minutes?.final) return no.minutesFinal()
  if (record?.now.kind !== 'leave') return no.noLeaveAsked()
  if (by === record.person) return no.mayNotDecideOwn()
  const approval = approve ? 'approved' : 'declined'
  if (record.now.approval === approval) return record
  const now = { ...record.now, approval, at, by, way: 'staff' } as const
  return { ...record, now, before: [...record.before, { was: record.now, reason: '' }] }
}
