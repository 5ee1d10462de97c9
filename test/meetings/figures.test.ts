import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attendance, attendanceKinds } from '../../src/meetings/attendance.ts'
import { heldByUnit, meetingFigures } from '../../src/meetings/figures.ts'
import { type Meeting, statuses } from '../../src/meetings/meeting.ts'
import { yearOf } from '../../src/meetings/year.ts'
import { assessmentYear } from '../../src/shared/assessment-year.ts'
import { instant, plainDate, plusMinutes } from '../../src/shared/time.ts'
import { aMeeting } from './samples.ts'

const zone = 'Asia/Shanghai'
const year = {
  from: plainDate('2025-11-01'),
  to: plainDate('2026-10-31'),
  now: instant('2026-11-01T00:00:00Z'),
}
const community = (month: string, given: Partial<Meeting> = {}): Meeting =>
  aMeeting({ id: month, level: 'community', month, ...on(`${month}-10`), headCount: 20, ...given })
const on = (day: string) => {
  const starts = instant(`${day}T01:30Z`)
  return { starts, ends: plusMinutes(starts, 90) }
}
const held = (month: string, present: number, given: Partial<Meeting> = {}) =>
  community(month, {
    status: 'held',
    report: { present, by: 'p', at: instant('2026-01-01T00:00Z') },
    ...given,
  })
const figures = (
  meetings: readonly Meeting[],
  resolutions: Parameters<typeof meetingFigures>[0]['resolutions'] = [],
) => meetingFigures({ meetings, attendances: [], resolutions }, aMeeting().unit, year)

test('months count once, by the month a meeting counts for', () => {
  const told = figures([
    held('2025-12', 18),
    held('2026-01', 20, { ...on('2026-02-03') }),
    held('2026-01', 10, { id: 'extra' }),
    community('2026-02', { status: 'notHeld' }),
    community('2026-03'),
    community('2026-04', { status: 'cancelled' }),
    held('2025-10', 20),
    held('2026-11', 20),
  ])
  // That of January held in February is not on time.
  expect(told).toMatchObject({
    due: 5,
    held: 3,
    onTime: 2,
    monthsDue: 4,
    monthsHeld: 2,
    expected: 60,
    present: 48,
  })
  expect(told.attendance).toBe(0.8)
})

test('of all units in one pass, as many are due and held as of each by itself', () => {
  const all = [
    held('2026-01', 20),
    community('2026-02', { status: 'notHeld' }),
    community('2026-03', { status: 'cancelled' }),
    held('2025-10', 20),
    held('2026-01', 10, { id: 'other', unit: 'other' }),
    community('2026-11', { id: 'later', unit: 'other' }),
  ]
  const counted = heldByUnit(all, year)
  for (const unit of [aMeeting().unit, 'other']) {
    const { due, held } = meetingFigures({ meetings: all, attendances: [], resolutions: [] }, unit, year)
    expect(counted.get(unit)).toEqual({ due, held })
  }
  expect(counted.get(aMeeting().unit)).toEqual({ due: 2, held: 1 })
})

test('a meeting still to come is not due, and with nothing there is no share', () => {
  const today = { ...year, to: plainDate('2026-03-01'), now: instant('2026-03-01T00:00:00Z') }
  const coming = { meetings: [community('2026-03')], attendances: [], resolutions: [] }
  expect(meetingFigures(coming, aMeeting().unit, today)).toMatchObject({ due: 0, attendance: undefined })
})

test('a resolution is on time by the day it was handed in', () => {
  const unit = aMeeting().unit
  const due = plainDate('2026-06-30')
  const told = figures(
    [],
    [
      { unit, due, closedOn: plainDate('2026-06-30') },
      { unit, due, closedOn: plainDate('2026-07-01') },
      { unit, due, closedOn: undefined },
      { unit, due: plainDate('2027-01-01'), closedOn: undefined },
      { unit: 'another', due, closedOn: due },
    ],
  )
  expect(told).toMatchObject({ resolutionsDue: 3, resolutionsClosedOnTime: 1 })
})

test('whatever is kept, held is within due and no share is over 1', () => {
  const persons = ['a', 'b', 'c']
  const someMeeting = fc
    .record({
      status: fc.constantFrom(...statuses),
      month: fc.integer({ min: 1, max: 12 }),
      seats: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ status, month, seats }) =>
      aMeeting({
        status,
        month: `2026-${String(month).padStart(2, '0')}`,
        seats: persons.slice(0, seats).map(person => ({ unit: person, persons: [person] })),
      }),
    )
  const someAttendance = fc
    .record({ kind: fc.constantFrom(...attendanceKinds), person: fc.constantFrom(...persons, 'x') })
    .map(
      ({ kind, person }): Attendance => ({
        ...{ id: person, meeting: aMeeting().id, person, unit: '' },
        now: { kind, at: aMeeting().starts, way: 'chat', by: person },
        before: [],
      }),
    )
  fc.assert(
    fc.property(fc.array(someMeeting), fc.array(someAttendance), (meetings, attendances) => {
      const told = meetingFigures({ meetings, attendances, resolutions: [] }, aMeeting().unit, year)
      expect(told.held).toBeLessThanOrEqual(told.due)
      expect(told.monthsHeld).toBeLessThanOrEqual(told.monthsDue)
      expect(told.attendance ?? 0).toBeLessThanOrEqual(1)
    }),
  )
})

test('an assessment year at a glance: held, held late, missing, still to come, none due', () => {
  const now = instant('2026-06-15T00:00Z')
  const months = yearOf(
    [
      held('2025-11', 18, on('2025-11-18')),
      held('2025-12', 18, on('2026-01-02')),
      community('2026-03', { status: 'notHeld' }),
      community('2026-04'),
      community('2026-05', {
        status: 'cancelled',
        shift: { from: plainDate('2026-05-04'), kind: 'holiday' },
      }),
      community('2026-06', on('2026-06-20')),
    ],
    assessmentYear('2026', 11).months,
    { now, zone },
  )
  const states = 'held late none none missing missing none coming none none none none'
  expect(months.map(({ state }) => state).join(' ')).toBe(states)
})
