import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { countedOf } from './counting.ts'
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
 * only over the units that both asked about, since others would make a difference that is none. Each point is kept until
 * there are other answers.
 */
export function trendReader(store: Store) {
  const kept = keptResults<{ readonly shared: number; readonly figures: GroupFigures }>()
  return async (
    round: Round,
    units: readonly RoundUnit[],
    today: PlainDate,
  ): Promise<readonly TrendPoint[]> => {
    const alike = begunOf(await store.all(rounds), today).filter(({ form }) => form.name === round.form.name)
    const points: TrendPoint[] = []
    // One alone has nothing beside it.
    for (const other of alike.length > 1 ? alike : []) {
      const { state, counted } = await countedOf(store, other.id)
      const { shared, figures } = kept(units, other.id, state, () => {
        const codes = new Set(units.map(({ code }) => code))
        const same = other.units.filter(({ code }) => codes.has(code))
        return { shared: same.length, figures: totalOf(other, same, counted, other.form.overall) }
      })
      if (shared > 0) points.push({ round: other, units: shared, figures })
    }
    return points
  }
}
