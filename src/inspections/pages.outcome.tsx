import { stateName } from '../followups/follow-up.ts'
import { Choice, Field } from '../shared/web/form.tsx'
import { givenOf, type InspectionProps } from './inspection-props.ts'
import { no } from './refusals.ts'
import { words } from './words.ts'

/** The faults as they were noted, and as follow-ups once the inspection is concluded. */
export function FaultsFound({ view: { t }, inspection, followUps }: InspectionProps) {
  const noted = followUps.length > 0 ? [] : inspection.faults
  if (noted.length + followUps.length === 0) return null
  return (
    <>
      <h2>{t(words.faults)}</h2>
      <ol>
        {noted.map(({ what, advice, due }) => (
          <li>
            {t(words.faultAndAdvice, { what, advice })} · {due}
          </li>
        ))}
        {followUps.map(each => (
          <li>
            <a href={`/followups/${each.id}`}>{each.what}</a> · {each.due} · {t(stateName(each.state))}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What the association answered, and what every second look found. */
export function Replies({ view: { t }, inspection, nameOf, timeText }: InspectionProps) {
  const { replies, rechecks } = inspection
  return (
    <>
      {replies.length > 0 && <h2>{t(words.replies)}</h2>}
      {replies.map(each => (
        <p>
          {each.text}{' '}
          <small>
            {nameOf(each.by)} · {timeText(each.at)}
          </small>
        </p>
      ))}
      {rechecks.length > 0 && <h2>{t(words.rechecks)}</h2>}
      {rechecks.map(each => (
        <p>
          <span class={`badge ${each.passed ? 'ok' : 'bad'}`}>
            {t(each.passed ? words.passed : words.notPassed)}
          </span>{' '}
          {each.text}{' '}
          <small>
            {nameOf(each.by)} · {timeText(each.at)}
          </small>
        </p>
      ))}
    </>
  )
}

export function ReplyForm(props: InspectionProps) {
  const {
    view: { t },
    inspection,
  } = props
  return (
    <form method="post" action={`/inspections/${inspection.id}/reply`}>
      <Field {...givenOf(props)} name="reply" label={t(words.replyText)} />
      <button type="submit">{t(words.replySend)}</button>
    </form>
  )
}

/** The second look (复查), once something was handed in. */
export function RecheckForm(props: InspectionProps) {
  const { t } = props.view
  const given = givenOf(props)
  const states = props.followUps.map(({ state }) => state)
  if (states.every(state => state === 'closed')) return null
  if (!states.includes('submitted'))
    return (
      <>
        <h2>{t(words.recheckTitle)}</h2>
        <p class="empty">{t(no.nothingSubmitted().text)}</p>
      </>
    )
  return (
    <>
      <h2>{t(words.recheckTitle)}</h2>
      <p>{t(words.recheckHint)}</p>
      <form method="post" action={`/inspections/${props.inspection.id}/recheck`}>
        <Choice
          {...given}
          name="outcome"
          label={t(words.outcome)}
          options={[
            ['passed', t(words.passed)],
            ['notPassed', t(words.notPassed)],
          ]}
        />
        <Field {...given} name="finding" label={t(words.finding)} />
        <button type="submit">{t(words.recheckSave)}</button>
      </form>
    </>
  )
}
