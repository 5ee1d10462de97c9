import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { viewOf, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { ownPath } from '../shared/web/own-path.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { actorByChat } from './chat.ts'
import { enterByChat } from './entering.ts'
import { miniAppUser } from './mini-app.ts'
import { miniAppScript } from './mini-app-script.ts'
import { MiniAppPage } from './pages.sign-in.tsx'
import { no } from './refusals.ts'
import { deviceOf, keepSession, sessionSecret } from './sign-in.ts'
import { unstored } from './web.shown.ts'
import { words } from './words.ts'

/** The page behind the menu button of the bot, and behind buttons of messages: opens `to` signed in. */
export function miniAppWeb(kit: Kit, token: string) {
  const web = new Hono<WebEnv>()

  web.get('/app', c => {
    const to = ownPath(c.req.query('to') ?? '') ?? '/'
    return page(unstored(c), c.get('t')(words.signIn), <MiniAppPage view={viewOf(c)} to={to} />)
  })

  web.get('/app.js', c =>
    c.body(miniAppScript, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    }),
  )

  web.post('/app', async c => {
    const form = await readForm(
      c,
      z.object({ initData: z.string().max(8192), to: z.string().max(500).default('/') }),
    )
    const user = form.ok ? miniAppUser(form.data.initData, token, kit.now()) : no.notFromTelegram()
    if (isRefusal(user)) return refusalPage(c, user)
    const actor = await actorByChat(kit.store, user)
    if (!actor) return refusalPage(c, no.chatNotBound())
    const browser = { device: deviceOf(c), lang: c.get('lang'), session: sessionSecret(kit, c) }
    const entered = await enterByChat(kit, actor.id, browser)
    if (isRefusal(entered)) return refusalPage(c, entered)
    keepSession(kit, c, entered.session)
    return c.redirect((form.ok ? ownPath(form.data.to) : undefined) ?? '/', 303)
  })

  return web
}
