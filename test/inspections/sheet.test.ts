import { expect, test } from 'vitest'
import { inspectionFigures } from '../../src/inspections/figures.ts'
import type { Inspection } from '../../src/inspections/inspection.ts'
import { knownAnswers } from '../../src/inspections/known.ts'
import { bandOf, pointsOf, sum } from '../../src/inspections/sheet.ts'
import { readSheetFile } from '../../src/inspections/sheet-file.ts'
import { turns } from '../../src/inspections/turn.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { tally } from '../../src/meetings/tally.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import type { Unit } from '../../src/units/unit.ts'
import { aMeeting } from '../meetings/samples.ts'
import { fullMarks } from './samples.ts'

const sheet = readSheetFile()
const full = Object.fromEntries(Object.entries(fullMarks).map(([name, value]) => [name, Number(value)]))
const total = (answers: Readonly<Record<string, number>>) =>
  sum(Object.values(pointsOf(sheet, { ...full, ...answers })))

test('the sheet makes 100 points and asks about no resident', () => {
  expect(sheet.lines.map(({ name, scoring }) => [name, scoring.points])).toEqual([
    ['notice', 10],
    ['inMonth', 10],
    ['present', 15],
    ['signIn', 10],
    ['conveyed', 10],
    ['reviewed', 15],
    ['reported', 10],
    ['training', 5],
    ['resolutions', 10],
    ['filed', 5],
  ])
  expect(total({})).toBe(100)
})

test.each([
  [16, 20, 100],
  [15, 20, 93],
  [14, 21, 93],
  [13, 20, 85],
  [2, 3, 93],
  [0, 20, 85],
])('with %i of %i present the meeting has %i points', (present, expected, points) => {
  expect(total({ present, expected })).toBe(points)
})

test('more present than expected is refused in its own words', () => {
  const { errors } = sheet.form.validate({ ...full, present: 21 }, { today: plainDate('2026-10-13') })
  expect(errors.map(({ question, text }) => [question, text.en])).toEqual([
    ['present', 'No more can have come than were expected.'],
  ])
})

test.each([
  [100, 'excellent'],
  [90, 'excellent'],
  [89.9, 'good'],
  [75, 'good'],
  [74.9, 'pass'],
  [60, 'pass'],
  [59.9, 'fail'],
  [0, 'fail'],
] as const)('%s points are %s', (points, band) => {
  expect(bandOf(points, sheet.standard)).toBe(band)
})

const calendar = loadHolidays()
const report = { present: 17, missing: 3, by: 'l', at: instant('2026-10-13T03:10Z') }
const minutes = (at: string) => ({ minutes: { items: [], text: '一', by: 'l', at: instant(at) } })

test.each([
  ['filed on the third workday', minutes('2026-10-16T01:00Z'), '2026-10-20', { filed: 5 }],
  ['filed on the fourth', minutes('2026-10-19T01:00Z'), '2026-10-20', { filed: 0 }],
  ['not filed, and there is still time', {}, '2026-10-16', {}],
  ['not filed, and the time is over', {}, '2026-10-17', { filed: 0 }],
  ['moved into the next month', { starts: instant('2026-11-02T01:30Z') }, '2026-10-14', { inMonth: 0 }],
] as const)('the records answer what they know: %s', (_, given, today, known) => {
  const meeting = aMeeting({ level: 'community', status: 'held', report, ...given })
  const record = { meeting, tally: tally(meeting, [], []), calendar, zone: 'Asia/Shanghai' }
  expect(knownAnswers(sheet, { ...record, today: plainDate(today) })).toEqual({
    inMonth: 10,
    expected: 20,
    present: 17,
    ...known,
  })
})

test('the three workdays after a meeting go round a holiday and count the worked weekend', () => {
  // 2026-09-25 is Mid-Autumn Festival; 2026-09-20 and 2026-10-10 are worked.
  const meeting = aMeeting({
    level: 'community',
    status: 'held',
    report,
    ends: instant('2026-09-30T03:00Z'),
    ...minutes('2026-10-10T01:00Z'),
  })
  const record = { meeting, tally: tally(meeting, [], []), calendar, zone: 'Asia/Shanghai' }
  expect(knownAnswers(sheet, { ...record, today: plainDate('2026-10-12') })).toMatchObject({ filed: 5 })
})

function inspected(unit: string, on: string, mean?: number): Inspection {
  return {
    id: `${unit}-${on}`,
    unit,
    title: '例会',
    on: plainDate(on),
    form: { name: 'inspection', version: '2026.1' },
    sheets: [],
    faults: [],
    replies: [],
    rechecks: [],
    ...(mean !== undefined && {
      concluded: { by: 's', at: instant(`${on}T08:00Z`), mean, band: bandOf(mean, sheet.standard) },
    }),
  }
}

test('the mean of a period takes the concluded inspections of its meetings, both ends included', () => {
  const all = [
    inspected('a', '2025-10-31', 10),
    inspected('a', '2025-11-01', 80),
    inspected('a', '2026-05-12', 91.5),
    inspected('a', '2026-10-31', 75),
    inspected('a', '2026-06-01'),
  ]
  const year = { from: plainDate('2025-11-01'), to: plainDate('2026-10-31') }
  expect(inspectionFigures(all, year)).toEqual({ inspected: 3, mean: 82.17 })
  expect(inspectionFigures([], year)).toEqual({ inspected: 0, mean: undefined })
})

test('who has not been inspected for long comes first, whoever never was before all', () => {
  const units: Unit[] = ['a', 'b', 'c', 'd'].map(id => ({ id, level: 'community', name: id, parent: 's' }))
  const all = [
    inspected('a', '2026-09-08', 80),
    inspected('c', '2026-03-10', 70),
    inspected('c', '2026-06-09', 90),
    inspected('d', '2026-10-13'),
  ]
  expect(turns(units, all).map(({ unit, last, times }) => [unit.id, last?.on, times])).toEqual([
    ['b', undefined, 0],
    ['d', undefined, 0],
    ['c', '2026-06-09', 2],
    ['a', '2026-09-08', 1],
  ])
})
