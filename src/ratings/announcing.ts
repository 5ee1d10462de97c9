import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { holds } from '../units/scope.ts'
import { announce } from './award.ts'
import type { Cycle } from './cycle.ts'
import type { Desk } from './desk.ts'
import { type ObjectTo, setObjectTo } from './object-to.ts'
import { no } from './refusals.ts'
import { ratingCycles, ratings } from './store.ts'

/** Keeps where one objects to the notices of a cycle. */
export async function sayWhereToObject(
  { store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>,
  actor: Actor,
  cycleId: string,
  given: ObjectTo,
): Promise<Cycle | Refusal> {
  if (!holds(actor, 'district')) return no.districtOnly()
  const hand = { by: actor, now: now(), today: dateOf(now(), zone) }
  return store.write(actor.id, async tx => {
    if (!(await tx.find(ratingCycles, cycleId))) return no.unknownCycle({ cycle: cycleId })
    const own = await tx.list(ratings, 'cycle', cycleId)
    return tx.change(ratingCycles, cycleId, cycle => setObjectTo(cycle, own, given, hand))
  })
}

/** Puts every proposed grade of a cycle on notice; how many that were, or why none. */
export async function announceAll(desk: Desk, actor: Actor, cycleId: string): Promise<number | Refusal> {
  const notice = await desk.noticeEnd(cycleId)
  return desk.changeAll(actor, cycleId, 'announce', (rating, hand) => announce(rating, notice(hand), hand))
}
