import { oneLine } from '../shared/one-line.ts'
import type { Text, Values } from '../shared/words.ts'
import { faults as say } from './import-words.ts'
import type { Columns, Row } from './spreadsheet.ts'
import type { UnitTree } from './tree.ts'
import { type Level, levels, mayBeUnder, type Unit, unitSchema } from './unit.ts'

/** The columns of a units file and the headings under which they are known. */
export const unitColumns = {
  code: { headings: ['代码', '编码', '单位代码', '区划代码', '统计用区划代码'], required: true },
  level: { headings: ['级别', '层级', '单位级别'], required: true },
  name: { headings: ['名称', '单位名称'], required: true },
  parent: { headings: ['上级', '上级代码', '上级单位', '上级单位代码'], required: true },
  population: { headings: ['人口', '人口数', '常住人口'], required: false },
  households: { headings: ['户数', '家庭户数'], required: false },
  opened: { headings: ['设立日期', '成立日期'], required: false },
  closed: { headings: ['撤销日期'], required: false },
} as const satisfies Columns<string>
type Column = keyof typeof unitColumns

export interface ImportFault {
  readonly line: number
  readonly text: Text
  readonly values: Values
}

/** What an import would do. With faults, nothing is imported. */
export interface ImportPlan {
  readonly faults: readonly ImportFault[]
  readonly added: readonly Unit[]
  readonly updated: readonly Unit[]
  readonly unchanged: readonly Unit[]
  /** In the store but not in the file: they stay, and the person is told. */
  readonly kept: readonly Unit[]
}

/** Checks a units file against itself and against the units that exist. Optional columns that are absent keep what is stored. */
export function planImport(rows: readonly Row<Column>[], tree: UnitTree): ImportPlan {
  const faults: ImportFault[] = []
  const read: { line: number; unit: Unit }[] = []
  const lines = new Map<string, number>()
  for (const row of rows) {
    const code = row.cells.code ?? ''
    const first = lines.get(code)
    if (code !== '' && first !== undefined) {
      faults.push({ line: row.line, text: say.doubleCode, values: { code, first } })
      continue
    }
    lines.set(code, row.line)
    const unit = readUnit(row, tree.find(code))
    if (Array.isArray(unit)) faults.push(...unit)
    else read.push({ line: row.line, unit })
  }
  const known = new Map([...tree.all, ...read.map(({ unit }) => unit)].map(unit => [unit.id, unit]))
  for (const { line, unit } of read) faults.push(...placeFaults(line, unit, known, lines, tree))
  faults.push(...districtFaults(read))
  faults.sort((a, b) => a.line - b.line)
  const imported = read.map(({ unit }) => unit)
  return {
    faults,
    added: imported.filter(unit => !tree.find(unit.id)),
    updated: imported.filter(unit => differs(unit, tree.find(unit.id))),
    unchanged: imported.filter(unit => tree.find(unit.id) && !differs(unit, tree.find(unit.id))),
    kept: tree.all.filter(unit => !lines.has(unit.id)),
  }
}

function readUnit(row: Row<Column>, stored: Unit | undefined): Unit | ImportFault[] {
  const { code, level, name, parent, ...rest } = row.cells
  const parsed = unitSchema.safeParse({
    ...stored,
    id: code,
    level: level === undefined ? undefined : levelOf(level),
    name: name && oneLine(name),
    parent: parent ?? null,
    ...(rest.population === undefined ? {} : { population: numberOf(rest.population) }),
    ...(rest.households === undefined ? {} : { households: numberOf(rest.households) }),
    ...(rest.opened === undefined ? {} : { opened: dateOf(rest.opened) }),
    ...(rest.closed === undefined ? {} : { closed: dateOf(rest.closed) }),
  })
  if (parsed.success) {
    const { opened, closed } = parsed.data
    if (opened === undefined || closed === undefined || opened < closed) return parsed.data
    return [{ line: row.line, text: say.closedFirst, values: { opened, closed } }]
  }
  const columns = new Set(parsed.error.issues.map(issue => (issue.path[0] === 'id' ? 'code' : issue.path[0])))
  return [...columns].map(column => faultIn(row, column as Column))
}

function faultIn(row: Row<Column>, column: Column): ImportFault {
  const value = row.cells[column]
  const text = value === undefined ? say.emptyCell : say[column]
  return { line: row.line, text, values: { column: say.columns[column], value: value ?? '' } }
}

function placeFaults(
  line: number,
  unit: Unit,
  known: ReadonlyMap<string, Unit>,
  lines: ReadonlyMap<string, number>,
  tree: UnitTree,
): ImportFault[] {
  const faults: ImportFault[] = []
  const values = { name: unit.name, parent: unit.parent ?? '' }
  const parent = unit.parent === null ? undefined : known.get(unit.parent)
  const stored = tree.find(unit.id)
  if (stored && stored.level !== unit.level) faults.push({ line, text: say.levelChanged, values })
  // A parent that stands in the file with a fault of its own is not reported a second time here.
  if (unit.parent !== null && !parent && !lines.has(unit.parent)) {
    faults.push({ line, text: say.unknownParent, values })
  } else if ((unit.parent === null || parent) && !mayBeUnder(unit.level, parent?.level)) {
    faults.push({ line, text: unit.parent === null ? say.noParent : say.wrongParent, values })
  }
  return faults
}

/** One store holds one district. */
function districtFaults(read: readonly { line: number; unit: Unit }[]): ImportFault[] {
  const [, ...more] = read.filter(({ unit }) => unit.level === 'district')
  return more.map(({ line, unit }) => ({ line, text: say.secondDistrict, values: { name: unit.name } }))
}

function differs(unit: Unit, stored: Unit | undefined): boolean {
  if (!stored) return false
  return (Object.keys(unit) as (keyof Unit)[]).some(key => unit[key] !== stored[key])
}

function levelOf(text: string): Level | undefined {
  const plain = text.trim().toLowerCase()
  return levels.find(level => level === plain || say.levels[level].includes(plain))
}

function numberOf(text: string): number {
  return Number(text.replace(/[,，\s]/g, ''))
}

/** Dates as people write them in sheets: 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105. */
function dateOf(text: string): string {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.trim())
  if (!found) return text
  const [, year = '', month = '', day = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
