import type { Form, Question, RankingQuestion } from './form.ts'
import type { AnswerError, Data } from './verdict.ts'
import { answerError } from './well-formed.ts'

/** A posted form: a field's value, or its values where it came several times. */
export type Posted = Readonly<Record<string, string | readonly string[]>>

export interface ReadAnswers {
  /** What was typed, coerced to the types of the questions where that is possible; fields left empty are not there. */
  readonly answers: Data
  /** Fields that belong to no question, and fields that came twice where one was asked for. */
  readonly errors: readonly AnswerError[]
}

/**
 * Turns a posted HTML form into answers. Controls carry the question's name; a matrix posts `name[row]`, a ranking
 * `name[choice]` with the place, a comment `name-Comment`, ticked boxes repeat the name. Fields that begin with `_` and
 * those in `own` are the page's, not the form's, and are passed over.
 */
export function readAnswers(form: Form, posted: Posted, own: readonly string[] = []): ReadAnswers {
  // Keys are names of questions and of their comments only, which cannot be `__proto__`.
  const answers: Record<string, unknown> = {}
  const errors: AnswerError[] = []
  const parts = new Map<string, [string, string][]>()
  for (const field in posted) {
    const value = posted[field]
    if (value === undefined || field.startsWith('_') || own.includes(field)) continue
    const asked = form.question(field)
    if (asked && typeof value === 'string') {
      // Nearly every field is like this: one value for a question.
      if (value.trim() !== '') answers[field] = coerced(asked, [value])
      continue
    }
    const all = typeof value === 'string' ? [value] : value
    const given = all.filter(text => text.trim() !== '')
    const part = partOf(field)
    const question = form.question(part?.name ?? field)
    const isPart = part !== undefined && (question?.type === 'matrix' || question?.type === 'ranking')
    const commented = field.endsWith('-Comment') && form.question(field.slice(0, -'-Comment'.length))
    if (isPart && question) {
      const rows = parts.get(question.name) ?? []
      for (const text of given) rows.push([part.row, text])
      parts.set(question.name, rows)
      if (given.length > 1) errors.push(answerError(question.name, 'severalanswers'))
    } else if (commented) {
      if (given[0] !== undefined) answers[field] = lines(given[0])
      if (given.length > 1) errors.push(answerError(commented.name, 'severalanswers'))
    } else if (question && part === undefined) {
      if (given.length > 1 && question.type !== 'checkbox')
        errors.push(answerError(question.name, 'severalanswers'))
      if (given[0] !== undefined) answers[field] = coerced(question, given)
    } else errors.push(answerError(field, 'unknownquestion', { name: field }))
  }
  for (const [name, rows] of parts) {
    const question = form.question(name)
    if (question && rows.length > 0) answers[name] = assembled(question, rows)
  }
  return { answers, errors }
}

/** `grid[row]` → `grid` and `row`. Names of questions hold no brackets. */
function partOf(field: string): { readonly name: string; readonly row: string } | undefined {
  const at = field.indexOf('[')
  if (at < 1 || !field.endsWith(']')) return undefined
  return { name: field.slice(0, at), row: field.slice(at + 1, -1) }
}

/** Browsers end lines with two characters and count them as one. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function coerced(question: Question, given: readonly string[]): unknown {
  const [text = ''] = given
  switch (question.type) {
    case 'text':
      return question.inputType === 'number' ? numberFrom(text) : lines(text)
    case 'comment':
      return lines(text)
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return choiceFor(question.choices, text)
    case 'checkbox':
      return given.map(one => choiceFor(question.choices, one))
    case 'boolean': {
      const known = [question.valueTrue, question.valueFalse].find(value => String(value) === text)
      return known ?? text
    }
    case 'matrix':
    case 'ranking':
    case 'html':
    case 'expression':
      return text
  }
}

/** Full-width digits, as Chinese input methods give them, are numbers too. */
function numberFrom(text: string): number | string {
  const plain = text.normalize('NFKC').trim()
  return /^-?\d+(\.\d+)?$/.test(plain) && plain.length <= 16 ? Number(plain) : text
}

function choiceFor(choices: readonly { readonly value: string | number }[], text: string): string | number {
  for (const { value } of choices) if (value === text || String(value) === text) return value
  return text
}

function assembled(question: Question, rows: readonly (readonly [string, string])[]): unknown {
  if (question.type === 'ranking') return ranked(question, rows)
  if (question.type !== 'matrix') return undefined
  return Object.fromEntries(rows.map(([row, text]) => [row, choiceFor(question.columns, text)]))
}

/** The choices in the order of their places; those whose place is taken already are left out, and so told as missing. */
function ranked(question: RankingQuestion, rows: readonly (readonly [string, string])[]): readonly unknown[] {
  const places = new Map<number, unknown>()
  for (const [choice, place] of rows) {
    const at = Number(place)
    if (!places.has(at)) places.set(at, choiceFor(question.choices, choice))
  }
  return [...places].sort(([a], [b]) => a - b).map(([, choice]) => choice)
}
