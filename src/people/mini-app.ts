import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import type { Instant } from '../shared/time.ts'
import { no } from './refusals.ts'

const mostMinutes = 15
/** A server's clock may be a little behind Telegram's. */
const aheadSeconds = 60

const fieldsSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  auth_date: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  user: z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        ctx.addIssue({ code: 'custom' })
        return z.NEVER
      }
    })
    .pipe(z.object({ id: z.int().positive() })),
})

/**
 * Who opened the page from Telegram, by the `initData` that Telegram hands to it: fields signed with
 * HMAC-SHA-256 under HMAC-SHA-256("WebAppData", bot token) (core.telegram.org/bots/webapps). Refused when the
 * signature is wrong, or older than a quarter of an hour.
 */
export function miniAppUser(initData: string, token: string, now: Instant): number | Refusal {
  const fields = [...new URLSearchParams(initData)]
  const read = fieldsSchema.safeParse(Object.fromEntries(fields))
  if (!read.success || new Set(fields.map(([name]) => name)).size < fields.length) return no.notFromTelegram()
  const { hash, auth_date, user } = read.data
  const signed = fields
    .filter(([name]) => name !== 'hash')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  const expected = createHmac('sha256', secret).update(signed).digest()
  if (!timingSafeEqual(expected, Buffer.from(hash, 'hex'))) return no.notFromTelegram()
  const age = Date.parse(now) / 1000 - auth_date
  return age > mostMinutes * 60 || age < -aheadSeconds ? no.openedLongAgo() : user.id
}
