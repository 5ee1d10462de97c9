import { type GradeInForce, inForce } from '../ratings/in-force.ts'
import { ratings } from '../ratings/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { holds } from '../units/scope.ts'
import { handOver, type Plaque, takeOff, whyOff } from './plaque.ts'
import { newestFirst } from './read.ts'
import { no } from './refusals.ts'
import { readScene } from './scene.ts'
import { plaques } from './store.ts'

/** Hands over the plaques of some ratings on one day, all or none; the district's to do. */
export async function handOverAll(
  kit: Kit,
  actor: Actor,
  of: readonly string[],
  on: PlainDate,
): Promise<number | Refusal> {
  if (!holds(actor, 'district')) return no.districtOnly()
  const { hand } = await readScene(kit, actor)
  return kit.store.write(actor.id, async tx => {
    for (const id of of) {
      const rating = await tx.find(ratings, id)
      if (!rating) return no.unknown()
      const held = await heldOf(tx, rating.community, hand.today)
      const own = await tx.list(plaques, 'rating', id)
      const plaque = handOver(rating, held, own, { id: kit.newId(), on }, hand)
      if (isRefusal(plaque)) return plaque
      await tx.add(plaques, plaque)
    }
    return of.length
  })
}

/** Takes a plaque off, for what the records say or with a note; the district's to do. */
export async function takeDown(
  kit: Kit,
  actor: Actor,
  id: string,
  { on, note }: { readonly on: PlainDate; readonly note: string },
): Promise<Plaque | Refusal> {
  if (!holds(actor, 'district')) return no.districtOnly()
  const { hand } = await readScene(kit, actor)
  return kit.store.write(actor.id, async tx => {
    const plaque = await tx.find(plaques, id)
    if (!plaque) return no.unknown()
    const rating = await tx.get(ratings, plaque.rating)
    const due = whyOff(plaque, rating, await heldOf(tx, plaque.community, hand.today), hand.today)
    return tx.change(plaques, plaque.id, old => takeOff(old, { on, note, due }, hand))
  })
}

async function heldOf(from: Reading, community: string, today: PlainDate): Promise<GradeInForce | null> {
  const own = newestFirst(await from.list(ratings, 'community', community))
  return inForce(own, today).get(community) ?? null
}
