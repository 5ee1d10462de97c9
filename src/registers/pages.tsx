import { punctuation } from '../shared/punctuation.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { guaranteeClass, Rows, type RowsProps } from './pages.rows.tsx'
import type { SubdistrictTotals } from './totals.ts'
import { guaranteeStateName, words } from './words.ts'

interface YearProps extends RowsProps {
  readonly years: readonly string[]
  /** For whoever sees several subdistricts: one line each; the associations of one come after choosing it. */
  readonly subdistricts: readonly SubdistrictTotals[]
  readonly query: string
}

export function YearPage(props: YearProps) {
  const { view, year, years, subdistricts, rows, query } = props
  const { t } = view
  return (
    <>
      <h1>{t(words.yearTitle, { year: year.id })}</h1>
      <p class="muted">
        {t(words.yearDays, { starts: year.starts, ends: year.ends })} · {t(words.intro)}
      </p>
      {subdistricts.length > 0 && <Totals {...props} />}
      {rows.length > 0 && <Rows {...props} />}
      <p class="actions">
        <a class="button" href={`/registers/${year.id}/import`}>
          {t(words.import)}
        </a>
        <a class="button secondary" href={`/registers/${year.id}/register.xlsx${query}`}>
          {t(words.download)} XLSX
        </a>
        <a class="button secondary" href={`/registers/${year.id}/register.csv${query}`}>
          {t(words.download)} CSV
        </a>
      </p>
      <p class="actions">
        <a href={`/registers/${year.id}/groups/import`}>{t(words.importGroups)}</a>
        <a href={`/registers/${year.id}/groups.xlsx${query}`}>{t(words.downloadGroups)} XLSX</a>
        <a href={`/registers/${year.id}/groups.csv${query}`}>{t(words.downloadGroups)} CSV</a>
      </p>
      <p class="actions">
        <a href={`/registers/${year.id}/months/import`}>{t(words.importMonths)}</a>
        <a href={`/registers/${year.id}/months.xlsx${query}`}>{t(words.downloadMonths)} XLSX</a>
        <a href={`/registers/${year.id}/months.csv${query}`}>{t(words.downloadMonths)} CSV</a>
      </p>
      {years.length > 0 && (
        <p>
          {t(words.otherYears)}
          {t(punctuation.colon)}
          {years.map(id => (
            <>
              <a href={`/registers/${id}`}>{id}</a>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}

function Totals({ view: { t }, year, subdistricts }: YearProps) {
  const numbers = [words.funds, words.rewards, words.notYet, words.toConfirm]
  return (
    <StackedTable headings={[t(words.unit), t(words.cadre), ...numbers.map(word => num(t(word)))]}>
      {subdistricts.map(row => (
        <tr>
          <th scope="row">
            <a href={`/registers/${year.id}?unit=${row.unit.id}`}>{row.unit.name}</a>
          </th>
          <td data-label={t(words.cadre)}>
            <a class={guaranteeClass(row.cadre)} href={`/registers/${year.id}/${row.unit.id}`}>
              {t(guaranteeStateName(row.cadre))}
            </a>
          </td>
          {[row.funds, row.rewards].map((n, at) => (
            <td class="num" data-label={t(at === 0 ? words.funds : words.rewards)}>
              {n}/{row.communities}
            </td>
          ))}
          <td class="num" data-label={t(words.notYet)}>
            {row.communities - row.entered}
          </td>
          <td class="num" data-label={t(words.toConfirm)}>
            {row.toConfirm}
          </td>
        </tr>
      ))}
    </StackedTable>
  )
}
