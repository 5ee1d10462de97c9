import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type FormResult, readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { mayAppeal } from './appeal.ts'
import type { AppealDesk } from './appealing.ts'
import type { Desk } from './desk.ts'
import { doStep } from './doing.ts'
import type { EvidenceDesk } from './evidencing.ts'
import { targets } from './grades.ts'
import { AppealPart } from './pages.appeal.tsx'
import { RatingPage } from './pages.rating.tsx'
import { rectificationsOf } from './rectifying.ts'
import { no } from './refusals.ts'
import { explainRating } from './score-sheet.ts'
import { submit } from './self-assessment.ts'
import { actions } from './steps.ts'

/** One rating's page, and everything that is done on it: steps, the application, filing and deciding an appeal. */
export function ratingWeb(
  { store }: Kit,
  { desk, appeals, evidence }: { desk: Desk; appeals: AppealDesk; evidence: EvidenceDesk },
) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/:community'

  web.get(path, c => ratingPage(c))

  web.post(`${path}/submit`, async c => {
    const form = await readForm(c, z.object({ target: z.enum(targets) }))
    if (!form.ok) return answer(c, no.noTarget(), 'submit', form)
    const { target } = form.data
    return answer(c, await change(c, (rating, hand) => submit(rating, target, hand)), 'submit', form)
  })

  web.post(`${path}/steps`, async c => {
    const form = await readForm(c, stepSchema)
    if (!form.ok) return refusedStep(c, form)
    const step = { ...form.data, passed: form.data.passed !== 'no' }
    const notice = await desk.noticeEnd(c.req.param('cycle'))
    const done = await change(c, (rating, hand) => doStep(rating, step, notice, hand))
    return answer(c, done, step.action, form)
  })

  web.post(`${path}/appeal`, async c => {
    const form = await readForm(c, z.object({ reason: z.string().max(1000) }))
    if (!form.ok) return answer(c, no.appealReason(), 'appeal', form)
    const { cycle, community } = c.req.param()
    return answer(c, await appeals.file(actorOf(c), cycle, community, form.data.reason), 'appeal', form)
  })

  web.post(`${path}/appeal/decision`, async c => {
    const form = await readForm(c, z.object({ upheld: z.enum(['yes', 'no']), reason: z.string().max(1000) }))
    if (!form.ok) return answer(c, no.appealReason(), 'decision', form)
    const { cycle, community } = c.req.param()
    const decision = { upheld: form.data.upheld === 'yes', reason: form.data.reason }
    return answer(c, await appeals.settle(actorOf(c), cycle, community, decision), 'decision', form)
  })

  const change = (c: Web, rule: Parameters<Desk['change']>[3]) =>
    desk.change(actorOf(c), c.req.param('cycle') ?? '', c.req.param('community') ?? '', rule)

  /** Back to the page; what is wrong with a form is said at its field, with all that was typed. */
  function answer(c: Web, outcome: unknown, form: string, sent: FormResult<unknown>) {
    const { cycle = '', community = '' } = c.req.param()
    if (!isRefusal(outcome)) return c.redirect(`/ratings/${cycle}/${community}`, 303)
    if (outcome.status !== 422) return refusalPage(c, outcome)
    return ratingPage(c, againAs(c, form, sent, { refusal: outcome, field: fieldOf(outcome) }), outcome)
  }

  /** A reason that is too long, or a step that there is not. */
  function refusedStep(c: Web, sent: FormResult<unknown>) {
    const action = actions.find(each => each === sent.typed.action)
    return action ? ratingPage(c, againAs(c, action, sent)) : refusalPage(c, no.unknownStep())
  }

  async function ratingPage(c: Web, again?: Again, refusal?: Refusal) {
    const { cycle = '', community = '' } = c.req.param()
    const opened = await desk.open(actorOf(c), cycle, community)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const { rating, hand } = opened
    const view = viewOf(c)
    const appeal = await appeals.of(rating)
    const until = await appeals.until(opened)
    return page(
      c,
      rating.name,
      <RatingPage
        {...{ ...opened, view, again }}
        explanation={explainRating(hand.rubric, rating, hand)}
        files={await evidence.of(rating.id)}
        mayAppeal={mayAppeal(rating, appeal, until, hand)}
        rectifications={await rectificationsOf(store, rating)}
      >
        <AppealPart {...{ ...opened, view, again, appeal, until }} />
      </RatingPage>,
      again ? (refusal?.status ?? 422) : 200,
    )
  }

  return web
}

/** Which field of a form a refusal is about. */
function fieldOf({ code }: Refusal): string {
  if (code === 'itemsNeeded' || code === 'unknownItem') return 'items'
  return code === 'noTarget' ? 'target' : 'reason'
}

const stepSchema = z.object({
  action: z.enum(actions),
  reason: z.string().max(500).default(''),
  items: z.union([z.string().transform(item => [item]), z.array(z.string())]).default([]),
  passed: z.enum(['yes', 'no']).optional(),
})
