import { stateName } from '../followups/follow-up.ts'
import { numberOf } from '../shared/papers/numbering.ts'
import { Field } from '../shared/web/form.tsx'
import { type Issued, issued } from './issued.ts'
import type { MeetingProps } from './meeting-props.ts'
import { momentText } from './saying.ts'
import { words } from './words.ts'

/** The minutes on the meeting's page, with the way to write them, and to issue them once they are there. */
export function Minutes(props: MeetingProps) {
  const { view, meeting, may, resolutions, over } = props
  const { t } = view
  const at = `/meetings/${meeting.id}`
  const { minutes } = meeting
  const writes = may.convene && over && meeting.status !== 'cancelled' && meeting.status !== 'notHeld'
  if (!minutes && resolutions.length === 0 && !writes) return null
  return (
    <>
      <h2>{t(words.minutesTitle)}</h2>
      {minutes && (
        <>
          <MinutesText view={view} paper={paperOf(props)} />
          <p class="muted">
            {t(words.recorder)}
            {t(words.colon)}
            {minutes.recorder ?? props.nameOf(minutes.by)} · {momentText(minutes.at, props.zone, t)} ·{' '}
            {minutes.final
              ? t(words.finalBy, {
                  name: props.nameOf(minutes.final.by),
                  at: momentText(minutes.final.at, props.zone, t),
                })
              : t(words.draft)}
          </p>
        </>
      )}
      <Resolutions {...props} heading="h3" />
      <p class="actions">
        {writes && !minutes?.final && (
          <a class="button" href={`${at}/minutes/edit`}>
            {t(words.minutesEdit)}
          </a>
        )}
        {minutes && (
          <a class="button secondary" href={`${at}/minutes`}>
            {t(words.minutesPrint)}
          </a>
        )}
      </p>
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

export function paperOf({ board, view, ...props }: MeetingProps): Issued {
  return issued({ ...props, tally: board.tally, t: view.t })
}

function MinutesText({ view: { t, lang }, paper }: Pick<MeetingProps, 'view'> & { paper: Issued }) {
  const { items, text, additions } = paper
  return (
    <>
      {items.map((item, at) => (
        <>
          <h3>
            {numberOf(at, lang)}
            {item.title}
          </h3>
          {item.points.map(point => (
            <p>{point}</p>
          ))}
          {item.problems.map(problem => (
            <p>
              <strong>
                {t(words.problems)}
                {t(words.colon)}
              </strong>
              {problem}
              {item.raised && <small>{t(words.raisedMark)}</small>}
            </p>
          ))}
        </>
      ))}
      {text.map(line => (
        <p>{line}</p>
      ))}
      {additions.length > 0 && <h3>{t(words.additions)}</h3>}
      {additions.map(addition => (
        <p>
          {addition.text} <small>{addition.at}</small>
        </p>
      ))}
    </>
  )
}

/** The resolutions under a heading of the level that its page needs. */
export function Resolutions(props: MeetingProps & { readonly heading: 'h2' | 'h3' }) {
  const { view, resolutions, unitName, heading: Heading } = props
  const { t } = view
  if (resolutions.length === 0) return null
  return (
    <>
      <Heading>{t(words.resolutions)}</Heading>
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
