import { queue } from '../delivery/store.ts'
import type { Person } from '../people/person.ts'
import type { Actor } from '../shared/actor.ts'
import { makePress } from '../shared/bot/press.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { type Attendance, leaveName } from './attendance.ts'
import { type District, readDistrict } from './calling.ts'
import { isStaffOver } from './expected.ts'
import { updateGroup } from './group-notes.ts'
import { decideLeave } from './leave.ts'
import type { Meeting } from './meeting.ts'
import { no } from './refusals.ts'
import { messageKey } from './reminders.ts'
import { whenText } from './saying.ts'
import { attendances, meetings } from './store.ts'
import { words } from './words.ts'

export interface Decided {
  readonly meeting: Meeting
  readonly record: Attendance
}

/**
 * Approves or declines a leave that was asked for; whoever asked is told. Staff of the convening unit and above. With `leave`
 * only one of that kind, such as a message told of: another one was asked for since where it is not.
 */
export async function decideOnLeave(
  { store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>,
  { attendance, approve, leave }: { attendance: string; approve: boolean; leave?: string | undefined },
  actor: Actor,
): Promise<Decided | Refusal> {
  return store.write(actor.id, async tx => {
    const record = await tx.find(attendances, attendance)
    const meeting = record && (await tx.find(meetings, record.meeting))
    if (!meeting) return no.noLeaveAsked()
    const district = await readDistrict(tx, zone)
    if (!isStaffOver(actor, district.tree, meeting.unit)) return no.mayNotDecide()
    if (leave !== undefined && record.now.kind === 'leave' && record.now.leave !== leave)
      return no.otherLeaveAsked()
    const next = decideLeave({ meeting, record }, approve, { by: actor.id, at: now(), zone })
    if (isRefusal(next)) return next
    if (next === record) return { meeting, record }
    await tx.change(attendances, record.id, () => next)
    await updateGroup(tx, meeting, district)
    await tellDecision(tx, meeting, next, district, now())
    return { meeting, record: next }
  })
}

/** Asks those who convene a meeting whether somebody may stay away; does nothing for any other record. */
export async function askToDecide(
  tx: Writing,
  meeting: Meeting,
  record: Attendance,
  district: District,
  now: Instant,
): Promise<void> {
  if (record.now.kind !== 'leave' || record.now.approval !== 'asked') return
  const asker = district.people.find(({ id }) => id === record.person)
  for (const person of deciders(meeting, district).filter(({ id }) => id !== record.person)) {
    const t = speaker(person.lang)
    const text = t(words.leaveToDecide, {
      unit: district.tree.find(record.unit)?.name ?? '',
      name: asker?.name ?? record.person,
      kind: leaveName(record.now.leave ?? 'other'),
      title: meeting.title,
      when: whenText(meeting, district.zone, t),
    })
    const press = (answer: 'yes' | 'no') =>
      makePress('leaveok', record.id, `${answer} ${record.now.leave ?? ''}`.trim())
    const buttons = [
      [
        { label: t(words.approve), data: press('yes') },
        { label: t(words.decline), data: press('no') },
      ],
    ]
    const key = `${messageKey('leave', meeting, person.id)}:${record.person}:${record.now.leave}`
    const message = { key, kind: 'meeting.leave', to: person.id, text, buttons, notAfter: meeting.ends }
    await queue(tx, { ...message, repeatable: true }, now)
  }
}

/** The staff of the convening unit; where it has none, those of the unit above. */
function deciders({ unit }: Meeting, { tree, people }: District): readonly Person[] {
  for (const { id } of tree.pathOf(unit)) {
    const staff = people.filter(({ duties }) => duties.some(duty => duty.unit === id && duty.role !== 'lead'))
    if (staff.length > 0) return staff
  }
  return []
}

async function tellDecision(
  tx: Writing,
  meeting: Meeting,
  record: Attendance,
  district: District,
  now: Instant,
): Promise<void> {
  const person = district.people.find(({ id }) => id === record.person)
  if (!person) return
  const t = speaker(person.lang)
  const approved = record.now.approval === 'approved'
  const text = t(approved ? words.leaveKept : words.leaveRefused, {
    kind: leaveName(record.now.leave ?? 'other'),
    title: meeting.title,
    when: whenText(meeting, district.zone, t),
  })
  const key = `${messageKey(approved ? 'approved' : 'declined', meeting, person.id)}:${record.before.length}`
  const message = {
    key,
    kind: 'meeting.leave',
    to: person.id,
    text,
    notAfter: meeting.ends,
    repeatable: true,
  }
  await queue(tx, message, now)
}
