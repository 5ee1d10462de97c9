import { Hono } from 'hono'
import { z } from 'zod'
import { people } from '../people/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf, dayTime, plainDateSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { readTree } from '../units/store.ts'
import { confirmerActs, type FollowUp, ownerActs } from './follow-up.ts'
import { actsOf, ownsFollowUp, seesFollowUp, takeStep } from './ledger.ts'
import { FollowUpPage, FollowUpsPage } from './pages.tsx'
import { no } from './refusals.ts'
import { followUps } from './store.ts'
import { words } from './words.ts'

const stepSchema = z.object({
  act: z.enum([...ownerActs, ...confirmerActs]),
  note: z.string().max(500).default(''),
  until: plainDateSchema.optional(),
})

export function followUpsWeb(kit: Kit) {
  const { store, now, zone } = kit
  const web = new Hono<WebEnv>()

  web.get('/followups', async c => {
    const actor = actorOf(c)
    const tree = await readTree(store)
    const seen = (await store.all(followUps))
      .filter(followUp => seesFollowUp(actor, tree, followUp))
      .sort((a, b) => (a.due < b.due ? -1 : 1))
    const open = seen.filter(followUp => followUp.state !== 'closed')
    const mine = open.filter(each => each.state !== 'submitted' && ownsFollowUp(actor, tree, each))
    const waits = (followUp: FollowUp) =>
      actsOf(actor, tree, followUp).some(each => confirmerActs.some(known => known === each))
    const toConfirm = open.filter(followUp => !mine.includes(followUp) && waits(followUp))
    const others = open.filter(followUp => !mine.includes(followUp) && !toConfirm.includes(followUp))
    const closed = seen.filter(followUp => followUp.state === 'closed').slice(-50)
    const lists = { mine, toConfirm, others, closed, today: dateOf(now(), zone) }
    return page(c, c.get('t')(words.title), <FollowUpsPage view={viewOf(c)} tree={tree} {...lists} />)
  })

  web.get('/followups/:id', async c => onePage(c, c.req.param('id')))

  web.post('/followups/:id', async c => {
    const id = c.req.param('id')
    const form = await readForm(c, stepSchema)
    if (!form.ok) return onePage(c, id, form)
    const next = await takeStep(kit, id, form.data, actorOf(c))
    if (!isRefusal(next)) return c.redirect(`/followups/${id}`, 303)
    if (next.status !== 422) return refusalPage(c, next)
    const field = next.code === 'laterDateNeeded' ? 'until' : 'note'
    return onePage(c, id, { typed: form.typed, faults: { [field]: c.get('t')(next.text, next.values) } })
  })

  const onePage = async (c: Web, id: string, given: { typed?: Typed; faults?: Faults } = {}) => {
    const actor = actorOf(c)
    const [followUp, tree] = [await store.find(followUps, id), await readTree(store)]
    if (!followUp) return refusalPage(c, no.unknown())
    if (!seesFollowUp(actor, tree, followUp)) return refusalPage(c, no.notYours())
    const names = new Map((await store.all(people)).map(person => [person.id, person.name]))
    const shown = {
      view: viewOf(c),
      tree,
      followUp,
      today: dateOf(now(), zone),
      acts: actsOf(actor, tree, followUp),
      nameOf: (person: string) => names.get(person) ?? person,
      timeText: (at: FollowUp['opened']['at']) => dayTime(at, zone),
    }
    return page(c, followUp.what, <FollowUpPage {...shown} {...given} />, given.faults ? 422 : 200)
  }

  return web
}
