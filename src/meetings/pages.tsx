import type { AssessmentYear } from '../shared/assessment-year.ts'
import { punctuation } from '../shared/punctuation.ts'
import { dateOf, type Instant } from '../shared/time.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Unit } from '../units/unit.ts'
import { type Expected, expectedText } from './expecting.ts'
import type { Listed } from './listing.ts'
import { levelName, type MeetingLevel, meetingLevels } from './meeting.ts'
import type { NextStep } from './next-step.ts'
import { Pages } from './pages.calendar.tsx'
import { MeetingTable } from './pages.listed.tsx'
import { SeriesTable } from './pages.series.tsx'
import { StripLegend, stripRow } from './pages.strip.tsx'
import { whenText } from './saying.ts'
import type { Series } from './series.ts'
import { standards } from './standards-file.ts'
import type { ToDo } from './waiting.ts'
import { words } from './words.ts'
import type { MonthOfYear } from './year.ts'

export interface YearRow {
  readonly unit: Unit
  readonly months: readonly MonthOfYear[]
}

interface OverviewProps {
  readonly view: View
  readonly zone: string
  readonly unit: Unit | undefined
  readonly path: readonly Unit[]
  readonly now: Instant
  readonly year: AssessmentYear
  readonly toDo: readonly ToDo[]
  readonly coming: readonly Listed[]
  readonly past: readonly Listed[]
  readonly rows: readonly YearRow[]
  /** Which page of the rows, of how many. */
  readonly at: number
  readonly pages: number
  /** The level of the rows below the unit, where there is a choice. */
  readonly level: MeetingLevel | undefined
  readonly levels: readonly MeetingLevel[]
  readonly next: NextStep | undefined
  /** When the unit itself will meet in the year, planned or not. */
  readonly expected: Expected
  readonly series: readonly Series[]
  readonly mayPlan: boolean
  readonly mayImport: boolean
  /** The last year whose holidays are known, where meetings already lie beyond it or soon will. */
  readonly holidaysUntil: number | undefined
}

export function OverviewPage(props: OverviewProps) {
  const { view, zone, now, unit, path, toDo, coming, past, series, mayPlan, mayImport, holidaysUntil } = props
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
          {t(punctuation.gap)}
          {mayImport && <a href="/meetings/holidays">{t(words.importHolidays)}</a>}
        </p>
      )}
      {toDo.map(({ meeting, kind }) => (
        <p class="notice good">
          {whenText(meeting, zone, t)} {meeting.title}
          {t(punctuation.colon)}
          <a href={`/meetings/${meeting.id}`}>{t(kind === 'signIn' ? words.toSignIn : words.toReport)}</a>
        </p>
      ))}
      <Next {...props} />
      {nothing && (
        <div class="empty">
          <p>
            <strong>{t(unit?.level === 'community' ? words.noMeetings : words.noMeetingsHere)}</strong>
          </p>
          <p>{t(mayPlan ? words.noMeetingsPlan : words.noMeetingsWait)}</p>
        </div>
      )}
      {unit && actions(unit, view, props.year.id, mayPlan, mayImport)}
      <MeetingTable {...{ view, zone, now }} title={t(words.comingTitle)} rows={coming} />
      <YearStrips {...props} />
      <MeetingTable {...{ view, zone, now }} title={t(words.pastTitle)} rows={past} />
      <SeriesTable view={view} series={series} mayPlan={mayPlan} />
    </>
  )
}

/** What can be done and looked at from here. */
const actions = drawOnce((unit: Unit, { t }: View, year: string, mayPlan: boolean, mayImport: boolean) => {
  const of = `?unit=${unit.id}`
  return (
    <>
      {mayPlan && (
        <div class="actions">
          <a class="button" href={`/meetings/plan${of}`}>
            {t(words.planTitle)}
          </a>
          <a class="button secondary" href={`/meetings/extra${of}`}>
            {t(words.extraTitle)}
          </a>
        </div>
      )}
      <p>
        <a href={`/meetings/calendar${of}`}>{t(words.calendar)}</a> ·{' '}
        <a href={`/meetings/feeds${of}`}>{t(words.feedTitle)}</a> ·{' '}
        <a href={`/inspections/figures?year=${year}`}>{t(words.figuresTitle)}</a>
        {mayImport && (
          <>
            {' '}
            · <a href="/meetings/holidays">{t(words.importHolidays)}</a>
          </>
        )}
      </p>
    </>
  )
})

/** A strip of months a unit, a page of them at a time. */
function YearStrips({ view, year, unit, rows, at, pages, level, levels, expected }: OverviewProps) {
  const { t } = view
  if (!unit || rows.length === 0) return null
  const link = yearLink(unit.id, Number(year.id), level)
  const own = rows[0]?.months.filter(({ state }) => state === 'unplanned') ?? []
  const unplanned = new Map(own.map(({ month }) => [month, expected.get(month) ?? []]))
  return (
    <>
      {yearHead(unit, view, year, level, levels.length > 1 ? levels.join(' ') : '')}
      <ul class="plain strips">{rows.map(row => stripRow(view, row.unit, row.months))}</ul>
      {unplanned.size > 0 && (
        <p class="muted">{t(words.unplannedOf, { name: unit.name, days: expectedText(unplanned, t) })}</p>
      )}
      <Pages t={t} page={at} pages={pages} at={page => link({ page })} />
    </>
  )
}

/** The way to another year, level or page of the same unit. */
function yearLink(unit: string, year: number, level: MeetingLevel | undefined) {
  return (change: { year?: number; page?: number; level?: MeetingLevel }) => {
    const query = { unit, year, ...(level && { level }), ...change }
    return `/meetings?${new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]))}`
  }
}

/** What stands above the strips; `levels` are those between which there is a choice. */
const yearHead = drawOnce(
  (unit: Unit, view: View, of: AssessmentYear, level: MeetingLevel | undefined, levels: string) => {
    const { t } = view
    const year = Number(of.id)
    const link = yearLink(unit.id, year, level)
    const choice = meetingLevels.filter(each => levels.split(' ').includes(each))
    return (
      <>
        <h2>{t(words.yearTitle, { year })}</h2>
        <p class="muted">
          {t(words.yearMonths, { first: of.months[0] ?? '', last: of.months.at(-1) ?? '' })}
        </p>
        <p>
          <a href={link({ year: year - 1 })}>← {year - 1}</a> ·{' '}
          <a href={link({ year: year + 1 })}>{year + 1} →</a>
          {choice.map(each => (
            <>
              {' · '}
              <a href={link({ level: each })} {...(each === level ? { 'aria-current': 'true' } : {})}>
                {t(levelName(each))}
              </a>
            </>
          ))}
        </p>
        <StripLegend view={view} />
        <p>
          <small>
            {t(words.lateHint)}
            {t(punctuation.gap)}
            {t(words.unplannedHint, { days: standards.planning.horizonDays })}
          </small>
        </p>
      </>
    )
  },
)

/** The next thing to do for who convenes the unit's meetings. */
function Next({ view: { t }, zone, unit, next }: OverviewProps) {
  if (!next || !unit) return null
  if (next.kind === 'plan') {
    const { above, until } = next
    return (
      <p class="notice care">
        <strong>{t(words.nextTitle)}</strong>
        {t(punctuation.colon)}
        {t(words.nextPlan, { title: above.title, day: dateOf(above.starts, zone).slice(5), until })}
        {t(punctuation.gap)}
        <a href={`/meetings/extra?unit=${unit.id}&date=${until}`}>{t(words.toPlan)}</a>
      </p>
    )
  }
  const what = { report: words.nextReport, conclude: words.nextConclude, minutes: words.nextMinutes }[
    next.kind
  ]
  return (
    <p class="notice care">
      <strong>{t(words.nextTitle)}</strong>
      {t(punctuation.colon)}
      {whenText(next.meeting, zone, t)} {next.meeting.title}
      {t(punctuation.colon)}
      <a href={`/meetings/${next.meeting.id}`}>{t(what)}</a>
    </p>
  )
}
