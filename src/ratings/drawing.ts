import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { PlainDate } from '../shared/time.ts'
import { holds } from '../units/scope.ts'
import type { Cycle } from './cycle.ts'
import { no } from './refusals.ts'
import type { Rubric } from './rubric.ts'
import { drawFrom, marked, spotCheckable } from './spot-check.ts'
import { ratingCycles, ratings } from './store.ts'

interface Around extends Pick<Kit, 'store' | 'now' | 'newId'> {
  readonly today: () => PlainDate
  readonly rubricOf: (cycle: Cycle) => Promise<Rubric>
}

/** Draws the spot check among everything accepted as 合格 that was not drawn from yet, and keeps seed and lot. */
export async function drawSpotCheck(
  { store, now, newId, today, rubricOf }: Around,
  actor: Actor,
  cycleId: string,
  seed: string,
) {
  if (!holds(actor, 'district')) return no.districtOnly()
  const cycle = await store.find(ratingCycles, cycleId)
  if (!cycle) return no.unknownCycle({ cycle: cycleId })
  if (cycle.draws.some(each => each.seed === seed)) return no.seedUsed({ seed })
  const rubric = await rubricOf(cycle)
  return store.write(actor.id, async tx => {
    const candidates = spotCheckable(await tx.list(ratings, 'cycle', cycleId), rubric, { today: today() })
    if (candidates.length === 0) return no.nothingToDraw()
    const drawn = drawFrom(candidates, rubric, { id: newId(), seed, at: now(), by: actor.id })
    for (const rating of marked(candidates, drawn)) await tx.change(ratings, rating.id, () => rating)
    await tx.change(ratingCycles, cycleId, now => ({ ...now, draws: [...now.draws, drawn] }))
    return drawn
  })
}
