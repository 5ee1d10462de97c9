import { type Instant, timeOf } from '../shared/time.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Unit } from '../units/unit.ts'
import type { CalendarDay } from './calendar.ts'
import { type Expected, expectedText } from './expecting.ts'
import { levelName, type Meeting, type MeetingLevel } from './meeting.ts'
import { phaseName, phaseOf } from './phase.ts'
import { weekdayCodes, weekdayName } from './weekdays.ts'
import { words } from './words.ts'

interface CalendarProps {
  readonly view: View
  readonly zone: string
  readonly now: Instant
  readonly unit: Unit
  /** `2026-10`. */
  readonly month: string
  readonly before: string
  readonly after: string
  readonly level: MeetingLevel | undefined
  readonly levels: readonly MeetingLevel[]
  readonly begins: number
  readonly days: readonly CalendarDay[]
  /** When the units will meet in this month, where their meetings are not planned yet. */
  readonly expected: Expected
  /** One day with all of its meetings, a page at a time. */
  readonly day: { readonly day: CalendarDay; readonly page: number; readonly pages: number } | undefined
  readonly nameOf: (unit: string) => string
}

/** How many meetings a day shows before it says how many more there are. */
const mostOfDay = 3
export const mostOfList = 50

export function CalendarPage(props: CalendarProps) {
  const { view, zone, now, unit, month, before, after, level, levels, begins, days, day, expected } = props
  const { t } = view
  const at = (change: { month?: string; level?: string; day?: string; page?: number }) => {
    const query = { unit: unit.id, month, ...(level && { level }), ...change }
    return `/meetings/calendar?${new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]))}`
  }
  const empty = days.every(({ meetings }) => meetings.length === 0)
  return (
    <>
      <h1>{t(words.calendarOf, { name: unit.name, month })}</h1>
      <nav aria-label={t(words.calendar)}>
        <ul>
          <li>
            <a href={at({ month: before })}>← {before}</a>
          </li>
          <li>
            <a href={at({ month: after })}>{after} →</a>
          </li>
          {[undefined, ...levels].map(each => (
            <li>
              <a href={at({ level: each ?? '' })} {...(each === level ? { 'aria-current': 'page' } : {})}>
                {each ? t(levelName(each)) : t(words.ownMeetings)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {expected.size > 0 ? (
        <p class="muted">{t(words.notYetInMonth, { days: expectedText(expected, t) })}</p>
      ) : (
        empty && <p class="muted">{t(words.noMeetingsInMonth)}</p>
      )}
      {grid(days, begins, view, zone, at({}), running(days, now))}
      {day && <DayList {...props} listed={day} pageAt={page => at({ day: day.day.date, page })} />}
      <p>
        <a href={`/meetings?unit=${unit.id}`}>{t(words.backToList)}</a>
      </p>
    </>
  )
}

/** The meetings that are on, of those that the weeks show. */
function running(days: readonly CalendarDay[], now: Instant): string {
  const shown = days.flatMap(({ meetings }) => meetings.slice(0, mostOfDay))
  return shown
    .filter(meeting => phaseOf(meeting, now) === 'running')
    .map(({ id }) => id)
    .join(' ')
}

/** A month drawn as weeks; `at` is its own address, `on` the meetings that are on now. */
const grid = drawOnce(
  (days: readonly CalendarDay[], begins: number, view: View, zone: string, at: string, on: string) => (
    <table class="calendar">
      <thead>
        <tr>
          {weekdayCodes.map(code => (
            <th scope="col">{view.t(weekdayName(code))}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(begins, days).map(week => (
          <tr>
            {week.map(each => (
              <td class={each && each.meetings.length > 0 ? '' : 'none'}>
                {each && (
                  <Day
                    view={view}
                    zone={zone}
                    day={each}
                    more={`${at}&day=${each.date}`}
                    on={on.split(' ')}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ),
)

function weeksOf(begins: number, days: readonly CalendarDay[]) {
  const cells = [...Array.from({ length: begins }, () => undefined), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
  )
}

function Day({
  view: { t },
  zone,
  day: { date, kind, meetings },
  more,
  on,
}: Pick<CalendarProps, 'view' | 'zone'> & {
  readonly day: CalendarDay
  readonly more: string
  readonly on: readonly string[]
}) {
  return (
    <>
      <span class={kind === 'holiday' || kind === 'weekend' ? 'muted' : ''}>
        {Number(date.slice(8))}
        {kind === 'holiday' && ` ${t(words.dayOff)}`}
        {kind === 'makeUp' && ` ${t(words.dayWorked)}`}
      </span>
      {meetings.slice(0, mostOfDay).map(meeting => (
        <a class={lookOf(meeting)} href={`/meetings/${meeting.id}`}>
          {timeOf(meeting.starts, zone)} {meeting.title}
          {meeting.status === 'cancelled' && t(words.isCancelled)}
          {on.includes(meeting.id) && t(words.isRunning)}
        </a>
      ))}
      {meetings.length > mostOfDay && (
        <a href={more}>{t(words.moreMeetings, { n: meetings.length - mostOfDay })}</a>
      )}
    </>
  )
}

const lookOf = ({ status }: Meeting) => (status === 'notHeld' ? 'bad' : status === 'cancelled' ? 'muted' : '')

function DayList({
  view: { t },
  zone,
  now,
  nameOf,
  listed: { day, page, pages },
  pageAt,
}: Pick<CalendarProps, 'view' | 'zone' | 'now' | 'nameOf'> & {
  readonly listed: NonNullable<CalendarProps['day']>
  readonly pageAt: (page: number) => string
}) {
  return (
    <>
      <h2>{day.date}</h2>
      <ul>
        {day.meetings
          .slice((page - 1) * mostOfList, page * mostOfList)
          .map(meeting => dayLine(meeting, nameOf(meeting.unit), zone, t(phaseName(phaseOf(meeting, now)))))}
      </ul>
      <Pages t={t} page={page} pages={pages} at={pageAt} />
    </>
  )
}

const dayLine = drawOnce((meeting: Meeting, unit: string, zone: string, phase: string) => (
  <li>
    {timeOf(meeting.starts, zone)} <a href={`/meetings/${meeting.id}`}>{meeting.title}</a> · {unit} · {phase}
  </li>
))

/** The way to the pages before and after. */
export function Pages({
  t,
  page,
  pages,
  at,
}: Pick<View, 't'> & { page: number; pages: number; at: (page: number) => string }) {
  if (pages <= 1) return null
  return (
    <p>
      {page > 1 && <a href={at(page - 1)}>← {t(words.pageBefore)}</a>} {t(words.pageOf, { page, pages })}{' '}
      {page < pages && <a href={at(page + 1)}>{t(words.pageAfter)} →</a>}
    </p>
  )
}
