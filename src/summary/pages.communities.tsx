import { percent } from '../shared/percent.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { gapText, gradeText, statusText } from './figures-text.ts'
import type { CommunityRow } from './roll-up.ts'
import { words } from './words.ts'

/** More lines than these are opened by whoever wants them: on a phone they are very long. */
const mostOpen = 30

/** Every community's grade, score, gap and satisfaction; folded where subdistricts lead to them. */
export const communitySection = drawOnce(
  (rows: readonly CommunityRow[], view: View, cycle: string | undefined, isFolded: boolean) => {
    const { t } = view
    const table = () => <CommunityTable {...{ view, rows, cycle }} />
    return (
      <>
        <h2>{t(words.byCommunity)}</h2>
        {isFolded && <p>{t(words.folded, { count: rows.length })}</p>}
        {!isFolded && rows.length <= mostOpen && table()}
        {!isFolded && rows.length > mostOpen && (
          <details>
            <summary>{t(words.showAll, { count: rows.length })}</summary>
            {table()}
          </details>
        )}
      </>
    )
  },
)

interface CommunitiesProps {
  readonly view: View
  readonly rows: readonly CommunityRow[]
  /** Whose ratings the names lead to. */
  readonly cycle: string | undefined
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
      {rows.map(row => communityLine(row, view, cycle))}
    </StackedTable>
  )
}

const communityLine = drawOnce((row: CommunityRow, { t }: View, cycle: string | undefined) => {
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
})
