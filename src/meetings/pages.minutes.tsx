import { stateName } from '../followups/follow-up.ts'
import { Choice, Field } from '../shared/web/form.tsx'
import type { MeetingProps } from './meeting-props.ts'
import { momentText, whenText } from './saying.ts'
import { words } from './words.ts'

/** The minutes on the meeting's page: drafted and with resolutions added until they are final, then added to only. */
export function Minutes(props: MeetingProps) {
  const { view, meeting, may, resolutions, over } = props
  const { t } = view
  const at = `/meetings/${meeting.id}`
  const { minutes } = meeting
  if (!minutes && resolutions.length === 0 && !(may.convene && over)) return null
  const writes = may.convene && over && meeting.status !== 'cancelled' && meeting.status !== 'notHeld'
  return (
    <>
      <h2>{t(words.minutesTitle)}</h2>
      <MinutesText {...props} />
      <Resolutions {...props} />
      {minutes && (
        <p class="actions">
          <a class="button secondary" href={`${at}/minutes`}>
            {t(words.minutesPrint)}
          </a>
        </p>
      )}
      {writes && !minutes?.final && <DraftForms {...props} />}
      {writes && minutes?.final && (
        <form method="post" action={`${at}/minutes/additions`}>
          <Field
            view={view}
            typed={props.typed}
            faults={props.faults}
            name="addition"
            label={t(words.additions)}
          />
          <button type="submit" class="secondary">
            {t(words.additionAdd)}
          </button>
        </form>
      )}
    </>
  )
}

function MinutesText({ view: { t }, zone, meeting, nameOf }: MeetingProps) {
  const { minutes } = meeting
  if (!minutes) return null
  return (
    <>
      {minutes.text.split('\n').map(line => (
        <p>{line}</p>
      ))}
      <p class="muted">
        {t(words.recorder)}：{nameOf(minutes.by)} · {momentText(minutes.at, zone, t)} ·{' '}
        {minutes.final
          ? t(words.finalBy, { name: nameOf(minutes.final.by), at: momentText(minutes.final.at, zone, t) })
          : t(words.draft)}
      </p>
      {minutes.additions && <h3>{t(words.additions)}</h3>}
      {minutes.additions?.map(addition => (
        <p>
          {addition.text}{' '}
          <small>
            {nameOf(addition.by)} · {momentText(addition.at, zone, t)}
          </small>
        </p>
      ))}
    </>
  )
}

function Resolutions({ view: { t }, resolutions, unitName }: MeetingProps) {
  if (resolutions.length === 0) return null
  return (
    <>
      <h3>{t(words.resolutions)}</h3>
      <ol>
        {resolutions.map(each => (
          <li>
            <a href={`/followups/${each.id}`}>{each.what}</a> · {unitName(each.owner)} · {each.due} ·{' '}
            {t(stateName(each.state))}
          </li>
        ))}
      </ol>
    </>
  )
}

function DraftForms({ view, meeting, owners, typed, faults }: MeetingProps) {
  const { t } = view
  const given = { view, ...(typed && { typed }), ...(faults && { faults }) }
  const at = `/meetings/${meeting.id}`
  const { minutes } = meeting
  return (
    <>
      <form method="post" action={`${at}/minutes`}>
        <Field
          {...given}
          typed={{ chair: minutes?.chair ?? '', ...typed }}
          name="chair"
          label={t(words.chair)}
          optional
        />
        <label for="text">{t(words.minutesText)}</label>
        <textarea id="text" name="text" rows={6} required maxlength={4000}>
          {typed?.text ?? minutes?.text ?? ''}
        </textarea>
        <button type="submit" class="secondary">
          {t(words.minutesSave)}
        </button>
      </form>
      <form method="post" action={`${at}/resolutions`}>
        <Field {...given} name="what" label={t(words.resolution)} />
        <Choice
          {...given}
          name="owner"
          label={t(words.owner)}
          options={[['', '–'] as const, ...owners.map(unit => [unit.id, unit.name] as const)]}
        />
        <Field {...given} name="due" type="date" label={t(words.dueDate)} />
        <button type="submit" class="secondary">
          {t(words.resolutionAdd)}
        </button>
      </form>
      {minutes && (
        <form method="post" action={`${at}/minutes/final`}>
          <p>
            <small>{t(words.finaliseHint)}</small>
          </p>
          <button type="submit" class="secondary">
            {t(words.finalise)}
          </button>
        </form>
      )}
    </>
  )
}

/** The minutes as they are issued, laid out to be printed; numbers of people, no names but the chair's and the recorder's. */
export function IssuedMinutes(props: MeetingProps) {
  const { view, zone, meeting, board, nameOf, resolutions, unitName } = props
  const { t } = view
  const { minutes } = meeting
  const { expected, present, leave, missing, observers } = board.tally
  const rows: readonly (readonly [label: string, value: string])[] = [
    [t(words.when), whenText(meeting, zone, t)],
    [t(words.place), meeting.place || '–'],
    [t(words.attendanceTitle), t(words.counts, { expected, present, leave, missing, observers })],
    [t(words.chair), minutes?.chair ?? '–'],
    [t(words.recorder), minutes ? nameOf(minutes.by) : '–'],
  ]
  return (
    <>
      <h1>{t(words.minutesOf, { title: meeting.title })}</h1>
      {!minutes?.final && <p class="notice care">{t(words.draft)}</p>}
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr>
              <th scope="row" class="nowrap">
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MinutesText {...props} />
      {resolutions.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t(words.resolution)}</th>
              <th scope="col">{t(words.owner)}</th>
              <th scope="col">{t(words.dueDate)}</th>
            </tr>
          </thead>
          <tbody>
            {resolutions.map(each => (
              <tr>
                <td>{each.what}</td>
                <td>{unitName(each.owner)}</td>
                <td class="nowrap">{each.due}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="actions">
        <a href={`/meetings/${meeting.id}`}>{t(words.openPage)}</a>
      </p>
    </>
  )
}
