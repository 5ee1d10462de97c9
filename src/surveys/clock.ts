import { setImmediate } from 'node:timers/promises'
import type { Kit } from '../shared/kit.ts'
import { calendar } from './calendar.ts'
import { followClusters, type WorkdayAfter } from './following.ts'
import { publish } from './publishing.ts'
import { remindLagging } from './reminding.ts'
import { begunOf, stateOn } from './round.ts'
import { answers, rounds } from './store.ts'

/**
 * What the minute tick asks of this room: clusters of negative answers are looked for once an hour and when a round has
 * closed, and which code came with which answer is forgotten; and those are reminded whose units lack answers. Not at every answer: the moment at which a follow-up is opened would tell when somebody answered.
 */
export function surveysClock(kit: Kit, workdays: () => Promise<WorkdayAfter>): () => Promise<void> {
  const { store, now, zone, publicUrl } = kit
  const clock = calendar(zone)
  /** For each round the state and hour for which it has been done. */
  const doneFor = new Map<string, string>()
  return async () => {
    const { today, hour } = clock(now())
    for (const round of begunOf(await store.all(rounds), today)) {
      const state = stateOn(round, today)
      const key = state === 'closed' ? state : `${state} ${hour}`
      if (doneFor.get(round.id) === key) continue
      if (round.coded) await store.unlink(answers, round.id)
      await followClusters(store, round, { at: now(), zone, publicUrl, workdayAfter: await workdays() })
      if (state === 'open') await remindLagging(kit, round, { today, hour })
      if (state === 'closed') await publish(store, round, today, setImmediate)
      doneFor.set(round.id, key)
    }
  }
}
