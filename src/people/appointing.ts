import type { Actor, Duty, Role } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import { no as noUnit } from '../units/refusals.ts'
import { everything, rolesOver } from '../units/scope.ts'
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

/** The roles that somebody may give; a lead may only hand the own duty over. */
export function appointableBy(actor: Actor): readonly Role[] {
  const given: readonly Role[] = ['lead', 'subdistrict', 'district']
  return given.filter(role => actor.duties.some(duty => mayAppoint(duty.role, role)))
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
  return person.duties.every(duty => whyNotAppoint(actor, tree, duty) === undefined)
}

/** Whether the actor is district staff over all of the person's duties. */
export function isDistrictOver(actor: Actor, tree: UnitTree, person: Person): boolean {
  return person.duties.every(duty => rolesOver(actor, tree, known(duty.unit, tree)).includes('district'))
}

/** Whoever was there before any unit was is treated as the district's once there is one. */
function known(unit: string, tree: UnitTree): string {
  return unit === everything ? (tree.district?.id ?? everything) : unit
}
