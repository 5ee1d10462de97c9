import { createHash } from 'node:crypto'
import { validOf } from './rates.ts'
import type { Round, RoundUnit } from './round.ts'
import { type Counts, tallyOf } from './tally.ts'

/** Negative answers to one theme of one unit that are too many to be left alone. */
export interface Cluster {
  /** Worked out of round, unit and theme, so that each is followed up once. */
  readonly id: string
  readonly unit: RoundUnit
  readonly theme: Round['form']['themes'][number]
  /** Answers at the two lowest levels, and all that are valid. */
  readonly negative: number
  readonly valid: number
}

/**
 * Where the negative answers reach both the number and the share of the round's standard; none when its form sets
 * no such numbers. Shares equal to the limit count.
 */
export function clustersOf(round: Round, counts: Counts): readonly Cluster[] {
  const limit = round.standard.cluster
  if (!limit) return []
  return round.units.flatMap(unit =>
    round.form.themes.flatMap(theme => {
      const tally = tallyOf(counts, unit.code, theme.name)
      const [, , , l2, l1] = tally.levels
      const [negative, valid] = [l2 + l1, validOf(tally)]
      if (negative < limit.answers || negative < limit.share * valid) return []
      return [{ id: clusterId(round.id, unit.code, theme.name), unit, theme, negative, valid }]
    }),
  )
}

function clusterId(round: string, unit: string, theme: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['cluster', round, unit, theme]))
    .digest('hex')
    .slice(0, 24)
}
