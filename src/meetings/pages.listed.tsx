import type { Instant } from '../shared/time.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Listed } from './listing.ts'
import type { Meeting } from './meeting.ts'
import { type Phase, phaseName, phaseOf } from './phase.ts'
import { shiftText, whenText } from './saying.ts'
import type { Tally } from './tally.ts'
import { words } from './words.ts'

interface MeetingTableProps {
  readonly view: View
  readonly zone: string
  readonly now: Instant
  readonly title: string
  readonly rows: readonly Listed[]
}

export function MeetingTable({ view, zone, now, title, rows }: MeetingTableProps) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <table class="stack">
        {head(view)}
        <tbody>
          {rows.map(({ meeting, tally }) => line(meeting, tally, phaseOf(meeting, now), view, zone))}
        </tbody>
      </table>
    </>
  )
}

const head = drawOnce(({ t }: View) => (
  <thead>
    <tr>
      <th scope="col">{t(words.meeting)}</th>
      <th scope="col">{t(words.when)}</th>
      <th scope="col">{t(words.place)}</th>
      <th scope="col">{t(words.attended)}</th>
      <th scope="col">{t(words.status)}</th>
    </tr>
  </thead>
))

const line = drawOnce((meeting: Meeting, tally: Tally, phase: Phase, view: View, zone: string) => {
  const { t } = view
  return (
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
        <PhaseBadge view={view} phase={phase} />
      </td>
    </tr>
  )
})

const looks: Readonly<Record<Phase, '' | 'ok' | 'warn' | 'bad' | 'muted'>> = {
  planned: '',
  moved: 'warn',
  running: 'ok',
  unreported: 'warn',
  held: 'ok',
  notHeld: 'bad',
  cancelled: 'muted',
}

export function PhaseBadge({ view: { t }, phase }: { view: Pick<View, 't'>; phase: Phase }) {
  return <span class={`badge ${looks[phase]}`}>{t(phaseName(phase))}</span>
}
