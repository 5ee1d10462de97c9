import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Answer } from './answer.ts'
import type { FormAt, RightEntry } from './paper-form.ts'
import type { Standard } from './standard.ts'

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
export interface Field {
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
export function saidIn(choices: Choices, { question, row }: Field): unknown {
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
