import { setImmediate } from 'node:timers/promises'
import type { Kit } from '../shared/kit.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { loadHolidays } from './holiday-data.ts'
import type { Meeting } from './meeting.ts'
import { allSeries, meetings } from './store.ts'
import { keepSeriesUp, seriesInWant } from './upkeep.ts'

/**
 * Looks after all series once a day, and every minute after those that follow a meeting which was changed. What is to be done
 * is done a few series at a time, so that pages and chats are answered in between.
 */
export function upkeepClock(kit: Kit): () => Promise<void> {
  const published = loadHolidays()
  const seen = new Map<string, readonly Meeting[]>()
  let lookedAt: PlainDate | undefined
  const followers = () => followersOfChanged(kit, seen)
  const pause = () => setImmediate()
  return async () => {
    const today = dateOf(kit.now(), kit.zone)
    const changed = await followers()
    const ids = await seriesInWant(kit, published, { among: lookedAt === today ? changed : undefined, pause })
    await keepSeriesUp(kit, ids, { published, by: 'clock', pause })
    // What follows a meeting that was only just made is made with it.
    const after =
      ids.length > 0 ? await seriesInWant(kit, published, { among: await followers(), pause }) : []
    await keepSeriesUp(kit, after, { published, by: 'clock', pause })
    lookedAt = today
  }
}

/** The series that follow a unit whose meetings are others than when they were last looked at. */
async function followersOfChanged({ store }: Kit, seen: Map<string, readonly Meeting[]>) {
  const following = (await store.all(allSeries)).filter(({ follows, ended }) => follows && !ended)
  if (following.length === 0) return []
  const tree = await readTree(store)
  const changed = new Set<string>()
  for (const unit of new Set(following.flatMap(series => tree.find(series.unit)?.parent ?? []))) {
    const now = await store.list(meetings, 'unit', unit)
    if (seen.get(unit) !== now) changed.add(unit)
    seen.set(unit, now)
  }
  return following.filter(series => changed.has(tree.find(series.unit)?.parent ?? ''))
}
