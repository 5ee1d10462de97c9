import { queue } from '../delivery/store.ts'
import type { Person } from '../people/person.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Attendance } from './attendance.ts'
import { type District, readDistrict } from './calling.ts'
import { mayUrge } from './expected.ts'
import type { Meeting } from './meeting.ts'
import { aboutOf, messageOf, recipients } from './notes.ts'
import { no } from './refusals.ts'
import { messageKey } from './reminders.ts'
import { attendances, meetings } from './store.ts'
import type { UrgeStage } from './urge-shape.ts'
import { urge, urgeStage, urgeUntil } from './urging.ts'

/** Those who can be urged now by somebody; nobody urges themselves. */
export function peopleToUrge(
  meeting: Meeting,
  stage: UrgeStage,
  { records, district, by }: { records: readonly Attendance[]; district: District; by: string },
): readonly Person[] {
  return recipients(stage, meeting, aboutOf(meeting, records, district)).filter(({ id }) => id !== by)
}

/**
 * Urges those who have not answered, of whoever convenes the meeting. The messages wait in the outbox like the clock's: quiet hours and
 * the pace of chats hold for them, and what would come too late is dropped.
 */
export async function urgeMissing(
  { store, now, zone, publicUrl }: Pick<Kit, 'store' | 'now' | 'zone' | 'publicUrl'>,
  id: string,
  actor: Actor,
): Promise<{ readonly meeting: Meeting; readonly people: readonly Person[] } | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const district = await readDistrict(tx, zone)
    if (!mayUrge(actor, district.tree, meeting)) return no.notYours()
    const at = now()
    const stage = urgeStage(meeting, at)
    if (!stage) return no.nothingToUrge()
    const records = await tx.list(attendances, 'meeting', id)
    const people = peopleToUrge(meeting, stage, { records, district, by: actor.id })
    const named = people.map(person => person.id)
    const next = urge(meeting, named, { by: actor.id, at, zone })
    if (isRefusal(next)) return next
    const about = aboutOf(meeting, records, district)
    for (const person of people) {
      const key = `${messageKey('urged', meeting, person.id)}:${at}`
      const message = messageOf(stage, meeting, person, { ...about, publicUrl })
      await queue(tx, { ...message, key, notAfter: urgeUntil(meeting, stage, at) }, at)
    }
    return { meeting: await tx.change(meetings, id, () => next), people }
  })
}
