import type { Figures, Results } from './figures.ts'
import { satisfiedOf, validOf } from './rates.ts'
import type { Round } from './round.ts'
import type { Verdict } from './verdict.ts'

/**
 * What the public is told of a unit. Counts are told as bands and rates only where neither the satisfied nor the
 * dissatisfied are a cell that must stay hidden, so no count of a few people can be worked out from them.
 */
export interface Published {
  readonly name: string
  /** At least so many valid answers; null below the minimum, and then nothing else is told. */
  readonly atLeast: number | null
  /** In whole hundredths; a bound where the exact rate would give a small cell away. */
  readonly rate: { readonly hundredths: number; readonly bound: 'exact' | 'atLeast' | 'atMost' } | null
  readonly verdict: Verdict
}

const bands = [1000, 500, 200, 100, 50] as const

export function published(
  round: Pick<Round, 'basis' | 'standard'>,
  name: string,
  figures: Figures,
): Published {
  const { minimum, smallCell } = round.standard
  const valid = validOf(figures)
  if (valid < minimum) return { name, atLeast: null, rate: null, verdict: 'tooFew' }
  const satisfied = satisfiedOf(figures, round.basis)
  return {
    name,
    atLeast: bands.find(band => band <= valid && band > minimum) ?? minimum,
    rate: guarded(satisfied, valid, smallCell),
    verdict: figures.verdict,
  }
}

function guarded(satisfied: number, valid: number, smallCell: number): NonNullable<Published['rate']> {
  const hundredths = (count: number) => Math.round((count / valid) * 100)
  if (valid - satisfied < smallCell)
    return { hundredths: Math.floor(((valid - smallCell) / valid) * 100), bound: 'atLeast' }
  if (satisfied < smallCell) return { hundredths: Math.ceil((smallCell / valid) * 100), bound: 'atMost' }
  return { hundredths: hundredths(satisfied), bound: 'exact' }
}

/** The units and the whole, as they are published. */
export function publishedResults(round: Pick<Round, 'basis' | 'standard'>, results: Results) {
  return {
    units: results.units.map(unit => published(round, unit.name, unit)),
    total: published(round, '', results.total),
  }
}
