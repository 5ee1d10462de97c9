import type { Attendance } from './attendance.ts'
import type { District } from './calling.ts'
import { seatsOf } from './calling.ts'
import type { Meeting } from './meeting.ts'
import { type Tally, tally } from './tally.ts'

/** A meeting with its numbers of people. */
export interface Listed {
  readonly meeting: Meeting
  readonly tally: Tally
}

export function listed(
  meetings: readonly Meeting[],
  records: readonly Attendance[],
  district: District,
): readonly Listed[] {
  const byMeeting = new Map<string, Attendance[]>()
  for (const record of records) {
    byMeeting.set(record.meeting, [...(byMeeting.get(record.meeting) ?? []), record])
  }
  return [...meetings]
    .sort((a, b) => (a.starts === b.starts ? (a.id < b.id ? -1 : 1) : a.starts < b.starts ? -1 : 1))
    .map(meeting => ({
      meeting,
      tally: tally(meeting, seatsOf(meeting, district), byMeeting.get(meeting.id) ?? []),
    }))
}

/** One row of `meetings list`; scripts of users rely on its keys. */
export function listRow({ meeting, tally }: Listed) {
  const { id, level, unit, title, starts, ends, status, place, month, shift } = meeting
  const { expected, present, late, leave, pending, quorate } = tally
  return {
    ...{ id, level, unit, title, starts, ends, status, expected, present },
    ...{ late, leave, pending, quorate, month, place, ...(shift && { shift }) },
  }
}
