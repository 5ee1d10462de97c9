import { followUps } from '../followups/store.ts'
import { makePress } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Said, type Talker } from '../shared/bot/talker.ts'
import { isRefusal } from '../shared/refusal.ts'
import { speaker } from '../shared/words.ts'
import { readDistrict, seatsOf } from './calling.ts'
import { mayConvene } from './expected.ts'
import { issued, issuedText } from './issued.ts'
import type { Meeting } from './meeting.ts'
import { keepNotes } from './minuting.ts'
import { no } from './refusals.ts'
import { whenText } from './saying.ts'
import { attendances, meetings } from './store.ts'
import { endTalk, keepTalk, type Talk } from './talks.ts'
import { tally } from './tally.ts'
import { words } from './words.ts'

/** Asks for the minutes of the latest meeting that the person convenes, first of those without any. */
export async function beginMinutes(talker: Talker): Promise<Reply> {
  const { kit, t } = talker
  const begun = (await begunOwn(talker)).filter(({ minutes }) => !minutes?.final)
  const meeting = begun.find(each => !each.minutes) ?? begun[0]
  if (!meeting) return reply(t(words.minutesNone))
  await keepTalk(kit, talker.actor.id, { meeting: meeting.id, step: 'minutes' })
  return askMinutes(talker, meeting)
}

export function askMinutes({ kit, t }: Talker, meeting: Meeting): Reply {
  const values = { title: meeting.title, when: whenText(meeting, kit.zone, t) }
  const goesOn = meeting.minutes ? t(words.minutesGoOn) : ''
  return reply(t(words.minutesAsk, values) + goesOn)
}

/** Takes one message of minutes; there may be several, which are put one after the other. */
export async function takeMinutes(
  talker: Talker,
  { meeting: id, item }: Talk,
  { text, id: message }: Said,
): Promise<Reply> {
  const { kit, actor, t } = talker
  const noted = await keepNotes(kit, id, { text, message, last: item }, actor)
  if (isRefusal(noted)) return refused(noted, t)
  const { meeting, items, resolutions, incomplete } = noted
  const lines = [
    t(words.minutesNoted, { title: meeting.title, items, resolutions }),
    ...incomplete.map(line => `“${line}”：${t(no.noOwner().text)}`),
    t(words.minutesMore),
  ]
  return reply(lines.join('\n'), [[{ label: t(words.done), data: makePress('minutes', id, 'done') }]])
}

/** Ends the minutes and shows them as they stand now. */
export async function endMinutes(talker: Talker, meeting: Meeting): Promise<Reply> {
  const { kit, actor, t } = talker
  const district = await readDistrict(kit.store, kit.zone)
  if (!mayConvene(actor, district.tree, meeting)) return refused(no.notYours(), t)
  await endTalk(kit, actor.id)
  const records = await kit.store.list(attendances, 'meeting', meeting.id)
  const paper = issued({
    meeting,
    tally: tally(meeting, seatsOf(meeting, district), records),
    resolutions: await kit.store.list(followUps, 'source', `meeting:${meeting.id}`),
    nameOf: id => district.people.find(person => person.id === id)?.name ?? id,
    unitName: id => district.tree.find(id)?.name ?? id,
    zone: kit.zone,
    t: speaker(actor.lang),
  })
  const page = { label: t(words.minutesEdit), url: `${kit.publicUrl}/meetings/${meeting.id}/minutes/edit` }
  return reply(`${t(words.minutesKept)}\n\n${issuedText(paper, actor.lang, t)}`, [[page]])
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
