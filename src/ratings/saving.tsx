import type { Refusal } from '../shared/refusal.ts'
import { type Instant, timeOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { formWords } from './form-words.ts'

/** What a part of a form is answered with when it is saved by itself. */
export type Answered =
  | {
      readonly state: 'saved'
      /** The revision from which the next change goes on. */
      readonly base: number
      readonly said: string
      /** What the part's controls hold now, by name. */
      readonly values: Controls
      /** Texts elsewhere on the page that change with it, by name. */
      readonly figures?: Readonly<Record<string, string>>
      /** What the part is marked with, for filters. */
      readonly marks?: Readonly<Record<string, string>>
    }
  | {
      readonly state: 'choose'
      readonly base: number
      readonly said: string
      /** What the others changed, a sentence for each field. */
      readonly lines: readonly string[]
      readonly values: Controls
    }
  | { readonly state: 'wrong' | 'refused'; readonly said: string }

/** The values of a part's controls, by name; of boxes and choices those that are ticked. */
export type Controls = Readonly<Record<string, readonly string[]>>

export function savedNow(now: Instant, zone: string, { t }: View): string {
  return t(formWords.savedAt, { time: timeOf(now, zone) })
}

export function refused(refusal: Refusal, { t }: View): Answered {
  return { state: refusal.status === 422 ? 'wrong' : 'refused', said: t(refusal.text, refusal.values) }
}

/** The revisions of the parts that were saved by themselves, from the fields `base-PART`. */
export function readBases(body: Readonly<Record<string, unknown>>, parts: readonly string[]) {
  const read = parts.map(part => [part, Number(body[`base-${part}`])] as const)
  return Object.fromEntries(read.filter(([, revision]) => Number.isSafeInteger(revision)))
}

/** What a form that saves itself carries for its script. */
export function savingForm({ t }: View): Readonly<Record<`data-${string}`, string>> {
  return {
    'data-saving': t(formWords.saving),
    'data-unsaved': t(formWords.unsaved),
    'data-retry': t(formWords.retry),
    'data-signed-out': t(formWords.signedOut),
    'data-mine': t(formWords.keepMine),
    'data-theirs': t(formWords.takeTheirs),
  }
}

/** The revision that a part was drawn from, and where it is said whether the part is saved. */
export function SavedMark({ part, base }: { part: string; base: number | string }) {
  return (
    <>
      <input type="hidden" name={`base-${part}`} value={String(base)} data-base="" />
      <small data-status="" aria-live="polite" />
    </>
  )
}

export function SaveScript() {
  return <script type="module" src="/rating-form.js" />
}
