import type { Duty, Role } from '../shared/actor.ts'
import type { Text } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import { words } from './words.ts'

function roleName(role: Role): Text {
  switch (role) {
    case 'district':
      return words.district
    case 'subdistrict':
      return words.subdistrict
    case 'lead':
      return words.lead
  }
}

/** The unit of a duty by its name; the code where the name is not known. */
export function unitName(unit: string, tree: UnitTree): Text | string {
  if (unit === everything) return tree.district?.name ?? words.wholeDistrict
  return tree.find(unit)?.name ?? unit
}

/** `{role}` and `{unit}` for sentences. */
export function dutyValues(duty: Duty, tree: UnitTree) {
  return { role: roleName(duty.role), unit: unitName(duty.unit, tree) }
}

/** Where an invitation is accepted on the web. */
export function invitationUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/invitation/${secret}`
}
