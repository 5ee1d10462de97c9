/** A mean of differences in points, with how sure it is. */
export interface Mean {
  readonly n: number
  /** Null without any. */
  readonly mean: number | null
  /** 95 %: Student's t interval, mean ± t(n − 1) × s ÷ √n with the sample's standard deviation s; null below two. */
  readonly interval: readonly [number, number] | null
}

/** Quantiles 97.5 % of Student's t for 1 to 30 degrees of freedom; from there on it is taken for normal. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

export function meanOf(values: readonly number[]): Mean {
  const n = values.length
  if (n === 0) return { n, mean: null, interval: null }
  const mean = sum(values) / n
  if (n === 1) return { n, mean, interval: null }
  const deviation = Math.sqrt(sum(values.map(value => (value - mean) ** 2)) / (n - 1))
  const reach = ((studentT[n - 2] ?? 1.96) * deviation) / Math.sqrt(n)
  return { n, mean, interval: [mean - reach, mean + reach] }
}

/**
 * Pearson's correlation of pairs, −1 to 1; null for fewer than three pairs and where one side never varies, since
 * nothing can be said then.
 */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null
  const x = meanOf(pairs.map(pair => pair[0])).mean ?? 0
  const y = meanOf(pairs.map(pair => pair[1])).mean ?? 0
  const spread = (at: 0 | 1, mean: number) => sum(pairs.map(pair => (pair[at] - mean) ** 2))
  const together = sum(pairs.map(pair => (pair[0] - x) * (pair[1] - y)))
  const apart = Math.sqrt(spread(0, x) * spread(1, y))
  return apart < 1e-9 ? null : together / apart
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
