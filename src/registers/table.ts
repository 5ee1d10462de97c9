import type { Cell } from '../shared/csv.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Say, Text } from '../shared/words.ts'
import type { Columns, Row } from '../units/spreadsheet.ts'
import type { Unit } from '../units/unit.ts'
import { type FieldName, fieldNames, fieldOf, fields, type Kind, readValue, type Value } from './fields.ts'
import type { Sheet, Wanted } from './sheet.ts'
import { readUnitTable, type TableFault, type TableRead, type UnitColumn, unitColumns } from './unit-table.ts'
import { fieldTitle, words } from './words.ts'

/** The columns of a register as a table, known by their titles in either language. */
const columns = {
  ...unitColumns,
  ...(Object.fromEntries(
    fieldNames.map(name => {
      const title = fieldTitle(name)
      return [name, { headings: [title['zh-CN'].toLowerCase(), title.en.toLowerCase()], required: false }]
    }),
  ) as unknown as Columns<FieldName>),
} satisfies Columns<UnitColumn | FieldName>

export interface TableEntry {
  readonly line: number
  readonly unit: Unit
  readonly wanted: Wanted
}

/** The registers of units as a table, headings first; what it gives out it takes in again. */
export function registerRows(
  units: readonly Unit[],
  sheetOf: (unit: string) => Sheet | undefined,
  t: Say,
): Cell[][] {
  const own = fields.filter(field => units.some(unit => unit.level === field.level))
  return [
    [t(words.code), t(words.unitName), ...own.map(({ name }) => t(fieldTitle(name)))],
    ...units.map(unit => [
      unit.id,
      unit.name,
      ...own.map(({ name }) => cellOf(sheetOf(unit.id)?.values[name], t)),
    ]),
  ]
}

function cellOf(value: Value | undefined, t: Say): Cell {
  return typeof value === 'boolean' ? t(value ? words.yes : words.no) : value
}

/** Reads such a table; `units` are those that the person may enter for. With faults, nothing is to be entered. */
export async function readRegister(
  bytes: Uint8Array,
  units: readonly Unit[],
): Promise<TableRead<readonly TableEntry[]>> {
  const read = await readUnitTable<FieldName>(bytes, columns, units)
  if (isRefusal(read)) return read
  const faults = [...read.faults]
  const seen = new Set<string>()
  const entries = read.entries.flatMap(({ row, unit }): TableEntry[] => {
    const { line } = row
    if (seen.has(unit.id)) {
      faults.push({ line, text: words.doubleUnit, values: { unit: unit.name } })
      return []
    }
    seen.add(unit.id)
    const { wanted, faults: own } = readRow(row, unit)
    faults.push(...own)
    return [{ line, unit, wanted }]
  })
  return { entries, faults }
}

function readRow(
  row: Row<FieldName | UnitColumn>,
  unit: Unit,
): { wanted: Wanted; faults: readonly TableFault[] } {
  const wanted: Partial<Record<FieldName, Value>> = {}
  const faults: TableFault[] = []
  for (const name of fieldNames) {
    const cell = row.cells[name]
    if (cell === undefined) continue
    const { kind, level } = fieldOf(name)
    const field = fieldTitle(name)
    const value = readValue(kind, cell)
    if (level !== unit.level) faults.push({ line: row.line, text: words.notForLevel, values: { field } })
    else if (value === undefined)
      faults.push({ line: row.line, text: words.badValue, values: { field, hint: hintOf(kind) } })
    else wanted[name] = value
  }
  return { wanted, faults }
}

export function hintOf(kind: Kind): Text {
  switch (kind) {
    case 'yuan':
      return words.hintYuan
    case 'count':
      return words.hintCount
    case 'yesNo':
      return words.hintYesNo
    case 'date':
      return words.hintDate
  }
}

export function saidValue(value: Value | null | undefined, t: Say): string {
  if (value === null || value === undefined) return t(words.empty)
  return typeof value === 'boolean' ? t(value ? words.yes : words.no) : String(value)
}

/** What was typed on the page for the fields that are asked; an empty field is emptied. */
export function readTyped(
  typed: Readonly<Record<string, string>>,
  asked: readonly FieldName[],
  t: Say,
): { readonly wanted: Wanted; readonly faults: Readonly<Record<string, string>> } {
  const wanted: Partial<Record<FieldName, Value | null>> = {}
  const faults: Record<string, string> = {}
  for (const name of asked) {
    const text = typed[name]?.trim() ?? ''
    const { kind } = fieldOf(name)
    const value = text === '' ? null : readValue(kind, text)
    if (value === undefined) faults[name] = t(words.badValue, { field: fieldTitle(name), hint: hintOf(kind) })
    else wanted[name] = value
  }
  return { wanted, faults }
}
