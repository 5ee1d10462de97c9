import type { Context } from 'hono'

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
 * The name is given twice (RFC 6266): as it is, encoded by RFC 5987, and in ASCII for what reads only that.
 */
export function asFile<C extends Context>(c: C, stem: string, ending: Ending): C {
  const name = `${safeStem(stem)}.${ending}`
  // What cannot be written in a quoted string of ASCII, and a percent sign, which some browsers decode there.
  const plain = name.replace(/[^\x20-\x7e]|["%]/g, '_')
  c.header('Content-Type', types[ending])
  c.header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'no-store')
  return c
}

/** A name without paths, characters that systems refuse in names, or those that hide or turn round what follows. */
function safeStem(stem: string): string {
  const safe = stem.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()
  return [...safe].slice(0, 100).join('') || 'file'
}

/** As RFC 5987 says: what `encodeURIComponent` leaves and that does not allow is encoded, too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
