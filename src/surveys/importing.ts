import type { Form } from '../forms/form.ts'
import { punctuation } from '../shared/punctuation.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import type { Lang, Say } from '../shared/words.ts'
import { readTable } from '../units/spreadsheet.ts'
import { paperId } from './answer.ts'
import type { DayAndHour } from './calendar.ts'
import { type Entered, type Entering, enterPaper } from './entering.ts'
import { no } from './refusals.ts'
import { isStored } from './responding.ts'
import { numberFault, readSheet, type SheetFault, type SheetForm } from './sheet.ts'
import { readableColumns, sheetColumns } from './sheet-columns.ts'
import { sheetWords } from './sheet-words.ts'
import { answers } from './store.ts'

/** What importing a table does, or would do. With faults, nothing is imported. */
export interface SheetPlan {
  readonly faults: readonly SheetFault[]
  readonly added: readonly SheetForm[]
  /** Those that were entered before with the same answers. */
  readonly unchanged: readonly SheetForm[]
}

export interface Sheet extends Entered {
  readonly form: Form
  readonly bytes: Uint8Array
}

/** Checks a table of answers on paper against the form and against what is stored; changes nothing. */
export async function planSheet(
  store: Store,
  { round, unit, form, bytes }: Sheet,
  { today }: DayAndHour,
): Promise<SheetPlan | Refusal> {
  // A file that holds codes beside answers would link them for as long as somebody keeps it.
  if (round.coded) return no.codedByHand()
  const columns = sheetColumns(form)
  const rows = await readTable(bytes, readableColumns(columns))
  if (isRefusal(rows)) {
    if (rows.code !== 'missingColumns') return rows
    const missing = String(rows.values.columns).split(', ')
    const names = columns.filter(({ field }) => missing.includes(field))
    const said = (lang: Lang) => names.map(({ heading }) => heading[lang]).join(punctuation.semicolon[lang])
    return no.missingQuestions({ columns: { 'zh-CN': said('zh-CN'), en: said('en') } })
  }
  const { forms, faults } = readSheet(rows, columns, form, today)
  const plan = { faults: [...faults], added: [] as SheetForm[], unchanged: [] as SheetForm[] }
  for (const one of faults.length === 0 ? forms : []) {
    const id = paperId(round.id, unit.code, one.number)
    if (!(await store.fact(answers, round.id, id))) plan.added.push(one)
    else if (await isStored(store, round, form, one.posted, { id, unit: unit.code })) plan.unchanged.push(one)
    else plan.faults.push(numberFault(one.line, sheetWords.numberTaken, { number: one.number }))
  }
  return plan
}

/** Answers that are written at once. */
const written = 200

/** Imports a table in which nothing is wrong; one with faults is told and left alone. */
export async function importSheet(
  store: Store,
  sheet: Sheet,
  at: DayAndHour & Pick<Entering, 'typist'>,
): Promise<SheetPlan | Refusal> {
  const plan = await planSheet(store, sheet, at)
  if (isRefusal(plan) || plan.faults.length > 0) return plan
  const faults: SheetFault[] = []
  // Those that are there already, too: of one whose import broke off it may not be kept yet who typed it.
  const all = [...plan.added, ...plan.unchanged]
  for (let from = 0; from < all.length; from += written) {
    const some = all.slice(from, from + written)
    const outcomes = await Promise.all(some.map(one => enterPaper(store, { ...sheet, ...one }, at)))
    outcomes.forEach(({ kind }, index) => {
      const one = some[index]
      // Somebody typed this number in since it was looked up.
      if (kind !== 'stored' && one)
        faults.push(numberFault(one.line, sheetWords.numberTaken, { number: one.number }))
    })
  }
  return { ...plan, faults }
}

/** Faults that are listed; somebody who chose a wrong file is not helped by thousands. */
const mostListed = 200

export function faultLines({ faults }: SheetPlan, t: Say): readonly string[] {
  const sorted = faults.toSorted((a, b) => a.line - b.line)
  const lines = sorted
    .slice(0, mostListed)
    .map(({ line, column, text, values }) =>
      t(sheetWords.faultAt, { line, column: t(column), text: t(text, values) }),
    )
  const more = faults.length - lines.length
  return more > 0 ? [...lines, t(sheetWords.moreFaults, { count: more })] : lines
}
