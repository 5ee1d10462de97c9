import { Hono } from 'hono'
import { z } from 'zod'
import { followUps } from '../followups/store.ts'
import { ratingId } from '../ratings/rating.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type PlainDate, plainDateSchema } from '../shared/time.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { addCheck, checkDone, lift, outcomes } from './lagging.ts'
import { candidates, changeLagging, listCommunity } from './lagging-desk.ts'
import { LaggingListPage } from './pages.lagging.tsx'
import { NewLaggingPage } from './pages.new-lagging.tsx'
import { LaggingPage } from './pages.one-lagging.tsx'
import { no } from './refusals.ts'
import { readScene } from './scene.ts'
import { laggings } from './store.ts'
import { words } from './words.ts'

/** Lagging communities, from the listing to the day on which they are lifted. */
export function laggingWeb(kit: Kit) {
  const { store, zone } = kit
  const web = new Hono<WebEnv>()
  const path = '/standings/lagging/:cycle/:community'

  web.get('/standings/lagging', async c => {
    const actor = actorOf(c)
    const { today, sees, unitName } = await readScene(kit, actor)
    const view = viewOf(c)
    return page(
      c,
      view.t(words.lagging),
      <LaggingListPage
        {...{ view, today, unitName }}
        all={(await store.all(laggings)).filter(({ community }) => sees(community))}
        candidates={(await candidates(store, today)).filter(({ community }) => sees(community))}
        mayAct={holds(actor, 'district', 'subdistrict')}
      />,
    )
  })

  web.get(path, c => onePage(c))

  web.post(path, async c => {
    const form = await readForm(c, listingSchema)
    if (!form.ok) return onePage(c, againAs(c, 'new', form))
    const { reasons, plan, helper, post, check1, check2, check3 } = form.data
    const checks = [check1, check2, check3].filter((day): day is PlainDate => day !== undefined)
    const listing = { reasons, plan, checks, helper: { unit: helper, post } }
    const done = await listCommunity(kit, actorOf(c), c.req.param(), listing)
    if (!isRefusal(done)) return back(c)
    if (done.status !== 422) return refusalPage(c, done)
    return onePage(c, againAs(c, 'new', form, { refusal: done, field: fieldOf(done) }), done)
  })

  web.post(`${path}/checks`, async c => {
    const form = await readForm(c, checkSchema)
    if (!form.ok) return onePage(c, againAs(c, 'check', form))
    const done = await change(c, (lagging, hand) => checkDone(lagging, form.data, hand))
    return answer(c, done, refusal =>
      againAs(c, 'check', form, { refusal, field: refusal.code === 'futureDate' ? 'on' : 'note' }),
    )
  })

  web.post(`${path}/dates`, async c => {
    const form = await readForm(c, z.object({ on: plainDateSchema }))
    if (!form.ok) return onePage(c, againAs(c, 'date', form))
    const done = await change(c, (lagging, hand) => addCheck(lagging, form.data.on, hand))
    return answer(c, done, refusal => againAs(c, 'date', form, { refusal, field: 'on' }))
  })

  web.post(`${path}/lift`, async c => {
    const form = await readForm(c, z.object({ reason: z.string().max(500) }))
    if (!form.ok) return onePage(c, againAs(c, 'lift', form))
    const done = await change(c, (lagging, hand) => lift(lagging, form.data.reason, hand), true)
    return answer(c, done, refusal => againAs(c, 'lift', form, { refusal, field: 'reason' }))
  })

  const change = (c: Web, rule: Parameters<typeof changeLagging>[3], districtOnly = false) => {
    const { cycle = '', community = '' } = c.req.param()
    return changeLagging(kit, actorOf(c), { cycle, community }, rule, districtOnly)
  }

  const back = (c: Web) => {
    const { cycle = '', community = '' } = c.req.param()
    return c.redirect(`/standings/lagging/${cycle}/${community}`, 303)
  }

  const answer = (c: Web, done: unknown, again: (refusal: Refusal) => Again) => {
    if (!isRefusal(done)) return back(c)
    return done.status === 422 || done.status === 409 ? onePage(c, again(done), done) : refusalPage(c, done)
  }

  const onePage = async (c: Web, again?: Again, refusal?: Refusal) => {
    const actor = actorOf(c)
    const { cycle = '', community = '' } = c.req.param()
    const { today, sees, isStaffOver, isDistrictOver, unitName, helpers } = await readScene(kit, actor)
    if (!sees(community)) return refusalPage(c, no.notYours())
    const id = ratingId(cycle, community)
    const view = viewOf(c)
    const title = view.t(words.lagging)
    const status = again ? (refusal?.status ?? 422) : 200
    const lagging = await store.find(laggings, id)
    if (!lagging) {
      const candidate = (await candidates(store, today)).find(each => each.id === id)
      if (!candidate) return refusalPage(c, no.unknown())
      if (!isStaffOver(community)) return refusalPage(c, no.staffOnly())
      const others = helpers.filter(unit => unit.id !== community)
      return page(
        c,
        title,
        <NewLaggingPage
          {...{ view, candidate }}
          helpers={others}
          typed={again?.typed}
          faults={again?.faults}
        />,
        status,
      )
    }
    return page(
      c,
      title,
      <LaggingPage
        {...{ view, today, unitName, lagging, zone }}
        followUps={await store.list(followUps, 'source', `lagging:${id}`)}
        mayCheck={isStaffOver(community)}
        mayLift={isDistrictOver(community)}
        again={again}
      />,
      status,
    )
  }

  return web
}

/** Which field of the listing a refusal is about. */
function fieldOf({ code, values }: Refusal): string {
  if (code === 'noDate' || code === 'pastDate') return 'check1'
  if (code === 'selfHelp' || code === 'unknownHelper') return 'helper'
  if (values.field === words.plan) return 'plan'
  return values.field === words.helperPost ? 'post' : 'reasons'
}

const listingSchema = z.object({
  reasons: z.string().max(500),
  plan: z.string().max(400),
  helper: z.string(),
  post: z.string().max(60),
  check1: plainDateSchema,
  check2: plainDateSchema.optional(),
  check3: plainDateSchema.optional(),
})

const checkSchema = z.object({
  on: plainDateSchema,
  outcome: z.enum(outcomes),
  note: z.string().max(500),
})
