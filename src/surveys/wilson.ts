/** The 97.5 % quantile of the standard normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054

/** Shares from 0 to 1, lower bound first. */
export type Interval = readonly [low: number, high: number]

/**
 * Wilson's score interval at 95 % for `share` of `valid` answers (Wilson 1927; Newcombe 1998, method 3; checked
 * against Newcombe's published values). Nothing answered says nothing: [0, 1].
 *
 * `population` is given only where every member was reachable once (coded rounds): z² is then multiplied by the
 * finite-population factor (N − n) ÷ (N − 1), so that a full count leaves no doubt.
 */
export function wilson(share: number, valid: number, population?: number): Interval {
  if (valid <= 0) return [0, 1]
  const z2 = z95 ** 2 * finiteFactor(valid, population)
  const middle = share + z2 / (2 * valid)
  const half = Math.sqrt((z2 * (share * (1 - share) + z2 / (4 * valid))) / valid)
  const whole = 1 + z2 / valid
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)]
}

export function finiteFactor(valid: number, population: number | undefined): number {
  if (population === undefined) return 1
  return population <= 1 ? 0 : Math.max(0, (population - valid) / (population - 1))
}
