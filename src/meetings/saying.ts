import { dateOf, type Instant, timeOf } from '../shared/time.ts'
import type { Say, Text } from '../shared/words.ts'
import { type Attendance, kindName, leaveName, type State } from './attendance.ts'
import type { Meeting, MeetingChange } from './meeting.ts'
import { weekdayNameOf } from './weekdays.ts'
import { words } from './words.ts'

/** `2026-10-08 周四 09:30` in the district's zone. */
export function momentText(at: Instant, zone: string, t: Say): string {
  const date = dateOf(at, zone)
  return `${date} ${t(weekdayNameOf(date))} ${timeOf(at, zone)}`
}

/** `2026-10-08 周四 09:30–11:00`. */
export function whenText(meeting: Meeting, zone: string, t: Say): string {
  return `${momentText(meeting.starts, zone, t)}–${timeOf(meeting.ends, zone)}`
}

/** Why it is on another day than its rule says: `10-05 国庆节 → 10-08`. */
export function shiftText({ shift, starts, status }: Meeting, zone: string, t: Say): string {
  if (!shift) return ''
  const why = dayOffName(shift, t)
  const to = status === 'cancelled' ? t(words.skipped) : dateOf(starts, zone).slice(5)
  return `${shift.from.slice(5)} ${why} → ${to}`
}

/** What is kept of a person: `迟到 09:45`, `请假（事假）`, `代会（副会长）`. */
export function stateText(
  { now }: Attendance,
  zone: string,
  t: Say,
  nameOf: (person: string) => string = id => id,
): string {
  const kind = t(kindName(now.kind))
  if (now.kind === 'leave') {
    const more = [t(leaveName(now.leave ?? 'other')), ...approvalWords(now.approval).map(text => t(text))]
    return t(words.inBrackets, { kind, more: more.join(t(words.comma)) })
  }
  if (now.kind === 'deputy') {
    const name = now.deputy === undefined ? undefined : nameOf(now.deputy)
    return t(words.inBrackets, { kind, more: [now.post ?? '', name].filter(Boolean).join(' ') })
  }
  return now.kind === 'absent' ? kind : `${kind} ${timeOf(now.at, zone)}`
}

/** Why a meeting was changed: what a person wrote, or what made the program do it. */
export function reasonText(
  { shift }: Pick<Meeting, 'shift'>,
  { reason, cause }: MeetingChange,
  t: Say,
): string {
  switch (cause) {
    case undefined:
      return reason
    case 'above':
      return t(words.causeAbove)
    case 'holidays':
      return shift ? dayOffName(shift, t) : t(words.causeHolidays)
  }
}

function dayOffName(shift: NonNullable<Meeting['shift']>, t: Say): string {
  if (shift.kind === 'makeUp') return t(words.makeUpDay)
  return shift.name ? t(shift.name) : t(weekdayNameOf(shift.from))
}

/** What stands beside a leave that does not count, or not yet. */
function approvalWords(approval: State['approval']): readonly Text[] {
  switch (approval) {
    case 'asked':
      return [words.leavePending]
    case 'declined':
      return [words.leaveNotApproved]
    case 'approved':
    case undefined:
      return []
  }
}
