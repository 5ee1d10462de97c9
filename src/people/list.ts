import type { Actor, Role } from '../shared/actor.ts'
import { roles } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import type { Text, Values } from '../shared/words.ts'
import { type Columns, type Row, readTable } from '../units/spreadsheet.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { levelFor } from './appointing.ts'
import { listWords as say } from './list-words.ts'
import { nameSchema, postSchema } from './person.ts'
import { addInvited, type Invited, type Invitee, whyNotInvite } from './register.ts'

/** The columns of a list of people and the headings under which they are known. */
const listColumns = {
  name: { headings: ['姓名', '名字'], required: true },
  role: { headings: ['角色', '身份'], required: true },
  unit: { headings: ['单位', '单位代码', '单位名称', '所在单位'], required: true },
  post: { headings: ['职务', '职位'], required: false },
} as const satisfies Columns<string>
type Column = keyof typeof listColumns

interface ListFault {
  readonly line: number
  readonly text: Text
  readonly values: Values
}

interface ListedInvitee extends Invitee {
  readonly line: number
}

/** What a list would do; with faults, nobody is invited. */
export interface ListPlan {
  readonly faults: readonly ListFault[]
  readonly invitees: readonly ListedInvitee[]
}

/** Checks a list against the actor's rights and the people who are here; changes nothing. */
export async function checkList(kit: Kit, actor: Actor, bytes: Uint8Array): Promise<ListPlan | Refusal> {
  const rows = await readTable(bytes, listColumns)
  return isRefusal(rows) ? rows : planList(kit.store, actor, rows)
}

/** Invites everybody on a list, or nobody when anything is wrong with it; then the plan says what. */
export async function inviteList(
  kit: Kit,
  actor: Actor,
  bytes: Uint8Array,
): Promise<readonly Invited[] | ListPlan | Refusal> {
  const rows = await readTable(bytes, listColumns)
  if (isRefusal(rows)) return rows
  return kit.store.write(actor.id, async tx => {
    const plan = await planList(tx, actor, rows)
    if (plan.faults.length > 0) return plan
    const invited: Invited[] = []
    for (const invitee of plan.invitees) invited.push(await addInvited(kit, tx, actor, invitee))
    return invited
  })
}

async function planList(from: Reading, actor: Actor, rows: readonly Row<Column>[]): Promise<ListPlan> {
  const tree = await readTree(from)
  const faults: ListFault[] = []
  const invitees: ListedInvitee[] = []
  const lines = new Map<string, number>()
  if (rows.length === 0) faults.push({ line: 2, text: say.empty, values: {} })
  for (const row of rows) {
    const read = readRow(row, tree)
    if (!('duty' in read)) {
      faults.push(...read)
      continue
    }
    const key = JSON.stringify([read.name, read.duty.role, read.duty.unit])
    const first = lines.get(key)
    const refused = await whyNotInvite(from, actor, tree, read)
    if (first !== undefined) faults.push({ line: row.line, text: say.twice, values: { first } })
    else if (refused) faults.push({ line: row.line, text: refused.text, values: refused.values })
    else invitees.push(read)
    lines.set(key, first ?? row.line)
  }
  return { faults, invitees }
}

function readRow({ line, cells }: Row<Column>, tree: UnitTree): ListedInvitee | readonly ListFault[] {
  const faults: ListFault[] = []
  const fault = (text: Text, values: Values) => faults.push({ line, text, values })
  for (const column of ['name', 'role', 'unit'] as const) {
    if (cells[column] === undefined) fault(say.emptyCell, { column: say.columns[column] })
  }
  const name = nameSchema.safeParse(cells.name)
  if (cells.name !== undefined && !name.success) fault(say.tooLong, { column: say.columns.name })
  const post = postSchema.optional().safeParse(cells.post)
  if (!post.success) fault(say.tooLong, { column: say.columns.post })
  const role = cells.role === undefined ? undefined : roleOf(cells.role)
  if (cells.role !== undefined && !role) fault(say.unknownRole, { value: cells.role })
  const found = cells.unit === undefined ? [] : unitsCalled(cells.unit, role, tree)
  const [unit] = found
  if (cells.unit !== undefined && !unit) fault(say.unknownUnit, { value: cells.unit })
  if (cells.unit !== undefined && found.length > 1) {
    const codes = found.map(each => each.id).join('、')
    fault(say.unclearUnit, { value: cells.unit, count: found.length, codes })
  }
  if (faults.length > 0 || !name.success || !post.success || !role || !unit) return faults
  return { line, name: name.data, post: post.data, duty: { role, unit: unit.id } }
}

function roleOf(text: string): Role | undefined {
  const plain = text.trim().toLowerCase()
  return roles.find(role => role === plain || say.roles[role].includes(plain))
}

/** By code, else by exact name; of several with that name, those whose level fits the role. */
function unitsCalled(text: string, role: Role | undefined, tree: UnitTree): readonly Unit[] {
  const byCode = tree.find(text)
  if (byCode) return [byCode]
  const named = tree.all.filter(unit => unit.name === text)
  const fitting = named.filter(unit => role && unit.level === levelFor(role))
  return fitting.length > 0 ? fitting : named
}
