import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { dayTime, type Instant, instantSchema, plusMinutes } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { seatOf } from './expected.ts'
import { type Deed, type Meeting, type Seat, signInOpens } from './meeting.ts'
import { no } from './refusals.ts'
import { words } from './words.ts'

export const attendanceKinds = [
  'present',
  'late',
  'leftEarly',
  'deputy',
  'leave',
  'absent',
  'observer',
] as const
export type AttendanceKind = (typeof attendanceKinds)[number]

/** Of a leave only this is kept, never the story told. */
export const leaveKinds = ['personal', 'sick', 'official', 'other'] as const
export type LeaveKind = (typeof leaveKinds)[number]

/** What became of a leave that was asked for. One of before approvals were kept counts as approved. */
export const approvals = ['asked', 'approved', 'declined'] as const

/** By which way it came. */
export const ways = ['chat', 'web', 'code', 'staff'] as const
export type Way = (typeof ways)[number]

const stateSchema = z
  .object({
    kind: z.enum(attendanceKinds),
    at: instantSchema,
    leave: z.enum(leaveKinds).optional(),
    approval: z.enum(approvals).optional(),
    /** Of a deputy the post, and the person only where a post holder comes. */
    post: z.string().max(20).optional(),
    deputy: z.string().optional(),
    way: z.enum(ways),
    by: z.string(),
  })
  .readonly()
export type State = z.infer<typeof stateSchema>

export const attendanceSchema = z
  .object({
    /** Meeting and person: one record each. */
    id: z.string(),
    meeting: z.string(),
    person: z.string(),
    unit: z.string(),
    now: stateSchema,
    /** What was there before, oldest first, and why it was corrected. */
    before: z.array(z.object({ was: stateSchema, reason: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type Attendance = z.infer<typeof attendanceSchema>

/** What a rule about one person at one meeting needs. */
export interface AtMeeting {
  readonly meeting: Meeting
  readonly seats: readonly Seat[]
  readonly person: string
  /** What is kept of the person so far. */
  readonly record: Attendance | undefined
  readonly now: Instant
  readonly way: Way
  /** In which refusals tell times. */
  readonly zone: string
}

export function attendanceId(meeting: string, person: string): string {
  return `${meeting}-${person}`
}

/** Signs the person in; again it is the same record. Late is later than the settings' minutes after the start. */
export function signIn(asked: AtMeeting): Attendance | Refusal {
  const { meeting, record, now, zone } = asked
  const refused = notOpen(asked)
  if (refused) return refused
  if (record && isIn(record.now.kind)) return record
  if (now < signInOpens(meeting)) return no.tooEarly({ opens: dayTime(signInOpens(meeting), zone) })
  if (now > meeting.ends) return no.tooLate({ ends: dayTime(meeting.ends, zone) })
  const late = now > plusMinutes(meeting.starts, meeting.settings.lateAfterMinutes)
  return entered(asked, { kind: late ? 'late' : 'present' })
}

/** Says who comes instead, by post and, where it is a post holder of the same unit, by person; until the end of the meeting. */
export function sendDeputy(asked: AtMeeting, post: string, deputy?: string): Attendance | Refusal {
  const { meeting, record, now, zone } = asked
  const refused = notOpen(asked)
  if (refused) return refused
  const named = post.trim().slice(0, 20)
  if (named === '' || deputy === asked.person) return no.postNeeded()
  if (record && isIn(record.now.kind)) return no.alreadyIn({ at: dayTime(record.now.at, zone) })
  const was = record?.now
  if (record && was?.kind === 'deputy' && was.post === named && was.deputy === deputy) return record
  if (now > meeting.ends) return no.tooLate({ ends: dayTime(meeting.ends, zone) })
  return entered(asked, { kind: 'deputy', post: named, ...(deputy && { deputy }) })
}

/** Signs in somebody who is there without being expected: in the room, in the hours of the sign-in, never counted. */
export function observe(asked: AtMeeting, unit: string): Attendance | Refusal {
  const { meeting, seats, person, record, now, zone } = asked
  const refused = closed(meeting)
  if (refused) return refused
  if (seatOf(seats, person)) return no.expectedHere()
  if (record?.now.kind === 'observer') return record
  if (now < signInOpens(meeting)) return no.tooEarly({ opens: dayTime(signInOpens(meeting), zone) })
  if (now > meeting.ends) return no.tooLate({ ends: dayTime(meeting.ends, zone) })
  return { ...entered(asked, { kind: 'observer' }), unit }
}

/** Somebody who signed in goes before the end. */
export function leaveEarly(asked: AtMeeting): Attendance | Refusal {
  const { meeting, record, now, zone } = asked
  const refused = notOpen(asked)
  if (refused) return refused
  if (record?.now.kind === 'leftEarly') return record
  if (!record || !isIn(record.now.kind) || now < meeting.starts) return no.notThereYet()
  if (now > meeting.ends) return no.tooLate({ ends: dayTime(meeting.ends, zone) })
  return entered(asked, { kind: 'leftEarly' })
}

/** Staff set right what is kept of a person; the old value and the reason stay. */
export function correct(
  asked: Omit<AtMeeting, 'way' | 'now' | 'zone'>,
  to: { readonly kind: AttendanceKind; readonly leave?: LeaveKind; readonly post?: string },
  reason: string,
  deed: Deed,
): Attendance | Refusal {
  if (deed.by === asked.person) return no.mayNotCorrect()
  if (asked.meeting.status === 'cancelled') return cancelled(asked.meeting)
  if (asked.meeting.status === 'notHeld') return no.notHeld()
  if (!seatOf(asked.seats, asked.person) && to.kind !== 'observer') return no.notExpected()
  if (reason.trim() === '') return no.reasonNeeded()
  const { kind } = to
  const next: State = {
    kind,
    at: deed.at,
    way: 'staff',
    by: deed.by,
    ...(kind === 'leave' && { leave: to.leave ?? 'other', approval: 'approved' }),
    ...(kind === 'deputy' && { post: to.post ?? '' }),
  }
  if (kind === 'deputy' && !to.post?.trim()) return no.postNeeded()
  const record = asked.record ?? blank({ ...asked, now: deed.at }, { ...next, kind: 'absent' })
  return { ...record, now: next, before: [...record.before, { was: record.now, reason: reason.trim() }] }
}

/** Whether a kind counts as somebody of the unit being in the room. */
export function isAttended(kind: AttendanceKind): boolean {
  switch (kind) {
    case 'present':
    case 'late':
    case 'leftEarly':
    case 'deputy':
      return true
    case 'leave':
    case 'absent':
    case 'observer':
      return false
  }
}

/** Whether somebody stays away with leave: one that is only asked for, or was declined, does not count. */
export function isExcused({ kind, approval = 'approved' }: State): boolean {
  return kind === 'leave' && approval === 'approved'
}

export function isIn(kind: AttendanceKind): boolean {
  return kind === 'present' || kind === 'late' || kind === 'leftEarly'
}

export function notOpen({ meeting, seats, person }: AtMeeting): Refusal | undefined {
  return closed(meeting) ?? (seatOf(seats, person) ? undefined : no.notExpected())
}

function closed(meeting: Meeting): Refusal | undefined {
  if (meeting.status === 'cancelled') return cancelled(meeting)
  if (meeting.status === 'notHeld') return no.notHeld()
  if (meeting.level === 'community') return no.countedOnly()
  return meeting.minutes?.final && no.minutesFinalSignIn()
}

export function cancelled(meeting: Meeting): Refusal {
  return no.cancelled({ reason: meeting.changes.at(-1)?.reason ?? '' })
}

export function entered(
  asked: AtMeeting,
  state: Pick<State, 'kind' | 'leave' | 'approval' | 'post' | 'deputy'>,
): Attendance {
  const next: State = { ...state, at: asked.now, way: asked.way, by: asked.person }
  const { record } = asked
  if (!record) return blank(asked, next)
  return { ...record, now: next, before: [...record.before, { was: record.now, reason: '' }] }
}

function blank(
  { meeting, seats, person }: Omit<AtMeeting, 'record' | 'way' | 'zone'>,
  now: State,
): Attendance {
  return {
    id: attendanceId(meeting.id, person),
    meeting: meeting.id,
    person,
    unit: seatOf(seats, person)?.unit ?? '',
    now,
    before: [],
  }
}

export function kindName(kind: AttendanceKind): Text {
  return words[kind]
}

export function leaveName(kind: LeaveKind): Text {
  switch (kind) {
    case 'personal':
      return words.leavePersonal
    case 'sick':
      return words.leaveSick
    case 'official':
      return words.leaveOfficial
    case 'other':
      return words.leaveOther
  }
}
