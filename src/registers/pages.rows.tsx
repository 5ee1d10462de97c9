import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { councilOf, filledPosts } from './figures.ts'
import { openGroups } from './groups.ts'
import { type GuaranteeState, guarantees, guaranteesOf } from './guarantees.ts'
import type { Standards } from './standards.ts'
import type { OverviewRow } from './totals.ts'
import { guaranteeStateName, guaranteeTitle, words } from './words.ts'

export function guaranteeClass(state: GuaranteeState): string {
  switch (state) {
    case 'met':
      return 'badge ok'
    case 'missing':
      return 'badge bad'
    case 'unknown':
      return 'badge muted'
  }
}

export interface RowsProps {
  readonly view: View
  readonly year: AssessmentYear
  readonly standards: Standards
  readonly rows: readonly OverviewRow[]
}

/** The associations of one subdistrict, a line each. */
export function Rows({ view, year, rows, standards }: RowsProps) {
  const { t } = view
  const headings = [
    words.unit,
    words.guarantees,
    words.leadership,
    words.council,
    words.members,
    words.groupsTitle,
  ]
  return (
    <StackedTable headings={headings.map(word => t(word))}>
      {rows.map(row => (
        <Row {...{ view, row, standards }} year={year.id} />
      ))}
    </StackedTable>
  )
}

function Row({
  view: { t },
  year,
  row: { unit, sheet, groups, held },
  standards,
}: {
  view: View
  year: string
  row: OverviewRow
  standards: Standards
}) {
  const level = unit.level === 'subdistrict' ? 'subdistrict' : 'community'
  const states = guaranteesOf(level, sheet, standards)
  const posts = filledPosts(sheet, held)
  const council = sheet && councilOf(sheet)
  const open = groups ? openGroups(groups) : []
  const five = open.filter(({ appraisal }) => appraisal?.outcome === 'confirmed').length
  const community = level === 'community'
  return (
    <tr>
      <th scope="row">
        <a href={`/registers/${year}/${unit.id}`}>{unit.name}</a>
      </th>
      <td data-label={t(words.guarantees)}>
        <span>
          {guarantees.map(guarantee => {
            const state = states[guarantee]
            if (!state) return null
            return (
              <>
                <span class={guaranteeClass(state)}>
                  {t(guaranteeTitle(guarantee))} {t(guaranteeStateName(state))}
                </span>{' '}
              </>
            )
          })}
        </span>
      </td>
      <td data-label={t(words.leadership)}>
        {community && (posts ? t(words.postsOf, { n: posts.length }) : t(words.stateUnknown))}
      </td>
      <td data-label={t(words.council)}>
        {community &&
          (council?.known
            ? t(words.councilSize, { size: council.size, categories: council.categories.length })
            : t(words.stateUnknown))}
      </td>
      <td data-label={t(words.members)}>
        {community &&
          (sheet?.values.members === undefined
            ? t(words.stateUnknown)
            : t(words.membersOf, { members: Number(sheet.values.members) }))}
      </td>
      <td data-label={t(words.groupsTitle)}>
        {community && (
          <a href={`/registers/${year}/${unit.id}/groups`}>
            {open.length > 0 ? t(words.groupsOf, { groups: open.length, five }) : t(words.stateUnknown)}
          </a>
        )}
      </td>
    </tr>
  )
}
