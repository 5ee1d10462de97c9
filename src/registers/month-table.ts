import type { Cell } from '../shared/csv.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Say } from '../shared/words.ts'
import type { Columns } from '../units/spreadsheet.ts'
import type { Unit } from '../units/unit.ts'
import { enterMonth, type GroupList, type MonthCounts, openGroups, plain } from './groups.ts'
import { no } from './refusals.ts'
import type { Hand } from './sheet.ts'
import { readUnitTable, type TableRead, type UnitColumn, unitColumns } from './unit-table.ts'
import { words } from './words.ts'

type MonthColumn = 'group' | 'month' | 'activities' | 'publicity'

/** What member groups did, a line for a group and month; known by their titles in either language. */
const columns = {
  ...unitColumns,
  group: { headings: ['小组', '小组名称', '名称或编号', 'group', 'name or number'], required: true },
  month: { headings: ['月份', 'month'], required: true },
  activities: { headings: ['活动', '活动次数', 'activities'], required: false },
  publicity: { headings: ['宣传', '宣传次数', 'publicity'], required: false },
} satisfies Columns<UnitColumn | MonthColumn>

/** The counts of some months as a table, headings first; what it gives out it takes in again. */
export function monthRows(
  communities: readonly Unit[],
  groupsOf: (unit: string) => GroupList | undefined,
  months: readonly string[],
  t: Say,
): Cell[][] {
  const headings = [
    words.code,
    words.unitName,
    words.groupName,
    words.month,
    words.activities,
    words.publicity,
  ]
  return [
    headings.map(heading => t(heading)),
    ...communities.flatMap(({ id, name }) => {
      const list = groupsOf(id)
      const groups = list ? openGroups(list) : []
      return months.flatMap(month =>
        groups.map(group => {
          const known = group.months[month]
          return [id, name, group.name, month, known?.activities, known?.publicity]
        }),
      )
    }),
  ]
}

/** What a line says of a group's month; what it leaves out stays as it is. */
export interface MonthEntry {
  readonly no: number
  readonly month: string
  readonly activities?: number
  readonly publicity?: number
}

/** The counts that a table names, by community; lines without any are passed over. */
export async function readMonthTable(
  bytes: Uint8Array,
  communities: readonly Unit[],
  groupsOf: (unit: string) => GroupList | undefined,
  /** The months that may be entered. */
  months: readonly string[],
): Promise<TableRead<ReadonlyMap<string, readonly MonthEntry[]>>> {
  const read = await readUnitTable<MonthColumn>(bytes, columns, communities)
  if (isRefusal(read)) return read
  const faults = [...read.faults]
  const entries = new Map<string, MonthEntry[]>()
  const seen = new Set<string>()
  for (const { unit, row } of read.entries) {
    const { group: name, month: typed = '', activities, publicity } = row.cells
    if (name === undefined || (activities === undefined && publicity === undefined)) continue
    const fault = ({ text, values }: Refusal) => faults.push({ line: row.line, text, values })
    const list = groupsOf(unit.id)
    const group = list && openGroups(list).find(each => plain(each.name) === plain(name))
    const month = readMonth(typed)
    const counts = { ...counted('activities', activities), ...counted('publicity', publicity) }
    const key = `${unit.id} ${group?.no} ${month}`
    if (!group) fault(no.noSuchGroup({ unit: unit.name, group: name }))
    else if (!month || !months.includes(month)) fault(no.monthOutside({ month: typed }))
    else if (Object.values(counts).includes(Number.NaN)) fault(no.badCounts())
    else if (seen.has(key)) fault(no.monthTwice({ group: name, month }))
    else entries.set(unit.id, [...(entries.get(unit.id) ?? []), { no: group.no, month, ...counts }])
    seen.add(key)
  }
  return { entries, faults }
}

/** `2026-03`, as people and spreadsheets write months: `2026年3月`, `2026/3`, or a day in it. */
function readMonth(text: string): string | undefined {
  const [, year, month] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*月|[-/.]\d{1,2}.*)?$/.exec(text.normalize('NFKC').trim()) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}` : undefined
}

function counted(what: keyof MonthCounts, text: string | undefined) {
  if (text === undefined) return {}
  const count = text.normalize('NFKC').trim()
  return { [what]: /^\d{1,2}$/.test(count) ? Number(count) : Number.NaN }
}

/** Enters what a table says of a community, month by month. */
export function enterMonths(
  list: GroupList,
  entries: readonly MonthEntry[],
  hand: Hand & { readonly months: readonly string[] },
): GroupList | Refusal {
  let next: GroupList | Refusal = list
  for (const month of [...new Set(entries.map(entry => entry.month))].sort()) {
    if (isRefusal(next)) return next
    const { groups } = next
    const counts = new Map(
      entries
        .filter(entry => entry.month === month)
        .map(({ no: number, month: _, ...given }): [number, MonthCounts] => {
          const known = groups.find(group => group.no === number)?.months[month]
          return [number, { activities: 0, publicity: 0, ...known, ...given }]
        }),
    )
    next = enterMonth(next, month, counts, hand)
  }
  return next
}
