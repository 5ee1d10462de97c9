import { queue } from '../delivery/store.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { type District, seatsOf } from './calling.ts'
import { tellGroupsOfChange } from './group-notes.ts'
import type { Meeting } from './meeting.ts'
import { holders, noteOfChange } from './notes.ts'
import { messageKey } from './reminders.ts'

/** Tells those expected – of a community meeting those who lead it – that a meeting is at another time, or off. */
export async function tellChange(
  tx: Writing,
  meeting: Meeting,
  district: District,
  now: Instant,
): Promise<void> {
  const seated = new Set(seatsOf(meeting, district).flatMap(seat => seat.persons))
  const last = meeting.changes.at(-1)
  const leads = meeting.level === 'community' ? holders(meeting, district.people) : []
  const told = [...district.people.filter(({ id }) => seated.has(id)), ...leads]
  const kind = meeting.status === 'cancelled' ? 'cancelled' : 'changed'
  // Whoever changed it knows.
  for (const person of told.filter(({ id }) => id !== last?.by)) {
    const text = noteOfChange(meeting, district.zone, speaker(person.lang))
    const key = messageKey(kind, meeting, person.id)
    const message = {
      key,
      kind: `meeting.${kind}`,
      to: person.id,
      text,
      notAfter: meeting.ends,
      repeatable: true,
    }
    await queue(tx, message, now)
  }
  await tellGroupsOfChange(tx, meeting, { zone: district.zone, now })
}
