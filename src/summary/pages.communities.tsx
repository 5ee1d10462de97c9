import { percent } from '../shared/percent.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { gradeText, statusText } from './figures-text.ts'
import { gapPieces, type PartTitle } from './gap-text.ts'
import { GapList } from './pages.gap.tsx'
import type { CommunityRow } from './summary.ts'
import { words } from './words.ts'

/** More lines than these are opened by whoever wants them: on a phone they are very long. */
const mostOpen = 30

/** Every community's grade, score, gap and satisfaction; folded where subdistricts lead to them. */
export const communitySection = drawOnce(
  (
    rows: readonly CommunityRow[],
    view: View,
    cycle: string | undefined,
    partTitle: PartTitle,
    isFolded: boolean,
  ) => {
    const { t } = view
    const table = () => <CommunityTable {...{ view, rows, cycle, partTitle }} />
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
  readonly partTitle: PartTitle
}

function CommunityTable({ view, rows, cycle, partTitle }: CommunitiesProps) {
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
      {rows.map(row => communityLine(row, view, cycle, partTitle))}
    </StackedTable>
  )
}

const communityLine = drawOnce(
  (row: CommunityRow, view: View, cycle: string | undefined, partTitle: PartTitle) => {
    const { t } = view
    const path = cycle && `/ratings/${cycle}/${row.code}`
    const pieces = gapPieces(row, partTitle, t)
    const grade = gradeText(row.grade)
    const projected = gradeText(row.projected)
    const { satisfaction } = row
    return (
      <tr>
        <th scope="row">{path ? <a href={path}>{row.name}</a> : row.name}</th>
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
        <td data-label={t(words.short)}>
          <span>{pieces.length > 0 ? <GapList {...{ view, pieces, path }} /> : '–'}</span>
        </td>
        <td class="num" data-label={t(words.rate)}>
          {satisfaction ? `${percent(satisfaction.rate)} (${satisfaction.valid})` : '–'}
        </td>
        <td data-label={t(words.verdict)}>{satisfaction ? t(statusText(satisfaction.verdict)) : '–'}</td>
      </tr>
    )
  },
)
