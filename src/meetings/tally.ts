import { rememberBeside } from '../shared/remember.ts'
import { type Attendance, isAttended, isExcused } from './attendance.ts'
import type { Meeting, Seat } from './meeting.ts'

export interface Tally {
  /** People expected; group leaders at a community meeting. */
  readonly expected: number
  /** Of those expected, how many came or were represented; never more than expected. */
  readonly present: number
  readonly late: number
  readonly leave: number
  /** Asked for leave and not answered yet; counted among the missing until it is approved. */
  readonly pending: number
  readonly deputy: number
  /** Expected, and neither there nor excused. */
  readonly missing: number
  readonly observers: number
  /** How many of those expected make a quorum. */
  readonly quorum: number
  readonly quorate: boolean
}

/** The same for a meeting with the lists as the store gives them: counted once until one of the three is another. */
export const tallyOnce = rememberBeside(tally, 1)

/** A seat is filled when any of its people came or sent a deputy; else it is excused when one asked for leave. */
export function tally(meeting: Meeting, seats: readonly Seat[], records: readonly Attendance[]): Tally {
  const { need, of } = meeting.settings.quorum
  if (meeting.level === 'community') {
    const present = meeting.report?.present ?? 0
    const told = meeting.report?.missing === undefined ? undefined : present + meeting.report.missing
    const expected = Math.max(told ?? meeting.headCount ?? present, present)
    const missing = expected - present
    const quorum = Math.ceil((expected * need) / of)
    const quorate = expected > 0 && present >= quorum
    return {
      expected,
      present,
      late: 0,
      leave: 0,
      pending: 0,
      deputy: 0,
      missing,
      observers: 0,
      quorum,
      quorate,
    }
  }
  const states = seats.map(seat => seatState(seat, records))
  const count = (...kinds: readonly string[]) =>
    states.filter(state => state && kinds.includes(state.kind)).length
  const expected = seats.length
  const present = count('present', 'late', 'leftEarly', 'deputy')
  const leave = states.filter(state => state && isExcused(state)).length
  const pending = states.filter(state => state?.kind === 'leave' && state.approval === 'asked').length
  const quorum = Math.ceil((expected * need) / of)
  return {
    expected,
    present,
    late: count('late'),
    leave,
    pending,
    deputy: count('deputy'),
    missing: expected - present - leave,
    observers: records.filter(record => record.now.kind === 'observer').length,
    quorum,
    quorate: expected > 0 && present >= quorum,
  }
}

/** The record that speaks for a seat: whoever came, else whoever was excused, else whoever said anything. */
export function seatRecord(seat: Seat, records: readonly Attendance[]): Attendance | undefined {
  const known = byPerson(records)
  const said = seat.persons.flatMap(person => known.get(person) ?? [])
  // In the order of the records, so that of two people of one seat it is always the same who speaks for it.
  const own = said.length > 1 ? records.filter(record => said.includes(record)) : said
  return (
    own.find(record => isAttended(record.now.kind)) ??
    own.find(record => isExcused(record.now)) ??
    own.find(record => record.now.kind === 'leave') ??
    own[0]
  )
}

/** A hundred seats look for their records among as many: they are sorted once. */
const byPerson = rememberBeside((records: readonly Attendance[]) => {
  const found = new Map<string, Attendance[]>()
  for (const record of records) found.set(record.person, [...(found.get(record.person) ?? []), record])
  return found
})

function seatState(seat: Seat, records: readonly Attendance[]) {
  return seatRecord(seat, records)?.now
}
