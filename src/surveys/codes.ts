import { createHash, hash } from 'node:crypto'
import { z } from 'zod'
import { readableSigns, readableText } from './answer.ts'

/**
 * The codes that were printed at once for a unit of a coded round: only their hashes, in their own order, so that
 * neither the place of a code nor a time tells which slip it was. Which of them are used, the store keeps with the answers.
 */
export const codeSheetSchema = z
  .object({
    id: z.string(),
    round: z.string(),
    unit: z.string(),
    hashes: z.array(z.string()).readonly(),
  })
  .readonly()
export type CodeSheet = z.infer<typeof codeSheetSchema>

const groups = 3
const groupLength = 4
const signs = groups * groupLength

/** A code as it is printed, `K7M2-9QTX-4HBC`, worked out of a secret: 12 signs of 28, too many to be tried. */
export function codeOf(secret: string): string {
  return printed(readableText(hash('sha512', `code:${secret}`, 'binary'), signs))
}

/** What a person typed or scanned as it is printed; undefined when it cannot be a code. */
export function readCode(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || typed.length > 40) return undefined
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const isCode = plain.length === signs && [...plain].every(sign => readableSigns.includes(sign))
  return isCode ? printed(plain) : undefined
}

/** What is kept of a code. */
export function codeHash(round: string, code: string): string {
  return createHash('sha256').update(`code:${round}:${code}`).digest('base64url')
}

const printed = (plain: string) => (plain.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')
