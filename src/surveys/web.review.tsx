import { Hono } from 'hono'
import { z } from 'zod'
import { people } from '../people/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { ReviewPage } from './pages.review.tsx'
import { no } from './refusals.ts'
import { decideExclusion, proposeExclusion, reviewQueue } from './reviewing.ts'
import { exclusions, rounds } from './store.ts'
import { words } from './words.ts'

/** What one page lists and one proposal may name. */
const mostListed = 500

/** District staff: answers with signals, and the two people's decisions about them. */
export function reviewWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const reviewer = (c: Web) => ({ by: actorOf(c).id, today: dateOf(kit.now(), kit.zone) })

  web.get('/surveys/:id/review', c => reviewPage(c, c.req.param('id')))

  web.post('/surveys/:id/review', async c => {
    const round = await roundOf(c, c.req.param('id'))
    if (isRefusal(round)) return refusalPage(c, round)
    const form = await readForm(c, proposalSchema)
    if (!form.ok) return reviewPage(c, round.id, Object.values(form.faults)[0])
    const asked = { id: kit.newId(), ids: form.data.answer, reason: form.data.reason }
    return answered(c, round.id, await proposeExclusion(store, round, asked, reviewer(c)))
  })

  web.post('/surveys/:id/review/:exclusion', async c => {
    const round = await roundOf(c, c.req.param('id'))
    if (isRefusal(round)) return refusalPage(c, round)
    const form = await readForm(c, decisionSchema)
    if (!form.ok) return reviewPage(c, round.id, Object.values(form.faults)[0])
    const { decision, note } = form.data
    const asked = { id: c.req.param('exclusion'), agreed: decision === 'agree', note }
    return answered(c, round.id, await decideExclusion(store, round, asked, reviewer(c)))
  })

  const roundOf = async (c: Web, id: string) => {
    if (!holds(actorOf(c), 'district')) return no.notYours()
    return (await store.find(rounds, id)) ?? no.unknownRound({ id })
  }

  const answered = (c: Web, id: string, outcome: object | Refusal) => {
    if (!isRefusal(outcome)) return c.redirect(`/surveys/${id}/review`, 303)
    if (outcome.status !== 422) return refusalPage(c, outcome)
    return reviewPage(c, id, c.get('t')(outcome.text, outcome.values))
  }

  const reviewPage = async (c: Web, id: string, fault?: string) => {
    const round = await roundOf(c, id)
    if (isRefusal(round)) return refusalPage(c, round)
    const names = new Map((await store.all(people)).map(person => [person.id, person.name]))
    const shown = {
      view: viewOf(c),
      round,
      ...(await reviewQueue(store, round, mostListed)),
      exclusions: await store.list(exclusions, 'round', round.id),
      nameOf: (person: string) => names.get(person) ?? person,
      person: actorOf(c).id,
      ...(fault === undefined ? {} : { fault }),
    }
    return page(c, c.get('t')(words.review), <ReviewPage {...shown} />, fault === undefined ? 200 : 422)
  }

  return web
}

const proposalSchema = z.object({
  answer: z.union([z.string().transform(id => [id]), z.array(z.string()).max(mostListed)]).default([]),
  reason: z.string().max(500).default(''),
})

const decisionSchema = z.object({
  decision: z.enum(['agree', 'reject']),
  note: z.string().max(500).default(''),
})
