import { expect, test } from 'vitest'
import { stages } from '../../src/meetings/meeting.ts'
import { dueStages, missingPersons, stageWindow } from '../../src/meetings/reminders.ts'
import { type Instant, instant } from '../../src/shared/time.ts'
import { aMeeting } from './samples.ts'

/** In Shanghai's time of the meeting's day, or with the day before. */
const at = (text: string): Instant => instant(`2026-10-${text}+08:00`)

test.each([
  ['before', '2026-10-12T01:30:00.000Z', '2026-10-13T01:00:00.000Z'],
  ['open', '2026-10-13T01:00:00.000Z', '2026-10-13T03:00:00.000Z'],
  // 80 % of the 40 minutes from the opening until people count as late.
  ['urge', '2026-10-13T01:32:00.000Z', '2026-10-13T03:00:00.000Z'],
  ['digest', '2026-10-13T03:00:00.000Z', '2026-10-16T03:00:00.000Z'],
  ['report', undefined, undefined],
] as const)('of a meeting with sign-in, “%s” goes out from %s until %s', (stage, from, until) => {
  expect(stageWindow(aMeeting(), stage)).toEqual(from && { from, until })
})

test('a community meeting is announced and asked about, with no sign-in between', () => {
  const community = aMeeting({ level: 'community' })
  expect(stages.filter(stage => stageWindow(community, stage))).toEqual(['before', 'report'])
})

test.each([
  ['12T09:29', []],
  ['12T09:30', ['before']],
  ['13T09:00', ['before', 'open']],
  ['13T09:01', ['before late', 'open']],
  ['13T09:32', ['before late', 'open', 'urge']],
  ['13T11:01', ['before late', 'open late', 'urge late', 'digest']],
  ['17T11:00', ['before late', 'open late', 'urge late', 'digest late']],
])('at %s these are due: %j', (time, expected) => {
  const due = dueStages(aMeeting(), at(time)).map(({ stage, late }) => (late ? `${stage} late` : stage))
  expect(due).toEqual(expected)
})

test('what was sent is not due again, and a meeting that is off has nothing due', () => {
  expect(dueStages(aMeeting({ sent: ['before', 'open', 'urge'] }), at('13T10:00'))).toEqual([])
  expect(dueStages(aMeeting({ status: 'cancelled' }), at('13T10:00'))).toEqual([])
  expect(dueStages(aMeeting({ status: 'notHeld' }), at('13T12:00'))).toEqual([])
})

test('a seat that is filled or excused is not reminded, nor any of its people', () => {
  const seats = [
    { unit: 'u', persons: ['a', 'b'] },
    { unit: 'v', persons: ['c'] },
    { unit: 'w', persons: ['d'] },
  ]
  const record = (person: string, kind: 'present' | 'leave' | 'absent') => ({
    ...{ id: person, meeting: 'm', person, unit: '', before: [] },
    now: { kind, at: at('13T09:10'), way: 'chat' as const, by: person },
  })
  expect(
    missingPersons(seats, [record('b', 'present'), record('c', 'leave'), record('d', 'absent')]),
  ).toEqual(['d'])
})
