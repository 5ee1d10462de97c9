import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  dateOf,
  daysBetween,
  instantAt,
  instantOf,
  type PlainDate,
  plainDate,
  plainTime,
  plusDays,
  timeOf,
} from '../../src/shared/time.ts'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const moments = fc.date({
  min: new Date('1985-01-01'),
  max: new Date('2045-01-01'),
  noInvalidDate: true,
})
const days = fc
  .date({ min: new Date('1985-01-01'), max: new Date('2045-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as PlainDate)

test('a moment has the day and the time that Temporal gives it, in zones with and without summer time', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
      const at = instantOf(moment)
      const told = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
      expect(dateOf(at, zone)).toBe(told.toPlainDate().toString())
      expect(timeOf(at, zone)).toBe(told.toPlainTime().toString().slice(0, 5))
    }),
  )
})

test('a time of the wall clock is the moment that Temporal gives it, and refused where it does not exist or comes twice', () => {
  const asked = (date: PlainDate, time: string, zone: string) =>
    Temporal.PlainDate.from(date).toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'reject' })
      .epochMilliseconds
  const minutes = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(days, minutes, fc.constantFrom(...zones), (date, minute, zone) => {
      const pad = (value: number) => String(value).padStart(2, '0')
      const time = plainTime(`${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`)
      let expected: number | undefined
      try {
        expected = asked(date, time, zone)
      } catch {
        expect(() => instantAt(date, time, zone)).toThrow(RangeError)
        return
      }
      expect(Date.parse(instantAt(date, time, zone))).toBe(expected)
    }),
  )
})

test.each([
  ['2026-03-08', '02:30', 'America/New_York'],
  ['2026-11-01', '01:30', 'America/New_York'],
  ['2011-12-30', '12:00', 'Pacific/Apia'],
  ['2026-02-30', '12:00', 'Asia/Shanghai'],
])('%s %s in %s is no moment', (date, time, zone) => {
  expect(() => instantAt(date as PlainDate, plainTime(time), zone)).toThrow(RangeError)
})

test.each([
  ['2026-03-08', '01:59', '2026-03-08T06:59:00.000Z'],
  ['2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
  ['2026-11-01', '00:59', '2026-11-01T04:59:00.000Z'],
  ['2026-11-01', '02:00', '2026-11-01T07:00:00.000Z'],
])('on the day of a change %s %s in New York is %s', (date, time, at) => {
  const zone = 'America/New_York'
  expect(instantAt(plainDate(date), plainTime(time), zone)).toBe(at)
  expect(dateOf(instantAt(plainDate(date), plainTime(time), zone), zone)).toBe(date)
  expect(timeOf(instantAt(plainDate(date), plainTime(time), zone), zone)).toBe(time)
})

test('days are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
      const there = plusDays(date, count)
      expect(there).toBe(Temporal.PlainDate.from(date).add({ days: count }).toString())
      expect(daysBetween(date, there) === count).toBe(true)
    }),
  )
})
