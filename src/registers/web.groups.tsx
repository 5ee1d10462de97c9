import { Hono } from 'hono'
import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dayTime } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readBody, readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { actsFor } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import type { GroupRule, RegisterDesk } from './desk.ts'
import { appraise, markGroup } from './five-good.ts'
import {
  addGroups,
  appraisals,
  carryOver,
  changeGroup,
  enterMonth,
  type GroupList,
  type MonthCounts,
  openGroups,
  readLines,
} from './groups.ts'
import { GroupsPage } from './pages.groups.tsx'
import { no } from './refusals.ts'
import { words } from './words.ts'

/** The pages of member groups. */
export function groupsWeb(desk: RegisterDesk, tree: () => Promise<UnitTree>, zone: string) {
  const web = new Hono<WebEnv>()
  const path = '/registers/:year/:unit/groups'

  web.get(path, c => groupsPage(c))

  web.post(path, async c => {
    const form = await readForm(c, z.object({ lines: z.string().max(20_000) }))
    const lines = form.ok ? form.data.lines : ''
    const added = await change(c, (list, hand) => addGroups(list, readLines(lines), hand))
    return answer(c, added, lines)
  })

  web.post(`${path}/carry`, async c => {
    const before = await desk.groupsOf(String(Number(c.req.param('year')) - 1), c.req.param('unit') ?? '')
    return answer(c, await change(c, (list, hand) => carryOver(list, before, hand)))
  })

  web.post(`${path}/month`, async c => {
    const body = await readBody(c)
    const month = typeof body.month === 'string' ? body.month : ''
    const counts = countsOf(body)
    if (isRefusal(counts)) return answer(c, counts)
    return answer(c, await change(c, (list, hand) => enterMonth(list, month, counts, hand)), undefined, month)
  })

  web.post(`${path}/appraisal`, async c => {
    actorOf(c)
    const form = await readForm(c, appraisalSchema)
    if (!form.ok) return answer(c, no.unknownGroup())
    const by = { standards: await desk.standards() }
    const { group: numbers, ...input } = form.data
    const rule: GroupRule = (list, hand) => {
      let next: GroupList | Refusal = list
      for (const number of numbers)
        if (!isRefusal(next)) next = appraise(next, number, input, { ...by, months: hand.months }, hand)
      return next
    }
    return answer(c, await change(c, rule, true))
  })

  web.post(`${path}/:no`, async c => {
    const form = await readForm(c, groupFormSchema)
    if (!form.ok) return answer(c, no.badGroup())
    return answer(c, await change(c, (list, hand) => changeGroup(list, numberOf(c), form.data, hand)))
  })

  web.post(`${path}/:no/marks`, async c => {
    const form = await readForm(c, z.object({ mark: several.default([]) }))
    if (!form.ok) return answer(c, no.unknownGroup())
    const by = await desk.standards()
    return answer(c, await change(c, (list, hand) => markGroup(list, numberOf(c), form.data.mark, by, hand)))
  })

  const change = (c: Web, rule: GroupRule, staffOnly = false) =>
    desk.changeGroups(actorOf(c), c.req.param('year') ?? '', c.req.param('unit') ?? '', rule, staffOnly)

  /** Back to the page, or the page with what is wrong. */
  const answer = (c: Web, outcome: number | Refusal, lines?: string, month?: string) => {
    if (!isRefusal(outcome)) {
      const { year = '', unit = '' } = c.req.param()
      return c.redirect(`/registers/${year}/${unit}/groups${month ? `?month=${month}` : ''}`, 303)
    }
    return outcome.status === 422 || outcome.status === 409
      ? groupsPage(c, outcome, lines)
      : refusalPage(c, outcome)
  }

  const groupsPage = async (c: Web, refusal?: Refusal, lines?: string) => {
    const actor = actorOf(c)
    const opened = await desk.open(actor, c.req.param('year') ?? '', c.req.param('unit') ?? '')
    if (isRefusal(opened)) return refusalPage(c, opened)
    const { unit, year }: { unit: Unit; year: typeof opened.year } = opened
    if (unit.level !== 'community') return refusalPage(c, no.noSheet())
    const today = desk.today()
    const begun = year.months.filter(month => month <= today.slice(0, 7))
    const asked = c.req.query('month') ?? ''
    const view = viewOf(c)
    const before = await desk.groupsOf(String(Number(year.id) - 1), unit.id)
    return page(
      c,
      view.t(words.groupsTitle),
      <GroupsPage
        {...{ view, unit, year, today, lines }}
        timeText={at => dayTime(at, zone)}
        list={await desk.groupsOf(year.id, unit.id)}
        carryable={openGroups(before).length}
        standards={await desk.standards()}
        month={begun.includes(asked) ? asked : (begun.at(-1) ?? year.months[0] ?? '')}
        mayAppraise={actsFor(actor, await tree(), unit.id, ['district', 'subdistrict'])}
        fault={refusal && view.t(refusal.text, refusal.values)}
      />,
      refusal?.status ?? 200,
    )
  }

  return web
}

function numberOf(c: Web): number {
  return Number(c.req.param('no'))
}

const several = z.union([z.string().transform(one => [one]), z.array(z.string())])

const groupFormSchema = z.object({
  name: z.string().trim().max(100),
  covers: z.string().trim().max(200).default(''),
  leader: z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes'),
  closed: z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes'),
})

const appraisalSchema = z.object({
  group: several.transform(all => all.map(Number)).pipe(z.array(z.int()).min(1).max(200)),
  outcome: z.enum(appraisals),
  reason: z.string().max(300).default(''),
})

/** The fields `activities-3` and `publicity-3` of a month's form; a group with both fields empty is left as it is. */
function countsOf(body: Readonly<Record<string, unknown>>): ReadonlyMap<number, MonthCounts> | Refusal {
  const found = new Map<number, { activities: number; publicity: number }>()
  for (const [name, typed] of Object.entries(body)) {
    const [, what, number] = /^(activities|publicity)-(\d{1,4})$/.exec(name) ?? []
    if (!what || !number || typeof typed !== 'string' || typed.trim() === '') continue
    const plain = typed.normalize('NFKC').trim()
    if (!/^\d{1,2}$/.test(plain)) return no.badCounts()
    const counts = found.get(Number(number)) ?? { activities: 0, publicity: 0 }
    found.set(Number(number), { ...counts, [what]: Number(plain) })
  }
  return found
}
