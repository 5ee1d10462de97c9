import { wilson, z95 } from './wilson.ts'

/** Whether a rate reaches its target, as far as the answers can prove it. */
export const verdicts = ['met', 'notMet', 'undecided', 'tooFew'] as const
export type Verdict = (typeof verdicts)[number]

/** The yardstick of a round. Content, not code: it comes with the survey and is frozen with the round. */
export interface Yardstick {
  /** Share that is to be reached, 0 to 1. */
  readonly target: number
  /** Valid answers below which no rate is stated. */
  readonly minimum: number
}

/**
 * met: the interval's lower bound reaches the target. notMet: its upper bound stays below. undecided: the target lies
 * within. tooFew: fewer valid answers than the minimum.
 */
export function verdictOf(share: number, valid: number, yardstick: Yardstick, population?: number): Verdict {
  if (valid < yardstick.minimum) return 'tooFew'
  const [low, high] = wilson(share, valid, population)
  if (low >= yardstick.target) return 'met'
  return high < yardstick.target ? 'notMet' : 'undecided'
}

/**
 * How many valid answers more, at the present share, settle it as met or notMet: 0 when it is settled, null when no
 * number would (a share of exactly the target) or when there is no share yet.
 *
 * Wilson's bound reaches the target t where n ≥ z² · t · (1 − t) ÷ (share − t)², Wilson's interval being the inverse of the
 * score test; with the finite-population factor the same n stands on both sides and is solved for.
 */
export function answersNeeded(
  share: number | null,
  valid: number,
  yardstick: Yardstick,
  population?: number,
): number | null {
  if (share === null) return null
  const settles = (n: number) => {
    const verdict = verdictOf(share, n, yardstick, population)
    return verdict === 'met' || verdict === 'notMet'
  }
  if (settles(valid)) return 0
  const wanted = sampleThatSettles(share, yardstick, population)
  if (wanted === null) return null
  let total = Math.max(wanted - 1, valid + 1)
  while (!settles(total)) total++
  return total - valid
}

/** The smallest sample that settles a share, give or take one for rounding; null when none does. */
function sampleThatSettles(
  share: number,
  { target, minimum }: Yardstick,
  population?: number,
): number | null {
  if (population !== undefined && minimum > population) return null
  const distance = share - target
  const simple = distance === 0 ? Infinity : (z95 ** 2 * target * (1 - target)) / distance ** 2
  if (population === undefined) {
    return Math.abs(distance) < 1e-9 ? null : Math.max(minimum, Math.ceil(simple))
  }
  const corrected = simple === Infinity ? population : (simple * population) / (population - 1 + simple)
  return Math.min(population, Math.max(minimum, Math.ceil(corrected)))
}

/** The smallest number of satisfied answers among `valid` that is met; null when not even all of them would do. */
export function satisfiedThatMeets(valid: number, yardstick: Yardstick, population?: number): number | null {
  if (verdictOf(1, valid, yardstick, population) !== 'met') return null
  let satisfied = Math.ceil(yardstick.target * valid)
  while (verdictOf(satisfied / valid, valid, yardstick, population) !== 'met') satisfied++
  return satisfied
}
