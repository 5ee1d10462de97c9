import { isRefusal } from '../shared/refusal.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { Reading } from '../shared/store/port.ts'
import { daysBetween, type PlainDate, plainDate, plusDays } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { aboveIn } from './following.ts'
import type { Holidays } from './holidays/calendar.ts'
import type { Meeting } from './meeting.ts'
import { nextDates } from './rrule.ts'
import type { Series } from './series.ts'
import { allSeries, meetings } from './store.ts'
import { words } from './words.ts'
import { type HolidayCalendar, place } from './workdays.ts'

/**
 * Months, `2027-03`, in which a unit's series are still to meet, with the days of it in order, as far as days off are known now.
 * A month without days follows a meeting above that has no day yet. Months whose meetings were made are among them.
 */
export type Expected = ReadonlyMap<string, readonly PlainDate[]>

interface Looking {
  /** The months that are looked at, in order; of one list the days of a rule are worked out once. */
  readonly months: readonly string[]
  readonly today: PlainDate
}

/** What the unit above has in a month: its meetings, and what is expected of it. */
interface Above {
  readonly meetings: readonly Meeting[]
  readonly expected: Expected
}

export function expectedOf(
  series: readonly Series[],
  { months, today, calendar }: Looking & { readonly calendar: HolidayCalendar },
  above?: Above,
): Expected {
  const found = new Map<string, readonly PlainDate[]>()
  const add = (month: string, days: readonly PlainDate[]) =>
    found.set(month, [...new Set([...(found.get(month) ?? []), ...days])].sort())
  for (const { rule, from, policy, sameMonth, follows, ended } of series) {
    if (follows) {
      const open = (month: string) =>
        month >= today.slice(0, 7) && (ended === undefined || `${month}-01` < ended)
      const meets = (month: string) =>
        above?.expected.has(month) || aboveIn(month, above?.meetings ?? []) !== undefined
      for (const month of months) if (open(month) && meets(month)) add(month, [])
      continue
    }
    for (const date of ruleDays(months, rule, from)) {
      if (date < today || (ended !== undefined && date >= ended)) continue
      const placed = place(date, policy, { calendar, sameMonth })
      // It counts for the month of its rule, also where a day off puts it into the next one.
      if (!('skipped' in placed)) add(date.slice(0, 7), [placed.date])
    }
  }
  return found
}

/** What is expected of a unit, and for it of the units above whose meetings its own follow. */
export async function readExpected(
  from: Reading,
  unit: Unit,
  looking: Looking & { readonly holidays: Holidays; readonly tree: UnitTree },
): Promise<Expected> {
  const { months, today, holidays, tree } = looking
  if ((months.at(-1) ?? '') < today.slice(0, 7)) return new Map()
  const series = await from.list(allSeries, 'unit', unit.id)
  const parent = unit.parent !== null && series.some(({ follows }) => follows) && tree.find(unit.parent)
  const above = parent && {
    meetings: await from.list(meetings, 'unit', parent.id),
    expected: await readExpected(from, parent, looking),
  }
  return expectedOf(series, { months, today, calendar: holidays.of(unit.id) }, above || undefined)
}

/** What is expected of several units in one month. */
export function together(month: string, each: readonly Expected[]): Expected {
  const due = each.filter(expected => expected.has(month))
  const days = new Set(due.flatMap(expected => expected.get(month) ?? []))
  return new Map(due.length > 0 ? [[month, [...days].sort()]] : [])
}

/** The days one after the other: `2027-02-02、2027-03-02`; of months with several the first. */
export function expectedText(expected: Expected, t: Say): string {
  const text = ([month, days]: readonly [string, readonly PlainDate[]]) => {
    const [day, ...more] = days
    if (day === undefined) return t(words.expectedFollowing, { month })
    return more.length === 0 ? day : t(words.expectedOften, { day, n: days.length, more: more.length })
  }
  return [...expected].toSorted().map(text).join(t(words.comma))
}

/** The days of a rule in these months: hundreds of units share a few rules. */
const ruleDays = rememberBeside(
  (months: readonly string[], rule: string, from: PlainDate): readonly PlainDate[] => {
    const [first, last] = [months[0], months.at(-1)]
    if (first === undefined || last === undefined) return []
    const before = plusDays(plainDate(`${first}-01`), -1)
    // The last month has 31 days at most; what comes after it is cut off.
    const days = daysBetween(before, plainDate(`${last}-01`)) + 31
    const found = nextDates(rule, from, { after: before, days })
    return isRefusal(found) ? [] : found.filter(date => date.slice(0, 7) <= last)
  },
  40,
)
