import { punctuation } from '../shared/punctuation.ts'
import { FaultList, Field } from '../shared/web/form.tsx'
import type { Text } from '../shared/words.ts'
import type { Following } from './following.ts'
import { isComing, signInOpens, statusName } from './meeting.ts'
import type { MeetingProps } from './meeting-props.ts'
import { CorrectionForm, ExcuseForms, PendingLeave } from './pages.attendance.tsx'
import { BoardView } from './pages.board.tsx'
import { MeetingFiles } from './pages.files.tsx'
import { LinkedAgenda } from './pages.linked.tsx'
import { PhaseBadge } from './pages.listed.tsx'
import { Minutes } from './pages.minutes.tsx'
import { Urging } from './pages.urging.tsx'
import { momentText, reasonText, shiftText, whenText } from './saying.ts'
import { words } from './words.ts'

export function MeetingPage(props: MeetingProps) {
  const { view, zone, meeting, phase, board, own, may, following, faults } = props
  const { t } = view
  return (
    <>
      <h1>{meeting.title}</h1>
      <p>
        <PhaseBadge view={view} phase={phase} /> {whenText(meeting, zone, t)}
        {meeting.place && ` · ${meeting.place}`} · {t(words.countsFor, { month: meeting.month })}
      </p>
      {meeting.shift && <p>{t(words.shifted, { why: shiftText(meeting, zone, t) })}</p>}
      {following && (
        <p class={following.isLate ? 'warn' : ''}>
          {t(followingText(following), {
            title: following.above.title,
            day: momentText(following.above.starts, zone, t).slice(5, 10),
            days: Math.abs(following.days),
            within: t(following.until ? words.withinWorkdays : words.withinDays, {
              n: following.within,
              until: following.until?.slice(5) ?? '',
            }),
          })}
        </p>
      )}
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
      {may.leaveEarly && (
        <form method="post" action={`/meetings/${meeting.id}/leave-early`}>
          <button type="submit" class="secondary">
            {t(words.leaveEarlyButton)}
          </button>
        </form>
      )}
      {may.excuse && <ExcuseForms {...props} />}
      <PendingLeave {...props} />
      <section id="board" aria-live="polite" data-live={`/meetings/${meeting.id}/live`}>
        <BoardView view={view} meeting={meeting} board={board} seeNames={may.seeNames} />
      </section>
      <script src="/live.js" defer></script>
      <Urging {...props} />
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
                {` ${reasonText(meeting, change, t)}`}
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
          <strong>{t(words.unresolved)}</strong>
          {t(punctuation.colon)}
          {report.unresolved}
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
            <Field
              {...given}
              name="present"
              type="number"
              label={t(words.howMany)}
              {...(meeting.headCount !== undefined && {
                hint: `${t(words.headCount)}${t(words.colon)}${meeting.headCount}`,
              })}
            />
            <Field {...given} name="missing" type="number" label={t(words.howManyMissing)} optional />
            <Field {...given} name="unresolved" label={t(words.unresolved)} optional />
            <button type="submit">{t(words.reportSend)}</button>
          </form>
        </>
      )}
      {isComing(meeting) && (
        <details open={['date', 'time', 'reason', 'why'].some(field => faults?.[field] !== undefined)}>
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

function followingText({ days, isLate }: Following): Text {
  if (isLate) return words.followsLate
  return days < 0 ? words.followsBefore : words.follows
}
