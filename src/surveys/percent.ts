/** A share as it is read: `90.0%`; a dash where there is none. */
export function percent(share: number | null, digits = 1): string {
  return share === null ? '—' : `${(share * 100).toFixed(digits)}%`
}

/** A share as a position on a scale of 100, with at most two decimals. */
export function place(share: number): number {
  return Math.round(share * 10_000) / 100
}
