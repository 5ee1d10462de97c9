import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import {
  type AtMeeting,
  type Attendance,
  type AttendanceKind,
  attendanceId,
  correct,
  isAttended,
  type LeaveKind,
  leaveEarly,
  observe,
  sendDeputy,
  signIn,
  type Way,
} from './attendance.ts'
import { type District, readDistrict, seatsOf } from './calling.ts'
import { conclude } from './changing.ts'
import { isStaffOver, observerUnit, seatOf } from './expected.ts'
import { updateGroup } from './group-notes.ts'
import { askLeave } from './leave.ts'
import { askToDecide } from './leave-deciding.ts'
import type { Meeting } from './meeting.ts'
import { no } from './refusals.ts'
import type { RoomSecret } from './room-code.ts'
import { attendances, meetings, roomSecrets } from './store.ts'

/** What a person says about coming to a meeting. */
export type Saying =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'leave'; readonly leave: LeaveKind }
  /** `named`: what was written, in which the name of a post holder of the same unit may stand. */
  | { readonly kind: 'deputy'; readonly post: string; readonly named?: string | undefined }
  | { readonly kind: 'observe' }
  | { readonly kind: 'leaveEarly' }

export interface Said {
  readonly meeting: Meeting
  readonly record: Attendance
  /** Nothing changed: it had been said before. */
  readonly again: boolean
}

type SignKit = Pick<Kit, 'store' | 'now' | 'zone'>

/** Keeps what a person says about the own attendance. Nobody speaks for another: the person is who acts. */
export async function say(
  { store, now, zone }: SignKit,
  { meeting: id, person, way, saying }: { meeting: string; person: string; way: Way; saying: Saying },
): Promise<Said | Refusal> {
  return store.write(person, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const district = await readDistrict(tx, zone)
    const seats = seatsOf(meeting, district)
    const record = await tx.find(attendances, attendanceId(id, person))
    const next = applied({ meeting, seats, person, record, way, now: now(), zone }, saying, district)
    if (isRefusal(next)) return next
    if (!record) await tx.add(attendances, next)
    else if (next !== record) await tx.change(attendances, record.id, () => next)
    if (next !== record) {
      await updateGroup(tx, meeting, district)
      await askToDecide(tx, meeting, next, district, now())
    }
    return { meeting, record: next, again: next === record }
  })
}

/** The secret of a meeting's codes, made when its screen is opened for the first time. */
export async function makeRoomSecret(
  { store, newSecret }: Pick<Kit, 'store' | 'newSecret'>,
  meeting: string,
  actor: Actor,
): Promise<RoomSecret> {
  const secret = newSecret()
  return store.write(
    actor.id,
    async tx => (await tx.find(roomSecrets, meeting)) ?? tx.add(roomSecrets, { id: meeting, secret }),
  )
}

function applied(asked: AtMeeting, saying: Saying, district: District): Attendance | Refusal {
  switch (saying.kind) {
    case 'signIn':
      return signIn(asked)
    case 'leave':
      return askLeave(asked, saying.leave)
    case 'deputy':
      return withDeputy(asked, saying, district)
    case 'observe': {
      const unit = observerUnit(asked.person, asked.meeting, district)
      return unit === undefined ? no.mayNotObserve() : observe(asked, unit)
    }
    case 'leaveEarly':
      return leaveEarly(asked)
  }
}

/** The name is kept only of somebody who holds a post in the same unit; of anybody else the post alone. */
function withDeputy(
  asked: AtMeeting,
  { post, named = '' }: Extract<Saying, { kind: 'deputy' }>,
  { people }: District,
): Attendance | Refusal {
  const unit = seatOf(asked.seats, asked.person)?.unit
  const holder = people.find(
    ({ id, name, duties }) =>
      id !== asked.person &&
      duties.some(duty => duty.unit === unit) &&
      (named === id || named.includes(name)),
  )
  return sendDeputy(asked, post || (holder?.post ?? ''), holder?.id)
}

export interface Correction {
  readonly meeting: string
  readonly person: string
  readonly kind: AttendanceKind
  readonly leave?: LeaveKind | undefined
  readonly post?: string | undefined
  readonly reason: string
}

/** Sets right what is kept of somebody, with a reason; only staff over the convening unit. */
export async function correctSignIn(
  { store, now, zone }: SignKit,
  { meeting: id, person, reason, kind, leave, post }: Correction,
  actor: Actor,
): Promise<Attendance | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const district = await readDistrict(tx, zone)
    if (!isStaffOver(actor, district.tree, meeting.unit)) return no.mayNotCorrect()
    const seats = seatsOf(meeting, district)
    const record = await tx.find(attendances, attendanceId(id, person))
    const to = { kind, ...(leave && { leave }), ...(post && { post }) }
    const next = correct({ meeting, seats, person, record }, to, reason, { by: actor.id, at: now(), zone })
    if (isRefusal(next)) return next
    // A paper sheet that is entered afterwards is what says that the meeting was held.
    const held = conclude(meeting, { by: actor.id, at: now(), zone })
    const isOver = now() >= meeting.ends && isAttended(next.now.kind)
    if (isOver && !isRefusal(held) && held !== meeting) await tx.change(meetings, id, () => held)
    if (record) await tx.change(attendances, record.id, () => next)
    else await tx.add(attendances, next)
    await updateGroup(tx, meeting, district)
    return next
  })
}
