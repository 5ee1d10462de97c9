import { isRefusal } from '../shared/refusal.ts'
import { type Reply, refused, reply, type Talker } from './answering.ts'
import { readDistrict } from './calling.ts'
import { mayConvene } from './expected.ts'
import type { Meeting } from './meeting.ts'
import { tell } from './reporting.ts'
import { whenText } from './saying.ts'
import { meetings } from './store.ts'
import { endTalk, keepTalk } from './talks.ts'
import { words } from './words.ts'

/** Asks for the minutes in brief of the latest meeting that the person convenes, first of those without any. */
export async function beginMinutes(talker: Talker): Promise<Reply> {
  const { kit, t } = talker
  const begun = await begunOwn(talker)
  const meeting = begun.find(each => !each.minutes) ?? begun[0]
  if (!meeting) return reply(t(words.minutesNone))
  await keepTalk(kit, talker.actor.id, meeting.id, 'minutes')
  const values = { title: meeting.title, when: whenText(meeting, kit.zone, t) }
  const replaces = meeting.minutes ? t(words.minutesReplace) : ''
  return reply(t(words.minutesAsk, values) + replaces)
}

export async function keepMinutes(talker: Talker, meeting: Meeting, text: string): Promise<Reply> {
  const { kit, actor, t } = talker
  const next = await tell(kit, meeting.id, actor, { kind: 'minutes', text: text.slice(0, 4000) })
  if (isRefusal(next)) return refused(next, t)
  await endTalk(kit, actor.id)
  const page = [{ label: t(words.openPage), url: `${kit.publicUrl}/meetings/${meeting.id}` }]
  return reply(t(words.minutesKept, { title: meeting.title }), [page])
}

async function begunOwn({ kit, actor }: Talker): Promise<readonly Meeting[]> {
  const { tree } = await readDistrict(kit.store, kit.zone)
  const own = actor.duties.map(duty => duty.unit)
  const found = await Promise.all(own.map(unit => kit.store.list(meetings, 'unit', unit)))
  return found
    .flat()
    .filter(meeting => meeting.starts <= kit.now() && mayConvene(actor, tree, meeting))
    .filter(({ status }) => status !== 'cancelled' && status !== 'notHeld')
    .sort((a, b) => (a.starts < b.starts ? 1 : -1))
}
