/** Both ends of an interval of differences in points. */
export function intervalWords([low, high]: readonly [number, number]) {
  return { low: signed(low), high: signed(high) }
}

/** A difference in points with its sign, to one decimal; a dash where there is none. */
export function signed(value: number | null): string {
  if (value === null) return '–'
  const rounded = Math.round(value * 10) / 10
  return `${rounded > 0 ? '+' : ''}${rounded.toFixed(1)}`.replace('-', '−').replace(/^−0\.0$/, '0.0')
}
