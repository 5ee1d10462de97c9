import { type Posted, readAnswers } from '../forms/answers.ts'
import type { Form } from '../forms/form.ts'
import type { AnswerError } from '../forms/verdict.ts'
import { formWords } from '../forms/words.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Text, Values } from '../shared/words.ts'
import type { Row } from '../units/spreadsheet.ts'
import { numberField, type SheetColumn } from './sheet-columns.ts'
import { sheetWords } from './sheet-words.ts'

/** A fault of a table, by its line (the headings are line 1) and its column. */
export interface SheetFault {
  readonly line: number
  readonly column: Text
  readonly text: Text
  readonly values: Values
}

/** A questionnaire as the table gives it. */
export interface SheetForm {
  readonly line: number
  readonly number: number
  readonly posted: Posted
}

export interface SheetRead {
  readonly forms: readonly SheetForm[]
  readonly faults: readonly SheetFault[]
}

/** Reads a table's lines and checks each one as the form checks what is typed on its page. */
export function readSheet(
  rows: readonly Row<string>[],
  columns: readonly SheetColumn[],
  form: Form,
  today: PlainDate,
): SheetRead {
  const forms: SheetForm[] = []
  const faults: SheetFault[] = []
  const lines = new Map<number, number>()
  for (const { line, cells } of rows) {
    const number = numberIn(cells[numberField] ?? '')
    const posted = postedBy(cells, columns)
    const read = readAnswers(form, posted)
    const errors = [...read.errors, ...form.validate(read.answers, { today }).errors]
    const first = number === undefined ? undefined : lines.get(number)
    if (number === undefined) faults.push(numberFault(line, sheetWords.badNumber))
    else if (first !== undefined) faults.push(numberFault(line, sheetWords.doubleNumber, { number, first }))
    else lines.set(number, line)
    faults.push(...errors.map(error => faultOf(error, line, cells, columns)))
    if (number !== undefined) forms.push({ line, number, posted })
  }
  return { forms, faults }
}

/** A fault of the number that stands on the paper. */
export function numberFault(line: number, text: Text, values: Values = {}): SheetFault {
  return { line, column: sheetWords.number, text, values }
}

function numberIn(cell: string): number | undefined {
  const plain = cell.normalize('NFKC').trim()
  const number = /^\d{1,6}$/.test(plain) ? Number(plain) : 0
  return number >= 1 ? number : undefined
}

type Cells = Row<string>['cells']

/** A line as the form's page would post it. */
function postedBy(cells: Cells, columns: readonly SheetColumn[]): Posted {
  const fields = columns.flatMap((column): [string, string | readonly string[]][] => {
    const cell = cells[column.field]
    if (cell === undefined || column.field === numberField) return []
    return [[column.field, column.several ? severalIn(cell, column) : valueIn(cell, column)]]
  })
  return Object.fromEntries(fields)
}

/** The value of the choice that a cell names in either language; what names none is left for the form to refuse. */
function valueIn(cell: string, { choices = [] }: SheetColumn): string {
  const wanted = plain(cell)
  const byValue = choices.find(({ value }) => plain(String(value)) === wanted)
  const named = byValue ?? choices.find(({ text }) => Object.values(text).some(one => plain(one) === wanted))
  return named ? String(named.value) : cell
}

function severalIn(cell: string, column: SheetColumn): readonly string[] {
  const whole = valueIn(cell, column)
  if (whole !== cell) return [whole]
  return cell
    .split(/[;；、|\n]/)
    .filter(part => part.trim() !== '')
    .map(part => valueIn(part.trim(), column))
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

function faultOf(
  error: AnswerError,
  line: number,
  cells: Cells,
  columns: readonly SheetColumn[],
): SheetFault {
  const of = columns.filter(({ question }) => question === error.question)
  const column = of.find(({ row }) => row !== undefined && row === error.row) ?? of[0]
  const value = column && cells[column.field]
  const heading = column?.heading ?? formWords.untitled
  if (value === undefined) return { line, column: heading, text: error.text, values: {} }
  const values = { text: error.text, value: value.slice(0, 40) }
  return { line, column: heading, text: sheetWords.given, values }
}
