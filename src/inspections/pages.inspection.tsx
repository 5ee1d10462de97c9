import { type FollowUp, stateName } from '../followups/follow-up.ts'
import { FormButtons, FormFields } from '../forms/pages.tsx'
import type { AnswerError, Data } from '../forms/verdict.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { Instant, PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { type Inspection, inspectionWays, meanOf, wayName } from './inspection.ts'
import { ResultBadge } from './pages.tsx'
import { no } from './refusals.ts'
import { bandName, bandOf, type Sheet } from './sheet.ts'
import { words } from './words.ts'

export interface InspectionProps {
  readonly view: View
  readonly sheet: Sheet
  readonly inspection: Inspection
  readonly today: PlainDate
  /** What the viewer may do: work on it, answer for the unit, look a second time. */
  readonly may: { readonly inspect: boolean; readonly reply: boolean; readonly recheck: boolean }
  /** What the own sheet begins with. */
  readonly answers: Data
  readonly own: boolean
  readonly followUps: readonly FollowUp[]
  readonly nameOf: (person: string) => string
  readonly timeText: (at: Instant) => string
  readonly errors?: readonly AnswerError[] | undefined
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

export function InspectionPage(props: InspectionProps) {
  const { view, inspection, may, faults } = props
  const { t } = view
  const { concluded, title, on } = inspection
  return (
    <>
      <h1>{t(words.pageTitle, { title, on })}</h1>
      <p>
        <ResultBadge view={view} inspection={inspection} />{' '}
        {concluded &&
          t(words.concludedBy, { name: props.nameOf(concluded.by), at: props.timeText(concluded.at) })}{' '}
        <a href={`/meetings/${inspection.id}`}>{t(words.openMeeting)}</a>
      </p>
      <FaultList view={view} faults={faults} />
      {inspection.sheets.length > 0 && <PointsTable {...props} />}
      <FaultsFound {...props} />
      {may.inspect && <InspectorForms {...props} />}
      <Notes {...props} />
      {may.reply && (
        <form method="post" action={`/inspections/${inspection.id}/reply`}>
          <Field {...givenOf(props)} name="reply" label={t(words.replyText)} />
          <button type="submit">{t(words.replySend)}</button>
        </form>
      )}
      {may.recheck && <RecheckForm {...props} />}
      <p>
        <a href="/inspections">{t(words.back)}</a>
      </p>
    </>
  )
}

function givenOf({ view, typed, faults }: InspectionProps) {
  return { view, ...(typed && { typed }), ...(faults && { faults }) }
}

/** Each line with the points of every inspector, and the mean below. */
function PointsTable({ view: { t }, sheet, inspection, nameOf }: InspectionProps) {
  const { sheets } = inspection
  const remarks = sheets.flatMap(({ by, answers }) =>
    ['strengths', 'guidance'].flatMap(name => {
      const text = answers[name]
      const question = sheet.form.question(name)
      return typeof text === 'string' && question ? [{ by, title: question.title, text }] : []
    }),
  )
  return (
    <>
      <h2>{t(words.sheets)}</h2>
      <section class="overflow-auto" aria-label={t(words.sheets)} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(words.line)}</th>
              <th scope="col" class="num">
                {t(words.most)}
              </th>
              {sheets.map(filled => (
                <th scope="col" class="num">
                  {nameOf(filled.by)}
                  <br />
                  <small>{t(wayName(filled.way))}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map(({ name, title, scoring }) => (
              <tr>
                <th scope="row">{t(title)}</th>
                <td class="num">{scoring.points}</td>
                {sheets.map(filled => (
                  <td class="num">{filled.points[name] ?? '–'}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t(words.total)}</th>
              <td class="num">{sheet.standard.total}</td>
              {sheets.map(filled => (
                <td class="num">
                  <strong>{filled.total}</strong>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <p>
        {t(words.mean)}
        {t(punctuation.colon)}
        <strong>{t(words.points, { n: meanOf(inspection) ?? '–' })}</strong>
      </p>
      {remarks.length > 0 && (
        <>
          <h2>{t(words.remarks)}</h2>
          <ul>
            {remarks.map(each => (
              <li>
                <strong>{t(each.title)}</strong>
                {t(punctuation.colon)}
                {each.text} <small>{nameOf(each.by)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function FaultsFound({ view: { t }, inspection, followUps }: InspectionProps) {
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

function InspectorForms(props: InspectionProps) {
  const { view, sheet, inspection, today, answers, own, errors = [] } = props
  const { t, lang } = view
  const at = `/inspections/${inspection.id}`
  const given = givenOf(props)
  const shown = { form: sheet.form, lang, around: { today }, answers, errors }
  const mean = meanOf(inspection)
  return (
    <>
      <h2>{t(own ? words.fillAgain : words.fillTitle)}</h2>
      {!own && <p class="notice">{t(words.knownHint)}</p>}
      <form method="post" action={`${at}/sheet`}>
        <Choice
          {...given}
          name="_way"
          label={t(words.way)}
          options={inspectionWays.map(way => [way, t(wayName(way))] as const)}
        />
        <FormFields {...shown} />
        <FormButtons {...shown} />
      </form>
      <h2>{t(words.faultAdd)}</h2>
      <form method="post" action={`${at}/faults`}>
        <Field {...given} name="what" label={t(words.fault)} hint={t(words.faultHint)} />
        <Field {...given} name="advice" label={t(words.advice)} />
        <Field {...given} name="due" type="date" label={t(words.due)} />
        <button type="submit" class="secondary">
          {t(words.faultAdd)}
        </button>
      </form>
      {mean !== undefined && (
        <>
          <h2>{t(words.concludeTitle)}</h2>
          <p>
            {t(words.concludeHint, {
              n: inspection.sheets.length,
              mean,
              band: bandName(bandOf(mean, sheet.standard)),
            })}
          </p>
          <form method="post" action={`${at}/conclude`}>
            {bandOf(mean, sheet.standard) === 'fail' && (
              <Field
                {...given}
                name="rectifyBy"
                type="date"
                label={t(words.rectifyDue)}
                hint={t(words.rectifyDueHint, { days: sheet.standard.rectifyWithinDays })}
                optional
              />
            )}
            <button type="submit">{t(words.concludeButton)}</button>
          </form>
        </>
      )}
    </>
  )
}

function Notes({ view: { t }, inspection, nameOf, timeText }: InspectionProps) {
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

function RecheckForm(props: InspectionProps) {
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
