import type { Press } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Said, type Talker } from '../shared/bot/talker.ts'
import { dateOf } from '../shared/time.ts'
import {
  answerAttendance,
  answerDecision,
  answerFor,
  answerObserver,
  listReply,
  type Meant,
} from './answering.ts'
import { type LeaveKind, leaveKinds } from './attendance.ts'
import { readDistrict } from './calling.ts'
import { concerns } from './expected.ts'
import { levelName } from './meeting.ts'
import { endMinutes } from './minutes-talk.ts'
import {
  answerButton,
  answerStep,
  held,
  meetingMeant,
  moved,
  nextOwn,
  notHeld,
  talkOf,
} from './quick-report.ts'
import { no } from './refusals.ts'
import { type Intent, posts, understand } from './replies.ts'
import { meetings } from './store.ts'
import type { Talk } from './talks.ts'
import { answerUrge, answerUrgePress, urgeRows } from './urge-talk.ts'
import { words } from './words.ts'

/** Answers a sentence; `undefined` leaves it to others, who then have to answer. */
export async function answerText(talker: Talker, said: Said): Promise<Reply | undefined> {
  const { text } = said
  const intent = understand(text, { today: dateOf(talker.kit.now(), talker.kit.zone) })
  const talk = await talkOf(talker)
  if (talk && answers(talk, intent, text)) {
    const answered = await answerStep(talker, talk, said)
    if (answered) return answered
  }
  return answerIntent(talker, intent, text)
}

/** Words that clearly are about something else are no answers to the question that is open. */
function answers(talk: Talk, intent: Intent, text: string): boolean {
  const short = text.trim().length <= 8
  if (talk.step === 'minutes') return !short || intent.kind === 'none' || intent.kind === 'count'
  if (intent.kind === 'none' || intent.kind === 'count') return true
  return !short && (talk.step === 'unresolved' || talk.step === 'reason')
}

async function answerIntent(talker: Talker, intent: Intent, text: string): Promise<Reply | undefined> {
  switch (intent.kind) {
    case 'signIn':
    case 'received':
    case 'leave':
    case 'leaveEarly':
      return answerAttendance(talker, intent)
    case 'deputy':
      return answerAttendance(talker, { ...intent, named: text })
    case 'observe':
      return answerObserver(talker)
    case 'forOther':
      return reply(talker.t(words.notForOthers))
    case 'meetings':
      return comingMeetings(talker)
    case 'urge':
      return answerUrge(talker)
    case 'held':
    case 'count':
    case 'moved':
    case 'notHeld':
      return answerReport(talker, intent, text)
    case 'none':
      return undefined
  }
}

async function answerReport(
  talker: Talker,
  intent: Extract<Intent, { kind: 'held' | 'count' | 'moved' | 'notHeld' }>,
  text: string,
): Promise<Reply | undefined> {
  const begun = await meetingMeant(talker)
  const meeting = begun && !(intent.kind === 'moved' && begun.report) ? begun : await nextOwn(talker)
  if (!meeting) return intent.kind === 'count' ? undefined : reply(talker.t(words.reportNone))
  switch (intent.kind) {
    case 'held':
      return held(talker, meeting, intent)
    case 'count':
      // A bare number is a report only where one is waited for.
      return begun && !begun.report ? held(talker, meeting, intent) : undefined
    case 'moved':
      return moved(talker, meeting, text)
    case 'notHeld':
      return notHeld(talker, meeting, intent.reason)
  }
}

export async function comingMeetings(talker: Talker): Promise<Reply> {
  const { kit, actor, t } = talker
  const district = await readDistrict(kit.store, kit.zone)
  const { tree } = district
  const open = await kit.store.list(meetings, 'open', 'yes')
  const own = open
    .filter(meeting => concerns(actor, tree, meeting))
    .sort((a, b) => (a.starts < b.starts ? -1 : 1))
  const rows = await urgeRows(talker, { district })
  return listReply(own, talker, { state: meeting => t(levelName(meeting.level)), rows })
}

const actions = [
  'checkin',
  'leave',
  'leaveok',
  'deputy',
  'observe',
  'leftearly',
  'report',
  'minutes',
  'urge',
] as const

export function isOurPress(press: Press | undefined): press is Press {
  return press !== undefined && actions.some(action => action === press.action)
}

/** Answers a button. It may be forged or old: the rule behind it asks again who is pressing, and when. */
export async function answerPress(talker: Talker, press: Press): Promise<Reply> {
  if (press.action === 'leaveok') return answerDecision(talker, press.id, press.arg)
  const meeting = await talker.kit.store.find(meetings, press.id)
  if (!meeting) return refused(no.noMeeting(), talker.t)
  if (press.action === 'urge') return answerUrgePress(talker, meeting)
  if (press.action === 'minutes') return endMinutes(talker, meeting)
  if (press.action === 'report') return answerButton(talker, meeting, press.arg)
  return answerFor(talker, meeting, meantBy(press))
}

function meantBy({ action, arg }: Press): Meant {
  switch (action) {
    case 'leave':
      return { kind: 'leave', leave: leaveKinds.find((kind): kind is LeaveKind => kind === arg) }
    case 'deputy':
      return { kind: 'deputy', post: posts.find(post => post === arg) }
    case 'leftearly':
      return { kind: 'leaveEarly' }
    case 'observe':
      return { kind: 'observe' }
  }
  return { kind: 'signIn' }
}
