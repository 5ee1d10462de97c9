import type { Actor, Role } from '../shared/actor.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { UnitTree } from './tree.ts'
import type { Unit } from './unit.ts'

/** People with several duties whose units are kept beside the tree. */
const mostScopes = 32

/** The scope of the first district account, which exists before any unit does: everything here. */
export const everything = '*'

/** The roles that the actor holds over a unit: for the unit itself or for one above it. */
export function rolesOver(actor: Actor, tree: UnitTree, code: string): readonly Role[] {
  const path = new Set([everything, ...tree.pathOf(code).map(unit => unit.id)])
  return actor.duties.filter(duty => path.has(duty.unit)).map(duty => duty.role)
}

/** Whether the actor may see a unit, or act there in one of `roles`. */
export function actsFor(actor: Actor, tree: UnitTree, code: string, roles?: readonly Role[]): boolean {
  return rolesOver(actor, tree, code).some(role => roles === undefined || roles.includes(role))
}

/** The units that the actor may see, parents before children; always the same list for the same duties. */
export function scopeOf(actor: Actor, tree: UnitTree): readonly Unit[] {
  if (actor.duties.some(duty => duty.unit === everything))
    return tree.district ? tree.within(tree.district.id) : []
  const [only, ...more] = actor.duties
  if (only && more.length === 0) return tree.within(only.unit)
  return withinAll(tree, ...actor.duties.map(duty => duty.unit))
}

const withinAll = rememberBeside((tree: UnitTree, ...codes: readonly string[]): readonly Unit[] => {
  const seen = new Map<string, Unit>()
  for (const code of codes) for (const unit of tree.within(code)) seen.set(unit.id, unit)
  return [...seen.values()]
}, mostScopes)

/** Whether the actor holds a role anywhere. */
export function holds(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.duties.some(duty => roles.includes(duty.role))
}

/** The units for which the actor has a duty, not those below them; the first account's is the district. */
export function ownUnits(actor: Actor, tree: UnitTree): readonly Unit[] {
  const found = actor.duties.flatMap(({ unit }) =>
    unit === everything ? (tree.district ?? []) : (tree.find(unit) ?? []),
  )
  return [...new Set(found)]
}
