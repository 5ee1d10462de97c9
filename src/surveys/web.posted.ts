import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Posted } from '../forms/answers.ts'

/** An answer is far below it. */
export const maxBytes = 64 * 1024

/** Counts as it reads. */
const counted = bodyLimit({ maxSize: maxBytes, onError: c => c.body(null, 413) })

/** Whether more is sent than the limit, by its Content-Length, to which Node holds a body; undefined when it tells none. */
export function tellsTooMuch(c: Context): boolean | undefined {
  const told = c.req.header('content-length')
  return told === undefined ? undefined : Number(told) > maxBytes
}

/** Whether more is sent than the limit, by counting. */
export async function isTooLarge(c: Context): Promise<boolean> {
  let fits = false
  await counted(c, async () => {
    fits = true
  })
  return !fits
}

/** The form that was sent, by field; undefined when it is no form, or not in UTF-8. */
export async function postedTo(c: Context): Promise<Posted | undefined> {
  const sent = c.req.header('content-type')
  if (sent === urlencoded) return fieldsIn(await c.req.text())
  const type = sent?.split(';')[0]?.trim().toLowerCase()
  if (type === urlencoded) return fieldsIn(await c.req.text())
  if (type === 'multipart/form-data') return fieldsOf((await c.req.formData().catch(() => undefined)) ?? [])
  return undefined
}

const urlencoded = 'application/x-www-form-urlencoded'

/** The fields of a form's text; undefined when it is not in UTF-8. */
export function fieldsIn(text: string): Posted | undefined {
  return plainFields(text) ?? fieldsOf(new URLSearchParams(text))
}

/**
 * What nearly everybody sends, ticks and a few words: read in a third of the time that URLSearchParams takes, which has to be
 * ready for more. Undefined where that might read something else: fields that are doubled or empty, broken escapes.
 */
function plainFields(text: string): Posted | undefined {
  if (text.startsWith('?') || text.includes('\uFFFD')) return undefined
  const decoded = /[%+]/.test(text) ? unescaped : asIs
  const fields: Record<string, string> = {}
  let pairs = 0
  for (let from = 0, end = 0; end < text.length; from = end + 1) {
    const next = text.indexOf('&', from)
    end = next < 0 ? text.length : next
    const cut = text.indexOf('=', from)
    const name = decoded(text.slice(from, cut))
    const value = decoded(text.slice(cut + 1, end))
    if (cut <= from || cut > end || name === undefined || value === undefined) return undefined
    fields[name] = value
    pairs += 1
  }
  return Object.keys(fields).length === pairs ? fields : undefined
}

const asIs = (text: string) => text

function unescaped(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' '))
    return plain.includes('\uFFFD') ? undefined : plain
  } catch {
    return undefined
  }
}

function fieldsOf(pairs: Iterable<readonly [string, string | File]>): Posted | undefined {
  const fields = new Map<string, string | string[]>()
  for (const [name, value] of pairs) {
    if (typeof value !== 'string' || (name + value).includes('\uFFFD')) return undefined
    const before = fields.get(name)
    // Appended in place: a body can name one field twenty thousand times, and whoever sends it is anybody.
    if (Array.isArray(before)) before.push(value)
    else fields.set(name, before === undefined ? value : [before, value])
  }
  return Object.fromEntries(fields)
}
