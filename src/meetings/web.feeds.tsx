import { Hono } from 'hono'
import { z } from 'zod'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { makeFeed, readFeed, revokeFeed } from './feeding.ts'
import { FeedsPage } from './pages.feeds.tsx'
import { feeds } from './store.ts'
import { words } from './words.ts'

/** Meetings in people's own calendars: secret addresses, and what stands behind them. */
export function feedsWeb(kit: Kit) {
  const { store, zone, publicUrl } = kit
  const web = new Hono<WebEnv>()

  web.get('/meetings/feeds', c => feedsPage(c, c.req.query('unit')))

  web.post('/meetings/feeds', async c => {
    const form = await readForm(c, z.object({ unit: z.string() }))
    if (!form.ok) return feedsPage(c, undefined)
    const made = await makeFeed(kit, form.data.unit, actorOf(c))
    if (isRefusal(made)) return refusalPage(c, made)
    return feedsPage(c, form.data.unit, `${publicUrl}/calendar/${made.secret}.ics`)
  })

  web.post('/meetings/feeds/:id/revoke', async c => {
    const revoked = await revokeFeed(store, c.req.param('id'), actorOf(c))
    return isRefusal(revoked) ? refusalPage(c, revoked) : c.redirect('/meetings/feeds', 303)
  })

  // Calendar programs have no session: who knows the secret may read.
  web.get('/calendar/:secret', async c => {
    const text = await readFeed(kit, c.req.param('secret').replace(/\.ics$/, ''))
    if (isRefusal(text)) return c.text(c.get('t')(text.text), text.status)
    const etag = `"${hashOf(text).slice(0, 22)}"`
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(text, 200, { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' })
  })

  const feedsPage = async (c: Web, unit: string | undefined, made?: string) => {
    const actor = actorOf(c)
    const tree = await readTree(store)
    const own = await store.list(feeds, 'person', actor.id)
    const units = scopeOf(actor, tree).filter(each => each.level !== 'window')
    const props = { view: viewOf(c), zone, units, unit, made, feeds: own }
    c.header('Cache-Control', 'no-store')
    return page(c, c.get('t')(words.feedTitle), <FeedsPage {...props} />, made ? 201 : 200)
  }

  return web
}
