import { loadHolidays } from './meetings/holiday-data.ts'
import { dayKind, type HolidayCalendar, weekdayOf } from './meetings/workdays.ts'
import { ratingFigures } from './rating-figures.ts'
import type { RatingParts, Workday } from './ratings/desk.ts'
import { readRubricFile } from './ratings/rubric-file.ts'
import type { Kit } from './shared/kit.ts'
import { type PlainDate, plusDays } from './shared/time.ts'

/** What the other rooms tell the ratings. */
export function ratingParts(kit: Pick<Kit, 'store' | 'now'>): RatingParts {
  return {
    figuresOf: ratingFigures(kit),
    workdays,
    rubricJson: readRubricFile,
  }
}

/** The calendar of workdays, as published today. */
export async function workdays(): Promise<(from: PlainDate, n: number) => Workday> {
  const calendar = loadHolidays()
  return (from, n) => workdayAfter(from, n, calendar)
}

/** The n-th workday after a day, make-up days included; `unsure` when a year without holiday data was counted by weekdays. */
function workdayAfter(from: PlainDate, n: number, calendar: HolidayCalendar): Workday {
  let date = from
  let unsure = false
  for (let left = n; left > 0; ) {
    date = plusDays(date, 1)
    const kind = dayKind(date, calendar)
    if (kind === 'unknown') unsure = true
    const works = kind === 'unknown' ? weekdayOf(date) < 5 : kind === 'workday' || kind === 'makeUp'
    if (works) left -= 1
  }
  return { date, unsure }
}
