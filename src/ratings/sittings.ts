import type { RatingEvent } from './rating.ts'
import type { Action } from './steps.ts'

/** Everything that one person saved in one sitting, or one deed of another kind. */
export type Sitting = readonly [RatingEvent, ...RatingEvent[]]

/** What saves itself while it is typed. */
const typed: readonly Action[] = ['save', 'score', 'check']

/** Who has not saved for so long has got up in between. */
const longestPauseMs = 30 * 60_000

/**
 * A history as people remember it: what one person typed without a long pause and without another deed in between is one
 * sitting, also where two typed at the same time. In the order in which they began; nothing is left out.
 */
export function sittingsOf(history: readonly RatingEvent[]): readonly Sitting[] {
  const all: [RatingEvent, ...RatingEvent[]][] = []
  let open: typeof all = []
  for (const event of history) {
    const going = open.find(sitting => continues(event, sitting.at(-1)))
    if (going) going.push(event)
    else {
      const begun: [RatingEvent] = [event]
      all.push(begun)
      open = typed.includes(event.action) ? [...open, begun] : []
    }
  }
  return all
}

function continues(event: RatingEvent, last: RatingEvent | undefined): boolean {
  return (
    last !== undefined &&
    event.action === last.action &&
    event.by === last.by &&
    Date.parse(event.at) - Date.parse(last.at) <= longestPauseMs
  )
}
