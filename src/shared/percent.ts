/**
 * A share as people read it: `91.3%`, one decimal where there is one, a dash where there is no share. Rounded as people
 * round, but never up to a whole percent that it misses, such as a target: 0.8997 is `89.9%`.
 */
export function percent(share: number | null): string {
  if (share === null) return '–'
  const rounded = Math.round(share * 1000)
  const missed = rounded % 10 === 0 && rounded / 1000 > share + 1e-9
  const tenths = missed ? rounded - 1 : rounded
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}
