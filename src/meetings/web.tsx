import { Hono } from 'hono'
import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf, plusDays } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { actsFor, holds, scopeOf } from '../units/scope.ts'
import { meetingsCalling, meetingsToReport, readDistrict } from './calling.ts'
import { isSigningIn } from './choosing.ts'
import { horizonDays, offsetsSchema } from './defaults.ts'
import { endSeries } from './ending.ts'
import { isStaffOver } from './expected.ts'
import { loadHolidays } from './holiday-data.ts'
import { readHolidays } from './holidays/calendar.ts'
import { holidaysWeb } from './holidays/web.tsx'
import { listed } from './listing.ts'
import { type Meeting, type MeetingLevel, meetingLevels } from './meeting.ts'
import { PlanPage } from './pages.plan.tsx'
import { OverviewPage, type ToDo } from './pages.tsx'
import { plan } from './planning.ts'
import { no } from './refusals.ts'
import { nths, rhythms, ruleFor, weekdayCodes } from './rule-text.ts'
import { allSeries, attendances, meetings } from './store.ts'
import { feedsWeb } from './web.feeds.tsx'
import { meetingWeb } from './web.meeting.tsx'
import { words } from './words.ts'
import { lastKnownYear, policies } from './workdays.ts'
import { yearOf } from './year.ts'

const mostShown = 30
const count = z.coerce.number().int()

const planSchema = z.object({
  level: z.enum(meetingLevels),
  unit: z.string(),
  title: z.string().max(60).optional(),
  rhythm: z.enum(rhythms).default('month'),
  nth: z.enum(nths).default('1'),
  weekday: z.enum(weekdayCodes).default('TU'),
  rule: z.string().max(200).optional(),
  time: z.string(),
  minutes: count.min(10).max(600).optional(),
  place: z.string().max(60).optional(),
  policy: z.enum(policies).default('next'),
  headCount: count.min(0).max(500).optional(),
  ...offsetsSchema.shape,
})

/** Meetings on the web: the overview, planning, and each meeting's page. */
export function meetingsWeb(kit: Kit, files: KeptFiles) {
  const { store, now, zone } = kit
  const published = loadHolidays()
  const web = new Hono<WebEnv>()

  web.get('/meetings', async c => {
    const actor = actorOf(c)
    const district = await readDistrict(store, zone)
    const { tree } = district
    const seen = scopeOf(actor, tree)
    const unit = seen.find(each => each.id === c.req.query('unit')) ?? seen[0]
    const today = dateOf(now(), zone)
    const year = yearSchema.parse(c.req.query('year') ?? today.slice(0, 4))
    const shown = unit ? [unit, ...tree.childrenOf(unit.id)].filter(each => each.level !== 'window') : []
    const own = await Promise.all(shown.map(each => store.list(meetings, 'unit', each.id)))
    const since = kit.now()
    const called = (await meetingsCalling(store, actor, { zone, since })).map(({ meeting }) => meeting)
    const all = [...new Map([...own.flat(), ...called].map(meeting => [meeting.id, meeting])).values()]
    const coming = byStart(all.filter(meeting => meeting.ends >= since)).slice(0, mostShown)
    const past = byStart(all.filter(meeting => meeting.ends < since)).slice(-mostShown)
    const records = (
      await Promise.all([...coming, ...past].map(({ id }) => store.list(attendances, 'meeting', id)))
    ).flat()
    const lastKnown = lastKnownYear((await readHolidays(store, published)).district)
    const props = {
      view: viewOf(c),
      zone,
      unit,
      path: unit ? [...tree.pathOf(unit.id)].reverse().filter(each => seen.includes(each)) : [],
      year,
      toDo: await toDoOf(actor, called),
      coming: listed(coming, records, district),
      past: [...listed(past, records, district)].reverse(),
      rows: shown.map((each, at) => ({
        unit: each,
        months: yearOf(own[at] ?? [], year, { now: since, zone }),
        opens: each !== unit && tree.childrenOf(each.id).some(child => child.level === 'community'),
      })),
      series: unit ? await store.list(allSeries, 'unit', unit.id) : [],
      mayPlan: holds(actor, 'district', 'subdistrict', 'lead') && unit !== undefined,
      holidaysUntil: plusDays(today, horizonDays).slice(0, 4) > String(lastKnown) ? lastKnown : undefined,
    }
    return page(c, c.get('t')(words.title), <OverviewPage {...props} />)
  })

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

  web.get('/meetings/plan', c => planPage(c, { typed: { unit: c.req.query('unit') ?? '', ...usual } }))

  web.post('/meetings/plan', async c => {
    const form = await readForm(c, planSchema)
    if (!form.ok) return planPage(c, form)
    const { rhythm, nth, weekday, rule, ...input } = form.data
    const planned = await plan(
      kit,
      published,
      { ...input, rule: rule ?? ruleFor(rhythm, nth, weekday) },
      actorOf(c),
    )
    if (!isRefusal(planned)) return c.redirect(`/meetings?unit=${form.data.unit}`, 303)
    if (planned.status === 403) return refusalPage(c, planned)
    const field = fieldOf[planned.code] ?? 'unit'
    return planPage(c, { typed: form.typed, faults: { [field]: c.get('t')(planned.text, planned.values) } })
  })

  web.post('/meetings/series/:id/end', async c => {
    const ended = await endSeries(kit, c.req.param('id'), actorOf(c))
    return isRefusal(ended) ? refusalPage(c, ended) : c.redirect(`/meetings?unit=${ended.unit}`, 303)
  })

  const planPage = async (c: Web, given: { typed: Typed; faults?: Faults }) => {
    const actor = actorOf(c)
    const { tree } = await readDistrict(store, zone)
    const units = scopeOf(actor, tree).filter(unit => unit.level !== 'window')
    if (units.length === 0) return refusalPage(c, no.notYours())
    const levels: readonly MeetingLevel[] = meetingLevels.filter(
      level =>
        level === 'community' ||
        units.some(
          unit => unit.level === level && actsFor(actor, tree, unit.id) && isStaffOver(actor, tree, unit.id),
        ),
    )
    const props = { view: viewOf(c), levels, units, ...given }
    return page(c, c.get('t')(words.planTitle), <PlanPage {...props} />, given.faults ? 422 : 200)
  }

  web.route('/', holidaysWeb(kit))
  web.route('/', feedsWeb(kit))
  web.route('/', meetingWeb(kit, files))
  return web
}

const usual: Typed = { rhythm: 'month', nth: '1', weekday: 'TU', time: '09:30', policy: 'next' }
const fieldOf: Readonly<Record<string, string>> = {
  notARule: 'rule',
  neverFires: 'rule',
  tooOften: 'rule',
  noSuchTime: 'time',
}
const yearSchema = z.coerce.number().int().min(2000).max(2100).catch(2026)

function byStart(list: readonly Meeting[]): readonly Meeting[] {
  return [...list].sort((a, b) => (a.starts < b.starts ? -1 : 1))
}
