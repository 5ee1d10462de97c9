import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { offsetAt, offsetAtWallClock } from './zone-offset.ts'

const dayMs = 86_400_000

/** A moment in UTC, always written `2026-10-05T01:30:00.000Z`, so that text order is time order. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'Instant'>()
export type Instant = z.infer<typeof instantSchema>

/** A calendar day, `2026-10-05`, meant in the time zone of the district. */
export const plainDateSchema = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof plainDateSchema>

/** A time of day on the wall clock, `09:30`. */
export const plainTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'PlainTime'>()
export type PlainTime = z.infer<typeof plainTimeSchema>

/** Reads any ISO moment; throws `RangeError` on anything else. */
export function instant(text: string): Instant {
  return fromTemporal(Temporal.Instant.from(text))
}

/** A moment as the system's clock tells it. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant
}

/** Reads `2026-10-05`; throws `RangeError` on a day that does not exist. */
export function plainDate(text: string): PlainDate {
  return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate
}

/** Reads `09:30`; throws `RangeError` on a time that does not exist. */
export function plainTime(text: string): PlainTime {
  return plainTimeSchema.parse(text)
}

/** The day on which a moment falls in a zone such as `Asia/Shanghai`. */
export function dateOf(at: Instant, zone: string): PlainDate {
  return wallClock(at, zone).slice(0, 10) as PlainDate
}

/** The wall-clock time of a moment in a zone. */
export function timeOf(at: Instant, zone: string): PlainTime {
  return wallClock(at, zone).slice(11, 16) as PlainTime
}

/** What the zone's clock shows at a moment, written as if that were UTC. */
function wallClock(at: Instant, zone: string): string {
  const ms = Date.parse(at)
  return new Date(ms + offsetAt(ms, zone)).toISOString()
}

/** A moment as people read it in a zone, without its year: `10-08 09:30`. */
export function dayTime(at: Instant, zone: string): string {
  return `${dateOf(at, zone).slice(5)} ${timeOf(at, zone)}`
}

/** The moment of a wall-clock time on a day; throws `RangeError` where the zone's clock skips it. */
export function instantAt(date: PlainDate, time: PlainTime, zone: string): Instant {
  const wallMs = Date.parse(`${date}T${time}:00.000Z`)
  const isDay = !Number.isNaN(wallMs) && instantOf(new Date(wallMs)).startsWith(date)
  const offset = isDay ? offsetAtWallClock(wallMs, zone) : undefined
  if (offset !== undefined) return instantOf(new Date(wallMs - offset))
  return fromTemporal(
    Temporal.PlainDate.from(date)
      .toPlainDateTime(time)
      .toZonedDateTime(zone, { disambiguation: 'reject' })
      .toInstant(),
  )
}

/** Moments are milliseconds in UTC: adding to them needs no calendar, and is asked for by the thousand. */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return instantOf(new Date(Date.parse(at) + seconds * 1000))
}

export function plusMinutes(at: Instant, minutes: number): Instant {
  return plusSeconds(at, minutes * 60)
}

/** Hours of 60 minutes; the result is another moment, not the same wall-clock time. */
export function plusHours(at: Instant, hours: number): Instant {
  return plusMinutes(at, hours * 60)
}

/** Days are counted in UTC, where all of them are equally long. */
export function plusDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10) as PlainDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs
}

/** Minutes from `from` to `to`, with fractions; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}

function fromTemporal(at: Temporal.Instant): Instant {
  return at.toString({ fractionalSecondDigits: 3 }) as Instant
}
