import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import type { WebEnv } from '../shared/web/env.ts'
import type { ChatLink } from './chat.ts'
import { signInWeb } from './web.sign-in.tsx'

export function peopleWeb(kit: Kit, chatLink: ChatLink) {
  const web = new Hono<WebEnv>()
  web.route('/', signInWeb(kit, chatLink))
  return web
}
