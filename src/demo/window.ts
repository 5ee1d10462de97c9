import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'

export interface WindowOptions {
  /** Where the product listens. */
  readonly target: string
  readonly host: string
  /** The demo's page, which alone may frame what is shown here. */
  readonly framedBy: (hostname: string) => string
  /** A new session of the persona, as a cookie's value. */
  readonly signIn: () => Promise<string>
}

export interface Window {
  readonly port: number
  close(): Promise<void>
}

/**
 * The product's web as one persona sees it: a server of its own that passes everything on under that persona's session,
 * so that several can be open at once and the demo's page may frame them; the product itself allows neither.
 */
export async function openWindow({ target, host, framedBy, signIn }: WindowOptions): Promise<Window> {
  let session = await signIn()
  const web = new Hono()

  web.all('*', async c => {
    const url = new URL(c.req.url)
    const pass = () => {
      const headers: Record<string, string | undefined> = { ...c.req.header(), host: undefined }
      headers.cookie = withSession(c.req.header('cookie'), session)
      if (headers.origin === url.origin) headers.origin = target
      if (headers.referer?.startsWith(`${url.origin}/`))
        headers.referer = target + headers.referer.slice(url.origin.length)
      return proxy(`${target}${url.pathname}${url.search}`, {
        method: c.req.method,
        headers,
        body: c.req.raw.body,
        redirect: 'manual',
        ...(c.req.raw.body ? { duplex: 'half' } : {}),
      })
    }
    let answer = await pass()
    if (c.req.method === 'GET' && answer.headers.get('location')?.startsWith('/sign-in')) {
      session = await signIn()
      answer = await pass()
    }
    const headers = new Headers(answer.headers)
    keepSessionsApart(headers)
    const policy = headers.get('content-security-policy')
    const framing = `frame-ancestors ${framedBy(url.hostname)}`
    if (policy) headers.set('content-security-policy', policy.replace(/frame-ancestors [^;]+/, framing))
    headers.delete('x-frame-options')
    return new Response(answer.body, { status: answer.status, headers })
  })

  // The browser went away before the product had answered, or the product is stopping.
  web.onError((_, c) => c.body(null, 502))

  const server: ServerType = serve({ fetch: web.fetch, hostname: host, port: 0 })
  await new Promise((ready, fail) => server.once('listening', ready).once('error', fail))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closed(server),
  }
}

/** Ends a server at once, with whatever hangs on it. */
export function closed(server: ServerType): Promise<void> {
  return new Promise(done => {
    server.close(() => done())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

function withSession(cookies: string | undefined, session: string): string {
  const others = (cookies ?? '').split('; ').filter(cookie => cookie !== '' && !cookie.startsWith('session='))
  return [...others, `session=${session}`].join('; ')
}

/** Browsers share cookies between ports: a session stays on this side, the language may be shared. */
function keepSessionsApart(headers: Headers): void {
  const kept = headers.getSetCookie().filter(cookie => !cookie.startsWith('session='))
  headers.delete('set-cookie')
  for (const cookie of kept) headers.append('set-cookie', cookie)
}
