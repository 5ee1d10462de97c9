import type { PlainDate } from '../shared/time.ts'
import type { Grade } from './grades.ts'
import type { Rating } from './rating.ts'

/** A final grade that holds: of which cycle, and until when. 未达标 has no certificate and no last day. */
export interface GradeInForce {
  readonly grade: Grade
  readonly cycle: string
  readonly until: PlainDate | null
  /** Of its certificate. */
  readonly number: string | null
}

/**
 * The grade that holds today, by community: that of the newest cycle in which one was decided, so that a grade stays
 * while the next cycle runs. A newer decision, a veto included, takes the place of an older one; after the last day of
 * its certificate nothing holds, whether or not the expiry has been entered.
 */
export function inForce(
  newestFirst: Iterable<Rating>,
  today: PlainDate,
): ReadonlyMap<string, GradeInForce | null> {
  const found = new Map<string, GradeInForce | null>()
  for (const { community, state, grade, certificate, cycle } of newestFirst) {
    if (found.has(community)) continue
    if (state === 'expired') found.set(community, null)
    else if (grade !== null) {
      const until = certificate?.until ?? null
      found.set(
        community,
        until !== null && until < today ? null : { grade, cycle, until, number: certificate?.number ?? null },
      )
    }
  }
  return found
}
