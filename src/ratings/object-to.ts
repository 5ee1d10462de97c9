import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema, type PlainDate } from '../shared/time.ts'
import type { Say, Text } from '../shared/words.ts'
import type { Hand } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'

/** In Chinese, and in English where somebody wrote it. */
const saidSchema = z
  .object({ 'zh-CN': z.string().min(1).max(120), en: z.string().min(1).max(240).optional() })
  .readonly()

/** Where one objects to a proposed grade: an office with its telephone, never a person. */
const contactSchema = z
  .object({ office: saidSchema, phone: z.string().min(5).max(60), address: saidSchema, hours: saidSchema })
  .readonly()
export type ObjectTo = z.infer<typeof contactSchema>

/** What a cycle keeps of it: every version with who gave it and when; the last one counts. */
export const objectToSchema = contactSchema
  .unwrap()
  .extend({
    at: instantSchema,
    by: z.string(),
    byName: z.string(),
  })
  .readonly()
export type ObjectToEntry = z.infer<typeof objectToSchema>

/** Of a cycle; missing where it was opened before this was asked for. */
interface Notices {
  readonly objectTo?: readonly ObjectToEntry[] | undefined
}

export function objectToOf({ objectTo }: Notices): ObjectToEntry | undefined {
  return objectTo?.at(-1)
}

/** Whether no notice of the cycle may begin yet. Cycles opened before this was asked for go on without. */
export function lacksObjectTo({ objectTo }: Notices): boolean {
  return objectTo?.length === 0
}

/**
 * Writes down where to object; the versions before stay in the history. Refused after the last notice has ended, for a
 * telephone that is none, and for a mobile: that would be somebody's own.
 */
export function setObjectTo<Cycle extends Notices>(
  cycle: Cycle,
  ratings: readonly Rating[],
  given: ObjectTo,
  { by, now, today }: Pick<Hand, 'by' | 'now' | 'today'>,
): Cycle | Refusal {
  const fault = noticesOver(ratings, today) ? no.noticeOver() : phoneFault(given.phone)
  if (fault) return fault
  const entry = { ...given, at: now, by: by.id, byName: by.name }
  return { ...cycle, objectTo: [...(cycle.objectTo ?? []), entry] }
}

/** Whether notices were held, none runs any more, and none is about to begin. */
export function noticesOver(ratings: readonly Rating[], today: PlainDate): boolean {
  return (
    ratings.some(({ notice }) => notice) &&
    ratings.every(
      ({ state, notice }) =>
        state !== 'proposed' &&
        state !== 'reReview' &&
        !(state === 'publicNotice' && notice && notice.until >= today),
    )
  )
}

/** Digits, spaces and what stands between them, such as `0592-0000000 转 8` or `(0592) 0000000 ext. 8`. */
const phoneSigns = /^[\d+()（）\-－.,，、/;；\s转extEXT]+$/u
const mobile = /^(?:\+?86)?1[3-9]\d{9}$/

export function phoneFault(phone: string): Refusal | undefined {
  const digits = phone.replace(/\D/g, '')
  if (!phoneSigns.test(phone) || digits.length < 5) return no.badPhone()
  const numbers = [phone, ...phone.split(/[\s,，、/;；]+/u)].map(text =>
    text.replace(/[\s()（）\-－.]/gu, ''),
  )
  return numbers.some(number => mobile.test(number)) ? no.mobilePhone() : undefined
}

/** In the reader's language, or as it was given. */
export function saidIn({ 'zh-CN': zh, en }: z.infer<typeof saidSchema>): Text {
  return { 'zh-CN': zh, en: en ?? zh }
}

/** Where to object, in the order in which it is shown. */
export function contactParts(contact: ObjectTo, t: Say): readonly [office: string, ...more: string[]] {
  return [t(saidIn(contact.office)), contact.phone, t(saidIn(contact.address)), t(saidIn(contact.hours))]
}
