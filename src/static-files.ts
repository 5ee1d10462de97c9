import type { Hono } from 'hono'
import type { WebEnv } from './shared/web/env.ts'
import { liveScript } from './shared/web/live.ts'
import { stylesheet } from './shared/web/style.ts'

/** What every page of staff refers to: style, script and icon. */
export function staticFiles(web: Hono<WebEnv>): void {
  const style = stylesheet()
  web.get('/style.css', c => {
    const headers = { 'Cache-Control': 'public, max-age=300', ETag: style.etag, Vary: 'Accept-Encoding' }
    if (c.req.header('if-none-match') === style.etag) return c.body(null, 304, headers)
    const type = { ...headers, 'Content-Type': 'text/css; charset=utf-8' }
    if (!c.req.header('accept-encoding')?.includes('gzip')) return c.body(style.text, 200, type)
    return c.body(style.gzipped, 200, { ...type, 'Content-Encoding': 'gzip' })
  })
  web.get('/icon.svg', c =>
    c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  web.get('/live.js', c =>
    c.body(liveScript, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  )
  web.get('/favicon.ico', c => c.redirect('/icon.svg'))
}

/** Three linked rings, for 三联创. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#c8102e" stroke-width="3"><circle cx="11" cy="20" r="7"/><circle cx="21" cy="20" r="7"/><circle cx="16" cy="11" r="7"/></svg>`
