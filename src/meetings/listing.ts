import type { Reading } from '../shared/store/port.ts'
import type { District } from './calling.ts'
import { seatsOf } from './calling.ts'
import type { Meeting } from './meeting.ts'
import { attendances } from './store.ts'
import { type Tally, tallyOnce } from './tally.ts'

/** A meeting with its numbers of people. */
export interface Listed {
  readonly meeting: Meeting
  readonly tally: Tally
}

type Order = (a: Meeting, b: Meeting) => number

/** By their start; meetings at one time by their ids, so that it is always the same order. */
export const earlier: Order = (a, b) =>
  a.starts === b.starts ? (a.id < b.id ? -1 : 1) : a.starts < b.starts ? -1 : 1
export const later: Order = (a, b) => earlier(b, a)

/** The first of an order; the rest, hundreds behind a page that shows a few, are not put in order. */
export function firstOf(meetings: readonly Meeting[], most: number, order: Order): readonly Meeting[] {
  const first: Meeting[] = []
  for (const meeting of meetings) {
    const last = first[most - 1]
    if (last && order(last, meeting) < 0) continue
    const at = first.findIndex(each => order(meeting, each) < 0)
    first.splice(at < 0 ? first.length : at, 0, meeting)
    first.length = Math.min(first.length, most)
  }
  return first
}

/** Meetings with the numbers of their people, in the order in which they are given. */
export function listed(
  from: Reading,
  meetings: readonly Meeting[],
  district: District,
): Promise<readonly Listed[]> {
  return Promise.all(
    meetings.map(async meeting => {
      const records = await from.list(attendances, 'meeting', meeting.id)
      return { meeting, tally: tallyOnce(meeting, seatsOf(meeting, district), records) }
    }),
  )
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
