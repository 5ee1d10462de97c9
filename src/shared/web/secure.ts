import { randomBytes } from 'node:crypto'
import type { Web } from './env.ts'

/** What every page for staff allows a browser, besides the policy of its content. */
const always = Object.entries({
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  // A form on a plain-http host other than localhost is sent without its Origin header under any stricter one.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
})

const policyFor = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/**
 * The headers of security. They are given to the context before the answer is made: Hono's own middleware opens the finished answer
 * to add them, which costs more than all else that staff's pages have in common. So a page must answer through the context, and
 * never with a `Response` of its own.
 */
export function securePages(publicUrl: string) {
  const all = publicUrl.startsWith('https:')
    ? [...always, ['Strict-Transport-Security', 'max-age=31536000'] as const]
    : always
  return (c: Web, next: () => Promise<void>) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('secureHeadersNonce', nonce)
    for (const [name, value] of all) c.header(name, value)
    c.header('Content-Security-Policy', policyFor(nonce))
    return next()
  }
}
