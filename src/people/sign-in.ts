import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Web } from '../shared/web/env.ts'
import { ownPath } from '../shared/web/own-path.ts'
import { type Device, sessionDays } from './keys.ts'
import { sessionActor, signOut } from './sessions.ts'

/** Who is signed in, by the session cookie; the root asks this once a request. */
export function signedIn(kit: Kit): (c: Web) => Promise<Actor | undefined> {
  return async c => {
    const secret = sessionSecret(kit, c)
    const found = secret === undefined ? undefined : await sessionActor(kit, secret)
    if (found?.extended && secret) keepSession(kit, c, secret)
    return found?.actor
  }
}

/** Over https the name carries `__Host-`, so that no neighbouring site can plant a cookie of this name. */
function sessionCookie(kit: Kit): string {
  return kit.publicUrl.startsWith('https:') ? '__Host-session' : 'session'
}

export function sessionSecret(kit: Kit, c: Web): string | undefined {
  return getCookie(c, sessionCookie(kit))
}

export function keepSession(kit: Kit, c: Web, secret: string): void {
  setCookie(c, sessionCookie(kit), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: kit.publicUrl.startsWith('https:'),
    maxAge: sessionDays * 86_400,
  })
}

export async function leaveSession(kit: Kit, c: Web): Promise<void> {
  const secret = sessionSecret(kit, c)
  if (secret) await signOut(kit.store, secret)
  deleteCookie(c, sessionCookie(kit), { path: '/', secure: kit.publicUrl.startsWith('https:') })
}

/** Where somebody wanted to go who must sign in first; the link that comes by chat is opened in the same browser. */
const wayTo = 'to'

export function keepWayTo(kit: Kit, c: Web, path: string): void {
  const secure = kit.publicUrl.startsWith('https:')
  setCookie(c, wayTo, path.slice(0, 1000), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: 3600,
  })
}

/** The path kept before, once; the start page when there is none. */
export function takeWayTo(kit: Kit, c: Web): string {
  const kept = ownPath(getCookie(c, wayTo) ?? '')
  if (kept) deleteCookie(c, wayTo, { path: '/', secure: kit.publicUrl.startsWith('https:') })
  return kept ?? '/'
}

/** Only whether it is a phone; nothing else of the browser is kept. */
export function deviceOf(c: Web): Device {
  return /Mobi|Android|iPhone/.test(c.req.header('user-agent') ?? '') ? 'phone' : 'computer'
}
