import { setImmediate as breathe } from 'node:timers/promises'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { expire } from './award.ts'
import { type RatingParts, ratingDesk } from './desk.ts'
import type { Rating } from './rating.ts'
import { ratingCycles, ratings } from './store.ts'
import { followsRecords, hasRunOut } from './upkeep.ts'

/** How many ratings one tick looks at: a district of a thousand is through within the hour. */
const perTick = 25

/**
 * What the minute tick asks of this room, once a day for each rating and a few at a time: grades whose certificate has
 * run out expire, and ratings that are still moving follow what meetings, the ledger and residents say by now.
 */
export function ratingsClock(kit: Kit, parts: RatingParts): () => Promise<void> {
  const desk = ratingDesk(kit, parts)
  let day: PlainDate | undefined
  let left: Pick<Rating, 'cycle' | 'community'>[] = []

  async function listOf(today: PlainDate) {
    const cycles = await kit.store.all(ratingCycles)
    const all = await Promise.all(cycles.map(({ id }) => kit.store.list(ratings, 'cycle', id)))
    return all.flat().filter(rating => hasRunOut(rating, today) || followsRecords(rating))
  }

  return async () => {
    const today = desk.today()
    if (day !== today) {
      left = await listOf(today)
      day = today
    }
    for (const { cycle, community } of left.splice(0, perTick)) {
      const outcome = await desk.keepUp(cycle, community, expire)
      if (isRefusal(outcome))
        kit.log.warn({ cycle, community, code: outcome.code }, 'a rating was not kept up')
      await breathe()
    }
  }
}
