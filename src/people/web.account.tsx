import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { langs } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { type ChatLink, setLang } from './chat.ts'
import { AccountPage, ChatCodePage } from './pages.account.tsx'
import { ownChatCode, unbindChat } from './register.ts'
import { endSession } from './sessions.ts'
import { sessionSecret } from './sign-in.ts'
import { people, sessions } from './store.ts'
import { unstored } from './web.shown.ts'
import { words } from './words.ts'

/** What people do about themselves: chat account, language, devices. */
export function accountWeb(kit: Kit, chatLink: ChatLink) {
  const web = new Hono<WebEnv>()

  web.get('/account', async c => {
    const { id } = actorOf(c)
    const secret = sessionSecret(kit, c)
    const shown = {
      view: viewOf(c),
      zone: kit.zone,
      tree: await readTree(kit.store),
      person: await kit.store.get(people, id),
      sessions: await kit.store.list(sessions, 'person', id),
      current: secret && hashOf(secret),
    }
    return page(c, c.get('t')(words.account), <AccountPage {...shown} />)
  })

  web.post('/account/language', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, z.object({ lang: z.enum(langs) }))
    if (form.ok) {
      await setLang(kit.store, actor.id, form.data.lang)
      setCookie(c, 'lang', form.data.lang, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
    }
    return c.redirect('/account', 303)
  })

  web.post('/account/chat', async c => {
    const code = await ownChatCode(kit, actorOf(c))
    const shown = { view: viewOf(c), code, chatLink: chatLink(code) }
    return page(unstored(c), c.get('t')(words.openChat), <ChatCodePage {...shown} />)
  })

  web.post('/account/unbind', async c => {
    const actor = actorOf(c)
    const freed = await unbindChat(kit, actor, actor.id)
    return isRefusal(freed) ? refusalPage(c, freed) : c.redirect('/account', 303)
  })

  web.post('/account/sessions/end', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, z.object({ session: z.string() }))
    if (form.ok) await endSession(kit, actor, form.data.session)
    return c.redirect('/account', 303)
  })

  return web
}
