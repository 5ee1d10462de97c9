import { rememberBeside } from '../../shared/remember.ts'
import type { Reading } from '../../shared/store/port.ts'
import { readTree } from '../../units/store.ts'
import type { UnitTree } from '../../units/tree.ts'
import type { HolidayCalendar } from '../workdays.ts'
import { type Arrangement, withArrangements, withDays } from './arrangement.ts'
import { type HolidayYear, holidayYears, type LocalDay, localDays } from './store.ts'

/** What is known of days off: everywhere, and with the local days of a unit and those above it. */
export interface Holidays {
  /** As it holds for the district as a whole. */
  readonly district: HolidayCalendar
  of(unit: string): HolidayCalendar
}

/**
 * The one reader of holidays: what is published with the program, the years that were imported in its place or beyond it,
 * and local days laid over both. With `more` it is what it would be once that was imported.
 */
export async function readHolidays(
  from: Reading,
  published: HolidayCalendar,
  more: readonly Arrangement[] = [],
): Promise<Holidays> {
  const years = await from.all(holidayYears)
  const local = await from.all(localDays)
  const tree = await readTree(from)
  return more.length > 0
    ? laidOver(published, years, more, local, tree)
    : laidOverOnce(published, years, none, local, tree)
}

const none: readonly Arrangement[] = []

function laidOver(
  published: HolidayCalendar,
  years: readonly HolidayYear[],
  more: readonly Arrangement[],
  local: readonly LocalDay[],
  tree: UnitTree,
): Holidays {
  const imported = years.map(({ id, days }) => ({ year: Number(id), days }))
  const common = withArrangements(withArrangements(published, imported), more)
  if (local.length === 0) return { district: common, of: () => common }
  const known = new Map<string, HolidayCalendar>()
  const of = (unit: string): HolidayCalendar => {
    // From the top down, so that a unit's own word counts over that of the one above.
    const path = tree.pathOf(unit).map(({ id }) => id)
    const own = path.reverse().flatMap(id => local.filter(each => each.unit === id))
    const key = own.map(({ id }) => id).join()
    const calendar =
      known.get(key) ??
      (own.length === 0
        ? common
        : withDays(
            common,
            own.map(each => each.day),
          ))
    known.set(key, calendar)
    return calendar
  }
  return { district: tree.district ? of(tree.district.id) : common, of }
}

/** Every page with a date asks for them; they change some days a year. */
const laidOverOnce = rememberBeside(laidOver)
