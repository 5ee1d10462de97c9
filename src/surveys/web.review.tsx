import { Hono } from 'hono'
import { z } from 'zod'
import { whyNotOneOfTwo } from '../people/own-hands.ts'
import { people } from '../people/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type FormResult, readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { countedOf } from './counting.ts'
import { type Exclusion, reviewBegins } from './exclusion.ts'
import { exclusionLines } from './exclusion-lines.ts'
import { ExclusionPage, ReviewPage } from './pages.review.tsx'
import { no } from './refusals.ts'
import { byUnitAndHour, reviewQueue, shown } from './review-queue.ts'
import { reviewWords } from './review-words.ts'
import { decideExclusions, proposeExclusion, proposeGroups } from './reviewing.ts'
import type { Round } from './round.ts'
import { signals } from './signal.ts'
import { answers, exclusions, rounds } from './store.ts'

/** What one page lists and one proposal may name one by one. */
const mostListed = 500

/** District staff: answers with signals, and the two people's decisions about them. */
export function reviewWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const reviewer = (c: Web) => ({ by: actorOf(c), today: dateOf(kit.now(), kit.zone), zone: kit.zone })

  web.get('/surveys/:id/review', async c => {
    const round = await roundOf(c, c.req.param('id'))
    return isRefusal(round) ? refusalPage(c, round) : reviewPage(c, round)
  })

  web.post('/surveys/:id/review', async c => {
    const round = await roundOf(c, c.req.param('id'))
    if (isRefusal(round)) return refusalPage(c, round)
    const form = await readForm(c, answersSchema)
    if (!form.ok) return reviewPage(c, round, againAs(c, 'answers', form))
    const asked = { id: kit.newId(), ids: form.data.answer, reason: form.data.reason }
    const kept = await proposeExclusion(store, round, asked, reviewer(c))
    return answered(c, round, { outcome: kept, form: 'answers', field: 'answer' }, form)
  })

  web.post('/surveys/:id/review/groups', async c => {
    const round = await roundOf(c, c.req.param('id'))
    if (isRefusal(round)) return refusalPage(c, round)
    const form = await readForm(c, groupsSchema)
    if (!form.ok) return reviewPage(c, round, againAs(c, 'groups', form))
    const { group: groups, ...asked } = form.data
    const kept = await proposeGroups(store, round, { groups, ...asked }, kit.newId, reviewer(c))
    return answered(c, round, { outcome: kept, form: 'groups', field: 'group' }, form)
  })

  web.post('/surveys/:id/review/decisions', async c => {
    const round = await roundOf(c, c.req.param('id'))
    if (isRefusal(round)) return refusalPage(c, round)
    const form = await readForm(c, decisionSchema)
    if (!form.ok) return reviewPage(c, round, againAs(c, form.typed.form ?? '', form))
    const { decision, reason: note, exclusion: ids } = form.data
    const asked = { ids, agreed: decision === 'agree', note }
    const decided = await decideExclusions(store, round, asked, reviewer(c))
    return answered(c, round, { outcome: decided, form: form.data.form, field: 'exclusion' }, form)
  })

  web.get('/surveys/:id/review/:exclusion', async c => {
    const round = await roundOf(c, c.req.param('id'))
    if (isRefusal(round)) return refusalPage(c, round)
    const exclusion = await store.find(exclusions, c.req.param('exclusion'))
    if (exclusion?.round !== round.id) return refusalPage(c, no.unknownExclusion())
    const flagged = []
    for (const id of exclusion.answers.slice(0, mostListed)) {
      const answer = await store.fact(answers, round.id, id)
      if (answer) flagged.push(shown(answer, answer.flags ?? [], round))
    }
    const props = { view: viewOf(c), round, exclusion, flagged: flagged.toSorted(byUnitAndHour) }
    return page(c, c.get('t')(reviewWords.proposalTitle), <ExclusionPage {...props} />)
  })

  const roundOf = async (c: Web, id: string) => {
    if (!holds(actorOf(c), 'district')) return no.notYours()
    return (await store.find(rounds, id)) ?? no.unknownRound({ id })
  }

  /** What can be mended is said on the page, with what was sent. */
  const answered = (
    c: Web,
    round: Round,
    sent: { readonly outcome: object | Refusal; readonly form: string; readonly field: string },
    form: FormResult<unknown>,
  ) => {
    const { outcome: refusal } = sent
    if (!isRefusal(refusal)) return c.redirect(`/surveys/${round.id}/review`, 303)
    if (refusal.status !== 422 && refusal.status !== 409) return refusalPage(c, refusal)
    const field = reasonMissing.has(refusal.code) ? 'reason' : sent.field
    return reviewPage(c, round, againAs(c, sent.form, form, { refusal, field }), refusal.status)
  }

  const reviewPage = async (
    c: Web,
    round: Round,
    again?: Again,
    status: 200 | 409 | 422 = again ? 422 : 200,
  ) => {
    const names = new Map((await store.all(people)).map(person => [person.id, person.name]))
    const only = onlySchema.parse(c.req.query())
    const queue = await reviewQueue(store, round, { most: mostListed, only })
    const around = { ...(await countedOf(store, round.id)), groups: queue.groups }
    const props = {
      view: viewOf(c),
      ...{ round, queue, only, again },
      exclusions: await store.list(exclusions, 'round', round.id),
      linesOf: (exclusion: Exclusion) => exclusionLines(round, exclusion, around),
      nameOf: (person: string) => names.get(person) ?? person,
      person: actorOf(c).id,
      notOneOfTwo: whyNotOneOfTwo(actorOf(c), reviewBegins(round, kit.zone)),
    }
    return page(c, c.get('t')(reviewWords.review), <ReviewPage {...props} />, status)
  }

  return web
}

const reasonMissing = new Set(['exclusionNeedsReason', 'decisionNeedsReason'])

const several = <T extends z.ZodType<unknown, string>>(one: T) =>
  z.union([one.transform(value => [value]), z.array(one).max(mostListed)]).default([])

const reasonSchema = z.string().max(500).default('')

const answersSchema = z.object({ answer: several(z.string()), reason: reasonSchema })

/** A group as the page names it: its unit, its signal and its seal. */
const groupSchema = z
  .string()
  .regex(/^\S{1,40} [a-z]{1,20} [0-9a-f]{16}$/)
  .transform(text => {
    const [unit, signal, seal] = text.split(' ')
    return { unit, signal, seal }
  })
  .pipe(z.object({ unit: z.string(), signal: z.enum(signals), seal: z.string() }))

const groupsSchema = z.object({
  group: several(groupSchema),
  seen: z.coerce.number().int().min(0).default(0),
  reason: reasonSchema,
})

const decisionSchema = z.object({
  form: z.string().max(80).default(''),
  exclusion: several(z.string()),
  decision: z.enum(['agree', 'reject']),
  reason: reasonSchema,
})

/** What a list is narrowed to; anything else narrows nothing. */
const onlySchema = z.object({
  unit: z.string().optional().catch(undefined),
  signal: z.enum(signals).optional().catch(undefined),
})
