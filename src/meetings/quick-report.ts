import { givesUp, normalize } from '../shared/bot/chinese/plain.ts'
import { readWhen } from '../shared/bot/chinese/when.ts'
import { makePress } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Said, type Talker } from '../shared/bot/talker.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf, instantAt, timeOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { meetingsToReport } from './calling.ts'
import { isComing, type Meeting } from './meeting.ts'
import { askMinutes, endMinutes, takeMinutes } from './minutes-talk.ts'
import { reportRow } from './notes.ts'
import { no } from './refusals.ts'
import { counts } from './replies.ts'
import { tell } from './reporting.ts'
import { whenText } from './saying.ts'
import { meetings } from './store.ts'
import { endTalk, isOn, keepTalk, type Step, type Talk, talks } from './talks.ts'
import { words } from './words.ts'

const reasons = {
  weather: words.reasonWeather,
  clash: words.reasonClash,
  few: words.reasonFew,
  other: words.reasonOther,
}

/** The report that a person is in the middle of; `undefined` when there is none or it was left too long ago. */
export async function talkOf({ kit, actor }: Talker): Promise<Talk | undefined> {
  const talk = await kit.store.find(talks, actor.id)
  return talk && isOn(talk, kit.now()) ? talk : undefined
}

/** The meeting that a report without a name means: the one being talked about, else the last without a report. */
export async function meetingMeant(talker: Talker): Promise<Meeting | undefined> {
  const { kit, actor } = talker
  const talk = await talkOf(talker)
  if (talk) return kit.store.get(meetings, talk.meeting)
  const begun = await meetingsToReport(kit.store, actor, kit.now())
  return begun.find(meeting => !meeting.report) ?? begun[0]
}

/** The next community meeting of the person's own, for moving it before it began. */
export async function nextOwn({ kit, actor }: Talker): Promise<Meeting | undefined> {
  const units = actor.duties.filter(duty => duty.role === 'lead').map(duty => duty.unit)
  const found = await Promise.all(units.map(unit => kit.store.list(meetings, 'unit', unit)))
  const coming = found.flat().filter(meeting => isComing(meeting) && meeting.starts > kit.now())
  return coming.sort((a, b) => (a.starts < b.starts ? -1 : 1))[0]
}

/** Begins the report, or goes on where it was left. */
export async function begin(talker: Talker): Promise<Reply> {
  const meeting = await meetingMeant(talker)
  if (!meeting) return reply(talker.t(words.reportNone))
  const talk = await talkOf(talker)
  if (talk) return question(talker, meeting, talk.step)
  const { kit, t } = talker
  const values = { title: meeting.title, when: whenText(meeting, kit.zone, t) }
  const [held] = reportRow(meeting, t)
  if (!meeting.report || !held) return reply(t(words.noteReport, values), [reportRow(meeting, t)])
  // It was held and reported: only its numbers can be put right.
  return reply(t(words.reportedBefore, { ...values, present: meeting.report.present }), [
    [{ ...held, label: t(words.correctButton) }],
  ])
}

export async function stop(talker: Talker): Promise<Reply | undefined> {
  if (!(await talkOf(talker))) return undefined
  await end(talker)
  return reply(talker.t(words.reportCancelled))
}

const noPhoto =
  /^(?:完成|好了|没有?(?:照片|图|拍)?|没照|不(?:发|用|拍)了?|无|跳过|done|none|no(?: photo| picture)?|skip)$/

/** Takes an answer to the question that is open; `undefined` when it is none and others may take it. */
export async function answerStep(talker: Talker, talk: Talk, said: Said): Promise<Reply | undefined> {
  const { text } = said
  const meeting = await talker.kit.store.get(meetings, talk.meeting)
  if (givesUp(text)) return stop(talker)
  const plain = normalize(text)
  switch (talk.step) {
    case 'count': {
      const told = counts(text)
      return told.present === undefined ? undefined : held(talker, meeting, told)
    }
    case 'when':
      return readWhen(text, { today: dateOf(talker.kit.now(), talker.kit.zone) })
        ? moved(talker, meeting, text)
        : undefined
    case 'reason':
      return notHeld(talker, meeting, text.trim())
    case 'unresolved':
      return /^(没有|没|无|none|nothing|no)$/.test(plain)
        ? unresolved(talker, meeting)
        : unresolved(talker, meeting, text)
    case 'minutes':
      return /^(完成|好了|完了|done)$/.test(plain)
        ? endMinutes(talker, meeting)
        : takeMinutes(talker, talk, said)
    case 'photo':
      return noPhoto.test(plain) ? finish(talker) : undefined
  }
}

/** Takes a button of the report. Forged and old ones end in a refusal of the rule behind it. */
export async function answerButton(talker: Talker, meeting: Meeting, arg: string): Promise<Reply> {
  switch (arg) {
    case 'held':
      return ask(talker, meeting, 'count')
    case 'moved':
      return ask(talker, meeting, 'when')
    case 'notHeld':
      return ask(talker, meeting, 'reason')
    case 'none':
      return unresolved(talker, meeting)
    case 'done':
      return finish(talker)
  }
  const reason = Object.entries(reasons).find(([key]) => key === arg)?.[1]
  return reason ? notHeld(talker, meeting, talker.t(reason)) : reply(talker.t(words.reportNone))
}

/** 已开 12人: keeps the numbers and asks what is unresolved; without a number it asks for that. */
export async function held(
  talker: Talker,
  meeting: Meeting,
  { present, missing }: { readonly present: number | undefined; readonly missing: number | undefined },
): Promise<Reply> {
  if (present === undefined) return ask(talker, meeting, 'count')
  const report = { present, ...(missing !== undefined && { missing }) }
  const next = await tell(talker.kit, meeting.id, talker.actor, { kind: 'held', report })
  return isRefusal(next) ? refused(next, talker.t) : ask(talker, next, 'unresolved')
}

export async function moved(talker: Talker, meeting: Meeting, text: string): Promise<Reply> {
  const { kit, actor, t } = talker
  const when = readWhen(text, { today: dateOf(kit.now(), kit.zone) })
  if (!when) return ask(talker, meeting, 'when')
  const date = when.date ?? dateOf(meeting.starts, kit.zone)
  const to = instantAt(date, when.time ?? timeOf(meeting.starts, kit.zone), kit.zone)
  const next = await tell(kit, meeting.id, actor, { kind: 'moved', to, reason: t(words.movedByLead) })
  if (isRefusal(next)) return refused(next, t)
  await end(talker)
  return reply(t(words.movedKept, { title: next.title, when: whenText(next, kit.zone, t) }))
}

export async function notHeld(talker: Talker, meeting: Meeting, reason: string): Promise<Reply> {
  const { kit, actor, t } = talker
  if (reason === '') return ask(talker, meeting, 'reason')
  const next = await tell(kit, meeting.id, actor, { kind: 'notHeld', reason: reason.slice(0, 100) })
  if (isRefusal(next)) return refused(next, t)
  await end(talker)
  const kept = next.changes.at(-1)?.reason ?? reason
  return reply(t(words.notHeldKept, { title: next.title, reason: kept }))
}

async function unresolved(talker: Talker, meeting: Meeting, text?: string): Promise<Reply> {
  const { kit, actor, t } = talker
  if (text) {
    const more = { unresolved: text.trim().slice(0, 500) }
    const next = await tell(kit, meeting.id, actor, { kind: 'more', more })
    if (isRefusal(next)) return refused(next, t)
  }
  return ask(talker, meeting, 'photo', text ? t(words.unresolvedKept) : '')
}

/** Ends the report. */
export async function finish(talker: Talker, before = ''): Promise<Reply> {
  await end(talker)
  return reply(before + talker.t(words.reportDone))
}

/** Remembers what is asked and asks it, if the person may report this meeting at all. */
async function ask(talker: Talker, meeting: Meeting, step: Step, before = ''): Promise<Reply> {
  const { kit, actor } = talker
  if (!actor.duties.some(duty => duty.unit === meeting.unit)) return refused(no.notYours(), talker.t)
  await keepTalk(kit, actor.id, { meeting: meeting.id, step })
  return question(talker, meeting, step, before)
}

function question(talker: Talker, meeting: Meeting, step: Step, before = ''): Reply {
  const { t } = talker
  const { title, id, report } = meeting
  switch (step) {
    case 'minutes':
      return askMinutes(talker, meeting)
    case 'count':
      return reply(t(words.askCount, { title }) + expectedSaid(meeting, t))
    case 'when':
      return reply(t(words.askWhen, { title }))
    case 'reason':
      return reply(t(words.askReason, { title }), [
        Object.entries(reasons).map(([key, text]) => ({
          label: t(text),
          data: makePress('report', id, key),
        })),
      ])
    case 'unresolved': {
      const missing = report?.missing === undefined ? '' : t(words.missingSaid, { missing: report.missing })
      return reply(t(words.askUnresolved, { title, present: report?.present ?? 0, missing }), [
        [{ label: t(words.nothing), data: makePress('report', id, 'none') }],
      ])
    }
    case 'photo':
      return reply(t(words.askPhoto, { unresolved: before }), [
        [{ label: t(words.done), data: makePress('report', id, 'done') }],
      ])
  }
}

/** How many group leaders are expected, behind the question how many came. */
function expectedSaid({ headCount }: Meeting, t: Say): string {
  return headCount === undefined ? '' : `\n${t(words.headCount)}${t(words.colon)}${headCount}`
}

const end = ({ kit, actor }: Talker) => endTalk(kit, actor.id)
