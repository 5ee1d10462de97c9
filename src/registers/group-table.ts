import type { Cell } from '../shared/csv.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Say } from '../shared/words.ts'
import type { Columns } from '../units/spreadsheet.ts'
import type { Unit } from '../units/unit.ts'
import { readValue } from './fields.ts'
import { type GroupEntry, type GroupList, groupFault, openGroups, plain } from './groups.ts'
import { no } from './refusals.ts'
import { readUnitTable, type TableRead, type UnitColumn, unitColumns } from './unit-table.ts'
import { words } from './words.ts'

type GroupColumn = 'group' | 'covers' | 'leader'

/** The columns of the roster of member groups, known by their titles in either language. */
const columns = {
  ...unitColumns,
  group: { headings: ['小组', '小组名称', '名称或编号', 'group', 'name or number'], required: true },
  covers: { headings: ['覆盖楼栋或网格', '覆盖范围', 'buildings or grid'], required: false },
  leader: { headings: ['组长在岗', 'the leader’s post is filled'], required: false },
} satisfies Columns<UnitColumn | GroupColumn>

/** The groups of communities as a table, headings first; what it gives out it takes in again. */
export function groupRows(
  communities: readonly Unit[],
  groupsOf: (unit: string) => GroupList | undefined,
  t: Say,
): Cell[][] {
  const headings = [words.code, words.unitName, words.groupName, words.covers, words.leaderFilled]
  return [
    headings.map(heading => t(heading)),
    ...communities.flatMap(({ id, name }) => {
      const list = groupsOf(id)
      const groups = list ? openGroups(list) : []
      // A community without groups has a line to be filled in.
      return groups.length === 0
        ? [[id, name, null, null, null]]
        : groups.map(group => [
            ...[id, name, group.name, group.covers],
            t(group.leader ? words.yes : words.no),
          ])
    }),
  ]
}

/** The groups that a table names, by community; lines without a group are passed over. */
export async function readGroupTable(
  bytes: Uint8Array,
  communities: readonly Unit[],
): Promise<TableRead<ReadonlyMap<string, readonly GroupEntry[]>>> {
  const read = await readUnitTable<GroupColumn>(bytes, columns, communities)
  if (isRefusal(read)) return read
  const faults = [...read.faults]
  const entries = new Map<string, readonly GroupEntry[]>()
  for (const { unit, row } of read.entries) {
    const { group: name, covers, leader } = row.cells
    if (name === undefined) continue
    const filled = leader === undefined ? undefined : readValue('yesNo', leader)
    const own = entries.get(unit.id) ?? []
    const refusal =
      groupFault({ name, covers: covers ?? '' }) ??
      (own.some(each => plain(each.name) === plain(name)) ? no.groupTwice({ name }) : undefined)
    if (refusal) faults.push({ line: row.line, text: refusal.text, values: refusal.values })
    if (leader !== undefined && filled === undefined)
      faults.push({
        line: row.line,
        text: words.badValue,
        values: { field: words.leaderFilled, hint: words.hintYesNo },
      })
    const entry = { name, ...(covers !== undefined && { covers }) }
    entries.set(unit.id, [...own, typeof filled === 'boolean' ? { ...entry, leader: filled } : entry])
  }
  return { entries, faults }
}
