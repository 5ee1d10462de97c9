import { FormButtons, FormFields } from '../forms/pages.tsx'
import { punctuation } from '../shared/punctuation.ts'
import { Choice, FaultList, Field } from '../shared/web/form.tsx'
import { num, StackedTable } from '../shared/web/table.tsx'
import { type Inspection, inspectionWays, meanOf, wayName } from './inspection.ts'
import { givenOf, type InspectionProps } from './inspection-props.ts'
import { FaultsFound, RecheckForm, Replies, ReplyForm } from './pages.outcome.tsx'
import { ResultBadge } from './pages.tsx'
import { bandName, bandOf } from './sheet.ts'
import { words } from './words.ts'

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
      <Replies {...props} />
      {may.reply && <ReplyForm {...props} />}
      {may.recheck && <RecheckForm {...props} />}
      <p>
        <a href="/inspections">{t(words.back)}</a>
      </p>
    </>
  )
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
  const headOf = ({ by, way }: Inspection['sheets'][number]) =>
    num(
      <>
        {nameOf(by)}
        <br />
        <small>{t(wayName(way))}</small>
      </>,
    )
  return (
    <>
      <h2>{t(words.sheets)}</h2>
      <StackedTable headings={[t(words.line), num(t(words.most)), ...sheets.map(headOf)]}>
        {sheet.lines.map(({ name, title, scoring }) => (
          <tr>
            <th scope="row">{t(title)}</th>
            <td class="num" data-label={t(words.most)}>
              {scoring.points}
            </td>
            {sheets.map(filled => (
              <td class="num" data-label={nameOf(filled.by)}>
                {filled.points[name] ?? '–'}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t(words.total)}</th>
          <td class="num" data-label={t(words.most)}>
            {sheet.standard.total}
          </td>
          {sheets.map(filled => (
            <td class="num" data-label={`${nameOf(filled.by)} · ${t(wayName(filled.way))}`}>
              <strong>{filled.total}</strong>
            </td>
          ))}
        </tr>
      </StackedTable>
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
