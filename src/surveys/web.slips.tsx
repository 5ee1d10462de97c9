import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { printPage } from '../shared/web/print.tsx'
import { issueCodes, whyNoCodes } from './issuing.ts'
import { headOf } from './pages.poster.tsx'
import { ShutPage } from './pages.shut.tsx'
import { Slips, SlipsPage, slipsStyle } from './pages.slips.tsx'
import { printWords } from './print-words.ts'
import { no } from './refusals.ts'
import { roundAsStaff } from './seen.ts'
import { words } from './words.ts'

/** What one sheet may hold, so that a page stays printable. */
export const codesSchema = z.coerce.number().int().min(1).max(500)

/** Staff print the slips of coded rounds; leads do not, since their own association is asked about. */
export function slipsWeb(kit: Kit) {
  const web = new Hono<WebEnv>()

  web.get('/surveys/:id/slips', c => asking(c, c.req.param('id')))

  web.post('/surveys/:id/slips', async c => {
    const id = c.req.param('id')
    const form = await readForm(c, z.object({ id: z.string(), unit: z.string(), count: codesSchema }))
    if (!form.ok) return asking(c, id, form)
    const seen = await slipsSeen(c, id, form.data.unit)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const unit = units.find(({ code }) => code === form.data.unit)
    if (!unit) return refusalPage(c, no.notYours())
    const means = { ...kit, id: form.data.id, by: actorOf(c).id, today: dateOf(kit.now(), kit.zone) }
    const codes = await issueCodes(kit.store, round, unit, form.data.count, means)
    if (isRefusal(codes)) {
      if (codes.status === 410) return asking(c, id)
      if (codes.status !== 422) return refusalPage(c, codes)
      return asking(c, id, { typed: form.typed, faults: { count: c.get('t')(codes.text, codes.values) } })
    }
    const shown = { view: viewOf(c), round, unit, codes, publicUrl: kit.publicUrl }
    const head = { ...headOf(round, words.slips, c.get('t')), notice: c.get('t')(printWords.slipsOnce) }
    c.header('Cache-Control', 'no-store')
    return printPage(c, { ...head, style: slipsStyle, content: <Slips {...shown} /> }, 201)
  })

  const slipsSeen = async (c: Web, id: string, of?: string) => {
    const seen = await roundAsStaff(kit.store, actorOf(c), id, of)
    return isRefusal(seen) || seen.round.coded ? seen : no.notCoded()
  }

  const asking = async (c: Web, id: string, given: { typed: Typed; faults?: Faults } = { typed: {} }) => {
    const seen = await slipsSeen(c, id)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const title = c.get('t')(words.slips)
    const at = { view: viewOf(c), ...seen, today: dateOf(kit.now(), kit.zone) }
    const over = whyNoCodes(seen.round, at.today)
    if (over) return page(c, title, <ShutPage {...at} title={title} refused={over} />, over.status)
    const shown = { ...at, id: kit.newId() }
    return page(c, title, <SlipsPage {...shown} {...given} />, given.faults ? 422 : 200)
  }

  return web
}
