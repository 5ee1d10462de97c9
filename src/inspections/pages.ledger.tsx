import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { bandLook } from './inspection.ts'
import {
  type InspectedRow,
  type InspectionReport,
  type LedgerRow,
  ledgerCells,
  ledgerHeadings,
} from './ledger.ts'
import { Pages, type ReportFrame, ReportHead } from './pages.report.tsx'
import { bandName, bands } from './sheet.ts'
import { words } from './words.ts'

interface LedgerProps extends ReportFrame {
  readonly view: View
  /** Of the units on this page. */
  readonly report: InspectionReport
  /** How many of all units of the level were inspected in the year. */
  readonly covered: { readonly inspected: number; readonly of: number }
}

/** R6: who was inspected and what came of it. */
export function LedgerPage(props: LedgerProps) {
  const { view, report, covered } = props
  const { t } = view
  return (
    <>
      <ReportHead {...props} title={t(words.ledgerTitle)} path="/inspections/ledger" />
      <p>{t(words.covered, covered)}</p>
      <UnitTable view={view} rows={report.units} />
      {report.ledger.length > 0 && <InspectionTable view={view} rows={report.ledger} />}
      <Pages {...props} path="/inspections/ledger" />
    </>
  )
}

/** What the files have in columns of their own stands together here, so that a phone shows a unit at a glance. */
function UnitTable({ view: { t }, rows }: { view: View; rows: readonly InspectedRow[] }) {
  const headings = [
    t(words.inspectedCount),
    t(words.last),
    t(words.quality),
    bands.map(band => t(bandName(band))).join(' / '),
    [words.faults, words.closedCount, words.overdueCount].map(text => t(text)).join(' / '),
    t(words.replies),
    t(words.rechecksColumn),
  ]
  return (
    <StackedTable headings={[t(words.unit), ...headings.map(num)]}>
      {rows.map(row => (
        <tr>
          <th scope="row">{row.unit.name}</th>
          {cellsOf(row).map((cell, at) => (
            <td class="num" data-label={headings[at]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </StackedTable>
  )
}

/** Of a unit that was not inspected only that is told. */
function cellsOf(row: InspectedRow): readonly (string | number)[] {
  const { inspected, last, mean, byBand, found, closed, overdue, replied, passed, notPassed } = row
  if (inspected === 0) return [0, '–', '–', '–', '–', '–', '–']
  return [
    ...[inspected, last ?? '–', mean ?? '–', bands.map(band => byBand[band]).join(' / ')],
    ...[`${found} / ${closed} / ${overdue}`, replied, `${passed} / ${notPassed}`],
  ]
}

/** Each inspection without its lines of the sheet, which the files have. */
function InspectionTable({ view: { t }, rows }: { view: View; rows: readonly LedgerRow[] }) {
  const headings = ledgerHeadings({ lines: [] }, t)
  return (
    <>
      <h2>{t(words.eachInspection)}</h2>
      <StackedTable headings={headings}>
        {rows.map(row => {
          const cells = ledgerCells(row, { lines: [] }, t)
          return (
            <tr>
              <th scope="row">{row.unit.name}</th>
              <td data-label={headings[1]}>
                <a href={`/inspections/${row.inspection.id}`}>{row.inspection.title}</a>
              </td>
              {cells.slice(2, 6).map((cell, at) => (
                <td data-label={headings[at + 2]}>{cell}</td>
              ))}
              <td data-label={headings[6]}>
                <span class={`badge ${bandLook(row.band)}`}>{t(bandName(row.band))}</span>
              </td>
              {cells.slice(7).map((cell, at) => (
                <td data-label={headings[at + 7]}>{cell}</td>
              ))}
            </tr>
          )
        })}
      </StackedTable>
    </>
  )
}
