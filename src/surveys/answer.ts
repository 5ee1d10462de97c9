import { createHash, hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { dateOf, type Instant, timeOf } from '../shared/time.ts'
import { signals } from './signal.ts'

/** How an answer came. The channel is kept, the person is not. */
export const channels = ['online', 'paper', 'phone'] as const

/** The id that a page carries and its answer is stored under; sending the same page twice stores one answer. */
export const idPattern = /^[0-9A-Za-z]{12,32}$/
export const responseIdSchema = z.string().regex(idPattern)

export function isResponseId(id: unknown): id is string {
  return typeof id === 'string' && idPattern.test(id)
}

/** The hour of a day on the district's clock, `2026-10-05T09`. */
export const hourPattern = /^\d{4}-\d\d-\d\dT\d\d$/

const one = z.union([z.string(), z.number(), z.boolean()])
/** A choice among those that the form offers, several of them, or one a row. Only choices are counted. */
const choiceSchema = z.union([one, z.array(one), z.record(z.string(), one)])

/**
 * One person's answer. Nothing in it says who or exactly when: no address, no program, no cookie, no time beyond the
 * hour.
 */
export const answerSchema = z
  .object({
    id: responseIdSchema,
    unit: z.string(),
    choices: z.record(z.string(), choiceSchema),
    /** Free text and everything else that is read, not counted. */
    texts: z.record(z.string(), z.json()),
    channel: z.enum(channels),
    /** Signals that were worked out on arrival, since the moments they rest on are not kept. */
    flags: z.array(z.enum(signals)).min(1).readonly().optional(),
    /** Of its arrival. */
    hour: z.string().regex(hourPattern),
  })
  .readonly()
export type Answer = z.infer<typeof answerSchema>

/** The response id of a paper form: worked out of its number, so that a form entered twice is one answer. */
export function paperId(round: string, unit: string, number: number): string {
  return createHash('sha256').update(`paper:${round}:${unit}:${number}`).digest('hex').slice(0, 24)
}

/** The hour in which a moment falls. */
export function hourOf(at: Instant, zone: string): string {
  return `${dateOf(at, zone)}T${timeOf(at, zone).slice(0, 2)}`
}

/** Whether two posts under one id say the same; how and when they came does not matter. */
export function saysTheSame(a: Answer, b: Answer): boolean {
  const said = ({ unit, choices, texts }: Answer) => ({ unit, choices, texts })
  return isDeepStrictEqual(said(a), said(b))
}

/** Signs that are read aloud and typed without mistakes. */
export const readableSigns = '23456789BCDFGHJKMNPQRSTVWXYZ'

/** Random bytes, two a sign, as text that people can read to each other. `bytes` is what Node calls a binary string. */
export function readableText(bytes: string, signs: number): string {
  let text = ''
  for (let at = 0; at < signs * 2; at += 2)
    text += readableSigns.charAt(
      (bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) % readableSigns.length,
    )
  return text
}

/**
 * The receipt of an answer, `K7M2-9QTX`: worked out of the response id, so that a repeated post shows the same one,
 * and telling nothing about the answer or about the id. 8 signs of 28, read aloud without mistakes.
 */
export function receiptOf(responseId: string): string {
  const signs = readableText(hash('sha256', `receipt:${responseId}`, 'binary'), 8)
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}
