import { levelName, type MeetingLevel } from '../meetings/meeting.ts'
import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { type ReportRow, reportHeadings } from './report.ts'
import { words } from './words.ts'

/** What both reports say above their table: which assessment year, which level, which page. */
export interface ReportFrame {
  readonly level: MeetingLevel | undefined
  readonly levels: readonly MeetingLevel[]
  readonly year: AssessmentYear
  readonly page: number
  readonly pages: number
}

interface ReportProps extends ReportFrame {
  readonly view: View
  readonly rows: readonly ReportRow[]
}

type FrameProps = ReportFrame & { readonly view: View; readonly path: string }

const linkOf =
  ({ path, year, level }: Pick<FrameProps, 'path' | 'year' | 'level'>) =>
  (ending: string, change: { year?: number; level?: MeetingLevel; page?: number } = {}) => {
    const query = Object.entries({ year: year.id, ...(level && { level }), ...change })
    return `${path}${ending}?${query.map(([key, value]) => `${key}=${value}`).join('&')}`
  }

/** The title with its year, the years and levels beside it, and the files. */
export function ReportHead(props: FrameProps & { readonly title: string }) {
  const { t } = props.view
  const { year, level, levels, title } = props
  const link = linkOf(props)
  const at = Number(year.id)
  return (
    <>
      <h1>
        {title} {t(words.yearName, { year: year.id })}
      </h1>
      <p class="muted">{t(words.yearDays, { starts: year.starts, ends: year.ends })}</p>
      <p>
        <a href={link('', { year: at - 1 })}>← {at - 1}</a> ·{' '}
        <a href={link('', { year: at + 1 })}>{at + 1} →</a>
        {levels.map(each => (
          <>
            {' · '}
            <a href={link('', { level: each })} {...(each === level ? { 'aria-current': 'true' } : {})}>
              {t(levelName(each))}
            </a>
          </>
        ))}
      </p>
      <p class="actions">
        <a class="button secondary" href={link('.xlsx')}>
          XLSX
        </a>
        <a class="button secondary" href={link('.csv')}>
          CSV
        </a>
      </p>
    </>
  )
}

export function Pages(props: FrameProps) {
  const { page, pages } = props
  const link = linkOf(props)
  if (pages <= 1) return null
  return (
    <p>
      {page > 1 && <a href={link('', { page: page - 1 })}>←</a>} {page} / {pages}{' '}
      {page < pages && <a href={link('', { page: page + 1 })}>→</a>}
    </p>
  )
}

/** R5: a line a unit. */
export function ReportPage(props: ReportProps) {
  const { view, rows } = props
  const { t } = view
  const path = '/inspections/figures'
  const [first = '', ...headings] = reportHeadings(t)
  return (
    <>
      <ReportHead {...props} title={t(words.reportTitle)} path={path} />
      <p>
        <small>{t(words.reportHint)}</small>
      </p>
      <StackedTable headings={[first, ...headings.map(num)]}>
        {rows.map(row => (
          <tr>
            <th scope="row">
              <a href={`/meetings?unit=${row.unit.id}&year=${props.year.id}`}>{row.unit.name}</a>
            </th>
            {cellTexts(row).map((text, at) => (
              <td class="num" data-label={headings[at]}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </StackedTable>
      <Pages {...props} path={path} />
    </>
  )
}

function cellTexts(row: ReportRow): readonly string[] {
  const share = (value: number | undefined) =>
    value === undefined ? '–' : `${(Math.floor(value * 1000) / 10).toFixed(1)}%`
  const { due, held, onTime, completeness, timeliness, attendance, inspected, quality, made, closed } = row
  return [
    ...[String(due), String(held), String(onTime), share(completeness), share(timeliness), share(attendance)],
    ...[String(inspected), quality === undefined ? '–' : String(quality)],
    ...[String(made), String(closed), String(row.overdue)],
  ]
}
