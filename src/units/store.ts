import { z } from 'zod'
import { collection } from '../shared/store/declare.ts'
import type { Reading } from '../shared/store/port.ts'
import { unitEventSchema } from './events.ts'
import { type UnitTree, unitTree } from './tree.ts'
import { type Unit, unitSchema } from './unit.ts'

export const units = collection({
  name: 'units',
  schema: unitSchema,
  queries: { parent: unit => unit.parent ?? undefined, level: unit => unit.level },
})

/** Merging, splitting, opening and closing, in the order in which they were recorded. */
export const unitEvents = collection({
  name: 'unit-events',
  schema: unitEventSchema,
})

/** Facts about the store as a whole, such as that the sample district was loaded. */
export const marks = collection({
  name: 'marks',
  schema: z.object({ id: z.enum(['sample']) }).readonly(),
})

/** Whether everything here is made up, except the units. */
export async function isSample(from: Reading): Promise<boolean> {
  return (await from.find(marks, 'sample')) !== undefined
}

/** A list of the store is never changed in place: the same one makes the same tree. */
const treeOf = new WeakMap<readonly Unit[], UnitTree>()

export async function readTree(from: Reading): Promise<UnitTree> {
  const all = await from.all(units)
  const tree = treeOf.get(all) ?? unitTree(all)
  treeOf.set(all, tree)
  return tree
}
