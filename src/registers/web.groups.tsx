import { Hono } from 'hono'
import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dayTime } from '../shared/time.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type FormResult, readForm, type Typed } from '../shared/web/form.tsx'
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
import { standards } from './standards-file.ts'
import { words } from './words.ts'

/** The pages of member groups. */
export function groupsWeb(desk: RegisterDesk, tree: () => Promise<UnitTree>, zone: string) {
  const web = new Hono<WebEnv>()
  const path = '/registers/:year/:unit/groups'

  web.get(path, c => groupsPage(c))

  web.post(path, async c => {
    const form = await readForm(c, z.object({ lines: z.string().max(20_000) }))
    if (!form.ok) return groupsPage(c, againAs(c, 'add', form))
    const { lines } = form.data
    const added = await change(c, (list, hand) => addGroups(list, readLines(lines), hand))
    return answer(c, added, { form: 'add', sent: form, field: 'lines' })
  })

  web.post(`${path}/carry`, async c => {
    const before = await desk.groupsOf(String(Number(c.req.param('year')) - 1), c.req.param('unit') ?? '')
    const carried = await change(c, (list, hand) => carryOver(list, before, hand))
    return isRefusal(carried) ? refusalPage(c, carried) : answer(c, carried)
  })

  web.post(`${path}/month`, async c => {
    const sent = await readForm(c, z.looseObject({}))
    const { month = '' } = sent.typed
    const counts = countsOf(sent.typed)
    const entered = isRefusal(counts)
      ? counts
      : await change(c, (list, hand) => enterMonth(list, month, counts, hand))
    return answer(c, entered, { form: 'month', sent, field: 'counts' }, month)
  })

  web.post(`${path}/appraisal`, async c => {
    actorOf(c)
    const form = await readForm(c, appraisalSchema)
    const [one, ...more] = form.chosen.group ?? []
    const name = one && more.length === 0 ? `appraisal-${one}` : 'confirm'
    if (!form.ok) return groupsPage(c, againAs(c, name, form))
    const { group: numbers, ...input } = form.data
    const rule: GroupRule = (list, hand) => {
      let next: GroupList | Refusal = list
      for (const number of numbers)
        if (!isRefusal(next)) next = appraise(next, number, input, { standards, months: hand.months }, hand)
      return next
    }
    return answer(c, await change(c, rule, true), { form: name, sent: form, field: 'reason' })
  })

  web.post(`${path}/:no`, async c => {
    const form = await readForm(c, groupFormSchema)
    const name = `group-${c.req.param('no')}`
    if (!form.ok) return groupsPage(c, againAs(c, name, form))
    const changed = await change(c, (list, hand) => changeGroup(list, numberOf(c), form.data, hand))
    return answer(c, changed, { form: name, sent: form, field: 'name' })
  })

  web.post(`${path}/:no/marks`, async c => {
    const form = await readForm(c, z.object({ mark: several.default([]) }))
    if (!form.ok) return refusalPage(c, no.unknownGroup())
    const marked = await change(c, (list, hand) =>
      markGroup(list, numberOf(c), form.data.mark, standards, hand),
    )
    return answer(c, marked, { form: `marks-${c.req.param('no')}`, sent: form, field: 'mark' })
  })

  const change = (c: Web, rule: GroupRule, staffOnly = false) =>
    desk.changeGroups(actorOf(c), c.req.param('year') ?? '', c.req.param('unit') ?? '', rule, staffOnly)

  /** Back to the page, or the page with what is wrong at its form. */
  const answer = (
    c: Web,
    outcome: number | Refusal,
    of?: { readonly form: string; readonly sent: FormResult<unknown>; readonly field: string },
    month?: string,
  ) => {
    if (!isRefusal(outcome)) {
      const { year = '', unit = '' } = c.req.param()
      return c.redirect(`/registers/${year}/${unit}/groups${month ? `?month=${month}` : ''}`, 303)
    }
    if (!of || (outcome.status !== 422 && outcome.status !== 409)) return refusalPage(c, outcome)
    const again = againAs(c, of.form, of.sent, { refusal: outcome, field: of.field })
    return groupsPage(c, again, outcome)
  }

  const groupsPage = async (c: Web, again?: Again, refusal?: Refusal) => {
    const actor = actorOf(c)
    const opened = await desk.open(actor, c.req.param('year') ?? '', c.req.param('unit') ?? '')
    if (isRefusal(opened)) return refusalPage(c, opened)
    const { unit, year }: { unit: Unit; year: typeof opened.year } = opened
    if (unit.level !== 'community') return refusalPage(c, no.noSheet())
    const today = desk.today()
    const begun = year.months.filter(month => month <= today.slice(0, 7))
    const asked = again?.typed.month ?? c.req.query('month') ?? ''
    const view = viewOf(c)
    const before = await desk.groupsOf(String(Number(year.id) - 1), unit.id)
    return page(
      c,
      view.t(words.groupsTitle),
      <GroupsPage
        {...{ view, unit, year, today, again }}
        timeText={at => dayTime(at, zone)}
        list={await desk.groupsOf(year.id, unit.id)}
        carryable={openGroups(before).length}
        standards={standards}
        month={begun.includes(asked) ? asked : (begun.at(-1) ?? year.months[0] ?? '')}
        mayAppraise={actsFor(actor, await tree(), unit.id, ['district', 'subdistrict'])}
      />,
      again ? (refusal?.status ?? 422) : 200,
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
function countsOf(typed: Typed): ReadonlyMap<number, MonthCounts> | Refusal {
  const found = new Map<number, { activities: number; publicity: number }>()
  for (const [name, text] of Object.entries(typed)) {
    const [, what, number] = /^(activities|publicity)-(\d{1,4})$/.exec(name) ?? []
    if (!what || !number || text.trim() === '') continue
    const plain = text.normalize('NFKC').trim()
    if (!/^\d{1,2}$/.test(plain)) return no.badCounts()
    const counts = found.get(Number(number)) ?? { activities: 0, publicity: 0 }
    found.set(Number(number), { ...counts, [what]: Number(plain) })
  }
  return found
}
