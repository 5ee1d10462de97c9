import type { Text, Values } from '../shared/words.ts'
import { isEmpty, isNumeric, isPlainObject } from './expression-values.ts'
import type { CheckboxQuestion, MatrixQuestion, Question, RankingQuestion, TextQuestion } from './form.ts'
import type { AnswerError, ownErrors } from './verdict.ts'
import { errorWords, filled } from './words.ts'

type OwnError = (typeof ownErrors)[number]
/** Says what makes an answer ill-formed; nothing for a well-formed or an empty one. */
export type ShapeCheck = (value: unknown) => AnswerError | undefined

/**
 * Compiles the refusals that go beyond survey-core (docs/forms.md): of the wrong type, off the scale, unknown, doubled,
 * over-long. They hold for hidden questions too, since hidden answers still take part in expressions.
 */
export function shapeCheckOf(question: Question): ShapeCheck {
  const check = checkOf(question)
  return value => (isEmpty(value) && !isStray(value, question) ? undefined : check(value))
}

/** An empty list or object is an answer only where lists or objects are. */
function isStray(value: unknown, { type }: Question): boolean {
  if (Array.isArray(value)) return type !== 'checkbox' && type !== 'ranking'
  return typeof value === 'object' && value !== null && type !== 'matrix'
}

/** An error of a question, its sentence filled with values. */
export function answerError(
  question: string,
  type: AnswerError['type'],
  values: Values = {},
  text: Text = errorWords[type],
): AnswerError {
  return { question, type, text: filled(text, values) }
}

function checkOf(question: Question): ShapeCheck {
  const { name } = question
  const no = (type: OwnError, values: Values = {}) => answerError(name, type, values)
  switch (question.type) {
    case 'text':
      return textCheck(question, no)
    case 'comment': {
      const { maxLength } = question
      return value =>
        typeof value !== 'string'
          ? no('nottext')
          : value.length > maxLength
            ? no('toolong', { max: maxLength })
            : undefined
    }
    case 'radiogroup':
    case 'dropdown': {
      const known = valuesOf(question.choices)
      return value =>
        typeof value === 'object' ? no('notachoice') : known.has(value) ? undefined : no('unknownchoice')
    }
    case 'checkbox':
      return checkboxCheck(question, no)
    case 'rating': {
      const known = valuesOf(question.choices)
      return value => (known.has(value) ? undefined : no('offscale'))
    }
    case 'boolean': {
      const { valueTrue, valueFalse } = question
      return value => (value === valueTrue || value === valueFalse ? undefined : no('notaboolean'))
    }
    case 'matrix':
      return matrixCheck(question, no)
    case 'ranking':
      return rankingCheck(question, no)
    case 'html':
      return () => no('unknownquestion', { name })
    case 'expression':
      // What is sent for a computed value is not believed, it is computed again.
      return () => undefined
  }
}

type No = (type: OwnError, values?: Values) => AnswerError

function valuesOf(choices: readonly { readonly value: unknown }[]): ReadonlySet<unknown> {
  return new Set(choices.map(choice => choice.value))
}

const shapes = { month: /^\d{4}-(0[1-9]|1[0-2])$/, time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/ } as const

function textCheck({ inputType, maxLength }: TextQuestion, no: No): ShapeCheck {
  if (inputType === 'number')
    return value =>
      typeof value === 'number' ||
      (typeof value === 'string' && value.length <= 100 && (value.trim() === '' || isPlainNumber(value)))
        ? undefined
        : no('notanumber')
  return value => {
    if (typeof value !== 'string') return no('nottext')
    if (value.length > maxLength) return no('toolong', { max: maxLength })
    if (value.trim() === '') return undefined
    if (inputType === 'date') return isDay(value) ? undefined : no('notadate')
    if (inputType === 'month' || inputType === 'time')
      return shapes[inputType].test(value) ? undefined : no('notadate')
    return undefined
  }
}

function isPlainNumber(text: string): boolean {
  return isNumeric(text) && /^\s*-?\d+(\.\d+)?\s*$/.test(text)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function checkboxCheck(question: CheckboxQuestion, no: No): ShapeCheck {
  const known = valuesOf(question.choices)
  const alone = question.choices.filter(
    ({ value }) => value !== 'other' && (question.specials as readonly unknown[]).includes(value),
  )
  const { maxSelected } = question
  return value => {
    if (!Array.isArray(value)) return no('notalist')
    if (!value.every(item => known.has(item))) return no('unknownchoice')
    if (new Set(value).size < value.length) return no('doubledchoice')
    if (maxSelected > 0 && value.length > maxSelected) return no('toomanychoices', { max: maxSelected })
    const lone = value.length > 1 ? alone.find(choice => value.includes(choice.value)) : undefined
    return lone && no('exclusivechoice', { choice: lone.text })
  }
}

function matrixCheck(question: MatrixQuestion, no: No): ShapeCheck {
  const rows = new Set(question.rows.map(row => String(row.value)))
  const columns = valuesOf(question.columns)
  return value => {
    if (!isPlainObject(value)) return no('notamatrix')
    for (const [row, column] of Object.entries(value)) {
      if (!rows.has(row)) return { ...no('unknownrow', { row }), row }
      if (!columns.has(column)) return { ...no('unknowncolumn'), row }
    }
    return undefined
  }
}

function rankingCheck(question: RankingQuestion, no: No): ShapeCheck {
  const known = valuesOf(question.choices)
  return value => {
    if (!Array.isArray(value)) return no('notalist')
    if (!value.every(item => known.has(item))) return no('unknownchoice')
    if (new Set(value).size < value.length) return no('doubledchoice')
    return value.length < known.size ? no('incompleteranking') : undefined
  }
}
