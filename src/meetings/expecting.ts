import { isRefusal } from '../shared/refusal.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { Reading } from '../shared/store/port.ts'
import { dateOf, daysBetween, type PlainDate, plainDate, plusDays } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { aboveIn } from './following.ts'
import type { Holidays } from './holidays/calendar.ts'
import { dayAfter } from './making.ts'
import type { Meeting } from './meeting.ts'
import { nextDates } from './rrule.ts'
import type { Follows, Series } from './series.ts'
import { allSeries, meetings } from './store.ts'
import { words } from './words.ts'
import { type HolidayCalendar, place } from './workdays.ts'

/**
 * Months, `2027-03`, in which a unit's series are still to meet, with the days in order, as far as days off and the meetings above
 * are known now. Months whose meetings were made are among them.
 */
export type Expected = ReadonlyMap<string, readonly PlainDate[]>

const none: Expected = new Map()
const noMeetings: readonly Meeting[] = []

interface Looking {
  /** The months that are looked at, in order; of one list the days of a rule are worked out once. */
  readonly months: readonly string[]
  readonly today: PlainDate
  readonly zone: string
}

/** What the unit above has in these months: its meetings, and what is expected of it. */
interface Above {
  readonly meetings: readonly Meeting[]
  readonly expected: Expected
}

type DayOfMonth = readonly [month: string, date: PlainDate]

export function expectedOf(
  series: readonly Series[],
  looking: Looking & { readonly calendar: HolidayCalendar },
  above: Above = { meetings: noMeetings, expected: none },
): Expected {
  const { months, today, calendar } = looking
  const found = new Map<string, readonly PlainDate[]>()
  for (const { rule, from, policy, sameMonth, follows, ended } of series) {
    const wanted = follows ? followingDays(follows, above, looking) : ruleDays(months, rule, from)
    for (const [month, date] of wanted) {
      if (date < today || (ended !== undefined && date >= ended)) continue
      const placed = place(date, policy, { calendar, sameMonth, offMakeUp: follows?.count === 'workdays' })
      if ('skipped' in placed) continue
      found.set(month, [...new Set([...(found.get(month) ?? []), placed.date])].sort())
    }
  }
  return found
}

/** One day a month in which the unit above meets, or is to. */
function followingDays(
  follows: Follows,
  { meetings, expected }: Above,
  { months, calendar, zone }: Looking & { readonly calendar: HolidayCalendar },
): readonly DayOfMonth[] {
  return months.flatMap(month => {
    const first = aboveIn(month, meetings)
    const after = first ? dateOf(first.starts, zone) : expected.get(month)?.[0]
    return after ? [[month, dayAfter(after, follows, calendar)] as const] : []
  })
}

/** The days of a rule in these months: hundreds of units share a few rules. */
const ruleDays = rememberBeside(
  (months: readonly string[], rule: string, from: PlainDate): readonly DayOfMonth[] => {
    const [first, last] = [months[0], months.at(-1)]
    if (first === undefined || last === undefined) return []
    const before = plusDays(plainDate(`${first}-01`), -1)
    // The last month has 31 days at most; what comes after it is cut off.
    const days = daysBetween(before, plainDate(`${last}-01`)) + 31
    const found = nextDates(rule, from, { after: before, days })
    const dates = isRefusal(found) ? [] : found
    return dates.map(date => [date.slice(0, 7), date] as const).filter(([month]) => month <= last)
  },
  40,
)

/** What is expected of a unit, and for it of the units above whose meetings its own follow. */
export async function readExpected(
  from: Reading,
  unit: Unit,
  looking: Looking & { readonly holidays: Holidays; readonly tree: UnitTree },
): Promise<Expected> {
  const { months, today, zone, holidays, tree } = looking
  if ((months.at(-1) ?? '') < today.slice(0, 7)) return none
  const series = await from.list(allSeries, 'unit', unit.id)
  const calendar = holidays.of(unit.id)
  const parent = unit.parent !== null && series.some(({ follows }) => follows) && tree.find(unit.parent)
  if (!parent) return expectedOnce(series, months, today, zone, calendar, noMeetings, none)
  const above = await from.list(meetings, 'unit', parent.id)
  const expected = await readExpected(from, parent, looking)
  return expectedOnce(series, months, today, zone, calendar, above, expected)
}

/** Looked at by every page of a unit, and another only on the next day or when something was planned. */
const expectedOnce = rememberBeside(
  (
    series: readonly Series[],
    months: readonly string[],
    today: PlainDate,
    zone: string,
    calendar: HolidayCalendar,
    meetings: readonly Meeting[],
    expected: Expected,
  ) => expectedOf(series, { months, today, zone, calendar }, { meetings, expected }),
  2,
)

/** What is expected of several units in one month. */
export function together(month: string, each: readonly Expected[]): Expected {
  const days = new Set(each.flatMap(expected => expected.get(month) ?? []))
  return new Map(days.size > 0 ? [[month, [...days].sort()]] : [])
}

/** The days one after the other: `2027-02-02、2027-03-02`; of months with several the first. */
export function expectedText(expected: Expected, t: Say): string {
  const text = ([day = '', ...more]: readonly string[]) =>
    more.length === 0 ? day : t(words.expectedOften, { day, n: more.length + 1 })
  return [...expected.values()].map(text).toSorted().join(t(words.comma))
}
