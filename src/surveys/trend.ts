import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { countsOf, stateOfCounts } from './counting.ts'
import { type GroupFigures, totalOf } from './figures.ts'
import { keptResults } from './kept-results.ts'
import { begunOf, type Round, type RoundUnit } from './round.ts'
import { rounds } from './store.ts'

/** One round among those that asked the same. */
export interface TrendPoint {
  readonly round: Round
  /** How many of the units it asked about. */
  readonly units: number
  readonly figures: GroupFigures
}

/**
 * Reads what the same units came to in every round of the same form, the oldest first: each measured as it was opened, and
 * only over the units that both asked about, since others would make a difference that is none. Of all units of a round,
 * each point is kept until there are other answers.
 */
export function trendReader(store: Store) {
  const kept = keptResults<GroupFigures>()
  return async (
    round: Round,
    units: readonly RoundUnit[],
    today: PlainDate,
  ): Promise<readonly TrendPoint[]> => {
    const codes = new Set(units.map(({ code }) => code))
    const points: TrendPoint[] = []
    for (const other of begunOf(await store.all(rounds), today)) {
      const same = other.units.filter(({ code }) => codes.has(code))
      if (other.form.name !== round.form.name || same.length === 0) continue
      const state = await stateOfCounts(store, other.id)
      const counts = await countsOf(store, other.id)
      const make = () => totalOf(other, same, counts, other.form.overall)
      const figures = units === round.units ? kept(other, round.id, state, make) : make()
      points.push({ round: other, units: same.length, figures })
    }
    return points
  }
}
