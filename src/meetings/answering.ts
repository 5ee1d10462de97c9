import type { Actor } from '../shared/actor.ts'
import type { Buttons } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf, dayTime, instantAt, plainTime, plusMinutes, timeOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { leaveKinds, leaveName } from './attendance.ts'
import { meetingsCalling, meetingsToReport } from './calling.ts'
import { isSigningIn, meant } from './choosing.ts'
import { isComing, type Meeting, signInOpens } from './meeting.ts'
import { no } from './refusals.ts'
import { posts } from './replies.ts'
import { whenText } from './saying.ts'
import { type Said, type Saying, say } from './signing.ts'
import { words } from './words.ts'

/** What the bot answers. */
export interface Reply {
  readonly text: string
  readonly buttons: Buttons
}

export interface Talker {
  readonly kit: Kit
  readonly actor: Actor
  readonly t: Say
}

export function reply(text: string, buttons: Buttons = []): Reply {
  return { text, buttons }
}

export function refused({ text, values }: Refusal, t: Say): Reply {
  return reply(t(text, values))
}

/** A word about attendance that may not say yet what kind of leave, or who comes instead. */
export type Meant =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'received' }
  | { readonly kind: 'leaveEarly' }
  | { readonly kind: 'leave'; readonly leave: (typeof leaveKinds)[number] | undefined }
  | { readonly kind: 'deputy'; readonly post: string | undefined }

/** Takes a word about attendance for the meeting it can only mean; asks where it can mean several. */
export async function answerAttendance(talker: Talker, word: Meant): Promise<Reply> {
  const { kit, actor, t } = talker
  const now = kit.now()
  const since = instantAt(dateOf(now, kit.zone), plainTime('00:00'), kit.zone)
  const choice = meant(await meetingsCalling(kit.store, actor, { zone: kit.zone, since }), now)
  const [only] = choice
  if (!only) return refused((await isOwnMeetingOn(talker)) ? no.countedOnly() : no.noneComing(), t)
  if (choice.length > 1) {
    const rows = choice.map(({ meeting }) => [{ label: meeting.title, data: pressOf(word, meeting) }])
    return reply(t(words.whichMeeting), rows)
  }
  const { meeting } = only
  if (word.kind === 'received' && !isSigningIn(meeting, now))
    return reply(t(words.receivedNext, about(meeting, talker)))
  return answerFor(talker, meeting, word)
}

/** Whether a meeting of the person's own association is on, to which people do not sign in. */
async function isOwnMeetingOn({ kit, actor }: Talker): Promise<boolean> {
  const begun = await meetingsToReport(kit.store, actor, plusMinutes(kit.now(), 60))
  return begun.some(meeting => !meeting.report && isSigningIn(meeting, kit.now()))
}

/** The same for a meeting that is known, as under a button. */
export async function answerFor(talker: Talker, meeting: Meeting, word: Meant): Promise<Reply> {
  const { t } = talker
  const saying = sayingOf(word)
  if (!saying) {
    const values = about(meeting, talker)
    if (word.kind === 'leave') return reply(t(words.leaveWhich, values), [leaveButtons(meeting, t)])
    return reply(t(words.deputyWhich, values), postButtons(meeting))
  }
  const { kit, actor } = talker
  const said = await say(kit, { meeting: meeting.id, person: actor.id, way: 'chat', saying })
  return isRefusal(said) ? refused(said, t) : saidBack(said, talker)
}

function sayingOf(word: Meant): Saying | undefined {
  switch (word.kind) {
    case 'signIn':
    case 'received':
      return { kind: 'signIn' }
    case 'leaveEarly':
      return { kind: 'leaveEarly' }
    case 'leave':
      return word.leave && { kind: 'leave', leave: word.leave }
    case 'deputy':
      return word.post ? { kind: 'deputy', post: word.post } : undefined
  }
}

/** What was kept, said back: the same sentence however often it is said. */
function saidBack({ meeting, record }: Said, talker: Talker): Reply {
  const { t, kit } = talker
  const { kind, at, leave = 'other', post = '' } = record.now
  const values = { ...about(meeting, talker), at: timeOf(at, kit.zone) }
  switch (kind) {
    case 'present':
    case 'absent':
    case 'observer':
      return reply(t(words.signedIn, values))
    case 'late':
      return reply(t(words.signedInLate, values))
    case 'leftEarly':
      return reply(t(words.leftEarlyKept, values))
    case 'leave':
      return reply(t(words.leaveKept, { ...values, kind: leaveName(leave) }), [
        leaveButtons(meeting, t, leave),
      ])
    case 'deputy':
      return reply(t(words.deputyKept, { ...values, post }))
  }
}

function about(meeting: Meeting, { kit, t }: Talker) {
  return {
    title: meeting.title,
    when: whenText(meeting, kit.zone, t),
    opens: dayTime(signInOpens(meeting), kit.zone),
  }
}

function pressOf(word: Meant, { id }: Meeting): string {
  switch (word.kind) {
    case 'signIn':
    case 'received':
      return makePress('checkin', id)
    case 'leaveEarly':
      return makePress('leftearly', id)
    case 'leave':
      return makePress('leave', id, word.leave)
    case 'deputy':
      return makePress('deputy', id, word.post)
  }
}

function leaveButtons({ id }: Meeting, t: Say, chosen?: string) {
  return leaveKinds
    .filter(kind => kind !== chosen)
    .map(kind => ({ label: t(leaveName(kind)), data: makePress('leave', id, kind) }))
}

function postButtons({ id }: Meeting): Buttons {
  const offered = posts.filter(post => ['副会长', '秘书长', '小组长', '理事'].includes(post))
  return [offered.map(post => ({ label: post, data: makePress('deputy', id, post) }))]
}

/** The coming meetings that concern the person, for `/meetings` and for questions. */
export function listReply(
  meetings: readonly Meeting[],
  { kit, t }: Talker,
  state: (m: Meeting) => string,
): Reply {
  const coming = meetings.filter(meeting => isComing(meeting) && meeting.ends >= kit.now()).slice(0, 10)
  if (coming.length === 0) return reply(t(words.meetingsNone))
  const lines = coming.map(meeting =>
    t(words.meetingsLine, {
      when: whenText(meeting, kit.zone, t),
      place: meeting.place ? ` ${meeting.place}` : '',
      title: meeting.title,
      state: state(meeting),
    }),
  )
  return reply([t(words.meetingsList), ...lines].join('\n'))
}
