import type { Web } from './env.ts'
import { ownPath } from './own-path.ts'

/**
 * Of a posted form the page on which it stood, as the browser tells it; undefined for other requests and where it is not told. Only ever
 * a path of this site: our pages have browsers tell it to this site alone, and what is told from elsewhere counts for nothing.
 */
export function cameFrom(c: Web): string | undefined {
  const told = c.req.header('referer')
  if (c.req.method !== 'POST' || told === undefined || !URL.canParse(told)) return undefined
  const { origin, pathname, search } = new URL(told)
  return origin === c.req.header('origin') ? ownPath(pathname + search) : undefined
}
