import type { Buttons } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf, dayTime, instantAt, plainTime, plusMinutes, timeOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { leaveKinds, leaveName } from './attendance.ts'
import { meetingsCalling, meetingsToReport, readDistrict, seatsOf } from './calling.ts'
import { isSigningIn, meant } from './choosing.ts'
import { observerUnit, seatOf } from './expected.ts'
import { decideOnLeave } from './leave-deciding.ts'
import { isComing, type Meeting, signInOpens } from './meeting.ts'
import { phaseOf } from './phase.ts'
import { no } from './refusals.ts'
import { posts } from './replies.ts'
import { stateText, whenText } from './saying.ts'
import { type Said, type Saying, say } from './signing.ts'
import { meetings } from './store.ts'
import { words } from './words.ts'

/** A word about attendance that may not say yet what kind of leave, or who comes instead. */
export type Meant =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'received' }
  | { readonly kind: 'leaveEarly' }
  | { readonly kind: 'leave'; readonly leave: (typeof leaveKinds)[number] | undefined }
  | { readonly kind: 'deputy'; readonly post: string | undefined; readonly named?: string }
  | { readonly kind: 'observe' }

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
    if (word.kind !== 'leave') return askPost(talker, meeting)
    return reply(t(words.leaveWhich, about(meeting, talker)), [leaveButtons(meeting, t)])
  }
  const { kit, actor } = talker
  const said = await say(kit, { meeting: meeting.id, person: actor.id, way: 'chat', saying })
  if (!isRefusal(said)) return saidBack(said, talker)
  // What was written holds no post and nobody's name: they are asked for the post.
  const isPostMissing = said.code === 'postNeeded' && word.kind === 'deputy'
  return isPostMissing ? askPost(talker, meeting) : refused(said, t)
}

function askPost(talker: Talker, meeting: Meeting): Reply {
  return reply(talker.t(words.deputyWhich, about(meeting, talker)), postButtons(meeting))
}

/** 列席: for the meeting that is on near the person's own units, and to which they are not called. */
export async function answerObserver(talker: Talker): Promise<Reply> {
  const { kit, actor, t } = talker
  const district = await readDistrict(kit.store, kit.zone)
  const on = (await kit.store.list(meetings, 'open', 'yes')).filter(
    meeting =>
      meeting.level !== 'community' &&
      isSigningIn(meeting, kit.now()) &&
      observerUnit(actor.id, meeting, district) !== undefined,
  )
  const open = on.filter(meeting => !seatOf(seatsOf(meeting, district), actor.id))
  const [only] = open
  if (!only) return on.length > 0 ? refused(no.expectedHere(), t) : reply(t(words.noneToObserve))
  if (open.length === 1) return answerFor(talker, only, { kind: 'observe' })
  const rows = open.map(meeting => [{ label: meeting.title, data: pressOf({ kind: 'observe' }, meeting) }])
  return reply(t(words.whichMeeting), rows)
}

/** Takes the button under a leave that was asked for. */
export async function answerDecision(talker: Talker, attendance: string, answer: string): Promise<Reply> {
  const { kit, actor, t } = talker
  const [word, leave] = answer.split(' ')
  if (word !== 'yes' && word !== 'no') return refused(no.noLeaveAsked(), t)
  const decided = await decideOnLeave(kit, { attendance, approve: word === 'yes', leave }, actor)
  if (isRefusal(decided)) return refused(decided, t)
  const { meeting, record } = decided
  const { people } = await readDistrict(kit.store, kit.zone)
  const name = people.find(({ id }) => id === record.person)?.name ?? record.person
  return reply(
    t(words.leaveDecided, { ...about(meeting, talker), name, state: stateText(record, kit.zone, t) }),
  )
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
      return word.post || word.named
        ? { kind: 'deputy', post: word.post ?? '', named: word.named }
        : undefined
    case 'observe':
      return { kind: 'observe' }
  }
}

/** What was kept, said back: the same sentence however often it is said. */
function saidBack({ meeting, record }: Said, talker: Talker): Reply {
  const { t, kit } = talker
  const { kind, at, leave = 'other', post = '', approval = 'approved' } = record.now
  const values = { ...about(meeting, talker), at: timeOf(at, kit.zone) }
  switch (kind) {
    case 'present':
    case 'absent':
      return reply(t(words.signedIn, values))
    case 'observer':
      return reply(t(words.observing, values))
    case 'late':
      return reply(t(words.signedInLate, values))
    case 'leftEarly':
      return reply(t(words.leftEarlyKept, values))
    case 'leave':
      return approval === 'approved'
        ? reply(t(words.leaveKept, { ...values, kind: leaveName(leave) }))
        : reply(t(words.leaveAsked, { ...values, kind: leaveName(leave) }), [leaveButtons(meeting, t, leave)])
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
    case 'observe':
      return makePress('observe', id)
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
  all: readonly Meeting[],
  { kit, t }: Talker,
  { state, rows }: { state: (m: Meeting) => string; rows: Buttons },
): Reply {
  const coming = all.filter(meeting => isComing(meeting) && meeting.ends >= kit.now()).slice(0, 10)
  if (coming.length === 0) return reply(t(words.meetingsNone), rows)
  const lines = coming.map(meeting =>
    t(words.meetingsLine, {
      when: whenText(meeting, kit.zone, t),
      place: meeting.place ? ` ${meeting.place}` : '',
      title: meeting.title,
      state: [state(meeting), ...(phaseOf(meeting, kit.now()) === 'running' ? [t(words.running)] : [])].join(
        t(words.comma),
      ),
    }),
  )
  return reply([t(words.meetingsList), ...lines].join('\n'), rows)
}
