import { levelName, type MeetingLevel } from '../meetings/meeting.ts'
import type { View } from '../shared/web/env.ts'
import { type ReportRow, reportHeadings } from './report.ts'
import { words } from './words.ts'

interface ReportProps {
  readonly view: View
  readonly rows: readonly ReportRow[]
  readonly level: MeetingLevel | undefined
  readonly levels: readonly MeetingLevel[]
  readonly year: number
  readonly page: number
  readonly pages: number
}

export function ReportPage({ view: { t }, rows, level, levels, year, page, pages }: ReportProps) {
  const headings = reportHeadings(t)
  const link = (ending: string, change: { year?: number; level?: MeetingLevel; page?: number } = {}) => {
    const query = Object.entries({ year, ...(level && { level }), ...change })
    return `/inspections/figures${ending}?${query.map(([key, value]) => `${key}=${value}`).join('&')}`
  }
  return (
    <>
      <h1>
        {t(words.reportTitle)} {year}
      </h1>
      <p>
        <a href={link('', { year: year - 1 })}>← {year - 1}</a> ·{' '}
        <a href={link('', { year: year + 1 })}>{year + 1} →</a>
        {levels.map(each => (
          <>
            {' · '}
            <a href={link('', { level: each })} {...(each === level ? { 'aria-current': 'true' } : {})}>
              {t(levelName(each))}
            </a>
          </>
        ))}
      </p>
      <p>
        <small>{t(words.reportHint)}</small>
      </p>
      <p class="actions">
        <a class="button secondary" href={link('.xlsx')}>
          XLSX
        </a>
        <a class="button secondary" href={link('.csv')}>
          CSV
        </a>
      </p>
      <table class="stack">
        <thead>
          <tr>
            {headings.map(heading => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const [, ...labels] = headings
            return (
              <tr>
                <th scope="row">
                  <a href={`/meetings?unit=${row.unit.id}&year=${year}`}>{row.unit.name}</a>
                </th>
                {cellTexts(row).map((text, at) => (
                  <td class="num" data-label={labels[at]}>
                    {text}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {pages > 1 && (
        <p>
          {page > 1 && <a href={link('', { page: page - 1 })}>←</a>} {page} / {pages}{' '}
          {page < pages && <a href={link('', { page: page + 1 })}>→</a>}
        </p>
      )}
    </>
  )
}

function cellTexts(row: ReportRow): readonly string[] {
  const share = (value: number | undefined) =>
    value === undefined ? '–' : `${(Math.floor(value * 1000) / 10).toFixed(1)}%`
  const {
    due,
    held,
    onTime,
    completeness,
    timeliness,
    attendance,
    inspected,
    quality,
    made,
    closed,
    overdue,
  } = row
  return [
    ...[String(due), String(held), String(onTime), share(completeness), share(timeliness), share(attendance)],
    ...[String(inspected), quality === undefined ? '–' : String(quality)],
    ...[String(made), String(closed), String(overdue)],
  ]
}
