import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Reading } from '../shared/store/port.ts'
import { actsFor } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { groupOf } from './address.ts'
import { isInInbox, newestFirst } from './standing.ts'
import type { Delivery } from './states.ts'
import { outbox } from './store.ts'

/** A message with the person it is for, as far as the viewer may know. */
export interface Addressed {
  readonly row: Delivery
  readonly person: Person | undefined
  /** Names of the person's units. */
  readonly units: readonly string[]
}

/** Whether the person is within the staff member's units; people who have left belong to the district. */
export function isOver(actor: Actor, tree: UnitTree, person: Person | undefined): boolean {
  if (!person || person.duties.length === 0) return actor.duties.some(duty => duty.role === 'district')
  return person.duties.some(duty => actsFor(actor, tree, duty.unit, ['district', 'subdistrict']))
}

/** Whether the message went to somebody, or to a group, within the staff member's units. */
export function mayHandle(actor: Actor, tree: UnitTree, row: Delivery, person: Person | undefined): boolean {
  const group = groupOf(row.message.to)
  if (group) return actsFor(actor, tree, group.unit, ['district', 'subdistrict'])
  return isOver(actor, tree, person)
}

/** Every message to the people of the viewer's units, newest first. */
export async function overview(store: Reading, actor: Actor): Promise<readonly Addressed[]> {
  const tree = await readTree(store)
  const known = new Map((await store.all(people)).map(person => [person.id, person]))
  return newestFirst(await store.all(outbox))
    .map(row => ({ row, person: known.get(row.message.to) }))
    .filter(({ row, person }) => mayHandle(actor, tree, row, person))
    .map(each => ({ ...each, units: unitsOf(each, tree) }))
}

/** A person's own messages, newest first. */
export async function inboxOf(store: Reading, person: string, now: Delivery['queuedAt']) {
  return newestFirst(await store.list(outbox, 'to', person)).filter(row => isInInbox(row, now))
}

/** How many messages the person has not seen on the web. */
export async function unreadCount(
  store: Reading,
  person: string,
  now: Delivery['queuedAt'],
): Promise<number> {
  return (await store.list(outbox, 'unread', person)).filter(row => isInInbox(row, now)).length
}

function unitsOf({ row, person }: Omit<Addressed, 'units'>, tree: UnitTree): readonly string[] {
  const group = groupOf(row.message.to)
  const codes = group ? [group.unit] : (person?.duties.map(duty => duty.unit) ?? [])
  return codes.map(code => tree.find(code)?.name ?? code)
}
