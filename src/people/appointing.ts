import { type Actor, type Duty, type Role, roles } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import { no as noUnit } from '../units/refusals.ts'
import { everything, rolesOver, scopeOf } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import { type Level, levelName } from '../units/unit.ts'
import type { Person } from './person.ts'
import { no } from './refusals.ts'
import { dutyValues } from './saying.ts'

/** The level of unit for which a role can be held. */
export function levelFor(role: Role): Level {
  switch (role) {
    case 'district':
      return 'district'
    case 'subdistrict':
      return 'subdistrict'
    case 'lead':
      return 'community'
  }
}

/** Why the actor may not give somebody a duty; undefined when the actor may. */
export function whyNotAppoint(actor: Actor, tree: UnitTree, duty: Duty): Refusal | undefined {
  const values = dutyValues(duty, tree)
  if (duty.unit !== everything && !tree.find(duty.unit)) return noUnit.unknownUnit({ code: duty.unit })
  const over = rolesOver(actor, tree, known(duty.unit, tree))
  if (over.length === 0) return no.notYours()
  const level = tree.find(duty.unit)?.level ?? 'district'
  if (level !== levelFor(duty.role)) return no.unitDoesNotFit({ ...values, level: levelName(level) })
  return over.some(role => mayAppoint(role, duty.role)) ? undefined : no.mayNotAppoint(values)
}

/** The one role that people of a unit’s level hold; none for service windows. */
function roleAt(level: Level): Role | undefined {
  return roles.find(role => levelFor(role) === level)
}

/** What people of a unit are, so that a form needs only the unit. */
export function dutyAt(unit: string, tree: UnitTree): Duty | Refusal {
  if (unit === everything) return { role: 'district', unit }
  const level = tree.find(unit)?.level
  const role = level && roleAt(level)
  return role ? { role, unit } : noUnit.unknownUnit({ code: unit })
}

/** The duties that somebody may give, from the top down; a lead may only hand the own duty over. */
export function appointableBy(actor: Actor, tree: UnitTree): readonly Duty[] {
  const codes = tree.district ? scopeOf(actor, tree) : [{ id: everything, level: 'district' as const }]
  return codes.flatMap(({ id, level }) => {
    const role = roleAt(level)
    return role && !whyNotAppoint(actor, tree, { role, unit: id }) ? [{ role, unit: id }] : []
  })
}

function mayAppoint(actorRole: Role, role: Role): boolean {
  switch (actorRole) {
    case 'district':
      return true
    case 'subdistrict':
      return role !== 'district'
    case 'lead':
      return false
  }
}

/** Whether the actor may see a person: oneself, and whoever holds or held a duty within the actor's units. */
export function sees(actor: Actor, tree: UnitTree, person: Person): boolean {
  if (person.id === actor.id) return true
  return [...person.duties, ...person.former].some(
    duty => rolesOver(actor, tree, known(duty.unit, tree)).length > 0,
  )
}

/** Whether the actor may appoint to every duty that the person holds, and so act for the whole person. */
export function isOverWhole(actor: Actor, tree: UnitTree, person: Person): boolean {
  return lastDuties(person).every(duty => whyNotAppoint(actor, tree, duty) === undefined)
}

/** Whether the actor is district staff over all of the person's duties. */
export function isDistrictOver(actor: Actor, tree: UnitTree, person: Person): boolean {
  return lastDuties(person).every(duty => rolesOver(actor, tree, known(duty.unit, tree)).includes('district'))
}

/** Of who has left, what was held: nobody's record is anybody's because nothing is held any more. */
function lastDuties({ duties, former }: Person): readonly Duty[] {
  return duties.length > 0 ? duties : former
}

/** Whoever was there before any unit was is treated as the district's once there is one. */
function known(unit: string, tree: UnitTree): string {
  return unit === everything ? (tree.district?.id ?? everything) : unit
}
