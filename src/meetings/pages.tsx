import type { View } from '../shared/web/env.ts'
import type { Unit } from '../units/unit.ts'
import type { Listed } from './listing.ts'
import { type Meeting, statusName } from './meeting.ts'
import { policyName } from './policy-text.ts'
import { ruleText } from './rule-text.ts'
import { shiftText, whenText } from './saying.ts'
import type { Series } from './series.ts'
import { words } from './words.ts'
import type { MonthOfYear, MonthState } from './year.ts'

/** A thing that waits for the viewer, with the page where it is done. */
export interface ToDo {
  readonly meeting: Meeting
  readonly kind: 'signIn' | 'report'
}

export interface YearRow {
  readonly unit: Unit
  readonly months: readonly MonthOfYear[]
  /** Whether there is more below to look at. */
  readonly opens: boolean
}

interface OverviewProps {
  readonly view: View
  readonly zone: string
  readonly unit: Unit | undefined
  readonly path: readonly Unit[]
  readonly year: number
  readonly toDo: readonly ToDo[]
  readonly coming: readonly Listed[]
  readonly past: readonly Listed[]
  readonly rows: readonly YearRow[]
  readonly series: readonly Series[]
  readonly mayPlan: boolean
  /** The last year whose holidays are known, where meetings already lie beyond it or soon will. */
  readonly holidaysUntil: number | undefined
}

export function OverviewPage(props: OverviewProps) {
  const { view, zone, unit, path, year, toDo, coming, past, rows, series, mayPlan, holidaysUntil } = props
  const { t } = view
  const nothing = coming.length + past.length === 0
  return (
    <>
      <h1>{t(words.title)}</h1>
      {path.length > 1 && (
        <p>
          {path.map(each => (
            <>
              {each.id === unit?.id ? each.name : <a href={`/meetings?unit=${each.id}`}>{each.name}</a>}{' '}
              {each.id !== unit?.id && '› '}
            </>
          ))}
        </p>
      )}
      {holidaysUntil !== undefined && (
        <p class="notice care">
          {t(words.holidaysUnknown, { year: holidaysUntil + 1, until: holidaysUntil })}
        </p>
      )}
      {toDo.map(({ meeting, kind }) => (
        <p class="notice good">
          {whenText(meeting, zone, t)} {meeting.title}：
          <a href={`/meetings/${meeting.id}`}>{t(kind === 'signIn' ? words.toSignIn : words.toReport)}</a>
        </p>
      ))}
      {nothing && (
        <div class="empty">
          <p>
            <strong>{t(unit?.level === 'community' ? words.noMeetings : words.noMeetingsHere)}</strong>
          </p>
          <p>{t(mayPlan ? words.noMeetingsPlan : words.noMeetingsWait)}</p>
        </div>
      )}
      {mayPlan && (
        <form method="get" action="/meetings/plan" class="actions">
          {unit && <input type="hidden" name="unit" value={unit.id} />}
          <button type="submit">{t(words.planTitle)}</button>
        </form>
      )}
      {unit && !nothing && (
        <p>
          <a href={`/meetings/feeds?unit=${unit.id}`}>{t(words.feedTitle)}</a>
        </p>
      )}
      <MeetingTable view={view} zone={zone} title={t(words.comingTitle)} rows={coming} />
      <YearTable view={view} year={year} unit={unit} rows={rows} />
      <MeetingTable view={view} zone={zone} title={t(words.pastTitle)} rows={past} />
      {series.length > 0 && (
        <>
          <h2>{t(words.seriesTitle)}</h2>
          <ul>
            {series.map(each => (
              <li>
                {each.title}：{ruleText(each.rule, t)} {each.time} · {t(policyName(each.policy))}
                {each.ended ? (
                  <span class="muted"> · {t(words.seriesEnded, { date: each.ended })}</span>
                ) : (
                  mayPlan && (
                    <form method="post" action={`/meetings/series/${each.id}/end`}>
                      <button type="submit" class="secondary">
                        {t(words.endSeries)}
                      </button>
                    </form>
                  )
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function MeetingTable({
  view: { t },
  zone,
  title,
  rows,
}: {
  view: View
  zone: string
  title: string
  rows: readonly Listed[]
}) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{t(words.meeting)}</th>
            <th scope="col">{t(words.when)}</th>
            <th scope="col">{t(words.place)}</th>
            <th scope="col">{t(words.attended)}</th>
            <th scope="col">{t(words.status)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ meeting, tally }) => (
            <tr>
              <th scope="row">
                <a href={`/meetings/${meeting.id}`}>{meeting.title}</a>
              </th>
              <td data-label={t(words.when)}>
                {whenText(meeting, zone, t)}
                {meeting.shift && <small> {shiftText(meeting, zone, t)}</small>}
              </td>
              <td data-label={t(words.place)}>{meeting.place || '–'}</td>
              <td data-label={t(words.attended)}>
                {tally.present} / {tally.expected}
              </td>
              <td data-label={t(words.status)}>
                <StatusBadge view={{ t }} meeting={meeting} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export function StatusBadge({ view: { t }, meeting }: { view: Pick<View, 't'>; meeting: Meeting }) {
  const look = { planned: '', moved: 'warn', held: 'ok', notHeld: 'bad', cancelled: 'muted' }[meeting.status]
  return <span class={`badge ${look}`}>{t(statusName(meeting.status))}</span>
}

const looks: Readonly<Record<MonthState, string>> = {
  held: 'ok',
  late: 'warn',
  missing: 'bad',
  coming: '',
  none: 'muted',
}

/** A strip of months a unit: its letter tells the state, the colour repeats it. */
function YearTable({
  view: { t },
  year,
  unit,
  rows,
}: {
  view: View
  year: number
  unit: Unit | undefined
  rows: readonly YearRow[]
}) {
  if (rows.length === 0) return null
  const at = (other: number) => `/meetings?year=${other}${unit ? `&unit=${unit.id}` : ''}`
  const marks = {
    held: words.markHeld,
    late: words.markLate,
    missing: words.markMissing,
    coming: words.markComing,
    none: words.markNone,
  }
  return (
    <>
      <h2>{t(words.yearTitle, { year })}</h2>
      <p>
        <a href={at(year - 1)}>← {year - 1}</a> · <a href={at(year + 1)}>{year + 1} →</a>
      </p>
      <p>
        <small>{t(words.marks)}</small>
      </p>
      <section class="overflow-auto" aria-label={t(words.yearTitle, { year })} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(words.unit)}</th>
              {(rows[0]?.months ?? []).map(({ month }) => (
                <th scope="col">{Number(month.slice(5))}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                <th scope="row" class="nowrap">
                  {row.opens ? <a href={`/meetings?unit=${row.unit.id}`}>{row.unit.name}</a> : row.unit.name}
                </th>
                {row.months.map(({ state, meeting }) => (
                  <td class={looks[state]}>
                    {meeting ? <a href={`/meetings/${meeting.id}`}>{t(marks[state])}</a> : t(marks[state])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
