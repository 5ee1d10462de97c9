import { type Lang, speaker } from '../shared/words.ts'
import type { Surroundings } from './expression.ts'
import type { Form } from './form.ts'
import { ElementOf } from './pages.fields.tsx'
import type { Field } from './pages-field.ts'
import { pageScript } from './pages-script.ts'
import { formStyle } from './pages-style.ts'
import { names, shownPages } from './paging.ts'
import type { AnswerError, Data } from './verdict.ts'
import { formWords } from './words.ts'

export { formStyle, pageScript }

interface FormFieldsProps {
  readonly form: Form
  readonly lang: Lang
  readonly around: Surroundings
  /** What was typed so far, as `readAnswers` gave it. */
  readonly answers?: Data
  readonly errors?: readonly AnswerError[]
  /** The page to show, from 0; the answers of the others travel along as hidden fields. */
  readonly page?: number
  /** Further hidden fields; names that begin with `_` are passed over by `readAnswers`. */
  readonly hidden?: Readonly<Record<string, string>>
}

/**
 * The controls of one page of a form, to stand inside the caller's `<form method="post">` before `FormButtons`. Complete
 * without script; `pageScript` only hides what does not apply. Conditions on questions of the same page that are not
 * answered yet are in doubt: their questions are shown.
 */
export function FormFields({
  form,
  lang,
  around,
  answers = {},
  errors = [],
  page = 0,
  hidden = {},
}: FormFieldsProps) {
  const shown = form.pages[page]
  if (!shown) return null
  const say = speaker(lang)
  const several = form.pages.length > 1
  const field: Field = {
    say,
    form,
    around,
    answers,
    values: form.values(answers, around),
    errors,
    here: names(shown),
    heading: several && shown.title ? 'h3' : 'h2',
  }
  const steps = shownPages(form, answers, around)
  return (
    <div class={several ? 'qs' : 'qs n'}>
      {Object.entries(several ? { _page: String(page), ...hidden } : hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fieldsOf(form, answers, field.here).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {several && (
        <p class="m">
          {say(formWords.progress, { page: Math.max(1, steps.indexOf(page) + 1), pages: steps.length })}{' '}
          <progress aria-hidden="true" value={steps.indexOf(page) + 1} max={steps.length} />
        </p>
      )}
      <ErrorList field={field} />
      {several && shown.title && <h2>{say(shown.title)}</h2>}
      {shown.description && <p class="h">{say(shown.description)}</p>}
      {shown.elements.map(element => (
        <ElementOf element={element} field={field} />
      ))}
    </div>
  )
}

/** The buttons under `FormFields`: back and on where there are several pages, send on the last. */
export function FormButtons({ form, lang, around, answers = {}, page = 0 }: FormFieldsProps) {
  const say = speaker(lang)
  const steps = shownPages(form, answers, around)
  const isLast = !steps.some(step => step > page)
  return (
    <p>
      <button type="submit" name="_go" value="next">
        {say(isLast ? formWords.send : formWords.next)}
      </button>{' '}
      {steps.some(step => step < page) && (
        <button type="submit" name="_go" value="back" formnovalidate class="secondary">
          {say(formWords.back)}
        </button>
      )}
    </p>
  )
}

/** Answers of pages that are not shown, as the fields in which they came. */
function fieldsOf(
  form: Form,
  answers: Data,
  here: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  return Object.entries(answers).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    const name = form.question(key) ? key : key.replace(/-Comment$/, '')
    const question = form.question(name)
    if (!question || here.has(name) || value === null || value === undefined) return []
    if (question.type === 'ranking' && Array.isArray(value))
      return value.map((choice, index) => [`${key}[${choice}]`, String(index + 1)])
    if (Array.isArray(value)) return value.map(item => [key, String(item)])
    if (typeof value === 'object')
      return Object.entries(value).map(([row, column]) => [`${key}[${row}]`, String(column)])
    return [[key, String(value)]]
  })
}

function ErrorList({ field: { say, form, errors, here } }: { field: Field }) {
  if (errors.length === 0) return null
  return (
    <div class="es" role="alert">
      <strong>{say(formWords.errors)}</strong>
      <ul>
        {errors.map(error => {
          const question = form.question(error.question)
          const title = question && say(question.title)
          const at = question && here.has(question.name) ? form.questions.indexOf(question) : -1
          return (
            <li>
              {at < 0 ? title : <a href={`#q${at}`}>{title}</a>} {say(error.text)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
