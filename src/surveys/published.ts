import { householdsOf, type Results } from './figures.ts'
import { satisfiedOf, validOf } from './rates.ts'
import type { Round, RoundUnit } from './round.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/**
 * What the public is told of a unit or a group. Cells of fewer people than the standard's small cell (satisfied or not)
 * are hidden, and nothing that is told depends on what they hold: every figure is the same for all values that a hidden
 * cell may have. So nothing hidden can be worked out, whatever is put together, and no neighbour need be hidden for it.
 */
export interface Published {
  readonly code: string
  readonly name: string
  readonly isGroup: boolean
  /** At least so many valid answers; null below the minimum, and then nothing else is told. */
  readonly atLeast: number | null
  /** In whole hundredths; a range where the exact rate would give a hidden cell away. */
  readonly rate: { readonly low: number; readonly high: number } | null
  /** Null where it would differ with what a hidden cell holds. */
  readonly verdict: Verdict | null
}

type Measured = Pick<Round, 'basis' | 'standard' | 'coded'>
type Units = Results['units']

const bands = [1000, 500, 200, 100, 50] as const

interface Line {
  readonly code: string
  readonly name: string
  readonly isGroup: boolean
}

function published(round: Measured, line: Line, members: Units): Published {
  const { minimum } = round.standard
  const valid = members.reduce((sum, unit) => sum + validOf(unit), 0)
  if (valid < minimum) return { ...line, atLeast: null, rate: null, verdict: 'tooFew' }
  const least = members.reduce((sum, unit) => sum + possible(round, unit).least, 0)
  const most = members.reduce((sum, unit) => sum + possible(round, unit).most, 0)
  return {
    ...line,
    atLeast: bands.find(band => band <= valid && band > minimum) ?? minimum,
    rate: rateBetween(least, most, valid),
    verdict: verdictBetween(round, least / valid, most / valid, members),
  }
}

/**
 * How many may be satisfied in a unit for all that is told: everything between these leaves the same cells hidden.
 * Without a hidden cell both are the true number.
 */
function possible(round: Measured, unit: Units[number]): { readonly least: number; readonly most: number } {
  const { smallCell } = round.standard
  const valid = validOf(unit)
  const satisfied = satisfiedOf(unit, round.basis)
  const [fewSatisfied, fewOthers] = [satisfied < smallCell, valid - satisfied < smallCell]
  const few = smallCell - 1
  if (fewSatisfied && fewOthers) return { least: Math.max(0, valid - few), most: Math.min(few, valid) }
  if (fewOthers) return { least: Math.max(smallCell, valid - few), most: valid }
  if (fewSatisfied) return { least: 0, most: Math.min(few, valid - smallCell) }
  return { least: satisfied, most: satisfied }
}

function rateBetween(least: number, most: number, valid: number): NonNullable<Published['rate']> {
  const hundredths = (satisfied: number) => (satisfied / valid) * 100
  if (least === most) return { low: Math.round(hundredths(least)), high: Math.round(hundredths(least)) }
  return { low: Math.floor(hundredths(least)), high: Math.ceil(hundredths(most)) }
}

/** A verdict only grows with the share, so it is the same for all shares between when it is at both ends. */
function verdictBetween(round: Measured, least: number, most: number, members: Units): Verdict | null {
  const valid = members.reduce((sum, unit) => sum + validOf(unit), 0)
  const units: readonly RoundUnit[] = members.map(({ unit }) => unit)
  const households = householdsOf(round, units)
  const population = households !== undefined && valid <= households ? households : undefined
  const [low, high] = [least, most].map(share => verdictOf(share, valid, round.standard, population))
  return low !== undefined && low === high ? low : null
}

/** The units, their subdistricts where there are several, and the whole, as they are published. */
export function publishedResults(round: Measured, results: Results) {
  const { units, subdistricts } = results
  const one = (unit: Units[number]) =>
    published(round, { code: unit.code, name: unit.name, isGroup: false }, [unit])
  const groups = subdistricts.length < 2 ? [] : subdistricts
  const of = (code: string) => units.filter(({ unit }) => unit.subdistrict?.code === code)
  const grouped = groups.flatMap(({ code, name }) => [
    published(round, { code, name, isGroup: true }, of(code)),
    ...of(code).map(one),
  ])
  const others = groups.length === 0 ? units : units.filter(({ unit }) => unit.subdistrict === null)
  return {
    units: [...grouped, ...others.map(one)],
    total: published(round, { code: '', name: '', isGroup: true }, units),
  }
}
