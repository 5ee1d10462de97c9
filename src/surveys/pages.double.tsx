import type { Form } from '../forms/form.ts'
import { FormButtons, FormFields } from '../forms/pages.tsx'
import type { AnswerError, Data } from '../forms/verdict.ts'
import { percent } from '../shared/percent.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Done } from '../shared/web/notice.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import type { Answer } from './answer.ts'
import { doubleWords } from './double-words.ts'
import type { UnitForms } from './doubling.ts'
import { EntryHint, EntryScripts } from './pages.entry-keys.tsx'
import { rightEntries } from './paper-form.ts'
import type { Round, RoundUnit } from './round.ts'
import { saidOn } from './said-on.ts'
import { sheetWords } from './sheet-words.ts'
import type { FieldTyping, TypingFigures } from './typing-figures.ts'
import { TypingLine } from './typing-line.tsx'

interface DoubleProps {
  readonly view: View
  readonly round: Round
  readonly form: Form
  readonly figures: TypingFigures & { readonly byField: readonly FieldTyping[] }
  readonly forms: readonly UnitForms[]
  /** Whether forms are still taken. */
  readonly isOpen: boolean
  /** What became of the form before. */
  readonly done?: string | undefined
}

/** What is to be entered again, what is to be looked up, and how well forms were typed. */
export function DoublePage({ view, round, form, figures, forms, isOpen, done }: DoubleProps) {
  const { t } = view
  const asked = round.standard.doubleEntry
  const waiting = forms.filter(({ due }) => due.length > 0)
  const open = forms.flatMap(({ unit, open }) => open.map(each => ({ unit, each })))
  const path = `/surveys/${round.id}/double`
  return (
    <>
      <h1>{t(doubleWords.title)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      {done && <Done>{done}</Done>}
      {asked ? (
        <p>
          <small>{t(doubleWords.how, { share: percent(asked.share), least: asked.least })}</small>
        </p>
      ) : (
        <p class="empty">{t(doubleWords.notAsked)}</p>
      )}
      {figures.entered === 0 ? (
        <p class="empty">{t(doubleWords.none)}</p>
      ) : (
        <TypingLine view={view} figures={figures} />
      )}
      <h2>{t(doubleWords.due)}</h2>
      {waiting.length === 0 && <p>{t(doubleWords.nothingDue)}</p>}
      {waiting.map(({ unit, due }) => {
        const own = due.filter(({ isOwn }) => isOwn).map(({ number }) => number)
        return (
          <>
            <h3>{unit.name}</h3>
            <p class="actions">
              {due
                .filter(({ isOwn }) => !isOwn)
                .map(({ number }) =>
                  isOpen ? (
                    <a class="button secondary" href={`${path}/${unit.code}/${number}`}>
                      {number}
                    </a>
                  ) : (
                    <span>{number}</span>
                  ),
                )}
              {own.length > 0 && (
                <small>{t(doubleWords.own, { numbers: own.join(t(punctuation.list)) })}</small>
              )}
            </p>
          </>
        )
      })}
      <h2>{t(doubleWords.differences)}</h2>
      {open.length === 0 && <p>{t(doubleWords.noDifferences)}</p>}
      <ul>
        {open.map(({ unit, each: { number, differs } }) => (
          <li>
            <a href={`${path}/${unit.code}/${number}/compare`}>
              {t(doubleWords.difference, { unit: unit.name, number, count: differs.length })}
            </a>
          </li>
        ))}
      </ul>
      {figures.byField.length > 0 && <FieldsTable view={view} form={form} byField={figures.byField} />}
    </>
  )
}

function FieldsTable({
  view: { t },
  form,
  byField,
}: {
  view: View
  form: Form
  byField: readonly FieldTyping[]
}) {
  return (
    <>
      <h2>{t(doubleWords.byField)}</h2>
      <section class="overflow-auto" tabindex={0} aria-label={t(doubleWords.byField)}>
        <StackedTable
          headings={[
            t(sheetWords.question),
            t(doubleWords.compared),
            t(doubleWords.firstWrong),
            t(doubleWords.secondWrong),
          ]}
        >
          {byField.map(({ field, fields, first, second }) => (
            <tr>
              <th scope="row">{t(saidOn(form, field).title)}</th>
              <td data-label={t(doubleWords.compared)}>{fields}</td>
              <td data-label={t(doubleWords.firstWrong)}>{first}</td>
              <td data-label={t(doubleWords.secondWrong)}>{second}</td>
            </tr>
          ))}
        </StackedTable>
      </section>
    </>
  )
}

interface AgainProps {
  readonly view: View
  readonly nonce: string
  readonly round: Round
  readonly form: Form
  readonly unit: RoundUnit
  readonly number: number
  readonly today: PlainDate
  readonly page?: number
  readonly answers?: Data
  readonly errors?: readonly AnswerError[]
  readonly done?: string | undefined
}

/** A form that was entered once, empty again for another person. */
export function AgainPage(props: AgainProps) {
  const { view, nonce, round, form, unit, number, today, page = 0, answers = {}, errors = [], done } = props
  const { t, lang } = view
  const shown = { form, lang, around: { today }, answers, errors, page }
  const path = `/surveys/${round.id}/double`
  return (
    <>
      <h1>{t(doubleWords.again, { unit: unit.name, number })}</h1>
      <p>
        <a href={path}>{t(doubleWords.title)}</a>
      </p>
      {done && <Done>{done}</Done>}
      <p>{t(doubleWords.againHint)}</p>
      <EntryHint view={view} />
      <form id="entry" method="post" action={`${path}/${unit.code}/${number}`}>
        <FormFields {...shown} />
        <FormButtons {...shown} />
      </form>
      <EntryScripts nonce={nonce} />
    </>
  )
}

interface CompareProps {
  readonly view: View
  readonly round: Round
  readonly form: Form
  readonly unit: RoundUnit
  readonly number: number
  readonly differs: readonly string[]
  readonly first: Answer['choices']
  readonly second: Answer['choices']
  readonly fault?: string | undefined
}

/** The fields in which two entries differ, beside each other. */
export function ComparePage({ view, round, form, unit, number, differs, fault, ...entries }: CompareProps) {
  const { t } = view
  const path = `/surveys/${round.id}/double`
  return (
    <>
      <h1>{t(doubleWords.compare, { unit: unit.name, number })}</h1>
      <p>
        <a href={path}>{t(doubleWords.title)}</a>
      </p>
      {fault && (
        <p class="faults" role="alert">
          {fault}
        </p>
      )}
      <p>{t(doubleWords.compareHint)}</p>
      <form method="post" action={`${path}/${unit.code}/${number}/compare`}>
        {differs.map(field => {
          const { title, saidBy } = saidOn(form, field)
          return (
            <fieldset>
              <legend>{t(title)}</legend>
              {rightEntries.map(entry => {
                const said = saidBy(entries[entry])
                const value = said ? t(said) : t(doubleWords.empty)
                return (
                  <label>
                    <input type="radio" name={`right-${field}`} value={entry} required />
                    {t(entry === 'first' ? doubleWords.firstEntry : doubleWords.secondEntry, { value })}
                  </label>
                )
              })}
            </fieldset>
          )
        })}
        <button type="submit">{t(doubleWords.settle)}</button>
      </form>
    </>
  )
}
