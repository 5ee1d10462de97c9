import type { Actor } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import { holds, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { no } from './refusals.ts'
import type { Round, RoundUnit } from './round.ts'
import { rounds } from './store.ts'

/** The round's units that a person may see; district staff see them all, whatever has become of them since. */
export async function unitsSeen(from: Reading, actor: Actor, round: Round): Promise<readonly RoundUnit[]> {
  if (holds(actor, 'district')) return round.units
  const codes = new Set(scopeOf(actor, await readTree(from)).map(unit => unit.id))
  return round.units.filter(unit => codes.has(unit.code))
}

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
  const units =
    of === undefined ? seen : seen.filter(unit => unit.code === of || unit.subdistrict?.code === of)
  return units.length === 0 ? no.notYours() : { round, units }
}

/** What the units that `roundSeen` narrowed to are called together. */
export function narrowedTo(of: string, [unit]: readonly RoundUnit[]): string | undefined {
  return unit?.subdistrict?.code === of ? unit.subdistrict.name : unit?.name
}
