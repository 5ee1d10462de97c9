import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf } from '../shared/time.ts'
import { actsFor, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { Reached } from './advanced.ts'
import type { Hand } from './text.ts'

/** What the root passes in: the shares that the summary says each subdistrict has reached. */
export interface StandingsParts {
  readonly reached: (year: string) => Promise<ReadonlyMap<string, Reached>>
}

/** What every page of this room needs: the units, what the actor sees and is, and the day. */
export async function readScene({ store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>, actor: Actor) {
  const tree = await readTree(store)
  const today = dateOf(now(), zone)
  const seen = new Set(scopeOf(actor, tree).map(unit => unit.id))
  const hand: Hand = { by: { id: actor.id, name: actor.name }, now: now(), today }
  return {
    tree,
    today,
    hand,
    sees: (code: string) => seen.has(code),
    /** Staff of the subdistrict or the district. */
    isStaffOver: (code: string) => actsFor(actor, tree, code, ['district', 'subdistrict']),
    isDistrictOver: (code: string) => actsFor(actor, tree, code, ['district']),
    unitName: (code: string) => tree.find(code)?.name ?? code,
    /** Subdistricts within sight: of a lead none but the own, which is looked at as a whole. */
    subdistricts: tree
      .ofLevel('subdistrict')
      .filter(unit => isOpenOn(unit, today) && tree.within(unit.id).some(({ id }) => seen.has(id))),
    /** Who can help: everything but windows. */
    helpers: tree.all.filter((unit: Unit) => unit.level !== 'window' && isOpenOn(unit, today)),
  }
}
export type Scene = Awaited<ReturnType<typeof readScene>>
