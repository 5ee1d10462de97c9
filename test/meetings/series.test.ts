import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { meetingsToMake } from '../../src/meetings/making.ts'
import { nextDates, readRule } from '../../src/meetings/rrule.ts'
import { planSeries, type Series } from '../../src/meetings/series.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { type Instant, instant, plainDate, plainTime } from '../../src/shared/time.ts'

const calendar = loadHolidays()
const zone = 'Asia/Shanghai'

const planned = (rule: string, given: Partial<Series> = {}): Series => {
  const series = planSeries(
    {
      id: 's',
      level: 'subdistrict',
      unit: '350203001000',
      title: '例会',
      rule,
      from: plainDate('2026-01-01'),
      time: plainTime('09:30'),
      ...given,
    },
    { by: 'p', at: instant('2026-01-01T00:00Z'), minutes: 90 },
  )
  if (isRefusal(series)) throw new Error(series.code)
  return series
}
const make = (series: Series, now: Instant, known: readonly string[] = []) =>
  meetingsToMake(series, { calendar, zone, now, known: new Set(known) })

/** A year of a series: the clock comes on the first of each month. */
const yearOf = (series: Series, year = 2026) => {
  const made = new Map<string, string>()
  for (let month = 1; month <= 12; month++) {
    const now = instant(`${year}-${String(month).padStart(2, '0')}-01T00:00:00Z`)
    for (const meeting of make(series, now, [...made.keys()])) made.set(meeting.id, meeting.starts)
  }
  return [...made.values()].filter(starts => starts.startsWith(String(year)))
}

const secondTuesdays = [
  '2026-01-13T01:30:00.000Z',
  '2026-02-10T01:30:00.000Z',
  '2026-03-10T01:30:00.000Z',
  '2026-04-14T01:30:00.000Z',
  '2026-05-12T01:30:00.000Z',
  '2026-06-09T01:30:00.000Z',
  '2026-07-14T01:30:00.000Z',
  '2026-08-11T01:30:00.000Z',
  '2026-09-08T01:30:00.000Z',
  '2026-10-13T01:30:00.000Z',
  '2026-11-10T01:30:00.000Z',
  '2026-12-08T01:30:00.000Z',
]

test('the second Tuesday of each month at half past nine in Shanghai', () => {
  expect(yearOf(planned('FREQ=MONTHLY;BYDAY=2TU'))).toEqual(secondTuesdays)
})

test('the last day of each month, moved to a workday of the same month', () => {
  const days = yearOf(planned('FREQ=MONTHLY;BYMONTHDAY=-1')).map(starts => starts.slice(0, 10))
  expect(days).toEqual([
    '2026-01-30',
    // A Saturday that is worked: the rule put the meeting there, so it stays.
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-29',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-30',
    '2026-11-30',
    '2026-12-31',
  ])
})

test('each quarter on the first Wednesday of its first month', () => {
  const series = planned('FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1WE', { level: 'district' })
  expect(yearOf(series).map(starts => starts.slice(0, 10))).toEqual([
    '2026-01-07',
    '2026-04-01',
    '2026-07-01',
    '2026-10-08',
  ])
})

test('the days are the same in whatever zone the program runs', () => {
  const program = `
    import { loadHolidays } from './src/meetings/holiday-data.ts'
    import { meetingsToMake } from './src/meetings/making.ts'
    import { planSeries } from './src/meetings/series.ts'
    const input = { id: 's', level: 'subdistrict', unit: 'u', title: 't', rule: 'FREQ=MONTHLY;BYDAY=1MO', from: '2026-01-01', time: '09:30' }
    for (const TZ of ['America/New_York', 'Asia/Shanghai', 'UTC']) {
      process.env.TZ = TZ
      const series = planSeries(input, { by: 'p', at: '2026-01-01T00:00:00.000Z', minutes: 90 })
      const found = meetingsToMake(series, { calendar: loadHolidays(), zone: 'Asia/Shanghai', now: '2026-09-01T00:00:00.000Z', known: new Set() })
      const offset = new Date('2026-09-01T00:00:00Z').getTimezoneOffset() / 60
      console.log(offset, found.map(meeting => meeting.starts + ' ' + meeting.shift?.from).join(','))
    }`
  const cwd = `${import.meta.dirname}/../..`
  const args = ['--import', 'tsx', '--input-type=module', '-e', program]
  const out = execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })
  const days = '2026-09-07T01:30:00.000Z undefined,2026-10-08T01:30:00.000Z 2026-10-05'
  expect(out.trim().split('\n')).toEqual([4, -8, 0].map(offset => `${offset} ${days}`))
})

test('a shifted meeting says why and counts for its month', () => {
  const [october] = make(planned('FREQ=MONTHLY;BYDAY=1MO'), instant('2026-10-01T00:00Z'))
  expect(october).toMatchObject({
    month: '2026-10',
    starts: '2026-10-08T01:30:00.000Z',
    ends: '2026-10-08T03:00:00.000Z',
    status: 'planned',
    shift: { from: '2026-10-05', kind: 'holiday', name: { 'zh-CN': '国庆节' } },
  })
})

test('what is known is not made again, and what is over is not made at all', () => {
  const series = planned('FREQ=WEEKLY;BYDAY=FR')
  const first = make(series, instant('2026-06-01T00:00Z'))
  expect(first).toHaveLength(8)
  expect(
    make(
      series,
      instant('2026-06-01T00:00Z'),
      first.map(meeting => meeting.id),
    ),
  ).toEqual([])
  expect(make(series, instant('2026-06-05T09:00:00Z'))[0]?.starts).toBe('2026-06-12T01:30:00.000Z')
})

test('of a rare series the next meeting is there from the beginning', () => {
  const yearly = planned('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10')
  expect(make(yearly, instant('2026-02-01T00:00Z')).map(meeting => meeting.month)).toEqual(['2026-12'])
})

test('where days off are skipped, the month says so with a cancelled meeting', () => {
  const [october] = make(planned('FREQ=MONTHLY;BYDAY=1MO', { policy: 'skip' }), instant('2026-10-01T00:00Z'))
  expect(october).toMatchObject({ month: '2026-10', status: 'cancelled', shift: { from: '2026-10-05' } })
})

test('a daily series leaves its days off out instead of meeting twice on Monday', () => {
  const week = make(planned('FREQ=DAILY'), instant('2026-10-15T00:00Z')).slice(0, 6)
  expect(week.map(({ status, starts }) => `${starts.slice(0, 10)} ${status}`)).toEqual([
    '2026-10-15 planned',
    '2026-10-16 planned',
    '2026-10-17 cancelled',
    '2026-10-18 cancelled',
    '2026-10-19 planned',
    '2026-10-20 planned',
  ])
})

test('in a year without holiday data nothing is shifted, and it is said', () => {
  const years = new Set([2026])
  const series = planned('FREQ=MONTHLY;BYMONTHDAY=1')
  const made = meetingsToMake(series, {
    calendar: { ...calendar, years },
    zone,
    now: instant('2026-12-15T00:00Z'),
    known: new Set(),
  })
  expect(made.map(({ starts, unsure }) => `${starts.slice(0, 10)} ${unsure}`)).toEqual([
    '2027-01-01 true',
    '2027-02-01 true',
  ])
})

test.each([
  ['RRULE:FREQ=MONTHLY;BYDAY=1TU', 'FREQ=MONTHLY;BYDAY=1TU'],
  [' freq=weekly; byday=mo ', 'FREQ=WEEKLY;BYDAY=MO'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  ['FREQ=DAILY', 'FREQ=DAILY'],
  ['', 'notARule'],
  ['every Tuesday', 'notARule'],
  ['FREQ=FORTNIGHTLY', 'notARule'],
  ['FREQ=MONTHLY;BYDAY=6TU', 'notARule'],
  ['FREQ=MONTHLY;BYDAY=XX', 'notARule'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'notARule'],
  ['FREQ=MONTHLY;BYMONTH=13', 'notARule'],
  ['FREQ=MONTHLY;INTERVAL=0', 'notARule'],
  ['FREQ=MONTHLY;FREQ=DAILY', 'notARule'],
  ['FREQ=MONTHLY;BYDAY=1TU;FOO=1', 'notARule'],
  ['FREQ=MONTHLY;UNTIL=20261350', 'notARule'],
  ['BYDAY=TU', 'notARule'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'neverFires'],
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'neverFires'],
  ['FREQ=MONTHLY;UNTIL=20251231', 'neverFires'],
  ['FREQ=HOURLY', 'tooOften'],
  ['FREQ=MINUTELY;INTERVAL=5', 'tooOften'],
  ['FREQ=DAILY;BYHOUR=9,15', 'tooOften'],
  ['FREQ=MONTHLY;BYDAY=1TU;BYMINUTE=0,30', 'tooOften'],
])('the rule %j is read as %s', (text, outcome) => {
  const rule = readRule(text, plainDate('2026-01-01'))
  expect(isRefusal(rule) ? rule.code : rule).toBe(outcome)
})

test('a rule of every second month keeps its beat from the first day on', () => {
  const days = { after: plainDate('2026-05-31'), days: 365 }
  expect(nextDates('FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15', plainDate('2026-01-01'), days)).toEqual([
    '2026-07-15',
    '2026-09-15',
    '2026-11-15',
    '2027-01-15',
    '2027-03-15',
    '2027-05-15',
  ])
})
