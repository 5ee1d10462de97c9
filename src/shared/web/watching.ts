import type { Kit } from '../kit.ts'
import type { Refusal } from '../refusal.ts'
import { StoreClosed } from '../store/errors.ts'

/** How things are watched that have live boards. */
export interface Watch {
  /** What a thing shows rests on these and nothing else; the same ones mean that there is nothing new. */
  readonly look: (thing: string) => Promise<readonly unknown[]>
  /** How often a thing that somebody watches is looked at, however many do. */
  readonly lookMs: number
  /** Boards of one person, of one thing, and of all together; more would be somebody who opens pages by program. */
  readonly most: { readonly ofPerson: number; readonly ofOne: number; readonly ofAll: number }
  readonly refused: () => Refusal
  readonly log: Kit['log']
}

export interface Watching {
  readonly thing: string
  /** Grows whenever there is something else to show. */
  readonly version: number
  /** What `draw` makes of the present version; drawn once for all who see the same variant. */
  drawn(variant: string, draw: () => Promise<string>): Promise<string>
  /** Resolves when the version is another than this one, or the watching has ended. */
  next(version: number): Promise<void>
  end(): void
}

interface Watched {
  version: number
  seen: readonly unknown[]
  readonly waiting: Set<() => void>
  watchers: number
  readonly drawn: Map<string, Promise<string>>
  readonly timer: NodeJS.Timeout
}

/** One look at a thing serves all who watch it; nobody watching, nobody looks. */
export function watcher({
  look,
  lookMs,
  most,
  refused,
  log,
}: Watch): (thing: string, person: string) => Watching | Refusal {
  const all = new Map<string, Watched>()
  const ofPersons = new Map<string, number>()
  let inAll = 0

  const wake = (watched: Watched) => {
    for (const resolve of watched.waiting) resolve()
    watched.waiting.clear()
  }
  const lookAgain = async (thing: string, watched: Watched) => {
    const seen = await look(thing)
    if (seen.every((each, at) => each === watched.seen[at])) return
    watched.seen = seen
    watched.version += 1
    watched.drawn.clear()
    wake(watched)
  }
  const begin = (thing: string): Watched => {
    const watched: Watched = {
      ...{ version: 0, seen: [], watchers: 0 },
      ...{ waiting: new Set<() => void>(), drawn: new Map<string, Promise<string>>() },
      timer: setInterval(() => {
        lookAgain(thing, watched).catch((err: unknown) => {
          if (!(err instanceof StoreClosed))
            return log.error({ err }, 'what a live board shows could not be read')
          // Whoever waits is told by reading; nobody looks any more.
          clearInterval(watched.timer)
          watched.drawn.clear()
          wake(watched)
        })
      }, lookMs),
    }
    // Nobody has to wait for boards when the process stops.
    watched.timer.unref()
    all.set(thing, watched)
    return watched
  }

  return (thing, person) => {
    const own = ofPersons.get(person) ?? 0
    if (own >= most.ofPerson) return refused()
    const watched = all.get(thing) ?? begin(thing)
    if (watched.watchers >= most.ofOne || inAll >= most.ofAll) {
      if (watched.watchers === 0) stop(thing, watched)
      return refused()
    }
    watched.watchers += 1
    inAll += 1
    ofPersons.set(person, own + 1)
    let ended = false
    return {
      thing,
      get version() {
        return watched.version
      },
      drawn(variant, draw) {
        const known = watched.drawn.get(variant) ?? draw()
        watched.drawn.set(variant, known)
        return known
      },
      async next(version) {
        if (ended || watched.version !== version) return
        await new Promise<void>(resolve => watched.waiting.add(resolve))
      },
      end() {
        if (ended) return
        ended = true
        watched.watchers -= 1
        inAll -= 1
        const left = (ofPersons.get(person) ?? 0) - 1
        if (left > 0) ofPersons.set(person, left)
        else ofPersons.delete(person)
        wake(watched)
        if (watched.watchers === 0) stop(thing, watched)
      },
    }
  }

  function stop(thing: string, watched: Watched) {
    clearInterval(watched.timer)
    all.delete(thing)
  }
}
