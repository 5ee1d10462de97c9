import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { PlainDate } from '../../shared/time.ts'
import type { Text } from '../../shared/words.ts'
import type { HolidayCalendar } from '../workdays.ts'
import type { Day } from './day.ts'
import { no } from './refusals.ts'
import { words } from './words.ts'

/** The days of a year's arrangement, in order. */
export interface Arrangement {
  readonly year: number
  readonly days: readonly Day[]
}

/**
 * Windows in which each statutory festival has a day off, month and day. A list that lacks one is not the whole
 * arrangement, and what it leaves out would be taken for workdays. Mid-Autumn can fall within the National Day's week.
 */
const festivals: readonly (readonly [name: Text, from: string, to: string])[] = [
  [words.newYear, '01-01', '01-01'],
  [words.springFestival, '01-20', '02-27'],
  [words.qingming, '04-04', '04-06'],
  [words.labourDay, '05-01', '05-01'],
  [words.dragonBoat, '05-27', '06-26'],
  [words.nationalDay, '10-01', '10-01'],
]

/** The year to whose notice a day belongs: the last days of December count for the New Year that follows. */
export function arrangementYear(date: PlainDate, name: string): number {
  const year = Number(date.slice(0, 4))
  return date.slice(5, 7) === '12' && /元旦|new year/i.test(name) ? year + 1 : year
}

/**
 * Sorts days into the arrangements of their years, oldest first. Refused: no day at all, a day that is both off and worked,
 * and a year that lacks a statutory festival. The same day twice with the same mark is one day.
 */
export function arrangementsOf(days: readonly Day[]): readonly Arrangement[] | Refusal {
  if (days.length === 0) return no.noDays()
  const byDate = new Map<PlainDate, Day>()
  for (const day of days) {
    const known = byDate.get(day.date)
    if (known && known.mark !== day.mark) return no.bothWays({ date: day.date })
    byDate.set(day.date, known ?? day)
  }
  const years = new Map<number, Day[]>()
  for (const day of [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const year = arrangementYear(day.date, day.name)
    years.set(year, [...(years.get(year) ?? []), day])
  }
  const found = [...years].map(([year, days]) => ({ year, days })).sort((a, b) => a.year - b.year)
  return found.map(incomplete).find(isRefusal) ?? found
}

function incomplete({ year, days }: Arrangement): Refusal | undefined {
  const lacking = festivals.find(
    ([, from, to]) =>
      !days.some(({ date, mark }) => mark === 'off' && date >= `${year}-${from}` && date <= `${year}-${to}`),
  )
  return lacking ? no.incomplete({ year, name: lacking[0] }) : undefined
}

/** The calendar with these arrangements in the place of what it knew of their years. */
export function withArrangements(
  known: HolidayCalendar,
  arrangements: readonly Arrangement[],
): HolidayCalendar {
  if (arrangements.length === 0) return known
  const replaced = new Set(arrangements.map(({ year }) => year))
  const kept = (days: HolidayCalendar['holidays']) =>
    [...days].filter(([date, name]) => !replaced.has(arrangementYear(date, name['zh-CN'])))
  const given = arrangements.flatMap(({ days }) => days)
  const marked = (mark: Day['mark']) =>
    given.filter(day => day.mark === mark).map(({ date, name }) => [date, sameName(name)] as const)
  return {
    holidays: new Map([...kept(known.holidays), ...marked('off')]),
    makeUpDays: new Map([...kept(known.makeUpDays), ...marked('work')]),
    years: new Set([...known.years, ...replaced]),
  }
}

/** The calendar with single days laid over it; the later of two days on one date counts. */
export function withDays(known: HolidayCalendar, days: readonly Day[]): HolidayCalendar {
  const holidays = new Map(known.holidays)
  const makeUpDays = new Map(known.makeUpDays)
  for (const { date, mark, name } of days) {
    holidays.delete(date)
    makeUpDays.delete(date)
    ;(mark === 'off' ? holidays : makeUpDays).set(date, sameName(name))
  }
  return { holidays, makeUpDays, years: known.years }
}

/** Names come as they are written; those of the festivals are known in English, too. */
function sameName(name: string): Text {
  const festival = festivals.find(([known]) => name.startsWith(known['zh-CN']))?.[0]
  return { 'zh-CN': name, en: festival?.en ?? name }
}
