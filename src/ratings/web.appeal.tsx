import { Hono } from 'hono'
import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { refusalPage } from '../shared/web/page.tsx'
import type { Appeal } from './appeal.ts'
import type { AppealDesk } from './appealing.ts'
import { no } from './refusals.ts'

/** Filing and deciding appeals. */
export function appealWeb(appeals: AppealDesk) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/:community/appeal'

  web.post(path, async c => {
    const form = await readForm(c, z.object({ reason: z.string().max(1000) }))
    if (!form.ok) return refusalPage(c, no.appealReason())
    const { cycle, community } = c.req.param()
    return shown(c, await appeals.file(actorOf(c), cycle, community, form.data.reason))
  })

  web.post(`${path}/decision`, async c => {
    const form = await readForm(c, z.object({ upheld: z.enum(['yes', 'no']), reason: z.string().max(1000) }))
    if (!form.ok) return refusalPage(c, no.appealReason())
    const { cycle, community } = c.req.param()
    const decision = { upheld: form.data.upheld === 'yes', reason: form.data.reason }
    return shown(c, await appeals.settle(actorOf(c), cycle, community, decision))
  })

  return web
}

function shown(c: Web, outcome: Appeal | Refusal) {
  if (isRefusal(outcome)) return refusalPage(c, outcome)
  return c.redirect(`/ratings/${c.req.param('cycle')}/${c.req.param('community')}`, 303)
}
