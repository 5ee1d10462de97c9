import { channels } from './answer.ts'
import { validOf } from './rates.ts'
import type { Round, RoundUnit } from './round.ts'
import { answersByChannel, type Counts, tallyOf } from './tally.ts'

/** How far a unit is on the way to its target sample. */
export interface Progress {
  readonly unit: RoundUnit
  /** Valid answers to the overall question. */
  readonly valid: number
  /** Answers by channel, in the order of `channels`, those that are not valid among them. */
  readonly byChannel: readonly number[]
  /** Valid answers up to the target; 0 once it is reached. */
  readonly missing: number
}

/** The progress of some units, those that lack most first. */
export function progressOf(
  { form, standard }: Round,
  units: readonly RoundUnit[],
  counts: Counts,
): readonly Progress[] {
  return units
    .map(unit => {
      const valid = validOf(tallyOf(counts, unit.code, form.overall))
      const byChannel = channels.map(channel => answersByChannel(counts, unit.code, channel))
      return { unit, valid, byChannel, missing: Math.max(0, standard.sample - valid) }
    })
    .sort((a, b) => b.missing - a.missing || (a.unit.code < b.unit.code ? -1 : 1))
}
