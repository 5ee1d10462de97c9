import type { Choice, Form, Question } from '../forms/form.ts'
import { formWords } from '../forms/words.ts'
import type { Say, Text } from '../shared/words.ts'
import type { Columns } from '../units/spreadsheet.ts'
import { sheetWords } from './sheet-words.ts'

/** A column of the table in which answers on paper come: the form's number, or one field of the form. */
export interface SheetColumn {
  /** The posted form's field that its cells fill. */
  readonly field: string
  readonly heading: Text
  /** The question whose faults belong here, and the row of a matrix. */
  readonly question?: string
  readonly row?: string
  /** What a cell may name, by value or by text; undefined where it is typed freely. */
  readonly choices?: readonly Pick<Choice, 'value' | 'text'>[]
  /** Whether a cell may name several, separated. */
  readonly several?: boolean
}

/** The column of the number that stands on the paper. */
export const numberField = '_number'

/** The questions that take an answer on paper, in their order; what is worked out or only read does not. */
export function askedQuestions(form: Form): readonly Question[] {
  return form.questions.filter(
    ({ type, visible }) =>
      type !== 'html' && type !== 'expression' && (visible.fixed || visible.expression !== undefined),
  )
}

/** The columns of a form's table: the number first, then the questions, numbered as they are on paper. */
export function sheetColumns(form: Form): readonly SheetColumn[] {
  const number = { field: numberField, heading: sheetWords.number }
  return [number, ...askedQuestions(form).flatMap((question, at) => columnsOf(question, at + 1))]
}

function columnsOf(question: Question, n: number): readonly SheetColumn[] {
  const { name, title } = question
  const heading = joined(`${n}. `, title)
  const one = { field: name, question: name, heading }
  const comment = commentOf(question)
  const extra = comment && {
    field: `${name}-Comment`,
    question: name,
    heading: { 'zh-CN': `${n}. ${comment['zh-CN']}`, en: `${n}. ${comment.en}` },
  }
  return [...answerColumns(question, one), ...(extra ? [extra] : [])]
}

function answerColumns(question: Question, one: SheetColumn): readonly SheetColumn[] {
  const part = (choice: Choice, more: Partial<SheetColumn>): SheetColumn => ({
    ...one,
    field: `${one.field}[${choice.value}]`,
    heading: {
      'zh-CN': `${one.heading['zh-CN']}：${choice.text['zh-CN']}`,
      en: `${one.heading.en}: ${choice.text.en}`,
    },
    ...more,
  })
  switch (question.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return [{ ...one, choices: question.choices }]
    case 'checkbox':
      return [{ ...one, choices: question.choices, several: true }]
    case 'boolean': {
      const { valueTrue, labelTrue, valueFalse, labelFalse } = question
      const choices = [
        { value: String(valueTrue), text: labelTrue },
        { value: String(valueFalse), text: labelFalse },
      ]
      return [{ ...one, choices }]
    }
    case 'matrix':
      return question.rows.map(row => part(row, { row: String(row.value), choices: question.columns }))
    case 'ranking':
      return question.choices.map(choice => part(choice, {}))
    case 'text':
    case 'comment':
      return [one]
    case 'html':
    case 'expression':
      return []
  }
}

/** What the free line beside a question is called; undefined where it has none. */
function commentOf(question: Question): Text | undefined {
  if (question.comment) return question.comment
  return 'specials' in question && question.specials.includes('other') ? formWords.other : undefined
}

function joined(before: string, text: Text): Text {
  return { 'zh-CN': before + text['zh-CN'], en: before + text.en }
}

/**
 * The columns as tables are read by: each known by its heading in either language and by its field. All must be there,
 * so that a heading with a slip of the pen never drops a question in silence.
 */
export function readableColumns(columns: readonly SheetColumn[]): Columns<string> {
  return Object.fromEntries(
    columns.map(({ field, heading }) => {
      const headings = [heading['zh-CN'], heading.en, field].map(text => text.trim().toLowerCase())
      return [field, { headings, required: true }]
    }),
  )
}

/** The table to be filled in: its headings, and on a second sheet what may be given. */
export function emptySheet(form: Form, t: Say) {
  const columns = sheetColumns(form)
  const choices = columns.flatMap(({ heading, choices = [] }) =>
    choices.map(({ value, text }) => [t(heading), value, text['zh-CN'], text.en]),
  )
  const head = [sheetWords.question, sheetWords.value, sheetWords.inWords].map(word => t(word))
  return [
    { title: t(sheetWords.answers), rows: [columns.map(({ heading }) => t(heading))] },
    { title: t(sheetWords.allowed), rows: [[...head, null], ...choices] },
  ]
}
