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
  judge(answer: Answer, round: Watched, at: Instant): Judged
}

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
  /** The last moments of each kind, as many as its limit: enough to see whether it is exceeded. */
  const arrivals = recent<readonly number[]>(kindsRemembered)
  const exceeds = (key: string, now: number, { answers, minutes }: Limit) => {
    const oldest = arrivals.get(key)?.at(-answers)
    return oldest !== undefined && oldest > now - minutes * 60_000
  }
  const arrived = (key: string, now: number, { answers }: Limit) => {
    arrivals.set(key, [...(arrivals.get(key) ?? []), now].slice(-answers))
  }
  return {
    served(id, at) {
      pages.set(id, Date.parse(at))
    },
    judge(answer, round, at) {
      const limits = round.standard.signals
      if (!limits || answer.channel !== 'online') return unwatched
      const [now, unit, kind] = [Date.parse(at), unitKey(answer, round), kindKey(answer, round)]
      const served = pages.get(answer.id)
      const shown: Record<Signal, boolean> = {
        burst: exceeds(unit, now, limits.burst),
        identical: exceeds(kind, now, limits.identical),
        straight: isStraight(answer, round, limits.straight),
        fast: served !== undefined && now - served < limits.seconds * 1_000,
      }
      return {
        signals: signals.filter(signal => shown[signal]),
        stored() {
          pages.delete(answer.id)
          arrived(unit, now, limits.burst)
          arrived(kind, now, limits.identical)
        },
      }
    },
  }
}

const unwatched: Judged = { signals: [], stored: () => undefined }

interface Limit {
  readonly answers: number
  readonly minutes: number
}

/** Whether so many themes, and all that were answered, got one and the same level. */
function isStraight({ choices }: Answer, { form }: Watched, least: number): boolean {
  const levels = form.themes.map(({ name }) => choices[name]).filter(level => level !== undefined)
  return levels.length >= least && new Set(levels).size === 1
}

const unitKey = ({ unit }: Answer, { id }: Watched) => `${id}|${unit}`

/** The same for the same choices, whatever the order in which they were sent. */
function kindKey({ unit, choices }: Answer, { id }: Watched): string {
  const vector = Object.keys(choices)
    .sort()
    .map(name => [name, choices[name]])
  return `${id}|${unit}|${JSON.stringify(vector)}`
}
