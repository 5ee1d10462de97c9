import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { ownPath } from '../shared/web/own-path.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { readTree } from '../units/store.ts'
import type { ChatLink } from './chat.ts'
import {
  type Browser,
  type Entered,
  enterByInvitation,
  enterByLink,
  peekInvitation,
  peekLink,
} from './entering.ts'
import { InvitationPage, LinkPage, SignInPage } from './pages.sign-in.tsx'
import { deviceOf, keepSession, keepWayTo, leaveSession, sessionSecret, takeWayTo } from './sign-in.ts'
import { words } from './words.ts'

/** Ways in and out; the only pages of this room for people who are not signed in. */
export function signInWeb(kit: Kit, chatLink: ChatLink) {
  const web = new Hono<WebEnv>()

  web.get('/sign-in', async c => {
    const to = ownPath(c.req.query('to') ?? '')
    if (c.get('actor')) return c.redirect(to ?? '/')
    if (to) keepWayTo(kit, c, to)
    return page(c, c.get('t')(words.signIn), <SignInPage view={viewOf(c)} />)
  })

  web.get('/sign-in/:secret', async c => {
    const person = await peekLink(kit, c.req.param('secret'))
    if (isRefusal(person)) return refusalPage(c, person)
    const shown = { view: viewOf(c), person, tree: await readTree(kit.store), action: c.req.path }
    return page(c, c.get('t')(words.signIn), <LinkPage {...shown} />)
  })

  web.post('/sign-in/:secret', async c =>
    enter(c, await enterByLink(kit, c.req.param('secret'), browserOf(c))),
  )

  web.get('/invitation/:secret', async c => {
    const secret = c.req.param('secret')
    const person = await peekInvitation(kit, secret)
    if (isRefusal(person)) return refusalPage(c, person)
    const shown = { view: viewOf(c), person, tree: await readTree(kit.store), action: c.req.path }
    return page(c, c.get('t')(words.invitation), <InvitationPage {...shown} chatLink={chatLink(secret)} />)
  })

  web.post('/invitation/:secret', async c =>
    enter(c, await enterByInvitation(kit, c.req.param('secret'), browserOf(c))),
  )

  web.post('/sign-out', async c => {
    await leaveSession(kit, c)
    return c.redirect('/sign-in', 303)
  })

  const browserOf = (c: Web): Browser => ({
    device: deviceOf(c),
    lang: c.get('lang'),
    session: sessionSecret(kit, c),
  })

  const enter = (c: Web, entered: Entered | Refusal) => {
    if (isRefusal(entered)) return refusalPage(c, entered)
    keepSession(kit, c, entered.session)
    return c.redirect(takeWayTo(kit, c), 303)
  }

  return web
}
