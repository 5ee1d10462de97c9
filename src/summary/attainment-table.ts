import type { Cell } from '../shared/csv.ts'
import type { Say } from '../shared/words.ts'
import type { Table } from '../shared/workbook.ts'
import { keyText } from './figures-text.ts'
import type { Summary } from './summary.ts'
import type { GradeTarget, Target } from './target.ts'
import { words } from './words.ts'

/**
 * R2: how far each subdistrict is with both grades: count, share, communities missing, change in percentage points
 * against the last cycle; and its rank. A share is written as `share` has it: a fraction for a sheet, percent for eyes.
 */
export function attainmentTable(
  { subdistricts }: Pick<Summary, 'subdistricts'>,
  t: Say,
  share: (value: number | null) => Cell,
): Table {
  const columns = [words.targetCount, words.targetShare, words.targetMissing, words.targetChange]
  const keys = subdistricts[0]?.targets.filter(isGrade).map(({ key }) => keyText(key)) ?? []
  return {
    title: t(words.ofSubdistricts, { title: words.attainment }),
    rows: [
      [
        ...[words.subdistrict, words.communities, words.rank].map(heading => t(heading)),
        ...keys.flatMap(target => columns.map(column => t(column, { target }))),
      ],
      ...subdistricts.map(({ name, communities, rank, targets }) => [
        ...[name, communities, rank],
        ...targets
          .filter(isGrade)
          .flatMap(({ count, value, missing, change }) => [
            count,
            share(value),
            missing,
            change === null ? null : Math.round(change * 1000) / 10,
          ]),
      ]),
    ],
  }
}

function isGrade(target: Target): target is GradeTarget {
  return target.key === 'qualifiedOrBetter' || target.key === 'firstClass'
}
