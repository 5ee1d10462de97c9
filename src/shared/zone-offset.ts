import { Temporal } from 'temporal-polyfill'

const dayMs = 86_400_000
/** Days kept of one zone; pages ask for those around a year. */
const mostDays = 5_000

/**
 * What a zone's clock is ahead of UTC, asked for by the thousand. Kept for days on which it does not change: a lookup
 * gives the same as asking again, so that sharing it changes nothing.
 */
const steady = new Map<string, Map<number, number | undefined>>()

/** How many milliseconds a zone is ahead of UTC at a moment. Throws `RangeError` on a zone that does not exist. */
export function offsetAt(ms: number, zone: string): number {
  return steadyOn(Math.floor(ms / dayMs), zone) ?? askedAt(ms, zone)
}

/**
 * The same for a moment told by the zone's own clock, as if that were UTC; undefined where the clock changes within a day of
 * it, so that the moment may come twice or never.
 */
export function offsetAtWallClock(wallMs: number, zone: string): number | undefined {
  const day = Math.floor(wallMs / dayMs)
  const offset = steadyOn(day, zone)
  return [day - 1, day + 1].every(each => steadyOn(each, zone) === offset) ? offset : undefined
}

/** The one offset of a day in UTC; undefined on a day on which the clock changes. */
function steadyOn(day: number, zone: string): number | undefined {
  const known = steady.get(zone) ?? new Map<number, number | undefined>()
  if (known.has(day)) return known.get(day)
  if (known.size >= mostDays) known.clear()
  const [begin, end] = [askedAt(day * dayMs, zone), askedAt((day + 1) * dayMs, zone)]
  const offset = begin === end ? begin : undefined
  known.set(day, offset)
  steady.set(zone, known)
  return offset
}

function askedAt(ms: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
}
