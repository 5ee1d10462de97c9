import { hash } from 'node:crypto'
import type { Instant } from '../shared/time.ts'
import type { Answer } from './answer.ts'
import { type Signal, signals } from './signal.ts'
import type { Signals } from './standard.ts'

/** Watches answers arrive; moments are in memory only, and no longer than the signals need them. */
export interface Watch {
  /** A page with this response id was given out. */
  served(id: string, at: Instant): void
  /** The signals of an answer that is about to be stored. */
  judge(answer: Answer, round: Watched, at: Instant): readonly Signal[]
  /** It was stored, and was new. */
  stored(answer: Answer, round: Watched, at: Instant): void
}

/** What of a round signals are measured with. */
export interface Watched {
  readonly id: string
  readonly form: { readonly themes: readonly { readonly name: string }[] }
  readonly standard: { readonly signals?: Signals | undefined }
}

/** Pages whose moment is remembered; older ones are answered slowly enough. */
const pagesRemembered = 20_000
/** Units and kinds of answers whose last arrivals are remembered. */
const kindsRemembered = 20_000

export function watch(): Watch {
  const pages = new Map<string, number>()
  /** The last moments of each kind, as many as its limit: enough to see whether it is exceeded. */
  const arrivals = new Map<string, readonly number[]>()
  const exceeds = (key: string, now: number, { answers, minutes }: Limit) => {
    const oldest = (arrivals.get(key) ?? []).at(-answers)
    return oldest !== undefined && oldest > now - minutes * 60_000
  }
  const arrived = (key: string, now: number, { answers }: Limit) => {
    const moments = [...(arrivals.get(key) ?? []), now].slice(-answers)
    arrivals.delete(key)
    arrivals.set(key, moments)
    dropOldest(arrivals, kindsRemembered)
  }
  return {
    served(id, at) {
      pages.set(id, Date.parse(at))
      dropOldest(pages, pagesRemembered)
    },
    judge(answer, round, at) {
      const limits = round.standard.signals
      if (!limits || answer.channel !== 'online') return []
      const now = Date.parse(at)
      const served = pages.get(answer.id)
      const shown: Record<Signal, boolean> = {
        burst: exceeds(unitKey(answer, round), now, limits.burst),
        identical: exceeds(vectorKey(answer, round), now, limits.identical),
        straight: isStraight(answer, round, limits.straight),
        fast: served !== undefined && now - served < limits.seconds * 1_000,
      }
      return signals.filter(signal => shown[signal])
    },
    stored(answer, round, at) {
      pages.delete(answer.id)
      const limits = round.standard.signals
      if (!limits || answer.channel !== 'online') return
      arrived(unitKey(answer, round), Date.parse(at), limits.burst)
      arrived(vectorKey(answer, round), Date.parse(at), limits.identical)
    },
  }
}

interface Limit {
  readonly answers: number
  readonly minutes: number
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size <= most) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}

/** Whether so many themes, and all that were answered, got one and the same level. */
function isStraight({ choices }: Answer, { form }: Watched, least: number): boolean {
  const levels = form.themes.map(({ name }) => choices[name]).filter(level => level !== undefined)
  return levels.length >= least && new Set(levels).size === 1
}

const unitKey = ({ unit }: Answer, { id }: Watched) => `${id}|${unit}`

function vectorKey({ unit, choices }: Answer, { id }: Watched): string {
  const vector = JSON.stringify(Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${id}|${unit}|${hash('sha256', vector, 'base64url')}`
}
