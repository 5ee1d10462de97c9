import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Unit } from '../units/unit.ts'
import type { Post } from './fields.ts'
import { isProposed } from './five-good.ts'
import { type GroupList, openGroups } from './groups.ts'
import { type GuaranteeState, guaranteesOf } from './guarantees.ts'
import type { Sheet } from './sheet.ts'
import type { Standards } from './standards.ts'

/** One association of the overview. */
export interface OverviewRow {
  readonly unit: Unit
  readonly sheet: Sheet | undefined
  readonly groups: GroupList | undefined
  readonly held: readonly Post[]
}

export interface SubdistrictTotals {
  readonly unit: Unit
  readonly cadre: GuaranteeState
  readonly communities: number
  readonly funds: number
  readonly rewards: number
  readonly entered: number
  readonly toConfirm: number
}

/** The subdistricts among the rows, each with what its communities have reached. */
export function totalsOf(
  rows: readonly OverviewRow[],
  year: AssessmentYear,
  standards: Standards,
  today: PlainDate,
): readonly SubdistrictTotals[] {
  const waits = ({ groups }: OverviewRow) =>
    groups
      ? openGroups(groups).filter(
          group => !group.appraisal && isProposed(group, standards, year.months, today),
        ).length
      : 0
  return rows
    .filter(({ unit }) => unit.level === 'subdistrict')
    .map(({ unit, sheet }) => {
      const own = rows.filter(row => row.unit.parent === unit.id)
      const states = own.map(row => guaranteesOf('community', row.sheet, standards))
      return {
        unit,
        cadre: guaranteesOf('subdistrict', sheet, standards).cadre ?? 'unknown',
        communities: own.length,
        funds: states.filter(({ funds }) => funds === 'met').length,
        rewards: states.filter(({ rewards }) => rewards === 'met').length,
        entered: own.filter(row => row.sheet).length,
        toConfirm: own.reduce((sum, row) => sum + waits(row), 0),
      }
    })
}
