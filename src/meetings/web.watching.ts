import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import { StoreClosed } from '../shared/store/errors.ts'
import { no } from './refusals.ts'
import { codeSlot } from './room-code.ts'
import { attendances, meetings } from './store.ts'

/** How often a meeting that somebody watches is looked at, however many do. */
const lookMs = 200
/** Boards of one person, of one meeting, and of all together; more would be somebody who opens pages by program. */
const mostOfPerson = 10
const mostOfOne = 100
const mostOfAll = 400

export interface Watching {
  readonly meeting: string
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

/** One look at a meeting serves all who watch it; nobody watching, nobody looks. */
export function watchMeetings({
  store,
  now,
  log,
}: Kit): (meeting: string, person: string) => Watching | Refusal {
  const all = new Map<string, Watched>()
  const ofPersons = new Map<string, number>()
  let inAll = 0

  const wake = (watched: Watched) => {
    for (const resolve of watched.waiting) resolve()
    watched.waiting.clear()
  }
  /** Records that did not change are the same objects, so that looking costs nothing. */
  const look = async (meeting: string, watched: Watched) => {
    const found = await store.find(meetings, meeting)
    const records = await store.list(attendances, 'meeting', meeting)
    const seen = [found, records, codeSlot(now()), found !== undefined && now() >= found.starts]
    if (seen.every((each, at) => each === watched.seen[at])) return
    watched.seen = seen
    watched.version += 1
    watched.drawn.clear()
    wake(watched)
  }
  const begin = (meeting: string): Watched => {
    const watched: Watched = {
      ...{ version: 0, seen: [], watchers: 0 },
      ...{ waiting: new Set<() => void>(), drawn: new Map<string, Promise<string>>() },
      timer: setInterval(() => {
        look(meeting, watched).catch((err: unknown) => {
          if (!(err instanceof StoreClosed)) return log.error({ err }, 'a watched meeting could not be read')
          // Whoever waits is told by reading; nobody looks any more.
          clearInterval(watched.timer)
          watched.drawn.clear()
          wake(watched)
        })
      }, lookMs),
    }
    // Nobody has to wait for boards when the process stops.
    watched.timer.unref()
    all.set(meeting, watched)
    return watched
  }

  return (meeting, person) => {
    const own = ofPersons.get(person) ?? 0
    if (own >= mostOfPerson) return no.tooManyBoards()
    const watched = all.get(meeting) ?? begin(meeting)
    if (watched.watchers >= mostOfOne || inAll >= mostOfAll) {
      if (watched.watchers === 0) stop(meeting, watched)
      return no.tooManyBoards()
    }
    watched.watchers += 1
    inAll += 1
    ofPersons.set(person, own + 1)
    let ended = false
    return {
      meeting,
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
        if (watched.watchers === 0) stop(meeting, watched)
      },
    }
  }

  function stop(meeting: string, watched: Watched) {
    clearInterval(watched.timer)
    all.delete(meeting)
  }
}
