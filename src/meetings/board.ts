import { dateOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { Unit } from '../units/unit.ts'
import type { Attendance } from './attendance.ts'
import { type District, seatsOf } from './calling.ts'
import { unitsWithoutHolder } from './expected.ts'
import type { Meeting } from './meeting.ts'
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
    /** Why staff corrected it. */
    readonly corrected: string | undefined
  }[]
  readonly persons: readonly { readonly id: string; readonly name: string }[]
  /** Units whose post nobody holds. */
  readonly vacant: readonly Unit[]
}

export function boardOf(
  meeting: Meeting,
  records: readonly Attendance[],
  district: District,
  { t, over }: { readonly t: Say; readonly over: boolean },
): Board {
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
        state: record ? stateText(record, district.zone, t) : t(over ? words.absent : words.notYet),
        look: lookOf(record, over),
        corrected: record?.now.way === 'staff' ? record.before.at(-1)?.reason : undefined,
      }
    }),
    persons: seats
      .flatMap(seat => seat.persons.map(id => ({ id, unit: district.tree.find(seat.unit)?.name ?? '' })))
      .map(({ id, unit }) => ({ id, name: `${unit} ${nameOf(id)}` })),
    vacant: unitsWithoutHolder(meeting, district.tree, seats, on),
  }
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
    case 'leave':
      return 'warn'
    case 'absent':
      return 'bad'
  }
}
