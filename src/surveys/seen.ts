import type { Actor } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { Reading } from '../shared/store/port.ts'
import { holds, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { Unit } from '../units/unit.ts'
import { no } from './refusals.ts'
import type { Round, RoundUnit } from './round.ts'
import { rounds } from './store.ts'

/**
 * The round's units that a person may see; district staff see them all, whatever has become of them since. Always the same
 * list for the same scope, so that what was worked out of it for one is found for the next.
 */
export async function unitsSeen(from: Reading, actor: Actor, round: Round): Promise<readonly RoundUnit[]> {
  if (holds(actor, 'district')) return round.units
  return within(round.units, scopeOf(actor, await readTree(from)))
}

/** Scopes and narrowings whose lists are kept: as many as a district has subdistricts, and some units. */
const mostKept = 32

const within = rememberBeside((units: readonly RoundUnit[], scope: readonly Unit[]): readonly RoundUnit[] => {
  const codes = new Set(scope.map(unit => unit.id))
  return units.filter(unit => codes.has(unit.code))
}, mostKept)

const narrowed = rememberBeside((units: readonly RoundUnit[], of: string): readonly RoundUnit[] => {
  return units.filter(unit => unit.code === of || unit.subdistrict?.code === of)
}, mostKept)

/**
 * A round with the units about which a person may see and enter single answers (never none; `of` as for `roundSeen`): those
 * for which the person is staff. Single answers are not for those about whom they are, also where these are staff elsewhere.
 */
export function roundAsStaff(from: Reading, actor: Actor, id: string, of?: string) {
  const duties = actor.duties.filter(({ role }) => role === 'district' || role === 'subdistrict')
  return roundSeen(from, { ...actor, duties }, id, of)
}

/** A round with the units that a person may see in it (never none); `of` narrows them to a subdistrict's or to one. */
export async function roundSeen(
  from: Reading,
  actor: Actor,
  id: string,
  of?: string,
): Promise<{ readonly round: Round; readonly units: readonly RoundUnit[] } | Refusal> {
  const round = await from.find(rounds, id)
  if (!round) return no.unknownRound({ id })
  const seen = await unitsSeen(from, actor, round)
  const units = of === undefined ? seen : narrowed(seen, of)
  return units.length === 0 ? no.notYours() : { round, units }
}

/** What the units that `roundSeen` narrowed to are called together. */
export function narrowedTo(of: string, [unit]: readonly RoundUnit[]): string | undefined {
  return unit?.subdistrict?.code === of ? unit.subdistrict.name : unit?.name
}
