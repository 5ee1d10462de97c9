import { type Instant, instantAt, type PlainDate, plainDate, plainTime, plusDays } from '../shared/time.ts'
import type { Meeting } from './meeting.ts'
import { dayKind, type HolidayCalendar, weekdayOf } from './workdays.ts'

/** One day of a month's calendar, with its meetings in the order of their start. */
export interface CalendarDay {
  readonly date: PlainDate
  readonly kind: ReturnType<typeof dayKind>
  readonly meetings: readonly Meeting[]
}

/** The days of a month, `2026-10`, and the weekday (0 Monday) on which it begins. */
export function monthOf(
  month: string,
  meetings: readonly Meeting[],
  { calendar, zone }: { readonly calendar: HolidayCalendar; readonly zone: string },
): { readonly begins: number; readonly days: readonly CalendarDay[] } {
  const first = plainDate(`${month}-01`)
  const dates: PlainDate[] = []
  for (let date = first; date.startsWith(month); date = plusDays(date, 1)) dates.push(date)
  // The moments at which days begin are worked out once; meetings are only compared with them.
  const begins = [...dates, plusDays(first, dates.length)].map(date =>
    instantAt(date, plainTime('00:00'), zone),
  )
  const onDay: Meeting[][] = dates.map(() => [])
  for (const meeting of meetings) onDay[dayAt(begins, meeting.starts)]?.push(meeting)
  return {
    begins: weekdayOf(first),
    days: dates.map((date, at) => ({
      date,
      kind: dayKind(date, calendar),
      meetings: (onDay[at] ?? []).sort((a, b) => (a.starts < b.starts ? -1 : 1)),
    })),
  }
}

/** Which of the days a moment falls on; -1 before the first, and past the end after the last. */
function dayAt(begins: readonly Instant[], at: Instant): number {
  let low = 0
  let high = begins.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((begins[middle] ?? at) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The months in UTC that a month of the district can reach into. */
export function utcMonths(month: string): readonly string[] {
  const year = Number(month.slice(0, 4))
  const index = year * 12 + Number(month.slice(5)) - 1
  return [-1, 0, 1].map(step => {
    const at = index + step
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
