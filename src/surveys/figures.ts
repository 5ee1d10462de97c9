import { rememberBeside } from '../shared/remember.ts'
import { groupsOf } from './grouping.ts'
import { type Basis, type Levels, pooled, ratesOf, satisfiedOf, type Tally, validOf } from './rates.ts'
import type { Round, RoundUnit } from './round.ts'
import { type Counts, tallyOf } from './tally.ts'
import { answersNeeded, type Verdict, verdictOf } from './verdict.ts'
import { type Interval, wilson } from './wilson.ts'

/** What the answers to one question say about a unit or a group of units. Shares are 0 to 1, the index 0 to 100. */
export interface Figures {
  readonly valid: number
  readonly dontKnow: number
  readonly levels: Levels
  readonly strict: number | null
  readonly broad: number | null
  readonly index: number | null
  /** Of the official rate, at 95 %. */
  readonly interval: Interval
  readonly verdict: Verdict
  /** See `answersNeeded`. */
  readonly answersNeeded: number | null
}

/**
 * `households`: of which each had one code; then the interval is corrected for the finite population. Undefined in open
 * rounds, where nobody knows who could have answered.
 */
export function figuresOf(
  tally: Tally,
  { basis, standard }: Pick<Round, 'basis' | 'standard'>,
  households?: number,
): Figures {
  const valid = validOf(tally)
  const population = households !== undefined && valid <= households ? households : undefined
  const share = valid === 0 ? null : satisfiedOf(tally, basis) / valid
  return {
    valid,
    dontKnow: tally.dontKnow,
    levels: tally.levels,
    ...ratesOf(tally),
    interval: wilson(share ?? 0, valid, population),
    verdict: verdictOf(share ?? 0, valid, standard, population),
    answersNeeded: answersNeeded(share, valid, standard, population),
  }
}

export interface UnitFigures extends Figures {
  readonly code: string
  readonly name: string
}

export interface GroupFigures extends Figures {
  /** The units' rates weighted by population; null unless every population is known and every unit has a rate. */
  readonly weighted: number | null
}

export interface Results {
  readonly units: readonly (UnitFigures & { readonly unit: RoundUnit })[]
  /** One a subdistrict, in the order of their codes. */
  readonly subdistricts: readonly (UnitFigures & GroupFigures)[]
  readonly total: GroupFigures
}

type Measured = Pick<Round, 'basis' | 'standard' | 'coded'>

/** All households of some units, each of which had one code; undefined in open rounds and where one is not known. */
export function householdsOf(
  { coded }: Pick<Round, 'coded'>,
  units: readonly RoundUnit[],
): number | undefined {
  if (!coded) return undefined
  return units.reduce<number | undefined>(
    (sum, { households }) => (sum === undefined || households === undefined ? undefined : sum + households),
    0,
  )
}

/** A question over all of the units together. */
export function totalOf(
  round: Measured,
  units: readonly RoundUnit[],
  counts: Counts,
  question: string,
): GroupFigures {
  return groupFigures(
    units.map(unit => ({ unit, tally: tallyOf(counts, unit.code, question) })),
    round,
  )
}

/** Rolls a question up: unit → subdistrict → all chosen units, pooled, and weighted where populations are known. */
export function resultsOf(
  round: Measured,
  units: readonly RoundUnit[],
  counts: Counts,
  question: string,
): Results {
  const tallied = units.map(unit => ({ unit, tally: tallyOf(counts, unit.code, question) }))
  return {
    units: tallied.map(({ unit, tally }) => unitFigures(unit, round, tally.dontKnow, ...tally.levels)),
    subdistricts: groupsOf(tallied).flatMap(members => {
      const subdistrict = members[0]?.unit.subdistrict
      return subdistrict ? [{ ...subdistrict, ...groupFigures(members, round) }] : []
    }),
    total: groupFigures(tallied, round),
  }
}

/** The same ones until the unit's own answers change, so that an answer alters one line of a thousand. */
const unitFigures = rememberBeside(
  (unit: RoundUnit, round: Measured, dontKnow: number, ...levels: Levels): Results['units'][number] => ({
    code: unit.code,
    name: unit.name,
    ...figuresOf({ levels, dontKnow }, round, householdsOf(round, [unit])),
    unit,
  }),
)

/** Units together, pooled, and weighted where populations are known. */
export function groupFigures(
  members: readonly { readonly unit: RoundUnit; readonly tally: Tally }[],
  round: Measured,
): GroupFigures {
  const units = members.map(({ unit }) => unit)
  const figures = figuresOf(pooled(members.map(({ tally }) => tally)), round, householdsOf(round, units))
  return { ...figures, weighted: weightedRate(members, round.basis) }
}

function weightedRate(
  members: readonly { readonly unit: RoundUnit; readonly tally: Tally }[],
  basis: Basis,
): number | null {
  let people = 0
  let satisfied = 0
  for (const { unit, tally } of members) {
    const rate = ratesOf(tally)[basis]
    if (unit.population === undefined || rate === null) return null
    people += unit.population
    satisfied += unit.population * rate
  }
  return people === 0 ? null : satisfied / people
}
