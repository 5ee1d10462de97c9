import { gradeName } from '../ratings/grades.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { words } from './words.ts'

/** For everyone: the associations whose grade holds today. */
export function NamedPage({
  view: { t },
  rows,
}: {
  view: View
  rows: readonly {
    readonly name: string
    readonly subdistrict: string
    readonly grade: 'qualified' | 'firstClass'
    readonly number: string
    readonly until: string
  }[]
}) {
  const headings = [words.community, words.subdistrict, words.grade, words.number, words.until]
  return (
    <>
      <h1>{t(words.named)}</h1>
      <p class="muted">{t(words.namedHint)}</p>
      {rows.length === 0 ? (
        <p class="empty">{t(words.namedNone)}</p>
      ) : (
        <StackedTable headings={headings.map(word => t(word))}>
          {rows.map(row => (
            <tr>
              <th scope="row">{row.name}</th>
              <td data-label={t(words.subdistrict)}>{row.subdistrict}</td>
              <td data-label={t(words.grade)}>{t(gradeName(row.grade))}</td>
              <td data-label={t(words.number)}>{row.number}</td>
              <td data-label={t(words.until)}>{row.until}</td>
            </tr>
          ))}
        </StackedTable>
      )}
    </>
  )
}
