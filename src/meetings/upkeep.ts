import type { Kit } from '../shared/kit.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { type District, readDistrict } from './calling.ts'
import { tellChange } from './change-telling.ts'
import { type Holidays, readHolidays } from './holidays/calendar.ts'
import { comingDates, meetingsToMake, placedAnew } from './making.ts'
import type { Meeting } from './meeting.ts'
import type { Series } from './series.ts'
import { allSeries, meetings } from './store.ts'
import type { HolidayCalendar } from './workdays.ts'

interface Upkeep {
  readonly holidays: Holidays
  readonly zone: string
  readonly now: Instant
}

/** What a series lacks now: meetings that are still to be made, and those that belong on another day. */
interface Wanting {
  readonly made: readonly Meeting[]
  readonly placed: readonly Meeting[]
}

async function wantingOf(
  from: Reading,
  series: Series,
  {
    holidays,
    zone,
    now,
    tree,
    by,
    dates,
  }: Upkeep & { tree: UnitTree; by: string; dates?: typeof comingDates },
): Promise<Wanting> {
  const siblings = await from.list(meetings, 'series', series.id)
  const parent = series.follows && tree.find(series.unit)?.parent
  const above = parent ? await from.list(meetings, 'unit', parent) : []
  const at = { calendar: holidays.of(series.unit), zone, now, above, ...(dates && { dates }) }
  const known = new Set(siblings.map(({ id }) => id))
  return {
    made: meetingsToMake(series, { ...at, known }),
    placed: series.ended
      ? []
      : siblings.flatMap(each => placedAnew(series, each, { ...at, siblings, by }) ?? []),
  }
}

/** Adds the meetings of a series that are not there yet; twice adds them once. */
export async function makeMeetings(tx: Writing, series: Series, at: Upkeep): Promise<readonly Meeting[]> {
  const { made } = await wantingOf(tx, series, { ...at, tree: await readTree(tx), by: 'clock' })
  for (const meeting of made) await tx.add(meetings, meeting)
  return made
}

/** Makes what is missing and puts the others where they belong; those concerned are told once of each change. */
async function keepUp(
  tx: Writing,
  series: Series,
  at: Upkeep & { readonly district: District; readonly by: string },
): Promise<number> {
  const { made, placed } = await wantingOf(tx, series, { ...at, tree: at.district.tree })
  for (const meeting of made) await tx.add(meetings, meeting)
  let moved = 0
  for (const meeting of placed) {
    const was = await tx.get(meetings, meeting.id)
    await tx.change(meetings, meeting.id, () => meeting)
    if (meeting.changes.length === was.changes.length) continue
    moved += 1
    await tellChange(tx, meeting, at.district, at.now)
  }
  return moved
}

/** How many meetings would be on another day if this were known of days off. */
export async function countShifts({ store, now, zone }: UpkeepKit, holidays: Holidays): Promise<number> {
  const at = { holidays, zone, now: now(), tree: await readTree(store), by: 'clock' }
  let count = 0
  for (const series of await store.all(allSeries)) {
    const { placed } = await wantingOf(store, series, at)
    const changes = await Promise.all(
      placed.map(async each => each.changes.length - (await store.get(meetings, each.id)).changes.length),
    )
    count += changes.reduce((sum, each) => sum + each, 0)
  }
  return count
}

/** So many series are looked after in one command, so that nobody waits long for it. */
const atOnce = 20
/** So many are only looked at, before others have their turn. */
const lookedAtOnce = 100

/** Lets others have their turn. */
type Pause = () => Promise<void>

type UpkeepKit = Pick<Kit, 'store' | 'now' | 'zone'>

/** Looks after these series; returns how many meetings were put onto another day. `pause` lets others have their turn. */
export async function keepSeriesUp(
  { store, now, zone }: UpkeepKit,
  ids: readonly string[],
  { published, by, pause }: { published: HolidayCalendar; by: string; pause?: Pause },
): Promise<number> {
  let moved = 0
  for (let first = 0; first < ids.length; first += atOnce) {
    moved += await store.write(by, async tx => {
      const at = { holidays: await readHolidays(tx, published), zone, now: now(), by }
      const district = await readDistrict(tx, zone)
      let count = 0
      for (const id of ids.slice(first, first + atOnce)) {
        const series = await tx.find(allSeries, id)
        if (series) count += await keepUp(tx, series, { ...at, district })
      }
      return count
    })
    await pause?.()
  }
  return moved
}

/** Looks after all series at once, because what is known of days off has changed. */
export async function keepAllUp(kit: UpkeepKit, published: HolidayCalendar, by: string): Promise<number> {
  return keepSeriesUp(kit, await seriesInWant(kit, published), { published, by })
}

/**
 * The series that want something, without touching them: reading costs little, so that a day on which nothing is to be done is
 * over at once. A rule that many series share is worked out once.
 */
export async function seriesInWant(
  { store, now: clock, zone }: UpkeepKit,
  published: HolidayCalendar,
  { among, pause }: { readonly among?: readonly Series[] | undefined; readonly pause?: Pause } = {},
): Promise<readonly string[]> {
  const now = clock()
  const tree = await readTree(store)
  const holidays = await readHolidays(store, published)
  const known = new Map<string, ReturnType<typeof comingDates>>()
  const dates: typeof comingDates = (series, today) => {
    const key = `${series.rule} ${series.from}`
    const found = known.get(key) ?? comingDates(series, today)
    known.set(key, found)
    return found
  }
  const wanting: string[] = []
  for (const [at, series] of (among ?? (await store.all(allSeries))).entries()) {
    if (at % lookedAtOnce === lookedAtOnce - 1) await pause?.()
    const { made, placed } = await wantingOf(store, series, { holidays, zone, now, tree, by: 'clock', dates })
    if (made.length + placed.length > 0) wanting.push(series.id)
  }
  return wanting
}
