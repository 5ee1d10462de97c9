import { expect, test } from 'vitest'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { dayKind, lastKnownYear, type Placed, type Policy, place } from '../../src/meetings/workdays.ts'
import { plainDate, plusDays } from '../../src/shared/time.ts'

const calendar = loadHolidays()

/** The notices of the State Council's General Office, written out: days off and days worked to make up for them. */
const arrangement = {
  2025: {
    holidays: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    makeUp: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    holidays: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
} as const

test.each([2025, 2026] as const)('the whole year %i follows the published arrangement', year => {
  const { holidays, makeUp } = arrangement[year]
  const off = (date: string) => holidays.some(([first, last]) => first <= date && date <= last)
  for (let day = plainDate(`${year}-01-01`); day.startsWith(String(year)); day = plusDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay())
    const made = (makeUp as readonly string[]).includes(day)
    const expected = off(day) ? 'holiday' : made ? 'makeUp' : weekend ? 'weekend' : 'workday'
    expect([day, dayKind(day, calendar)]).toEqual([day, expected])
  }
})

const said = (placed: Placed) => {
  if ('skipped' in placed) return `skipped ${placed.skipped.kind}`
  const why = placed.shift ? ` ${placed.shift.name?.['zh-CN'] ?? placed.shift.kind}` : ''
  return `${placed.date}${why}${placed.unsure ? ' unsure' : ''}`
}

test.each<[string, Policy, string]>([
  ['2026-10-05', 'next', '2026-10-08 国庆节'],
  ['2026-10-05', 'previous', '2026-09-30 国庆节'],
  ['2026-10-05', 'skip', 'skipped holiday'],
  ['2026-10-05', 'keep', '2026-10-05'],
  ['2026-10-31', 'next', '2026-11-02 weekend'],
  ['2026-10-31', 'previous', '2026-10-30 weekend'],
  // 2026-01-04 is a Sunday that is worked: a meeting is never put onto it, but stays where the rule put it.
  ['2026-01-01', 'next', '2026-01-05 元旦'],
  ['2026-01-04', 'next', '2026-01-04'],
  ['2026-02-16', 'next', '2026-02-24 春节'],
  ['2026-02-16', 'previous', '2026-02-13 春节'],
  ['2026-06-09', 'next', '2026-06-09'],
  // Of a year without an arrangement nothing is assumed, not even its weekends.
  ['2031-01-01', 'next', '2031-01-01 unsure'],
  ['2031-01-04', 'next', '2031-01-04 unsure'],
])('%s with the policy %s goes to %s', (date, policy, to) => {
  expect(said(place(plainDate(date), policy, { calendar, sameMonth: false }))).toBe(to)
})

test.each<[string, Policy, string]>([
  ['2026-10-31', 'next', '2026-10-30 weekend'],
  ['2026-10-05', 'previous', '2026-10-08 国庆节'],
  ['2026-01-31', 'next', '2026-01-30 weekend'],
  ['2026-05-02', 'previous', '2026-05-06 劳动节'],
])('a monthly meeting on %s with the policy %s stays in its month: %s', (date, policy, to) => {
  expect(said(place(plainDate(date), policy, { calendar, sameMonth: true }))).toBe(to)
})

test('a day off at the end of the last known year does not slip into a year that is not known', () => {
  const newYearsEve = [plainDate('2025-12-31'), { 'zh-CN': '元旦', en: 'New Year' }] as const
  const known = {
    ...calendar,
    years: new Set([2025]),
    holidays: new Map([...calendar.holidays, newYearsEve]),
  }
  expect(said(place(plainDate('2025-12-31'), 'next', { calendar: known, sameMonth: false }))).toBe(
    '2025-12-30 元旦',
  )
})

test('the last year whose arrangement is known can be told', () => {
  expect(lastKnownYear(calendar)).toBeGreaterThanOrEqual(2026)
})

const eachMonthOn = (day: string) =>
  Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, '0')}-${day}`)

test.each([
  [
    'first Monday',
    '01-05 02-02 03-02 04-06 05-04 06-01 07-06 08-03 09-07 10-05 11-02 12-07'.split(' '),
    '04-06→04-07 05-04→05-06 10-05→10-08',
  ],
  ['fifth', eachMonthOn('05'), '04-05→04-07 05-05→05-06 07-05→07-06 09-05→09-07 10-05→10-08 12-05→12-07'],
  [
    'first',
    eachMonthOn('01'),
    '01-01→01-05 02-01→02-02 03-01→03-02 05-01→05-06 08-01→08-03 10-01→10-08 11-01→11-02',
  ],
])('of 2026’s meetings on the %s of the month these are shifted', (_, days, shifts) => {
  const shifted = days.flatMap(day => {
    const placed = place(plainDate(`2026-${day}`), 'next', { calendar, sameMonth: true })
    return 'shift' in placed && placed.shift ? [`${day}→${placed.date.slice(5)}`] : []
  })
  expect(shifted.join(' ')).toBe(shifts)
})
