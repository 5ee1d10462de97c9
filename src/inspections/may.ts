import type { Actor } from '../shared/actor.ts'
import { actsFor, rolesOver } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import type { Inspection } from './inspection.ts'

/** Inspections come from above: the district inspects anybody, a subdistrict its communities. */
export function mayInspect(actor: Actor, tree: UnitTree, unit: Pick<Unit, 'id' | 'level'>): boolean {
  if (unit.level !== 'subdistrict' && unit.level !== 'community') return false
  const roles = rolesOver(actor, tree, unit.id)
  return roles.includes('district') || (roles.includes('subdistrict') && unit.level === 'community')
}

/** Only the inspected unit's own people answer for it. */
export function mayReply(actor: Actor, inspection: Inspection): boolean {
  return actor.duties.some(duty => duty.unit === inspection.unit)
}

/** The inspected see the result once it is concluded; those above see the work on it as well. */
export function maySee(actor: Actor, tree: UnitTree, inspection: Inspection): boolean {
  const unit = tree.find(inspection.unit)
  if (unit && mayInspect(actor, tree, unit)) return true
  return inspection.concluded !== undefined && actsFor(actor, tree, inspection.unit)
}
