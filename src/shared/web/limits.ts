import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Web, WebEnv } from './env.ts'

/** Enough for a whole office that answers behind one address, too little for a flood. */
const requestsAMinute = 1200

/** Refuses with 429 what comes too fast from one address. Addresses live in memory only, for a minute. */
export function limitRequests(trustProxy: boolean): MiddlewareHandler<WebEnv> {
  const limiter = new RateLimiterMemory({ points: requestsAMinute, duration: 60 })
  return async (c, next) => {
    const address = addressOf(c, trustProxy)
    if (address !== undefined) {
      try {
        await limiter.consume(networkOf(address))
      } catch {
        return c.text('429 · 请求过于频繁，请稍后再试。 Too many requests, please wait a minute.', 429, {
          'Retry-After': '60',
        })
      }
    }
    await next()
  }
}

/** An IPv6 network of 64 bits is one household or office and has more addresses than could be remembered. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  return (address.split('::')[0] ?? '').split(':').slice(0, 4).join(':')
}

/** The address that the own proxy has seen, without the port that some add: each connection would be somebody else. */
export function lastForwarded(header: string): string {
  const last = (header.split(',').at(-1) ?? '').trim()
  const [, bracketed] = /^\[([^\]]*)\]/.exec(last) ?? []
  return bracketed ?? last.replace(/^([\d.]+):\d+$/, '$1')
}

function addressOf(c: Web, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? lastForwarded(c.req.header('x-forwarded-for') ?? '') : ''
  if (forwarded !== '') return forwarded
  // Requests made inside the process, as tests do, have no connection.
  return (c.env as { incoming?: unknown } | undefined)?.incoming ? getConnInfo(c).remote.address : undefined
}
