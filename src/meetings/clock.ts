import { setImmediate as pause } from 'node:timers/promises'
import { queue } from '../delivery/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { speaker } from '../shared/words.ts'
import { type District, readDistrict, seatsOf } from './calling.ts'
import { conclude } from './changing.ts'
import { upkeepClock } from './clock.upkeep.ts'
import { tellGroups } from './group-notes.ts'
import { withHeadCount } from './head-count.ts'
import { readLinked } from './linking.ts'
import type { Meeting } from './meeting.ts'
import { aboutOf, messageOf, recipients } from './notes.ts'
import { conveyLines } from './point-telling.ts'
import { type Due, dueStages, messageKey } from './reminders.ts'
import { attendances, meetings } from './store.ts'
import { tally } from './tally.ts'

/** What the minute tick asks of this room: looks after the series, and sends what has come due. */
export function meetingsClock(kit: Kit): () => Promise<void> {
  const lookAfter = upkeepClock(kit)
  return async () => {
    await lookAfter()
    await sendDue(kit)
  }
}

async function sendDue({ store, now: clock, zone, publicUrl }: Kit): Promise<void> {
  const now = clock()
  const open = await store.list(meetings, 'open', 'yes')
  const due = open.filter(meeting => dueStages(meeting, now).length > 0)
  if (due.length === 0) return
  const district = await readDistrict(store, zone)
  for (const { id } of due) {
    // Reminders of a thousand meetings of one day: pages and chats have their turn in between.
    await pause()
    await store.write('clock', async tx => {
      const meeting = await tx.get(meetings, id)
      for (const stage of dueStages(meeting, now))
        await sendStage(tx, meeting, stage, { district, now, publicUrl })
      const over = meeting.ends <= now ? await withHeadCount(tx, meeting) : meeting
      await tx.change(meetings, id, () => settled(over, district, now))
    })
    await concludeAttended(store, id, district, now)
  }
}

async function sendStage(
  tx: Writing,
  meeting: Meeting,
  { stage, late, until }: Due,
  { district, now, publicUrl }: { district: District; now: Meeting['starts']; publicUrl: string },
): Promise<void> {
  if (late) return
  const about = aboutOf(meeting, await tx.list(attendances, 'meeting', meeting.id), district)
  // What a lead has to convey goes with the reminder of the own meeting.
  const own = stage === 'before' && meeting.level === 'community'
  const decisions = own ? (await readLinked(tx, meeting, district.tree)).decisions : []
  for (const person of recipients(stage, meeting, about)) {
    const message = messageOf(stage, meeting, person, { ...about, publicUrl })
    const text = message.text + conveyLines(decisions, speaker(person.lang))
    const key = messageKey(stage, meeting, person.id)
    await queue(tx, { ...message, key, text, notAfter: until }, now)
  }
  await tellGroups(tx, meeting, { ...about, stage, until, now, publicUrl })
}

/** The meeting with its due stages noted as done, and its seats fixed once it is over. */
function settled(meeting: Meeting, district: District, now: Meeting['starts']): Meeting {
  const sent = [...meeting.sent, ...dueStages(meeting, now).map(({ stage }) => stage)]
  // Until then whoever takes over a post in time is expected; from then on the denominator stands.
  if (meeting.seats || meeting.level === 'community' || now < meeting.ends) return { ...meeting, sent }
  return { ...meeting, sent, seats: seatsOf(meeting, district) }
}

/** A meeting at which people signed in was held when its time is over; one without is left for a person to say. */
async function concludeAttended(
  store: Kit['store'],
  id: string,
  district: District,
  now: Meeting['starts'],
): Promise<void> {
  const meeting = await store.get(meetings, id)
  if (meeting.level === 'community' || now < meeting.ends) return
  const records = await store.list(attendances, 'meeting', id)
  if (tally(meeting, seatsOf(meeting, district), records).present === 0) return
  await store.write('clock', tx =>
    tx.change(meetings, id, was => {
      const held = conclude(was, { by: 'clock', at: now, zone: district.zone })
      return isRefusal(held) ? was : held
    }),
  )
}
