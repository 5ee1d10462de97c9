import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { actsFor, holds, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { reviewYearly } from './award.ts'
import type { Desk } from './desk.ts'
import { YearlyPage, type YearlyRow } from './pages.yearly.tsx'
import { no } from './refusals.ts'
import { ratingCycles, ratings } from './store.ts'
import { replacedBy, yearlyReviews } from './yearly.ts'
import { yearlyWords } from './yearly-words.ts'

/** The yearly review of what a cycle has named: everybody sees their own, the district reviews. */
export function yearlyWeb(kit: Kit, desk: Desk) {
  const web = new Hono<WebEnv>()
  const { store } = kit
  const path = '/ratings/:cycle/reviews'

  web.get(path, c => yearlyPage(c))

  web.post(path, async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district')) return refusalPage(c, no.districtOnly())
    const form = await readForm(c, reviewSchema)
    if (!form.ok) return yearlyPage(c, againAs(c, 'yearly', form))
    const { community: chosen, passed, reason } = form.data
    const wanted = new Set(chosen)
    const today = desk.today()
    const replaced = await replacedAfter(c.req.param('cycle'))
    const done = await desk.changeAll(actor, c.req.param('cycle'), 'review', (rating, hand) => {
      if (!wanted.has(rating.community)) return no.notDue()
      if (!yearlyReviews(rating, today, kit.zone, replaced.has(rating.community)).isDue) return no.notDue()
      return reviewYearly(rating, passed === 'yes', reason, hand)
    })
    if (isRefusal(done))
      return yearlyPage(c, againAs(c, 'yearly', form, { refusal: done, field: 'community' }), done)
    return c.redirect(`/ratings/${c.req.param('cycle')}/reviews`, 303)
  })

  /** The communities whose grade of a cycle was replaced by that of a later one. */
  async function replacedAfter(id: string) {
    const newer = (await store.all(ratingCycles)).filter(cycle => cycle.id > id)
    return replacedBy(await Promise.all(newer.map(cycle => store.list(ratings, 'cycle', cycle.id))))
  }

  async function yearlyPage(c: Web, again?: Again, refusal?: Refusal) {
    const actor = actorOf(c)
    const id = c.req.param('cycle') ?? ''
    const cycle = await store.find(ratingCycles, id)
    if (!cycle) return refusalPage(c, no.unknownCycle({ cycle: id }))
    const tree = await readTree(store)
    const own = new Set(scopeOf(actor, tree).map(unit => unit.id))
    const today = desk.today()
    const replaced = await replacedAfter(id)
    const rows = (await store.list(ratings, 'cycle', id))
      .filter(({ community, certificate }) => own.has(community) && certificate)
      .map((rating): YearlyRow => {
        const isReplaced = replaced.has(rating.community)
        return { rating, isReplaced, reviews: yearlyReviews(rating, today, kit.zone, isReplaced) }
      })
      .sort((a, b) => ((a.reviews.next ?? '9') < (b.reviews.next ?? '9') ? -1 : 1))
    return page(
      c,
      c.get('t')(yearlyWords.title, { year: cycle.year }),
      <YearlyPage
        {...{ view: viewOf(c), cycle, rows, zone: kit.zone }}
        rubric={await desk.rubricOf(cycle)}
        subdistrictName={code => tree.find(code)?.name ?? ''}
        mayReview={tree.district !== undefined && actsFor(actor, tree, tree.district.id, ['district'])}
        again={again}
      />,
      again ? (refusal?.status ?? 422) : 200,
    )
  }

  return web
}

const reviewSchema = z.object({
  community: z.union([z.string().transform(one => [one]), z.array(z.string()).max(2000)]),
  passed: z.enum(['yes', 'no']),
  reason: z.string().trim().min(1).max(500),
})
