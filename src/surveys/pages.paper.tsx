import type { Form, FormElement, Question } from '../forms/form.ts'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { entryWords } from './entry-words.ts'
import { printWords } from './print-words.ts'
import { lastDayOf, type Round, type RoundUnit } from './round.ts'
import { askedQuestions } from './sheet-columns.ts'

/** An A4 sheet that is filled in by hand. */
export const paperStyle = `@page{size:A4;margin:14mm}body{font-size:11.5pt;line-height:1.5}main{max-width:190mm;margin:auto;padding:0 4mm}h1{font-size:17pt;margin:0 0 2mm}h2{font-size:13pt;margin:5mm 0 1mm}p{margin:0 0 1mm}.title{font-weight:700;margin-top:4mm}.top{display:flex;justify-content:space-between;gap:6mm}
.q{break-inside:avoid}ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 7mm}li::before{content:"☐ "}.line{border-bottom:1px solid #000;height:9mm}.box{display:inline-block;min-width:34mm;border-bottom:1px solid #000}table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:1mm 2mm;font-weight:400;text-align:center}th[scope=row]{text-align:left}small{font-size:9pt}
@media print{main{padding:0;max-width:none}}`

interface PaperProps {
  readonly view: View
  readonly round: Round
  readonly form: Form
  readonly unit: RoundUnit
}

/** The questionnaire of a unit to be printed and filled in by hand, drawn from the same definition as the page. */
export function Paper({ view, round, form, unit }: PaperProps) {
  const { t } = view
  const numbers = new Map(askedQuestions(form).map((question, at) => [question.name, at + 1]))
  return (
    <>
      <p class="top">
        <span>{t(printWords.posterAsker, { district: round.asker })}</span>
        <span>
          {t(entryWords.number)} <span class="box" />
        </span>
      </p>
      <h1>
        {unit.name} · {t(form.title)}
      </h1>
      {form.description && <p>{t(form.description)}</p>}
      {round.coded && (
        <p>
          {t(printWords.code1)} <span class="box" />
        </p>
      )}
      <p>
        <Dated text={t(printWords.paperHow, { date: lastDayOf(round) })} />
      </p>
      {form.pages.map(page => (
        <section>
          {form.pages.length > 1 && page.title && <h2>{t(page.title)}</h2>}
          {page.elements.map(element => (
            <Element view={view} element={element} numbers={numbers} />
          ))}
        </section>
      ))}
    </>
  )
}

interface ElementProps {
  readonly view: View
  readonly element: FormElement
  readonly numbers: ReadonlyMap<string, number>
}

function Element({ view, element, numbers }: ElementProps) {
  const { t } = view
  if (element.kind === 'panel') {
    return (
      <section>
        {element.title && <h2>{t(element.title)}</h2>}
        {element.elements.map(inner => (
          <Element view={view} element={inner} numbers={numbers} />
        ))}
      </section>
    )
  }
  const number = numbers.get(element.name)
  if (number === undefined) return null
  return (
    <div class="q">
      <p class="title">
        {number}. {t(element.title)}
        {element.visible.expression && <small> {t(printWords.whereItApplies)}</small>}
      </p>
      {element.description && <p>{t(element.description)}</p>}
      <Blank view={view} question={element} />
      {element.comment && (
        <p>
          {t(element.comment)} <span class="box" />
        </p>
      )}
    </div>
  )
}

/** Where the answer is ticked or written. */
function Blank({ view: { t }, question }: { view: View; question: Question }) {
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
    case 'rating':
      return (
        <ul>
          {question.choices.map(choice => (
            <li>{t(choice.text)}</li>
          ))}
        </ul>
      )
    case 'boolean':
      return (
        <ul>
          <li>{t(question.labelTrue)}</li>
          <li>{t(question.labelFalse)}</li>
        </ul>
      )
    case 'ranking':
      return (
        <>
          <p>{t(printWords.rankByNumber)}</p>
          {question.choices.map(choice => (
            <p>____ {t(choice.text)}</p>
          ))}
        </>
      )
    case 'matrix':
      return (
        <table>
          <tr>
            <td />
            {question.columns.map(column => (
              <th scope="col">{t(column.text)}</th>
            ))}
          </tr>
          {question.rows.map(row => (
            <tr>
              <th scope="row">{t(row.text)}</th>
              {question.columns.map(() => (
                <td>☐</td>
              ))}
            </tr>
          ))}
        </table>
      )
    case 'text':
      return <div class="line" />
    case 'comment':
      return (
        <>
          {Array.from({ length: Math.min(6, Math.max(2, question.rows)) }, () => (
            <div class="line" />
          ))}
        </>
      )
    case 'html':
    case 'expression':
      return null
  }
}
