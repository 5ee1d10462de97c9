import { rememberBeside } from '../shared/remember.ts'
import type { Tally } from './rates.ts'
import type { RoundUnit } from './round.ts'
import { type Counts, countersOf, dontKnow } from './tally.ts'

/** A form's questions that are answered by level; of more, names are put together anew. */
const mostQuestions = 16

/**
 * The names of a question's counters in a unit, the best level first, then 不了解: putting one together costs four times
 * what looking it up does, and a page of a thousand units looks up tens of thousands. A choice's own counter comes last.
 */
const namesOf = rememberBeside(
  ({ code: unit }: RoundUnit, question: string) =>
    [5, 4, 3, 2, 1, dontKnow].map(
      value => countersOf({ unit, channel: 'online', choices: { [question]: value } }).at(-1) ?? '',
    ),
  mostQuestions,
)

/** The same as `tallyOf`, for a unit that is asked about again and again. */
export function unitTally(counts: Counts, unit: RoundUnit, question: string): Tally {
  const [l5 = 0, l4 = 0, l3 = 0, l2 = 0, l1 = 0, left = 0] = namesOf(unit, question).map(
    name => counts.get(name) ?? 0,
  )
  return { levels: [l5, l4, l3, l2, l1], dontKnow: left }
}
