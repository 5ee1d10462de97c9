import type { PublishedResults } from './published.ts'
import type { Published } from './published-line.ts'

/** A line of a result which a later publication tells otherwise. */
export interface Correction {
  readonly before: Published
  readonly now: Published
}

export interface Corrections {
  /** Null where the total stands as it was published. */
  readonly total: Correction | null
  /** Subdistricts, each before its units, in the order of the page. */
  readonly lines: readonly Correction[]
}

/**
 * What a publication tells otherwise than the one before it. It is worked out of these two alone, which both stay public, and of
 * nothing that is hidden: so it tells nobody more than the two pages side by side.
 */
export function correctionsOf(before: PublishedResults, now: PublishedResults): Corrections {
  const former = new Map(linesOf(before).map(line => [line.code, line]))
  return {
    total: changed(before.total, now.total) ?? null,
    lines: linesOf(now).flatMap(line => changed(former.get(line.code) ?? line, line) ?? []),
  }
}

function linesOf({ groups }: PublishedResults): readonly Published[] {
  return groups.flatMap(({ subdistrict, units }) => (subdistrict ? [subdistrict, ...units] : units))
}

function changed(before: Published, now: Published): Correction | undefined {
  const told = ({ valid, rate, verdict }: Published) => JSON.stringify([valid, rate, verdict])
  return told(before) === told(now) ? undefined : { before, now }
}
