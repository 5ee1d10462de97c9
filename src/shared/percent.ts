/**
 * A share as people read it: `91.3%`, one decimal where there is one, a dash where there is no share. Rounded as people
 * round, but never up to a threshold that it misses: a whole percent (0.8997 is `89.9%`), or the `target` that it is held
 * against, which may have decimals (0.8946 against 0.895 is `89.4%`).
 */
export function percent(share: number | null, target?: number): string {
  if (share === null) return '–'
  const rounded = Math.round(share * 1000)
  const misses = (threshold: number) => threshold <= rounded / 1000 + 1e-9 && threshold > share + 1e-9
  const isUp = (rounded % 10 === 0 && misses(rounded / 1000)) || (target !== undefined && misses(target))
  const tenths = isUp ? rounded - 1 : rounded
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}
