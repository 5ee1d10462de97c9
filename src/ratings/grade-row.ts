import type { Reading } from '../shared/store/port.ts'
import type { CommunityGrade } from './attainment.ts'
import type { Rating } from './rating.ts'
import { newestCycle, ratings } from './store.ts'

/** What the summary takes of a rating. */
export function gradeRow({ community, name, subdistrict, grade, result }: Rating): CommunityGrade {
  const projected = grade ?? result.projected
  const gap = projected === null || projected === 'firstClass' ? null : result.gaps
  return {
    code: community,
    name,
    subdistrict,
    grade,
    projected,
    score: result.score,
    gap: gap && (projected === 'notQualified' ? gap.qualified : gap.firstClass),
  }
}

/** The grades of the newest cycle, one row for each of its frozen communities; none before a cycle was opened. */
export async function newestGrades(
  from: Reading,
): Promise<{ readonly cycle: string | undefined; readonly rows: readonly CommunityGrade[] }> {
  const cycle = await newestCycle(from)
  if (!cycle) return { cycle: undefined, rows: [] }
  return { cycle: cycle.id, rows: (await from.list(ratings, 'cycle', cycle.id)).map(gradeRow) }
}
