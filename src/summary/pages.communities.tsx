import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { gapText, gradeText, statusText } from './figures-text.ts'
import type { CommunityRow } from './roll-up.ts'
import { words } from './words.ts'

/** More lines than these are opened by whoever wants them: on a phone they are very long. */
const mostOpen = 30

interface CommunitiesProps {
  readonly view: View
  readonly rows: readonly CommunityRow[]
  /** Whose ratings the names lead to. */
  readonly cycle: string | undefined
}

/** Every community's grade, score, gap and satisfaction. */
export function Communities(props: CommunitiesProps) {
  const { view, rows } = props
  const title = view.t(words.byCommunity)
  if (rows.length <= mostOpen)
    return (
      <>
        <h2>{title}</h2>
        <CommunityTable {...props} />
      </>
    )
  return (
    <>
      <h2>{title}</h2>
      <details>
        <summary>{view.t(words.showAll, { count: rows.length })}</summary>
        <CommunityTable {...props} />
      </details>
    </>
  )
}

function CommunityTable({ view, rows, cycle }: CommunitiesProps) {
  const { t } = view
  return (
    <StackedTable
      headings={[
        t(words.community),
        t(words.grade),
        t(words.projectedGrade),
        num(t(words.score)),
        t(words.short),
        num(t(words.rate)),
        t(words.verdict),
      ]}
    >
      {rows.map(row => (
        <CommunityLine {...{ view, row, cycle }} />
      ))}
    </StackedTable>
  )
}

function CommunityLine({
  view: { t },
  row,
  cycle,
}: Omit<CommunitiesProps, 'rows'> & { readonly row: CommunityRow }) {
  const grade = gradeText(row.grade)
  const projected = gradeText(row.projected)
  const { satisfaction } = row
  return (
    <tr>
      <th scope="row">{cycle ? <a href={`/ratings/${cycle}/${row.code}`}>{row.name}</a> : row.name}</th>
      <td data-label={t(words.grade)}>
        <span>
          {grade ? t(grade) : '–'}
          {row.inForce?.number && (
            <small>
              {' '}
              {row.inForce.number} · {t(words.until)} {row.inForce.until}
            </small>
          )}
        </span>
      </td>
      <td data-label={t(words.projectedGrade)}>{projected ? t(projected) : '–'}</td>
      <td class="num" data-label={t(words.score)}>
        {row.score ?? '–'}
      </td>
      <td data-label={t(words.short)}>{gapText(row, t) || '–'}</td>
      <td class="num" data-label={t(words.rate)}>
        {satisfaction ? `${percent(satisfaction.rate)} (${satisfaction.valid})` : '–'}
      </td>
      <td data-label={t(words.verdict)}>{satisfaction ? t(statusText(satisfaction.verdict)) : '–'}</td>
    </tr>
  )
}
