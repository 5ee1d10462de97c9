import { z } from 'zod'
import { type Instant, plusHours } from '../time.ts'

/** Ids of handled updates as closed ranges, sorted: ids mostly rise by one, so an hour is a handful of ranges. */
const rangesSchema = z.array(z.tuple([z.int(), z.int()]).readonly()).readonly()
export type Ranges = z.infer<typeof rangesSchema>

/** One hour's handled updates; the id is the hour, `2026-10-21T09`. */
export const seenSchema = z.object({ id: z.string(), ranges: rangesSchema }).readonly()

export const hourOf = (at: Instant) => at.slice(0, 13)

/** Telegram repeats an update for a day and begins ids anew after a quiet week: older ids must be forgotten. */
export const oldestHour = (now: Instant) => hourOf(plusHours(now, -8 * 24))

/** The ranges with one id more. */
export function withId(ranges: Ranges, id: number): Ranges {
  if (includes(ranges, id)) return ranges
  const before = ranges.filter(([, to]) => to < id - 1)
  const after = ranges.filter(([from]) => from > id + 1)
  const touching = ranges.filter(([from, to]) => to >= id - 1 && from <= id + 1)
  const from = Math.min(id, ...touching.map(each => each[0]))
  const to = Math.max(id, ...touching.map(each => each[1]))
  return [...before, [from, to], ...after]
}

export function includes(ranges: Ranges, id: number): boolean {
  return ranges.some(([from, to]) => from <= id && id <= to)
}
