import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { countsOf, stateOfCounts } from './counting.ts'
import { type Figures, type GroupFigures, totalOf } from './figures.ts'
import type { Basis } from './rates.ts'
import { begunOf, type Round, type RoundUnit, stateOn } from './round.ts'
import { rounds } from './store.ts'
import type { Counts } from './tally.ts'

/** A community's or a group's satisfaction, as the summary and the rating take it over. */
export interface Satisfaction extends Figures {
  readonly round: string
  readonly basis: Basis
  /** The official rate, on `basis`; null while nobody has given a valid answer. */
  readonly rate: number | null
  /** The share that the round is measured against, 0 to 1. */
  readonly target: number
}

export interface SatisfactionBook {
  /** Of the newest round that asked about the unit; undefined where none did. */
  of(unit: string): Satisfaction | undefined
  /** Pooled over those of the units that the newest round among them asked about; rounds are never mixed. */
  together(units: readonly string[]): (Satisfaction & GroupFigures) | undefined
}

/** A time in which rounds count, by their first day; both days included. */
export interface Within {
  readonly starts: PlainDate
  readonly ends: PlainDate
}

/** As long as these are the same, so is what residents said of each unit. */
export async function stateOfSatisfaction(store: Store, today: PlainDate): Promise<readonly unknown[]> {
  const all = await store.all(rounds)
  return [all, ...(await Promise.all(begunOf(all, today).map(({ id }) => stateOfCounts(store, id))))]
}

/** What residents said of each unit in the newest round that has begun (within a cycle, where one is given); the overall question only. */
export async function satisfactionOf(
  store: Store,
  today: PlainDate,
  within?: Within,
): Promise<SatisfactionBook> {
  const begun = begunOf(await store.all(rounds), today).filter(
    ({ opens }) => !within || (within.starts <= opens && opens <= within.ends),
  )
  const newest = new Map(begun.flatMap(round => round.units.map(unit => [unit.code, round] as const)))
  const counted = new Map<string, Counts>()
  const asked = new Map<string, ReadonlyMap<string, RoundUnit>>()
  for (const { id, units } of new Set(newest.values())) {
    counted.set(id, await countsOf(store, id))
    asked.set(id, new Map(units.map(unit => [unit.code, unit])))
  }

  const figures = (round: Round, codes: Iterable<string>) => {
    const units = [...codes].flatMap(code => asked.get(round.id)?.get(code) ?? [])
    const total = totalOf(round, units, counted.get(round.id) ?? new Map(), round.form.overall)
    const { basis, standard } = round
    const answersNeeded = stateOn(round, today) === 'closed' ? null : total.answersNeeded
    return { ...total, answersNeeded, round: round.id, basis, rate: total[basis], target: standard.target }
  }
  return {
    of(unit) {
      const round = newest.get(unit)
      return round && figures(round, [unit])
    },
    together(units) {
      const newestOf = new Set(units.flatMap(unit => newest.get(unit) ?? []))
      const round = begunOf([...newestOf], today).at(-1)
      return round && figures(round, new Set(units))
    },
  }
}
