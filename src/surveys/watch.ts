import type { Instant } from '../shared/time.ts'
import type { Answer } from './answer.ts'
import { recent } from './recent.ts'
import { type Signal, signals } from './signal.ts'
import type { Signals } from './standard.ts'

/** Watches answers arrive; moments are in memory only, and no longer than the signals need them. */
export interface Watch {
  /** A page with this response id was given out. */
  served(id: string, at: Instant): void
  /** Looks at an answer that is about to be stored. */
  judge(answer: Judgeable, round: Watched, at: Instant): Judged
}

/** What of an answer signals are seen in. */
export type Judgeable = Pick<Answer, 'id' | 'unit' | 'choices' | 'channel'>

export interface Judged {
  readonly signals: readonly Signal[]
  /** To be called when the answer was stored, and was new. */
  stored(): void
}

/** What of a round signals are measured with. */
export interface Watched {
  readonly id: string
  readonly form: { readonly themes: readonly { readonly name: string }[] }
  readonly standard: { readonly signals?: Signals | undefined }
}

/** Pages whose moment is remembered; older ones are answered slowly enough. */
const pagesRemembered = 10_000
/** Units and kinds of answers whose last arrivals are remembered. */
const kindsRemembered = 10_000

export function watch(): Watch {
  const pages = recent<number>(pagesRemembered)
  const arrivals = recent<Moments>(kindsRemembered)
  const read = momentReader()
  const exceeds = (kept: Moments | undefined, now: number, { minutes }: Limit) => {
    const oldest = kept?.at[kept.next]
    return oldest !== undefined && oldest > now - minutes * 60_000
  }
  const arrived = (key: string, before: Moments | undefined, now: number, { answers }: Limit) => {
    const kept = before ?? arrivals.get(key) ?? { at: [], next: 0 }
    kept.at[kept.next] = now
    kept.next = (kept.next + 1) % answers
    arrivals.set(key, kept)
  }
  return {
    served(id, at) {
      pages.set(id, read(at))
    },
    judge(answer, round, at) {
      const limits = round.standard.signals
      if (!limits || answer.channel !== 'online') return unwatched
      const [now, unit, kind] = [read(at), unitKey(answer, round), kindKey(answer, round)]
      const [ofUnit, ofKind] = [arrivals.get(unit), arrivals.get(kind)]
      const served = pages.get(answer.id)
      const shown: Record<Signal, boolean> = {
        burst: exceeds(ofUnit, now, limits.burst),
        identical: exceeds(ofKind, now, limits.identical),
        straight: isStraight(answer, round, limits.straight),
        fast: served !== undefined && now - served < limits.seconds * 1_000,
      }
      return {
        signals: signals.filter(signal => shown[signal]),
        stored() {
          if (served !== undefined) pages.delete(answer.id)
          arrived(unit, ofUnit, now, limits.burst)
          arrived(kind, ofKind, now, limits.identical)
        },
      }
    },
  }
}

/** Reads the same moment once: under load several answers come within a millisecond. */
function momentReader(): (at: Instant) => number {
  let last: { readonly at: Instant; readonly ms: number } | undefined
  return at => {
    if (last?.at !== at) last = { at, ms: Date.parse(at) }
    return last.ms
  }
}

const unwatched: Judged = { signals: [], stored: () => undefined }

/** The last moments of a kind, as many as its limit: enough to see whether it is exceeded. Each new one takes the oldest one’s place. */
interface Moments {
  readonly at: number[]
  next: number
}

interface Limit {
  readonly answers: number
  readonly minutes: number
}

/** Whether so many themes, and all that were answered, got one and the same level. */
function isStraight({ choices }: Judgeable, { form }: Watched, least: number): boolean {
  let first: unknown
  let answered = 0
  for (const { name } of form.themes) {
    const level = choices[name]
    if (level === undefined) continue
    if (answered > 0 && level !== first) return false
    first = level
    answered += 1
  }
  return answered >= least
}

const unitKey = ({ unit }: Judgeable, { id }: Watched) => `${id}|${unit}`

/** The same for the same choices, whatever the order in which they were sent. */
function kindKey({ unit, choices }: Judgeable, { id, form }: Watched): string {
  let key = `${id}|${unit}`
  let themes = 0
  for (const { name } of form.themes) {
    const level = choices[name]
    if (level !== undefined) themes += 1
    key += `\n${level === undefined ? '' : keyOf(level)}`
  }
  const names = Object.keys(choices)
  // Mostly there are themes alone, whose order is known.
  if (names.length === themes) return key
  for (const name of names.sort()) key += `\n${name}\n${keyOf(choices[name])}`
  return key
}

const keyOf = (choice: unknown) => (typeof choice === 'object' ? JSON.stringify(choice) : String(choice))
