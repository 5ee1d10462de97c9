import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Form, Question } from '../forms/form.ts'
import type { Text } from '../shared/words.ts'
import type { Answer } from './answer.ts'
import type { FormAt, RightEntry } from './paper-form.ts'
import type { Standard } from './standard.ts'
import { type Interval, wilson } from './wilson.ts'

export type DoubleEntry = NonNullable<Standard['doubleEntry']>

/**
 * The numbers that are entered a second time, among those entered of one unit: the share of the standard, rounded up, at
 * least so many. Those come first whose SHA-256 over `double:ROUND:UNIT:NUMBER` is smallest, so that nobody picks them and
 * anybody can work them out again.
 */
export function chosenNumbers(
  entered: readonly number[],
  { round, unit }: Omit<FormAt, 'number'>,
  { share, least }: DoubleEntry,
): readonly number[] {
  const placed = entered
    .map(number => ({
      number,
      hash: createHash('sha256').update(`double:${round}:${unit}:${number}`).digest('hex'),
    }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  // 0.07 × 100 is a little more than 7 in binary fractions.
  const wanted = Math.max(least, Math.ceil(entered.length * share - 1e-9))
  return placed
    .slice(0, wanted)
    .map(({ number }) => number)
    .sort((a, b) => a - b)
}

type Choices = Answer['choices']
type Choice = Choices[string]

/** A field that is compared: a question, or a row of a matrix. */
interface Field {
  readonly question: string
  readonly row?: string
}

const nameOf = ({ question, row }: Field) => (row === undefined ? question : `${question}[${row}]`)

function fieldsOf(...all: readonly Choices[]): readonly Field[] {
  const found = new Map<string, Field>()
  for (const choices of all) {
    for (const [question, value] of Object.entries(choices)) {
      const isRows = typeof value === 'object' && !Array.isArray(value)
      const fields: Field[] = isRows ? Object.keys(value).map(row => ({ question, row })) : [{ question }]
      for (const field of fields) found.set(nameOf(field), field)
    }
  }
  return [...found.values()]
}

/** What an entry says in a field; several ticked boxes in whatever order. */
function saidIn(choices: Choices, { question, row }: Field): unknown {
  const value = choices[question]
  if (row === undefined) return Array.isArray(value) ? [...value].map(String).sort() : value
  return typeof value === 'object' && !Array.isArray(value) ? value[row] : undefined
}

/** The fields that either entry answered, and those in which they differ. Free texts are not compared. */
export function compared(
  first: Choices,
  second: Choices,
): { readonly compared: readonly string[]; readonly differs: readonly string[] } {
  const fields = fieldsOf(first, second)
  const differs = fields.filter(field => !isDeepStrictEqual(saidIn(first, field), saidIn(second, field)))
  return { compared: fields.map(nameOf), differs: differs.map(nameOf) }
}

/** The choices as they are on paper: the first entry's, but for the fields in which the second one is right. */
export function onPaper(
  first: Choices,
  second: Choices,
  right: Readonly<Record<string, RightEntry>>,
): Choices {
  const next: Record<string, Choice> = { ...first }
  for (const field of fieldsOf(first, second)) {
    if (right[nameOf(field)] !== 'second') continue
    const { question, row } = field
    if (row === undefined) {
      const value = second[question]
      if (value === undefined) delete next[question]
      else next[question] = value
      continue
    }
    const [rows, others] = [rowsOf(next[question]), rowsOf(second[question])]
    const { [row]: _, ...rest } = rows
    const value = others[row]
    const joined = value === undefined ? rest : { ...rest, [row]: value }
    if (Object.keys(joined).length === 0) delete next[question]
    else next[question] = joined
  }
  return next
}

type Rows = Readonly<Record<string, string | number | boolean>>

function rowsOf(value: Choice | undefined): Rows {
  return typeof value === 'object' && !Array.isArray(value) ? value : {}
}

/** How well forms were typed. */
export interface TypingFigures {
  /** Forms that came on paper, were entered again, and still have a difference to be looked up. */
  readonly entered: number
  readonly again: number
  readonly open: number
  /** Answers that were set right. */
  readonly corrected: number
  /** Fields that were compared and looked up, and in how many of them the first and the second entry was wrong. */
  readonly fields: number
  readonly first: number
  readonly second: number
  /** Of the share of wrong fields in first entries, at 95 %. */
  readonly interval: Interval
}

export interface FieldTyping {
  readonly field: string
  readonly fields: number
  readonly first: number
  readonly second: number
}

/** The figures of some units, in all and by field, out of the counters of paper forms. */
export function typingFigures(
  counts: ReadonlyMap<string, number>,
  units: readonly string[],
): TypingFigures & { readonly byField: readonly FieldTyping[] } {
  const wanted = new Set(units)
  const sums = new Map<string, number>()
  for (const [name, count] of counts) {
    const bar = name.indexOf('|')
    if (!wanted.has(name.slice(0, bar))) continue
    const what = name.slice(bar + 1)
    sums.set(what, (sums.get(what) ?? 0) + count)
  }
  const of = (what: string) => sums.get(what) ?? 0
  const byField = [...sums.keys()]
    .filter(what => what.startsWith('=|'))
    .map(what => what.slice(2))
    .map(field => ({
      field,
      fields: of(`=|${field}`),
      first: of(`first|${field}`),
      second: of(`second|${field}`),
    }))
  const total = (key: 'fields' | 'first' | 'second') => byField.reduce((sum, one) => sum + one[key], 0)
  const [fields, first] = [total('fields'), total('first')]
  return {
    entered: of('entered'),
    again: of('again'),
    open: of('open') - of('settled'),
    corrected: of('corrected'),
    fields,
    first,
    second: total('second'),
    interval: wilson(fields === 0 ? 0 : first / fields, fields),
    byField,
  }
}

/** A compared field in words: its question, and what an entry says in it. */
export function saidOn(form: Form, name: string) {
  const bracket = name.endsWith(']') ? name.indexOf('[') : -1
  const field =
    bracket < 0 ? { question: name } : { question: name.slice(0, bracket), row: name.slice(bracket + 1, -1) }
  const question = form.question(field.question)
  const rows = question?.type === 'matrix' ? question.rows : []
  const row = rows.find(({ value }) => String(value) === field.row)
  const title = question?.title ?? plain(name)
  return {
    title: row ? together([title, row.text], '：') : title,
    saidBy: (choices: Choices): Text | undefined => {
      const value = saidIn(choices, field)
      if (value === undefined) return undefined
      return together(
        [value].flat().map(one => textOf(question, one)),
        '、',
      )
    },
  }
}

function textOf(question: Question | undefined, value: unknown): Text {
  if (question?.type === 'boolean')
    return value === question.valueTrue ? question.labelTrue : question.labelFalse
  const choices =
    question?.type === 'matrix' ? question.columns : question && 'choices' in question ? question.choices : []
  return choices.find(one => String(one.value) === String(value))?.text ?? plain(String(value))
}

const plain = (text: string): Text => ({ 'zh-CN': text, en: text })

function together(texts: readonly Text[], between: string): Text {
  return {
    'zh-CN': texts.map(text => text['zh-CN']).join(between),
    en: texts.map(text => text.en).join(between),
  }
}
