import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { appealDesk } from './appealing.ts'
import { type Desk, type RatingParts, ratingDesk } from './desk.ts'
import { evidenceDesk } from './evidencing.ts'
import { NoCyclePage } from './pages.opening.tsx'
import { no } from './refusals.ts'
import { newestCycle } from './store.ts'
import { cycleWeb } from './web.cycle.tsx'
import { evidenceWeb } from './web.evidence.tsx'
import { noticeWeb } from './web.notice.tsx'
import { previewWeb } from './web.preview.tsx'
import { ratingWeb } from './web.rating.tsx'
import { reviewWeb } from './web.review.tsx'
import { selfWeb } from './web.self.tsx'
import { yearlyWeb } from './web.yearly.tsx'
import { words } from './words.ts'

export function ratingsWeb(kit: Kit, parts: RatingParts) {
  const web = new Hono<WebEnv>()
  const desk = ratingDesk(kit, parts)
  const appeals = appealDesk(kit, desk, parts.workdays)
  const evidence = evidenceDesk(kit, desk, parts.files)
  const { store } = kit

  web.get('/ratings', async c => {
    const actor = actorOf(c)
    const cycle = await newestCycle(store)
    if (!cycle) return noCyclePage(c, desk, { none: true })
    const seen = scopeOf(actor, await readTree(store)).filter(unit => unit.level === 'community')
    const [only] = seen
    const own = seen.length === 1 && only && cycle.communities.includes(only.id) ? `/${only.id}` : ''
    return c.redirect(`/ratings/${cycle.id}${own}`)
  })

  web.post('/ratings', async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district')) return refusalPage(c, no.districtOnly())
    const form = await readForm(c, yearSchema)
    const fault = (refusal: Refusal) => {
      const typed = form.typed
      return noCyclePage(
        c,
        desk,
        { none: false, typed, faults: { year: c.get('t')(refusal.text, refusal.values) } },
        refusal,
      )
    }
    if (!form.ok) return fault(no.badYear())
    const opened = await desk.openYear(actor, form.data.year)
    return isRefusal(opened) ? fault(opened) : c.redirect(`/ratings/${opened.cycle.id}`, 303)
  })

  web.route('/', noticeWeb(kit, desk))
  web.route('/', yearlyWeb(kit, desk))
  web.route('/', cycleWeb(kit, desk))
  web.route('/', previewWeb(store, desk))

  web.route('/', ratingWeb(kit, { desk, appeals, evidence }))
  web.route('/', evidenceWeb(desk, evidence))
  web.route('/', selfWeb(kit, desk, evidence))
  web.route('/', reviewWeb(kit, desk, evidence))
  return web
}

function noCyclePage(
  c: Web,
  desk: Desk,
  more: Omit<Parameters<typeof NoCyclePage>[0], 'view' | 'today' | 'mayOpen'>,
  refusal?: Refusal,
) {
  const shown = { view: viewOf(c), today: desk.today(), mayOpen: holds(actorOf(c), 'district') }
  return page(c, c.get('t')(words.title), <NoCyclePage {...shown} {...more} />, refusal?.status ?? 200)
}

const yearSchema = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
