import { Hono } from 'hono'
import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf, plusDays } from '../shared/time.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds, scopeOf } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { monthOf, utcMonths } from './calendar.ts'
import { meetingsCalling, meetingsToReport, readDistrict } from './calling.ts'
import { isSigningIn } from './choosing.ts'
import { defaultSettings } from './defaults.ts'
import { mayConvene } from './expected.ts'
import { loadHolidays } from './holiday-data.ts'
import { readHolidays } from './holidays/calendar.ts'
import { listed } from './listing.ts'
import { type Meeting, type MeetingLevel, meetingLevels } from './meeting.ts'
import { nextStep } from './next-step.ts'
import { CalendarPage, mostOfList } from './pages.calendar.tsx'
import { OverviewPage, type ToDo } from './pages.tsx'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'
import { allSeries, attendances, meetings } from './store.ts'
import { words } from './words.ts'
import { lastKnownYear } from './workdays.ts'
import { monthEnds, yearOf } from './year.ts'

const mostShown = 12
/** Units of a year's page. */
const perPage = 20

const yearSchema = z.coerce.number().int().min(2000).max(2100).catch(2026)
const pageSchema = z.coerce.number().int().min(1).catch(1)
const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const levelSchema = z.enum(meetingLevels).optional().catch(undefined)

/** What is coming, how the year went, and the calendar, for every unit. */
export function overviewWeb(kit: Kit) {
  const { store, now, zone } = kit
  const published = loadHolidays()
  const web = new Hono<WebEnv>()

  web.get('/meetings', async c => {
    const actor = actorOf(c)
    const district = await readDistrict(store, zone)
    const { tree } = district
    const seen = scopeOf(actor, tree)
    const unit = seen.find(each => each.id === c.req.query('unit')) ?? seen[0]
    const since = now()
    const today = dateOf(since, zone)
    const year = yearSchema.parse(c.req.query('year') ?? today.slice(0, 4))
    const levels = unit ? levelsBelow(unit) : []
    const level = levels.find(each => each === c.req.query('level')) ?? levels[0]
    const below = unit && level ? unitsOf(tree, unit, level) : []
    const pages = Math.max(1, Math.ceil(below.length / perPage))
    const at = Math.min(pages, pageSchema.parse(c.req.query('page') ?? '1'))
    const shown = unit ? [unit, ...below.slice((at - 1) * perPage, at * perPage)] : []
    const own = await Promise.all(shown.map(each => store.list(meetings, 'unit', each.id)))
    const called = (await meetingsCalling(store, actor, { zone, since })).map(({ meeting }) => meeting)
    const all = [...new Map([...own.flat(), ...called].map(meeting => [meeting.id, meeting])).values()]
    const coming = byStart(all.filter(meeting => meeting.ends >= since)).slice(0, mostShown)
    const past = byStart(all.filter(meeting => meeting.ends < since)).slice(-mostShown)
    const records = (
      await Promise.all([...coming, ...past].map(({ id }) => store.list(attendances, 'meeting', id)))
    ).flat()
    const lastKnown = lastKnownYear((await readHolidays(store, published)).district)
    const ends = monthEnds(year, zone)
    const props = {
      ...{ view: viewOf(c), zone, unit, year, at, pages, level, levels },
      path: unit ? [...tree.pathOf(unit.id)].reverse().filter(each => seen.includes(each)) : [],
      toDo: await toDoOf(actor, called),
      next: unit && (await nextOf(actor, tree, unit, own[0] ?? [])),
      coming: listed(coming, records, district),
      past: [...listed(past, records, district)].reverse(),
      rows: await Promise.all(
        shown.map(async (each, row) => {
          const above = each.parent === null ? [] : await store.list(meetings, 'unit', each.parent)
          return { unit: each, months: yearOf(own[row] ?? [], year, { now: since, zone, above, ends }) }
        }),
      ),
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

  const nextOf = async (actor: Actor, tree: UnitTree, unit: Unit, own: readonly Meeting[]) => {
    const level = meetingLevels.find(each => each === unit.level)
    if (!level || !mayConvene(actor, tree, { level, unit: unit.id })) return undefined
    const above = unit.parent === null ? [] : await store.list(meetings, 'unit', unit.parent)
    return nextStep(unit, own, { above, now: now(), zone, withinDays: defaultSettings.followWithinDays })
  }

  const toDoOf = async (actor: Actor, called: readonly Meeting[]): Promise<readonly ToDo[]> => {
    const open = called.filter(meeting => isSigningIn(meeting, now()))
    const unsigned = await Promise.all(
      open.map(async meeting => {
        const records = await store.list(attendances, 'meeting', meeting.id)
        return records.some(record => record.person === actor.id)
          ? []
          : [{ meeting, kind: 'signIn' as const }]
      }),
    )
    const reports = (await meetingsToReport(store, actor, now())).filter(meeting => !meeting.report)
    return [...unsigned.flat(), ...reports.map(meeting => ({ meeting, kind: 'report' as const }))]
  }

  web.get('/meetings/calendar', async c => {
    const actor = actorOf(c)
    const district = await readDistrict(store, zone)
    const { tree } = district
    const seen = scopeOf(actor, tree)
    const unit = seen.find(each => each.id === c.req.query('unit')) ?? seen[0]
    if (!unit) return refusalPage(c, no.notYours())
    const asked = monthSchema.safeParse(c.req.query('month'))
    const month = asked.success ? asked.data : dateOf(now(), zone).slice(0, 7)
    const level = levelSchema.parse(c.req.query('level') || undefined)
    const [before = month, , after = month] = utcMonths(month)
    const calendar = (await readHolidays(store, published)).of(unit.id)
    const found = await meetingsOfMonth(tree, unit, month, level)
    const { begins, days } = monthOf(month, found, { calendar, zone })
    const chosen = days.find(({ date }) => date === c.req.query('day'))
    const pages = chosen ? Math.max(1, Math.ceil(chosen.meetings.length / mostOfList)) : 1
    const at = Math.min(pages, pageSchema.parse(c.req.query('page') ?? '1'))
    const props = {
      ...{ view: viewOf(c), zone, unit, month, before, after, level, begins, days },
      levels: levelsBelow(unit),
      day: chosen && { day: chosen, page: at, pages },
      nameOf: (id: string) => tree.find(id)?.name ?? id,
    }
    const title = c.get('t')(words.calendarOf, { name: unit.name, month })
    return page(c, title, <CalendarPage {...props} />)
  })

  /** Of a level below the unit, or the unit's own and those of the unit above, to which its people are called. */
  const meetingsOfMonth = async (
    tree: UnitTree,
    unit: Unit,
    month: string,
    level: MeetingLevel | undefined,
  ) => {
    const wanted = level
      ? new Set(unitsOf(tree, unit, level).map(({ id }) => id))
      : new Set([unit.id, ...(unit.parent === null ? [] : [unit.parent])])
    const months = await Promise.all(utcMonths(month).map(each => store.list(meetings, 'month', each)))
    return months.flat().filter(meeting => wanted.has(meeting.unit))
  }

  return web
}

/** The levels below a unit at which meetings are held, the nearest first. */
function levelsBelow(unit: Unit): readonly MeetingLevel[] {
  const names: readonly string[] = meetingLevels
  const at = names.indexOf(unit.level)
  return at < 0 ? [] : meetingLevels.slice(at + 1)
}

const unitsOf = (tree: UnitTree, unit: Unit, level: MeetingLevel): readonly Unit[] =>
  tree.within(unit.id).filter(each => each !== unit && each.level === level)

function byStart(list: readonly Meeting[]): readonly Meeting[] {
  return [...list].sort((a, b) => (a.starts < b.starts ? -1 : 1))
}
