import { createHash } from 'node:crypto'

export interface Candidate {
  readonly community: string
  readonly subdistrict: string
}

/** How large a spot check is: min(n, max(at least, n × percent ÷ 100, rounded up)), in whole numbers. */
export function sampleSize(
  n: number,
  { percent, atLeast }: { readonly percent: number; readonly atLeast: number },
): number {
  return Math.min(n, Math.max(atLeast, Math.ceil((n * percent) / 100)))
}

/**
 * Draws the spot check, stratified by subdistrict. The generator is one that anybody can redo with a hash tool:
 * within a subdistrict, communities are ordered by the SHA-256 of `seed:community` (UTF-8, written in lower-case
 * hexadecimal), and the first `sampleSize` are drawn. The result is in the order of the codes.
 */
export function drawSample(
  candidates: readonly Candidate[],
  seed: string,
  size: { readonly percent: number; readonly atLeast: number },
): readonly string[] {
  return drawByStratum(candidates, seed, size)
    .flatMap(stratum => stratum.drawn)
    .sort()
}

/** A subdistrict's part of a draw: the list it was drawn from, and what was drawn in the order of the lots. */
export interface Stratum {
  readonly subdistrict: string
  readonly from: readonly string[]
  readonly drawn: readonly string[]
}

/** The same draw, subdistrict by subdistrict: what somebody needs who does it over. */
export function drawByStratum(
  candidates: readonly Candidate[],
  seed: string,
  size: { readonly percent: number; readonly atLeast: number },
): readonly Stratum[] {
  const bySubdistrict = new Map<string, string[]>()
  for (const { community, subdistrict } of candidates)
    bySubdistrict.set(subdistrict, [...(bySubdistrict.get(subdistrict) ?? []), community])
  return [...bySubdistrict].map(([subdistrict, from]) => ({
    subdistrict,
    from,
    drawn: drawn(from, seed, size),
  }))
}

/** How it is drawn, for those who do it over. */
export const generator = 'sha256(seed:community), lowest first, per subdistrict'

function drawn(communities: readonly string[], seed: string, size: Parameters<typeof drawSample>[2]) {
  return communities
    .map(code => ({ code, lot: lotOf(seed, code) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, sampleSize(communities.length, size))
    .map(({ code }) => code)
}

function lotOf(seed: string, community: string): string {
  return createHash('sha256').update(`${seed}:${community}`, 'utf8').digest('hex')
}
