import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { actsFor, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { offsetsSchema } from './defaults.ts'
import { endSeries } from './ending.ts'
import { isStaffOver, mayConvene } from './expected.ts'
import { callExtra } from './extra.ts'
import { loadHolidays } from './holiday-data.ts'
import { type MeetingLevel, meetingLevels } from './meeting.ts'
import { ExtraPage, PlanPage, planRhythms } from './pages.plan.tsx'
import { plan } from './planning.ts'
import { no } from './refusals.ts'
import { nths, ruleFor } from './rule-text.ts'
import { followCounts, followDays, typedTemplate } from './series.ts'
import { weekdayCodes } from './weekdays.ts'
import { words } from './words.ts'
import { policies } from './workdays.ts'

const count = z.coerce.number().int()

const planSchema = z.object({
  level: z.enum(meetingLevels),
  unit: z.string(),
  title: z.string().max(60).optional(),
  rhythm: z.enum(planRhythms).default('month'),
  nth: z.enum(nths).default('1'),
  weekday: z.enum(weekdayCodes).default('TU'),
  follows: followDays.default(3),
  followCount: z.enum(followCounts).default('days'),
  rule: z.string().max(200).optional(),
  time: z.string(),
  minutes: count.min(10).max(600).optional(),
  place: z.string().max(60).optional(),
  policy: z.enum(policies).default('next'),
  headCount: count.min(0).max(500).optional(),
  agenda: typedTemplate.optional(),
  ...offsetsSchema.shape,
})

const extraSchema = z.object({
  unit: z.string(),
  title: z.string().trim().min(1).max(60),
  date: plainDateSchema,
  time: z.string(),
  minutes: count.min(10).max(600).optional(),
  place: z.string().max(60).optional(),
  headCount: count.min(0).max(500).optional(),
})

/** Planning series, ending them, and calling a meeting outside them. */
export function planWeb(kit: Kit) {
  const { store } = kit
  const published = loadHolidays()
  const web = new Hono<WebEnv>()

  web.get('/meetings/plan', c => planPage(c, { typed: { unit: c.req.query('unit') ?? '', ...usual } }))

  web.post('/meetings/plan', async c => {
    const form = await readForm(c, planSchema)
    if (!form.ok) return planPage(c, form)
    const { rhythm, nth, weekday, rule, follows, followCount, ...input } = form.data
    const days =
      rhythm === 'follow'
        ? { rule: '', follows: { days: follows, count: followCount } }
        : { rule: rule ?? ruleFor(rhythm, nth, weekday) }
    const planned = await plan(kit, published, { ...input, ...days }, actorOf(c))
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
    const tree = await readTree(store)
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

  web.get('/meetings/extra', c => {
    const { unit = '', date = '' } = c.req.query()
    return extraPage(c, { typed: { unit, date, time: '15:00', title: c.get('t')(words.extraUsual) } })
  })

  web.post('/meetings/extra', async c => {
    const form = await readForm(c, extraSchema)
    if (!form.ok) return extraPage(c, form)
    const unit = (await readTree(store)).find(form.data.unit)
    const level = meetingLevels.find(each => each === unit?.level)
    if (!level) return refusalPage(c, no.unknownUnit({ code: form.data.unit }))
    const called = await callExtra(kit, published, { ...form.data, level }, actorOf(c))
    if (!isRefusal(called)) return c.redirect(`/meetings/${called.id}`, 303)
    if (called.status === 403) return refusalPage(c, called)
    const field = fieldOf[called.code] ?? 'unit'
    return extraPage(c, { typed: form.typed, faults: { [field]: c.get('t')(called.text, called.values) } })
  })

  const extraPage = async (c: Web, given: { typed: Typed; faults?: Faults }) => {
    const actor = actorOf(c)
    const tree = await readTree(store)
    const units = scopeOf(actor, tree).filter(unit =>
      meetingLevels.some(level => level === unit.level && mayConvene(actor, tree, { level, unit: unit.id })),
    )
    if (units.length === 0) return refusalPage(c, no.notYours())
    const props = { view: viewOf(c), units, ...given }
    return page(c, c.get('t')(words.extraTitle), <ExtraPage {...props} />, given.faults ? 422 : 200)
  }

  return web
}

const usual: Typed = { rhythm: 'month', nth: '1', weekday: 'TU', time: '09:30', policy: 'next' }
const fieldOf: Readonly<Record<string, string>> = {
  notARule: 'rule',
  neverFires: 'rule',
  tooOften: 'rule',
  noSuchTime: 'time',
  extraInPast: 'date',
}
