import type { Reading, Store } from '../shared/store/port.ts'
import type { Exclusion } from './exclusion.ts'
import { withCorrections } from './paper-form.ts'
import { answers, exclusions, paperForms } from './store.ts'
import type { Counts } from './tally.ts'

/** The counters of a round twice: of every answer that was stored, and of those that count; both with typing errors set right. */
export interface Counted {
  readonly all: Counts
  /** Without what two people agreed to leave out. */
  readonly counted: Counts
  /** How many answers were left out. */
  readonly excluded: number
}

export interface CountedUntil extends Counted {
  /** As long as this is the same for a round, so is everything that is worked out of its counters. */
  readonly state: string
}

/** What was last counted of each round; counters go on counting, so it is their state that tells whether it still holds. */
const kept = new WeakMap<Store, Map<string, CountedUntil>>()

/** The counters as they are now; put together anew only when there are other answers, corrections or decisions. */
export async function countedOf(store: Store, round: string): Promise<CountedUntil> {
  // Asked for before the counters are: they may hold a newer answer than it tells, never an older one.
  const state = await stateOfCounts(store, round)
  const ofStore = kept.get(store) ?? new Map<string, CountedUntil>()
  kept.set(store, ofStore)
  const known = ofStore.get(round)
  if (known?.state === state) return known
  const paper = await store.counts(paperForms, round)
  const all = withCorrections(await store.counts(answers, round), paper)
  const agreed = await agreedOf(store, round)
  const counted = {
    state,
    all,
    counted: without(all, agreed),
    excluded: agreed.reduce((sum, one) => sum + one.answers.length, 0),
  }
  ofStore.set(round, counted)
  return counted
}

/** What two people agreed to leave out of a round. */
export async function agreedOf(store: Store, round: string): Promise<readonly Exclusion[]> {
  return (await store.list(exclusions, 'round', round)).filter(({ state }) => state === 'agreed')
}

/** How many answers of a round are proposed to be left out, and nobody has decided. */
export async function undecidedOf(store: Reading, round: string): Promise<number> {
  const open = (await store.list(exclusions, 'round', round)).filter(({ state }) => state === 'proposed')
  return open.reduce((sum, { answers }) => sum + answers.length, 0)
}

/** See `CountedUntil`. */
export async function stateOfCounts(store: Store, round: string): Promise<string> {
  const sizes = [await store.size(answers, round), await store.size(paperForms, round)]
  return [...sizes, ...(await agreedOf(store, round)).map(({ id }) => id)].join(' ')
}

/** The counters that figures are worked out of. */
export async function countsOf(store: Store, round: string): Promise<Counts> {
  return (await countedOf(store, round)).counted
}

function without(all: Counts, agreed: readonly Exclusion[]): Counts {
  if (agreed.length === 0) return all
  const left = new Map(all)
  for (const { counters } of agreed) {
    for (const [name, count] of Object.entries(counters)) left.set(name, (left.get(name) ?? 0) - count)
  }
  return left
}
