import { dateOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { Unit } from '../units/unit.ts'
import { type Attendance, isExcused } from './attendance.ts'
import { type District, seatsOf } from './calling.ts'
import { observerUnit, seatOf, unitsWithoutHolder } from './expected.ts'
import type { Meeting } from './meeting.ts'
import { isOpen, type Phase } from './phase.ts'
import { stateText } from './saying.ts'
import { seatRecord, type Tally, tally } from './tally.ts'
import { words } from './words.ts'

/** What stands on the attendance board of a meeting. */
export interface Board {
  readonly tally: Tally
  readonly rows: readonly {
    readonly unit: string
    readonly names: string
    readonly state: string
    readonly look: '' | 'ok' | 'warn' | 'bad'
    /** What stood there before staff corrected it, and why. */
    readonly corrected: { readonly was: string; readonly reason: string } | undefined
  }[]
  readonly persons: readonly { readonly id: string; readonly name: string }[]
  /** Those of the units around it who are not expected and could observe. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
  /** Leave that was asked for and waits for an answer. */
  readonly pending: readonly { readonly id: string; readonly name: string; readonly state: string }[]
  readonly observers: readonly string[]
  /** Units whose post nobody holds. */
  readonly vacant: readonly Unit[]
}

export function boardOf(
  meeting: Meeting,
  records: readonly Attendance[],
  district: District,
  { t, phase }: { readonly t: Say; readonly phase: Phase },
): Board {
  const over = !isOpen(phase)
  const seats = seatsOf(meeting, district)
  const names = new Map(district.people.map(person => [person.id, person.name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const on = dateOf(meeting.starts, district.zone)
  return {
    tally: tally(meeting, seats, records),
    rows: seats.map(seat => {
      const record = seatRecord(seat, records)
      const spoke = record ? [record.person] : seat.persons
      return {
        unit: district.tree.find(seat.unit)?.name ?? seat.unit,
        names: spoke.map(nameOf).join(t(words.comma)),
        state: record ? stateText(record, district.zone, t, nameOf) : t(over ? words.absent : words.notYet),
        look: lookOf(record, over),
        corrected: record && correctionOf(record, was => stateText(was, district.zone, t, nameOf)),
      }
    }),
    persons: seats
      .flatMap(seat => seat.persons.map(id => ({ id, unit: district.tree.find(seat.unit)?.name ?? '' })))
      .map(({ id, unit }) => ({ id, name: `${unit} ${nameOf(id)}` })),
    others: district.people
      .filter(({ id, ended }) => !ended && !seatOf(seats, id) && observerUnit(id, meeting, district))
      .map(({ id, name }) => ({ id, name })),
    pending: records
      .filter(({ now }) => now.kind === 'leave' && now.approval === 'asked')
      .map(record => ({
        id: record.id,
        name: nameOf(record.person),
        state: stateText(record, district.zone, t),
      })),
    observers: records.filter(({ now }) => now.kind === 'observer').map(({ person }) => nameOf(person)),
    vacant: unitsWithoutHolder(meeting, district.tree, seats, on),
  }
}

function correctionOf(record: Attendance, said: (record: Attendance) => string) {
  const last = record.now.way === 'staff' ? record.before.at(-1) : undefined
  return last && { was: said({ ...record, now: last.was }), reason: last.reason }
}

function lookOf(record: Attendance | undefined, over: boolean): '' | 'ok' | 'warn' | 'bad' {
  switch (record?.now.kind) {
    case undefined:
      return over ? 'bad' : ''
    case 'present':
    case 'deputy':
    case 'observer':
      return 'ok'
    case 'late':
    case 'leftEarly':
      return 'warn'
    case 'leave':
      return over && !isExcused(record.now) ? 'bad' : 'warn'
    case 'absent':
      return 'bad'
  }
}
