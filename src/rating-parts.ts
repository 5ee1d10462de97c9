import { readMeetingFigures } from './meetings/figures.ts'
import { loadHolidays } from './meetings/holiday-data.ts'
import { dayKind, type HolidayCalendar, weekdayOf } from './meetings/workdays.ts'
import type { RatingParts, Workday } from './ratings/desk.ts'
import type { ComputedFigures } from './ratings/figures.ts'
import { readRubricFile } from './ratings/rubric-file.ts'
import type { Kit } from './shared/kit.ts'
import { type PlainDate, plusDays } from './shared/time.ts'
import { units } from './units/store.ts'

/** What the other rooms tell the ratings. */
export function ratingParts(kit: Pick<Kit, 'store' | 'zone'>): RatingParts {
  return {
    figuresOf: (community, cycle, asOf) => figuresOf(kit, community, cycle, asOf),
    async workdays() {
      const calendar = loadHolidays()
      return (from, n) => workdayAfter(from, n, calendar)
    },
    rubricJson: readRubricFile,
  }
}

const figuresOf = async (
  { store, zone }: Pick<Kit, 'store' | 'zone'>,
  community: string,
  { starts, ends }: { readonly starts: PlainDate; readonly ends: PlainDate },
  asOf: PlainDate,
): Promise<ComputedFigures> => {
  const time = { from: starts, to: ends < asOf ? ends : asOf, zone }
  const told = await readMeetingFigures(store, community, time)
  const residents = (await store.find(units, community))?.population
  const figure = (value: number, link?: string) => ({ value, asOf, ...(link && { link }) })
  const meetingPage = `/meetings?unit=${community}`
  // Without a meeting that was due nothing is known: the figures are left out, not zero.
  return {
    ...(residents !== undefined && { residents: figure(residents, '/units') }),
    ...(told.monthsDue > 0 && {
      meetingsDue: figure(told.monthsDue, meetingPage),
      meetingsHeld: figure(told.monthsHeld, meetingPage),
    }),
    ...(told.expected > 0 && {
      leadersExpected: figure(told.expected, meetingPage),
      leadersPresent: figure(told.present, meetingPage),
    }),
    resolutionsDue: figure(told.resolutionsDue, '/followups'),
    resolutionsOnTime: figure(told.resolutionsClosedOnTime, '/followups'),
  }
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
