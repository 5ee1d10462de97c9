import type { Person } from '../people/person.ts'
import type { Buttons } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import { dayTime, timeOf } from '../shared/time.ts'
import { type Say, speaker } from '../shared/words.ts'
import type { Attendance } from './attendance.ts'
import { type District, seatsOf } from './calling.ts'
import { type Meeting, type Seat, type Stage, signInOpens } from './meeting.ts'
import { absentPersons, missingPersons } from './reminders.ts'
import { reasonText, shiftText, whenText } from './saying.ts'
import { tally } from './tally.ts'
import { words } from './words.ts'

export interface About {
  readonly seats: readonly Seat[]
  readonly records: readonly Attendance[]
  readonly district: District
}

/** What messages about a meeting go by: its seats, and what is kept of those who fill them. */
export function aboutOf(meeting: Meeting, records: readonly Attendance[], district: District): About {
  return { seats: seatsOf(meeting, district), records, district }
}

/** What is sent, in the person's language. */
export interface Note {
  readonly text: string
  readonly buttons: Buttons
}

/** Who is written to at a stage: those expected, those missing, the conveners, or the leads who report. */
export function recipients(stage: Stage, meeting: Meeting, about: About): readonly Person[] {
  const { people } = about.district
  const named = (ids: readonly string[]) => people.filter(person => ids.includes(person.id) && !person.ended)
  switch (stage) {
    case 'before':
      if (meeting.level === 'community') return holders(meeting, people)
      return named(missingPersons(about.seats, about.records))
    case 'open':
    case 'urge':
      return named(missingPersons(about.seats, about.records))
    case 'digest':
    case 'report':
      return holders(meeting, people)
  }
}

/** The people of the unit that convenes the meeting. */
export function holders({ unit }: Meeting, people: readonly Person[]): readonly Person[] {
  return people.filter(person => person.duties.some(duty => duty.unit === unit))
}

export function noteFor(stage: Stage, meeting: Meeting, about: About & { readonly t: Say }): Note {
  const { t, district } = about
  const place = meeting.place ? t(words.atPlace, { place: meeting.place }) : ''
  const values = {
    title: meeting.title,
    when: whenText(meeting, district.zone, t),
    place,
    late: meeting.settings.lateAfterMinutes,
    opens: dayTime(signInOpens(meeting), district.zone),
    ends: timeOf(meeting.ends, district.zone),
  }
  const shift = meeting.shift ? `\n${t(words.shifted, { why: shiftText(meeting, district.zone, t) })}` : ''
  switch (stage) {
    case 'before':
      if (meeting.level === 'community') return { text: t(words.noteBeforeOwn, values) + shift, buttons: [] }
      return { text: t(words.noteBefore, values) + shift, buttons: [leaveRow(meeting, t)] }
    case 'open':
      return { text: t(words.noteOpen, values), buttons: signInRows(meeting, t) }
    case 'urge':
      return { text: t(words.noteUrge, values), buttons: signInRows(meeting, t) }
    case 'digest':
      return { text: t(words.noteDigest, { ...values, ...digest(meeting, about) }), buttons: [] }
    case 'report':
      return { text: t(words.noteReport, values), buttons: [reportRow(meeting, t)] }
  }
}

/** The same as a message to somebody, with the way to the meeting's page. */
export function messageOf(
  stage: Stage,
  meeting: Meeting,
  { id, lang }: Person,
  { publicUrl, ...about }: About & { readonly publicUrl: string },
) {
  const t = speaker(lang)
  const { text, buttons } = noteFor(stage, meeting, { ...about, t })
  const page = [{ label: t(words.openPage), url: `${publicUrl}/meetings/${meeting.id}` }]
  return { kind: `meeting.${stage}`, to: id, text, buttons: [...buttons, page], repeatable: true }
}

function digest(meeting: Meeting, { seats, records, district, t }: About & { readonly t: Say }) {
  const { expected, present, late, leave, missing, quorate } = tally(meeting, seats, records)
  const names = missingUnits({ seats, records, district })
  return {
    ...{ expected, present, late, leave, missing },
    quorum: t(quorate ? words.quorate : words.notQuorate),
    names: names.length > 0 ? t(words.missingUnits, { names: names.join(t(words.comma)) }) : '',
  }
}

/** Names of the units of which nobody came or was excused. */
export function missingUnits({ seats, records, district }: About): readonly string[] {
  const persons = new Set(absentPersons(seats, records))
  const units = seats.filter(seat => seat.persons.some(person => persons.has(person))).map(seat => seat.unit)
  return [...new Set(units)].map(unit => district.tree.find(unit)?.name ?? unit)
}

export function signInRows(meeting: Pick<Meeting, 'id'>, t: Say): Buttons {
  return [[{ label: t(words.signInButton), data: makePress('checkin', meeting.id) }], leaveRow(meeting, t)]
}

function leaveRow({ id }: Pick<Meeting, 'id'>, t: Say) {
  return [
    { label: t(words.leave), data: makePress('leave', id) },
    { label: t(words.deputy), data: makePress('deputy', id) },
  ]
}

export function reportRow({ id }: Pick<Meeting, 'id'>, t: Say) {
  return [
    { label: t(words.held), data: makePress('report', id, 'held') },
    { label: t(words.moved), data: makePress('report', id, 'moved') },
    { label: t(words.notHeld), data: makePress('report', id, 'notHeld') },
  ]
}

/** What those expected are told when a meeting is moved or cancelled. */
export function noteOfChange(meeting: Meeting, zone: string, t: Say): string {
  const place = meeting.place ? t(words.atPlace, { place: meeting.place }) : ''
  const last = meeting.changes.at(-1)
  const values = {
    title: meeting.title,
    when: whenText(meeting, zone, t),
    place,
    reason: last ? reasonText(meeting, last, t) : '',
    from: last ? dayTime(last.from.starts, zone) : '',
  }
  if (last?.cause && meeting.status !== 'cancelled') return t(words.noteShifted, values)
  return t(meeting.status === 'cancelled' ? words.noteCancelled : words.noteChanged, values)
}
