import { dateOf, type Instant, type PlainDate } from '../shared/time.ts'
import { hourOf } from './answer.ts'

/** The day and the hour of a moment on the district's clock. */
export interface DayAndHour {
  readonly today: PlainDate
  readonly hour: string
}

/** Reads the district's clock; worked out once a minute, since every page asks. */
export function calendar(zone: string): (now: Instant) => DayAndHour {
  let minute = ''
  let known: DayAndHour | undefined
  return now => {
    if (known === undefined || now.slice(0, 16) !== minute) {
      minute = now.slice(0, 16)
      known = { today: dateOf(now, zone), hour: hourOf(now, zone) }
    }
    return known
  }
}
