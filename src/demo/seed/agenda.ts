import type { Instant } from '../../shared/time.ts'

type Deed = () => Promise<unknown>

/** What will happen and when. A year is played deed by deed in the order of time; deeds may put down further ones. */
export interface Agenda {
  at(moment: Instant, deed: Deed): void
  /** When the next deed is to be done. */
  next(): Instant | undefined
  /**
   * Plays everything before `until`; the clock stands at each deed's moment while it is done. A day's deeds are handed
   * to `together` at once.
   */
  play(until: Instant, together: (work: () => Promise<void>) => Promise<void>): Promise<void>
}

export function agenda(setNow: (moment: Instant) => void): Agenda {
  const waiting: { readonly at: Instant; readonly deed: Deed }[] = []
  return {
    at(moment, deed) {
      let from = 0
      let to = waiting.length
      while (from < to) {
        const middle = (from + to) >> 1
        if ((waiting[middle]?.at ?? '') > moment) from = middle + 1
        else to = middle
      }
      // The latest first, so that the next is taken from the end; of two at once, the one put down first.
      waiting.splice(from, 0, { at: moment, deed })
    },
    next: () => waiting.at(-1)?.at,
    async play(until, together) {
      const next = () => waiting.findLast(({ at }) => at < until)
      for (let first = next(); first; first = next()) {
        const day = first.at.slice(0, 10)
        await together(async () => {
          for (let deed = next(); deed?.at.startsWith(day); deed = next()) {
            waiting.pop()
            setNow(deed.at)
            await deed.deed()
          }
        })
      }
    },
  }
}
