import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, Field } from '../shared/web/form.tsx'
import { attendanceKinds, kindName, leaveKinds, leaveName } from './attendance.ts'
import type { Board } from './board.ts'
import { isComing, type Meeting, signInOpens, statusName } from './meeting.ts'
import type { MeetingProps } from './meeting-props.ts'
import { MeetingFiles } from './pages.files.tsx'
import { LinkedAgenda } from './pages.linked.tsx'
import { Minutes } from './pages.minutes.tsx'
import { StatusBadge } from './pages.tsx'
import { momentText, shiftText, whenText } from './saying.ts'
import { words } from './words.ts'

export function MeetingPage(props: MeetingProps) {
  const { view, zone, meeting, board, own, may, faults } = props
  const { t } = view
  return (
    <>
      <h1>{meeting.title}</h1>
      <p>
        <StatusBadge view={view} meeting={meeting} /> {whenText(meeting, zone, t)}
        {meeting.place && ` · ${meeting.place}`} · {t(words.countsFor, { month: meeting.month })}
      </p>
      {meeting.shift && <p>{t(words.shifted, { why: shiftText(meeting, zone, t) })}</p>}
      {meeting.unsure && <p class="notice care">{t(words.unsure, { year: meeting.ruleDate.slice(0, 4) })}</p>}
      <FaultList view={view} faults={faults} />
      {own && <p class="notice good">{t(words.yourState, { state: own })}</p>}
      {may.signIn && (
        <form method="post" action={`/meetings/${meeting.id}/sign-in`}>
          <button type="submit">{t(words.signInButton)}</button>
        </form>
      )}
      {may.excuse && !may.signIn && (
        <p>{t(words.opensAt, { opens: momentText(signInOpens(meeting), zone, t) })}</p>
      )}
      {may.excuse && <ExcuseForms view={view} meeting={meeting} />}
      <section id="board" aria-live="polite" data-live={`/meetings/${meeting.id}/live`}>
        <BoardView view={view} meeting={meeting} board={board} seeNames={may.seeNames} />
      </section>
      <script src="/live.js" defer></script>
      {meeting.report && <ReportView view={view} zone={zone} meeting={meeting} nameOf={props.nameOf} />}
      {may.convene && (
        <p class="actions">
          {meeting.level !== 'community' && isComing(meeting) && (
            <a class="button secondary" href={`/meetings/${meeting.id}/room`}>
              {t(words.roomScreen)}
            </a>
          )}
          <a class="button secondary" href={`/meetings/${meeting.id}/sheet`}>
            {t(words.sheet)}
          </a>
        </p>
      )}
      {may.convene && <ConvenerForms {...props} />}
      {may.correct && meeting.level !== 'community' && <CorrectionForm {...props} />}
      <LinkedAgenda {...props} />
      <Minutes {...props} />
      <MeetingFiles {...props} />
      {may.inspect && (
        <p class="actions">
          <a class="button secondary" href={`/inspections/${meeting.id}`}>
            {t(words.toInspection)}
          </a>
        </p>
      )}
      {meeting.changes.length > 0 && (
        <>
          <h2>{t(words.changesTitle)}</h2>
          <ol>
            {meeting.changes.map(change => (
              <li>
                {momentText(change.at, zone, t)} · {props.nameOf(change.by)} ·{' '}
                {t(statusName(change.from.status))} {momentText(change.from.starts, zone, t)} →
                {change.reason && ` ${change.reason}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <p>
        <a href={`/meetings?unit=${meeting.unit}`}>{t(words.backToList)}</a>
      </p>
    </>
  )
}

/** Before the meeting is over, how many must come; that nobody has come yet is no fault. */
function Quorum({ t, tally, coming }: Pick<View, 't'> & { tally: Board['tally']; coming: boolean }) {
  const { quorate, quorum } = tally
  if (quorate || !coming) {
    return (
      <>
        <div class={`figure ${quorate ? 'ok' : 'warn'}`}>{quorate ? '✓' : '–'}</div>
        {t(quorate ? words.quorate : words.notQuorate)}
      </>
    )
  }
  return (
    <>
      <div class="figure">{quorum}</div>
      {t(words.quorumIs)}
    </>
  )
}

/** The part that is replaced while people sign in. */
export function BoardView({
  view: { t },
  meeting,
  board,
  seeNames,
}: {
  view: Pick<View, 't'>
  meeting: Meeting
  board: Board
  seeNames: boolean
}) {
  const { tally, rows, vacant } = board
  return (
    <>
      <h2>{t(words.attendanceTitle)}</h2>
      <div class="cards">
        <article>
          <div class="figure">
            {tally.present} / {tally.expected}
          </div>
          {t(words.attended)}
        </article>
        {meeting.level !== 'community' && (
          <article>
            <div class="figure">{tally.missing}</div>
            {t(words.missingNow)}
          </article>
        )}
        <article>
          <Quorum {...{ t, tally, coming: isComing(meeting) }} />
        </article>
      </div>
      {seeNames && rows.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{t(words.unit)}</th>
              <th scope="col">{t(words.person)}</th>
              <th scope="col">{t(words.stateLabel)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                <th scope="row">{row.unit}</th>
                <td data-label={t(words.person)}>{row.names}</td>
                <td data-label={t(words.stateLabel)} class={row.look}>
                  {row.state}
                  {row.corrected && <small> {t(words.correctedMark, { reason: row.corrected })}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {seeNames && vacant.length > 0 && (
        <p class="muted">
          {t(words.vacantUnits, { names: vacant.map(unit => unit.name).join(t(words.comma)) })}
        </p>
      )}
    </>
  )
}

function ExcuseForms({ view, meeting }: { view: View; meeting: Meeting }) {
  const { t } = view
  const at = `/meetings/${meeting.id}`
  return (
    <details>
      <summary>{t(words.cannotCome)}</summary>
      <form method="post" action={`${at}/leave`}>
        <Choice
          view={view}
          name="leave"
          label={t(words.leaveKind)}
          hint={t(words.leaveHint)}
          options={leaveKinds.map(kind => [kind, t(leaveName(kind))] as const)}
        />
        <button type="submit" class="secondary">
          {t(words.leave)}
        </button>
      </form>
      <form method="post" action={`${at}/deputy`}>
        <Field view={view} name="post" label={t(words.deputyPost)} hint={t(words.deputyHint)} />
        <button type="submit" class="secondary">
          {t(words.deputy)}
        </button>
      </form>
    </details>
  )
}

function ReportView({
  view: { t },
  zone,
  meeting,
  nameOf,
}: Pick<MeetingProps, 'view' | 'zone' | 'meeting' | 'nameOf'>) {
  const { report } = meeting
  if (!report) return null
  return (
    <>
      <h2>{t(words.reportTitle)}</h2>
      <p>
        {t(words.reportLine, { present: report.present })}
        {report.missing !== undefined && t(words.missingSaid, { missing: report.missing })} ·{' '}
        {nameOf(report.by)} · {momentText(report.at, zone, t)}
        {report.photo && ` · ${t(words.photoThere)}`}
      </p>
      {report.unresolved && (
        <p>
          <strong>{t(words.unresolved)}</strong>：{report.unresolved}
        </p>
      )}
    </>
  )
}

function ConvenerForms({ view, meeting, over, typed, faults }: MeetingProps) {
  const { t } = view
  const at = `/meetings/${meeting.id}`
  const given = { view, ...(typed && { typed }), ...(faults && { faults }) }
  const community = meeting.level === 'community'
  return (
    <>
      {community && over && (isComing(meeting) || meeting.status === 'held') && (
        <>
          <h2>{t(meeting.report ? words.reportAgain : words.reportTitle)}</h2>
          <form method="post" action={`${at}/report`}>
            <Field {...given} name="present" type="number" label={t(words.howMany)} />
            <Field {...given} name="missing" type="number" label={t(words.howManyMissing)} optional />
            <Field {...given} name="unresolved" label={t(words.unresolved)} optional />
            <button type="submit">{t(words.reportSend)}</button>
          </form>
        </>
      )}
      {isComing(meeting) && (
        <details open={faults !== undefined}>
          <summary>{t(words.changeTitle)}</summary>
          <form method="post" action={`${at}/move`}>
            <Field {...given} name="date" type="date" label={t(words.newDate)} />
            <Field {...given} name="time" type="time" label={t(words.time)} />
            <Field {...given} name="reason" label={t(words.reason)} />
            <button type="submit" class="secondary">
              {t(words.moveButton)}
            </button>
          </form>
          <form method="post" action={`${at}/${over ? 'not-held' : 'cancel'}`}>
            <Field view={view} name="why" label={t(words.reason)} />
            <button type="submit" class="secondary">
              {t(over ? words.notHeldButton : words.cancelButton)}
            </button>
          </form>
        </details>
      )}
    </>
  )
}

function CorrectionForm({ view, meeting, board, typed, faults }: MeetingProps) {
  const { t } = view
  if (board.persons.length === 0) return null
  const given = { view, ...(typed && { typed }), ...(faults && { faults }) }
  return (
    <details>
      <summary>{t(words.correctTitle)}</summary>
      <form method="post" action={`/meetings/${meeting.id}/correct`}>
        <Choice
          {...given}
          name="person"
          label={t(words.person)}
          options={board.persons.map(({ id, name }) => [id, name] as const)}
        />
        <Choice
          {...given}
          name="kind"
          label={t(words.stateLabel)}
          options={attendanceKinds.map(kind => [kind, t(kindName(kind))] as const)}
        />
        <Field {...given} name="deputyPost" label={t(words.deputyPost)} hint={t(words.deputyHint)} optional />
        <Field {...given} name="because" label={t(words.reason)} hint={t(words.correctHint)} />
        <button type="submit" class="secondary">
          {t(words.correctButton)}
        </button>
      </form>
    </details>
  )
}
