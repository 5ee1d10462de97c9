import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

/**
 * Refuses with 403 whatever would change something and does not come from a page of this site, of whatever content type.
 * Browsers tell the origin with every such request; Telegram's calls come from no page and carry a secret of their own.
 */
export function ownOriginOnly(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).origin
  return async (c, next) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && c.req.path !== '/telegram'
    const origin = c.req.header('origin')
    if (changes && origin !== own && origin !== new URL(c.req.url).origin) throw new HTTPException(403)
    await next()
  }
}
