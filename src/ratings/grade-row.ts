import type { Reading } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import type { CommunityGrade } from './attainment.ts'
import { type GradeInForce, inForce } from './in-force.ts'
import type { Rating } from './rating.ts'
import { ratingCycles, ratings } from './store.ts'

/** What the summary takes of a rating: its own projected grade beside the grade that holds today. */
export function gradeRow(rating: Rating, held: GradeInForce | null): CommunityGrade {
  const { community, name, subdistrict, grade, result } = rating
  const projected = grade ?? result.projected
  const gap = projected === null || projected === 'firstClass' ? null : result.gaps
  return {
    code: community,
    name,
    subdistrict,
    grade: held?.grade ?? null,
    inForce: held && { cycle: held.cycle, until: held.until, number: held.number },
    projected,
    score: result.score,
    gap: gap && (projected === 'notQualified' ? gap.qualified : gap.firstClass),
  }
}

/** The same list every time, by which what is made of it is known. */
const none: readonly CommunityGrade[] = []

/** The rows that a cycle's ratings last made, and with what else: lists of the store are never changed in place. */
const lastRows = new WeakMap<
  readonly Rating[],
  { readonly made: readonly unknown[]; readonly rows: readonly CommunityGrade[] }
>()

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}

/** The rows of the cycle before this one: what the targets are compared with. */
export async function rowsBefore(
  from: Reading,
  today: PlainDate,
  cycle: string,
): Promise<readonly CommunityGrade[] | undefined> {
  const before = (await from.all(ratingCycles)).findLast(({ id }) => id < cycle)
  return before && (await gradeRows(from, today, before.id)).rows
}

/**
 * One row for each community that a cycle froze, the newest cycle's when none is named; no rows before a cycle was
 * opened. The grades that hold may be of earlier cycles.
 */
export async function gradeRows(
  from: Reading,
  today: PlainDate,
  of?: string,
): Promise<{ readonly cycle: string | undefined; readonly rows: readonly CommunityGrade[] }> {
  const cycles = (await from.all(ratingCycles)).map(({ id }) => id)
  const cycle = of ?? cycles.at(-1)
  if (cycle === undefined) return { cycle, rows: none }
  const own = await from.list(ratings, 'cycle', cycle)
  const earlier = await Promise.all(
    cycles
      .filter(id => id < cycle)
      .toReversed()
      .map(id => from.list(ratings, 'cycle', id)),
  )
  const known = lastRows.get(own)
  const made = [today, ...earlier]
  if (known && sameList(known.made, made)) return { cycle, rows: known.rows }
  const held = inForce([own, ...earlier].flat(), today)
  const rows = own.map(rating => gradeRow(rating, held.get(rating.community) ?? null))
  lastRows.set(own, { made, rows })
  return { cycle, rows }
}
