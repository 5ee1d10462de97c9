import { householdsOf } from './figures.ts'
import type { Limits } from './hiding.ts'
import type { Round, RoundUnit } from './round.ts'
import type { KnownCells, Span } from './told.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { type Interval, wilson } from './wilson.ts'

/** What the public is told of a unit or a group. */
export interface Published {
  readonly code: string
  readonly name: string
  /** Valid answers; null below the minimum, and then nothing else is told. */
  readonly valid: Span | null
  /** Of satisfied answers, 0 to 1. */
  readonly rate: Span | null
  /** The rate's interval at 95 %; where the rate is a range, around all of it. */
  readonly interval: Interval | null
  /** Null where it would differ with what is hidden. */
  readonly verdict: Verdict | null
  /** Whether answers that came between two endings are not in it, being too few. */
  readonly stands?: boolean
}

export type Measured = Pick<Round, 'basis' | 'standard' | 'coded'>

/** With a minimum of less than two small cells, both cells of a unit could be small at once. */
export function limitsOf({ standard: { smallCell, minimum } }: Measured): Limits {
  return { smallCell, minimum: Math.max(minimum, 2 * smallCell) }
}

/** A unit or a group as it is published: everything follows from what may be known of it. */
export function lineOf(
  round: Measured,
  { code, name }: Pick<Published, 'code' | 'name'>,
  units: readonly RoundUnit[],
  known: KnownCells,
  { minimum }: Limits,
): Published {
  const { least, most } = known.valid
  const line = { code, name, rate: null, interval: null }
  if (most < minimum) return { ...line, valid: null, verdict: 'tooFew' }
  if (least < minimum) return { ...line, valid: { least, most }, verdict: null }
  const rate = rateOf(known)
  const households = householdsOf(round, units)
  const population =
    least === most && households !== undefined && least <= households ? households : undefined
  const worst = { share: rate.least, valid: least }
  const best = { share: rate.most, valid: most }
  const [low] = wilson(worst.share, worst.valid, population)
  const [, high] = wilson(best.share, best.valid, population)
  const [verdict, other] = [worst, best].map(each =>
    verdictOf(each.share, each.valid, round.standard, population),
  )
  // The correction for a finite population, which is left out where their number is not told, can settle it.
  const isOpen = verdict === 'undecided' && least < most && households !== undefined
  const told = verdict !== undefined && verdict === other && !isOpen ? verdict : null
  return { ...line, valid: { least, most }, rate, interval: [low, high], verdict: told }
}

/** The share that is satisfied; it grows with every satisfied answer more and falls with every other one. */
export function rateOf({ valid, others }: KnownCells): Span {
  return {
    least: Math.max(0, valid.least - others.most) / valid.least,
    most: (valid.most - others.least) / valid.most,
  }
}
