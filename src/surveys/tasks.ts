import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Reading } from '../shared/store/port.ts'
import type { ReadTasks, Task } from '../shared/task.ts'
import { dateOf, daysBetween } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { holds } from '../units/scope.ts'
import { countedOf } from './counting.ts'
import { keptResults } from './kept-results.ts'
import { type Progress, progressOf } from './progress.ts'
import { remindWords } from './remind-words.ts'
import { reviewWords } from './review-words.ts'
import { lastDayOf, type Round, stateOn } from './round.ts'
import { unitsSeen } from './seen.ts'
import { exclusions, rounds } from './store.ts'

/** So many units get a line of their own; of more only the number is told. */
const mostLines = 2
/** A round that ends within so many days is a matter of now. */
const soonDays = 7

/** What waits for a second person, and how many answers the units in sight still lack in the rounds that are open. */
export function surveyTasks({ store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>): ReadTasks {
  const kept = keptResults<readonly Progress[]>()
  return async (actor, t) => {
    const today = dateOf(now(), zone)
    const open = (await store.all(rounds)).filter(round => stateOn(round, today) === 'open')
    const lines = open.map(async (round): Promise<readonly Task[]> => {
      const { state, counted } = await countedOf(store, round.id)
      const units = await unitsSeen(store, actor, round)
      const own = kept(units, 'progress', state, () => progressOf(round, units, counted))
      const lagging = own.filter(({ missing }) => missing > 0)
      const urgent = lagging.length > 0 && daysBetween(today, lastDayOf(round)) <= soonDays
      const about = { title: round.form.title, date: lastDayOf(round), sample: round.standard.sample }
      if (own.length > mostLines || holds(actor, 'district', 'subdistrict')) {
        if (lagging.length === 0) return []
        const text = t(remindWords.taskUnits, { ...about, count: lagging.length })
        return [{ text, path: progressPath(round), urgent }]
      }
      return own.map(({ unit, valid, missing }) => ({
        text: t(missing > 0 ? remindWords.task : remindWords.taskReached, {
          ...about,
          ...{ unit: unit.name, valid, missing },
        }),
        path: `/surveys/${round.id}`,
        urgent,
      }))
    })
    return [...(await exclusionsToDecide(store, actor, t)), ...(await Promise.all(lines)).flat()]
  }
}

/** What another person proposed to leave out, for those who may decide about it: one line a round. */
async function exclusionsToDecide(store: Reading, actor: Actor, t: Say): Promise<readonly Task[]> {
  if (!holds(actor, 'district')) return []
  const counts = new Map<string, number>()
  for (const { round, state, proposed, answers } of await store.all(exclusions))
    if (state === 'proposed' && proposed.by !== actor.id)
      counts.set(round, (counts.get(round) ?? 0) + answers.length)
  const lines = [...counts].map(async ([id, count]) => {
    const title = (await store.get(rounds, id)).form.title
    return { text: t(reviewWords.task, { title, count }), path: `/surveys/${id}/review`, urgent: false }
  })
  return Promise.all(lines)
}

function progressPath({ id }: Round): string {
  return `/surveys/${id}/progress`
}
