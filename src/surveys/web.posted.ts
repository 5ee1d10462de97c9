import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Posted } from '../forms/answers.ts'

/** An answer is far below it. */
export const maxBytes = 64 * 1024

/** Refuses bodies over the limit. Node holds a body to its Content-Length; only those that tell none are counted. */
export function limitBody(onError: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: maxBytes, onError })
  return async (c, next) => {
    const told = c.req.header('content-length')
    if (told === undefined) return counted(c, next)
    if (Number(told) > maxBytes) return onError(c)
    await next()
  }
}

/** The form that was sent, by field; undefined when it is no form, or not in UTF-8. */
export async function postedTo(c: Context): Promise<Posted | undefined> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const pairs = type === 'multipart/form-data' ? await partsIn(c) : undefined
  if (!pairs && type !== 'application/x-www-form-urlencoded') return undefined
  const fields = new Map<string, string | string[]>()
  for (const [name, value] of pairs ?? new URLSearchParams(await c.req.text())) {
    if (typeof value !== 'string' || (name + value).includes('\uFFFD')) return undefined
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(fields)
}

async function partsIn(c: Context) {
  return (await c.req.formData().catch(() => undefined)) ?? []
}
