import type { PlainDate } from '../shared/time.ts'

/** A day counted in workdays; `unsure` where a year's holidays are not published yet and weekdays were counted. */
export interface Workday {
  readonly date: PlainDate
  readonly unsure: boolean
}

/** The calendar of workdays: the n-th workday after a day. */
export type Workdays = (from: PlainDate, n: number) => Workday
