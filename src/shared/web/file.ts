import type { Context } from 'hono'
import { disposition } from '../files/disposition.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type Ending = keyof typeof types

/**
 * Makes the answer a file of this name that is to be saved, so that nothing runs on this site; nothing on the way keeps a copy.
 */
export function asFile<C extends Context>(c: C, stem: string, ending: Ending): C {
  c.header('Content-Type', types[ending])
  c.header('Content-Disposition', disposition('attachment', `${safeStem(stem)}.${ending}`))
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'no-store')
  return c
}

/** A name without paths, characters that systems refuse in names, or those that hide or turn round what follows. */
function safeStem(stem: string): string {
  const safe = stem.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()
  return [...safe].slice(0, 100).join('') || 'file'
}
