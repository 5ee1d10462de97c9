import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Text, Values } from '../shared/words.ts'
import { type Columns, type Row, readTable } from '../units/spreadsheet.ts'
import type { Unit } from '../units/unit.ts'
import { words } from './words.ts'

export interface TableFault {
  readonly line: number
  readonly text: Text
  readonly values: Values
}

/** By which columns a line says whose it is. */
export type UnitColumn = 'unit' | 'name'

/** By its code, or by a name that only one has. */
export const unitColumns = {
  unit: { headings: ['代码', '单位代码', 'code', '单位', '社区', '街道'], required: true },
  name: { headings: ['名称', '单位名称', 'unit name'], required: false },
} satisfies Columns<UnitColumn>

/** What a table says, with what is wrong with it; a refusal where it is no table. */
export type TableRead<Entries> =
  | { readonly entries: Entries; readonly faults: readonly TableFault[] }
  | Refusal

export interface UnitRow<C extends string> {
  readonly unit: Unit
  readonly row: Row<C>
}

/** The lines of a table by the unit that each is about; a line about none of `units` is a fault. */
export async function readUnitTable<C extends string>(
  bytes: Uint8Array,
  columns: Columns<C | UnitColumn>,
  units: readonly Unit[],
): Promise<TableRead<readonly UnitRow<C | UnitColumn>[]>> {
  const read = await readTable<C | UnitColumn>(bytes, columns)
  if (isRefusal(read)) return read
  const faults: TableFault[] = []
  const entries = read.flatMap((row): UnitRow<C | UnitColumn>[] => {
    const cells: Readonly<Partial<Record<UnitColumn, string>>> = row.cells
    const text = cells.unit ?? cells.name ?? ''
    const unit = findUnit(text, units)
    if (unit) return [{ unit, row }]
    faults.push({ line: row.line, text: words.noSuchUnit, values: { unit: text } })
    return []
  })
  return { entries, faults }
}

function findUnit(text: string, units: readonly Unit[]): Unit | undefined {
  const named = units.filter(unit => unit.name === text)
  return units.find(unit => unit.id === text) ?? (named.length === 1 ? named[0] : undefined)
}
