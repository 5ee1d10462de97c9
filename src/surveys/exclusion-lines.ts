import type { Exclusion } from './exclusion.ts'
import { ratesOf, type Tally } from './rates.ts'
import type { SignalGroup } from './review-queue.ts'
import type { Round, RoundUnit } from './round.ts'
import type { Signal } from './signal.ts'
import { answersOf, type Counts, tallyOf } from './tally.ts'

/** What a proposal means for one unit. Rates are the official one, 0 to 1. */
export interface ExclusionLine {
  readonly id: string
  readonly unit: RoundUnit
  /** With which it was proposed as a group. */
  readonly signal?: Signal
  readonly count: number
  /** Of so many answers of the unit. */
  readonly of: number
  /** What they say to the overall question. */
  readonly said: Tally
  /** As long as nothing is decided: the unit's rate, and what it would be without these. */
  readonly rate?: { readonly now: number | null; readonly without: number | null }
  /** Answers of the same group that are not part of it: they came later, or were kept before. */
  readonly more: number
}

/** What is counted of a round, and what is still in its queue. */
export interface Around {
  readonly all: Counts
  readonly counted: Counts
  readonly groups: readonly SignalGroup[]
}

/** A proposal unit by unit, in the order of the round. */
export function exclusionLines(
  { units, form, basis }: Round,
  { id, about, counters, state }: Exclusion,
  { all, counted, groups }: Around,
): readonly ExclusionLine[] {
  const own: Counts = new Map(Object.entries(counters))
  return units.flatMap(unit => {
    const count = answersOf(own, unit.code)
    if (count === 0) return []
    const said = tallyOf(own, unit.code, form.overall)
    const now = tallyOf(counted, unit.code, form.overall)
    const rate = { now: ratesOf(now)[basis], without: ratesOf(less(now, said))[basis] }
    const group = groups.find(one => one.unit === about?.unit && one.signal === about.signal)
    return [
      {
        ...{ id, unit, count, of: answersOf(all, unit.code), said, more: group?.count ?? 0 },
        ...(about ? { signal: about.signal } : {}),
        ...(state === 'proposed' ? { rate } : {}),
      },
    ]
  })
}

function less({ levels: [l5, l4, l3, l2, l1], dontKnow }: Tally, taken: Tally): Tally {
  const [t5, t4, t3, t2, t1] = taken.levels
  return {
    levels: [l5 - t5, l4 - t4, l3 - t3, l2 - t2, l1 - t1],
    dontKnow: dontKnow - taken.dontKnow,
  }
}
