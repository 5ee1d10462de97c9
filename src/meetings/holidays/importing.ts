import type { Actor } from '../../shared/actor.ts'
import type { Kit } from '../../shared/kit.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Reading } from '../../shared/store/port.ts'
import { dateOf } from '../../shared/time.ts'
import { holds } from '../../units/scope.ts'
import { readTree } from '../../units/store.ts'
import { isStaffOver } from '../expected.ts'
import { countShifts, keepAllUp } from '../upkeep.ts'
import type { HolidayCalendar } from '../workdays.ts'
import { type Arrangement, arrangementsOf } from './arrangement.ts'
import { readHolidays } from './calendar.ts'
import type { Day } from './day.ts'
import { readDayFile } from './day-file.ts'
import { no } from './refusals.ts'
import { holidayYears, type LocalDay, localDays } from './store.ts'

/** What a file does to a year: it is new, takes the place of what is known, or is left alone because it is known. */
export const yearOutcomes = ['new', 'replaced', 'kept'] as const
type YearOutcome = (typeof yearOutcomes)[number]

export interface ImportedYear {
  readonly year: number
  readonly off: number
  readonly work: number
  readonly outcome: YearOutcome
}

export interface HolidayImport {
  readonly years: readonly ImportedYear[]
  /** Meetings that are on another day now, or would be. */
  readonly shifted: number
}

type ImportKit = Pick<Kit, 'store' | 'now' | 'zone'>

interface Asked {
  readonly bytes: Uint8Array
  /** Let the file count where a year is known already. */
  readonly replace: boolean
  readonly dryRun: boolean
  /** Without one the operator acts. */
  readonly actor?: Actor | undefined
}

/**
 * Imports the years of a file that are not known yet, and with `replace` the others, too; meetings of these years that
 * nobody moved by hand go where they belong, and those concerned are told. All of the file or nothing.
 */
export async function importHolidays(
  kit: ImportKit,
  published: HolidayCalendar,
  { bytes, replace, dryRun, actor }: Asked,
): Promise<HolidayImport | Refusal> {
  if (actor && !holds(actor, 'district')) return no.notYours()
  const days = await readDayFile(bytes)
  if (isRefusal(days)) return days
  const found = arrangementsOf(days)
  if (isRefusal(found)) return found
  const by = actor?.id ?? 'cli'
  if (dryRun) {
    const years = await outcomesOf(kit.store, published, found, replace)
    if (isRefusal(years)) return years
    const given = found.filter(({ year }) => isGiven(years, year))
    return { years, shifted: await countShifts(kit, await readHolidays(kit.store, published, given)) }
  }
  const years = await kit.store.write(by, async tx => {
    const planned = await outcomesOf(tx, published, found, replace)
    if (isRefusal(planned)) return planned
    for (const { year, days: own } of found.filter(each => isGiven(planned, each.year))) {
      const record = { id: String(year), days: own, by, at: kit.now() }
      if (await tx.find(holidayYears, record.id)) await tx.change(holidayYears, record.id, () => record)
      else await tx.add(holidayYears, record)
    }
    return planned
  })
  return isRefusal(years) ? years : { years, shifted: await keepAllUp(kit, published, by) }
}

const isGiven = (years: readonly ImportedYear[], year: number) =>
  years.some(each => each.year === year && each.outcome !== 'kept')

async function outcomesOf(
  from: Reading,
  published: HolidayCalendar,
  found: readonly Arrangement[],
  replace: boolean,
): Promise<readonly ImportedYear[] | Refusal> {
  const { district } = await readHolidays(from, published)
  const years = found.map(({ year, days }): ImportedYear => {
    const off = days.filter(({ mark }) => mark === 'off').length
    const known = district.years.has(year)
    return { year, off, work: days.length - off, outcome: !known ? 'new' : replace ? 'replaced' : 'kept' }
  })
  if (years.some(({ outcome }) => outcome !== 'kept')) return years
  return no.alreadyKnown({ years: years.map(({ year }) => year).join('、') })
}

/** Takes an imported year back; what comes with the program counts again, or nothing is known of it. */
export async function removeHolidays(
  kit: ImportKit,
  published: HolidayCalendar,
  year: string,
  actor?: Actor,
): Promise<{ readonly shifted: number } | Refusal> {
  if (actor && !holds(actor, 'district')) return no.notYours()
  const by = actor?.id ?? 'cli'
  const removed = await kit.store.write(by, async tx => {
    if (!(await tx.find(holidayYears, year))) return no.notImported({ year })
    return tx.remove(holidayYears, year)
  })
  return isRefusal(removed) ? removed : { shifted: await keepAllUp(kit, published, by) }
}

/** Puts down a day that is off, or worked, in a unit and below it; its staff and those above may. */
export async function addLocalDay(
  kit: ImportKit,
  published: HolidayCalendar,
  { unit, day }: { readonly unit: string; readonly day: Day },
  actor: Actor,
): Promise<LocalDay | Refusal> {
  const added = await kit.store.write(actor.id, async tx => {
    if (!isStaffOver(actor, await readTree(tx), unit)) return no.notYours()
    if (day.date <= dateOf(kit.now(), kit.zone)) return no.dayPast()
    const id = `${unit}-${day.date}`
    const known = await tx.find(localDays, id)
    if (known) return no.dayThere({ date: day.date, name: known.day.name })
    return tx.add(localDays, { id, unit, day, by: actor.id, at: kit.now() })
  })
  if (!isRefusal(added)) await keepAllUp(kit, published, actor.id)
  return added
}

export async function removeLocalDay(
  kit: ImportKit,
  published: HolidayCalendar,
  id: string,
  actor: Actor,
): Promise<LocalDay | Refusal> {
  const removed = await kit.store.write(actor.id, async tx => {
    const known = await tx.find(localDays, id)
    if (!known || !isStaffOver(actor, await readTree(tx), known.unit)) return no.notYours()
    await tx.remove(localDays, id)
    return known
  })
  if (!isRefusal(removed)) await keepAllUp(kit, published, actor.id)
  return removed
}
