import { Hono } from 'hono'
import { z } from 'zod'
import { startsMonth } from '../registers/year-file.ts'
import { assessmentYear, yearOn } from '../shared/assessment-year.ts'
import type { Kit } from '../shared/kit.ts'
import { remember, rememberBeside } from '../shared/remember.ts'
import { dateOf, plusDays } from '../shared/time.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds, scopeOf } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { monthOf, utcMonths } from './calendar.ts'
import { meetingsCalling, readDistrict } from './calling.ts'
import { type Expected, readExpected, together } from './expecting.ts'
import { loadHolidays } from './holiday-data.ts'
import { readHolidays } from './holidays/calendar.ts'
import { earlier, firstOf, later, listed } from './listing.ts'
import { type Meeting, type MeetingLevel, meetingLevels } from './meeting.ts'
import { CalendarPage, mostOfList } from './pages.calendar.tsx'
import { OverviewPage } from './pages.tsx'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'
import { allSeries, meetings } from './store.ts'
import { nextStepFor, toDoOf } from './waiting.ts'
import { words } from './words.ts'
import { type HolidayCalendar, lastKnownYear } from './workdays.ts'
import { monthEnds, yearOf } from './year.ts'

const mostShown = 12
/** Units of a year's page. */
const perPage = 20
/** Lists of units below a unit that are kept: those of a district and of its subdistricts. */
const mostUnits = 40

const yearSchema = z.string().regex(/^20\d\d$/)
const pageSchema = z.coerce.number().int().min(1).catch(1)
const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const levelSchema = z.enum(meetingLevels).optional().catch(undefined)

/** What is coming, how the year went, and the calendar, for every unit. */
export function overviewWeb(kit: Kit) {
  const { store, now, zone } = kit
  const published = loadHolidays()
  const yearNamed = remember((id: string) => {
    const year = assessmentYear(id, startsMonth)
    return { year, ends: monthEnds(year.months, zone) }
  })
  const web = new Hono<WebEnv>()

  web.get('/meetings', async c => {
    const actor = actorOf(c)
    const district = await readDistrict(store, zone)
    const { tree } = district
    const asked = c.req.query()
    const seen = scopeOf(actor, tree)
    const unit = chosen(tree, seen, asked.unit)
    const since = now()
    const today = dateOf(since, zone)
    // The year that is running: what is to come this month is what people look for here.
    const named = yearSchema.safeParse(asked.year).data ?? yearOn(today, startsMonth)
    const { year, ends } = yearNamed(named)
    const levels = unit ? levelsBelow(unit) : []
    const level = levels.find(each => each === asked.level) ?? levels[0]
    const below = unit && level ? unitsOf(tree, unit, level) : []
    const pages = Math.max(1, Math.ceil(below.length / perPage))
    const at = Math.min(pages, pageSchema.parse(asked.page ?? '1'))
    const shown = unit ? [unit, ...below.slice((at - 1) * perPage, at * perPage)] : []
    const own = await Promise.all(shown.map(each => store.list(meetings, 'unit', each.id)))
    const called = (await meetingsCalling(store, actor, { zone, since })).map(({ meeting }) => meeting)
    const known = new Set(shown.map(({ id }) => id))
    const all = [...own.flat(), ...called.filter(meeting => !known.has(meeting.unit))]
    const coming = all.filter(({ ends }) => ends >= since)
    const past = all.filter(({ ends }) => ends < since)
    const holidays = await readHolidays(store, published)
    const lastKnown = lastKnownYear(holidays.district)
    const looking = { months: year.months, today, zone, holidays, tree }
    const expected = await Promise.all(shown.map(each => readExpected(store, each, looking)))
    const props = {
      ...{ view: viewOf(c), zone, now: since, unit, year, at, pages, level, levels },
      path: unit ? [...tree.pathOf(unit.id)].reverse().filter(each => seen.includes(each)) : [],
      toDo: await toDoOf(store, actor, called, since),
      next: unit && (await nextStepFor(store, actor, { tree, unit, now: since, zone })),
      coming: await listed(store, firstOf(coming, mostShown, earlier), district),
      past: await listed(store, firstOf(past, mostShown, later), district),
      rows: await Promise.all(
        shown.map(async (each, row) => {
          const above = each.parent === null ? [] : await store.list(meetings, 'unit', each.parent)
          const at = { now: since, zone, above, ends, expected: expected[row] }
          return { unit: each, months: yearOf(own[row] ?? [], year.months, at) }
        }),
      ),
      expected: expected[0] ?? new Map(),
      series: unit ? await store.list(allSeries, 'unit', unit.id) : [],
      mayPlan: holds(actor, 'district', 'subdistrict', 'lead') && unit !== undefined,
      mayImport: holds(actor, 'district', 'subdistrict'),
      holidaysUntil:
        plusDays(today, standards.planning.horizonDays).slice(0, 4) > String(lastKnown)
          ? lastKnown
          : undefined,
    }
    return page(c, c.get('t')(words.title), <OverviewPage {...props} />)
  })

  web.get('/meetings/calendar', async c => {
    const actor = actorOf(c)
    const district = await readDistrict(store, zone)
    const { tree } = district
    const asked = c.req.query()
    const unit = chosen(tree, scopeOf(actor, tree), asked.unit)
    if (!unit) return refusalPage(c, no.notYours())
    const month = monthSchema.safeParse(asked.month).data ?? dateOf(now(), zone).slice(0, 7)
    const level = levelSchema.parse(asked.level || undefined)
    const [before = month, , after = month] = utcMonths(month)
    const holidays = await readHolidays(store, published)
    const calendar = holidays.of(unit.id)
    const wanted = level ? codesOf(tree, unit, level) : ownCodes(unit)
    const [last = [], own = [], next = []] = await Promise.all(
      utcMonths(month).map(each => store.list(meetings, 'month', each)),
    )
    const found = monthOnce(own, last, next, month, wanted, calendar, zone)
    const day = found.days.find(({ date }) => date === asked.day)
    const pages = day ? Math.max(1, Math.ceil(day.meetings.length / mostOfList)) : 1
    const at = Math.min(pages, pageSchema.parse(asked.page ?? '1'))
    const units = level ? unitsOf(tree, unit, level) : [unit]
    const made = new Set(found.days.flatMap(each => each.meetings.map(meeting => meeting.unit)))
    const looking = { months: [month], today: dateOf(now(), zone), zone, holidays, tree }
    const expected: readonly Expected[] = units.some(({ id }) => made.has(id))
      ? []
      : await Promise.all(units.map(each => readExpected(store, each, looking)))
    const props = {
      ...{ view: viewOf(c), zone, now: now(), unit, month, before, after, level, ...found },
      expected: together(month, expected),
      levels: levelsBelow(unit),
      day: day && { day, page: at, pages },
      nameOf: (id: string) => tree.find(id)?.name ?? id,
    }
    const title = c.get('t')(words.calendarOf, { name: unit.name, month })
    return page(c, title, <CalendarPage {...props} />)
  })

  return web
}

/** The unit that was asked for where it may be seen, else the topmost. */
function chosen(tree: UnitTree, seen: readonly Unit[], code: string | undefined): Unit | undefined {
  const asked = code === undefined ? undefined : tree.find(code)
  return asked && seen.includes(asked) ? asked : seen[0]
}

/** A month of hundreds of meetings is put in order once, until one of them, the units or the holidays are others. */
const monthOnce = rememberBeside(
  (
    own: readonly Meeting[],
    last: readonly Meeting[],
    next: readonly Meeting[],
    month: string,
    units: ReadonlySet<string>,
    calendar: HolidayCalendar,
    zone: string,
  ) => {
    const found = [last, own, next].flat().filter(meeting => units.has(meeting.unit))
    return monthOf(month, found, { calendar, zone })
  },
)

/** A unit's own meetings and those of the unit above, to which its people are called. */
const ownCodes = rememberBeside(
  ({ id, parent }: Unit): ReadonlySet<string> => new Set(parent === null ? [id] : [id, parent]),
)

/** The levels below a unit at which meetings are held, the nearest first. */
function levelsBelow(unit: Unit): readonly MeetingLevel[] {
  const names: readonly string[] = meetingLevels
  const at = names.indexOf(unit.level)
  return at < 0 ? [] : meetingLevels.slice(at + 1)
}

const unitsOf = rememberBeside(
  (tree: UnitTree, unit: Unit, level: MeetingLevel): readonly Unit[] =>
    tree.within(unit.id).filter(each => each !== unit && each.level === level),
  mostUnits,
)

const codesOf = rememberBeside(
  (tree: UnitTree, unit: Unit, level: MeetingLevel): ReadonlySet<string> =>
    new Set(unitsOf(tree, unit, level).map(({ id }) => id)),
  mostUnits,
)
