import { setImmediate as breathe } from 'node:timers/promises'
import { queue } from '../delivery/store.ts'
import { people } from '../people/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { type PlainDate, plainTime, plusDays, timeOf } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { expire } from './award.ts'
import { digestsOf, remindersOf } from './daily.ts'
import { type RatingParts, ratingDesk } from './desk.ts'
import type { Rating } from './rating.ts'
import { appeals, ratingCycles, ratings } from './store.ts'
import { followsRecords, hasRunOut } from './upkeep.ts'

/** How many ratings one tick looks at: a district of a thousand is through within the hour. */
const perTick = 25

/** When the messages of a day are written; quiet hours hold them longer. */
const tellAt = plainTime('08:30')

/**
 * What the minute tick asks of this room: the messages of the day, and, once a day for each rating and a few at a time: grades whose certificate has
 * run out expire, and ratings that are still moving follow what meetings, the ledger and residents say by now.
 */
export function ratingsClock(kit: Kit, parts: RatingParts): () => Promise<void> {
  const desk = ratingDesk(kit, parts)
  let day: PlainDate | undefined
  let toldOn: PlainDate | undefined
  let left: Pick<Rating, 'cycle' | 'community'>[] = []

  async function listOf(today: PlainDate) {
    const cycles = await kit.store.all(ratingCycles)
    const all = await Promise.all(cycles.map(({ id }) => kit.store.list(ratings, 'cycle', id)))
    return all.flat().filter(rating => hasRunOut(rating, today) || followsRecords(rating))
  }

  /** Dates that come near, to those who lag; and on workdays what waits, to staff: one message a day each. */
  async function tell(today: PlainDate) {
    const { store } = kit
    const known = await store.all(people)
    const tree = await readTree(store)
    const cycles = await store.all(ratingCycles)
    const lists = await Promise.all(cycles.map(({ id }) => store.list(ratings, 'cycle', id)))
    const days = await Promise.all(
      cycles.map(async (cycle, at) => ({
        cycle,
        rubric: await desk.rubricOf(cycle),
        ratings: lists[at] ?? [],
        newer: lists.slice(at + 1),
        appeals: await store.list(appeals, 'cycle', cycle.id),
        ...{ today, tree, zone: kit.zone, publicUrl: kit.publicUrl },
      })),
    )
    const isWorkday = (await parts.workdays())(plusDays(today, -1), 1).date === today
    const newest = days.at(-1)
    const messages = [
      ...(newest ? remindersOf(newest, known) : []),
      ...(isWorkday ? digestsOf(days, known) : []),
    ]
    if (messages.length === 0) return
    await store.write('clock', async tx => {
      for (const message of messages) await queue(tx, message, kit.now())
    })
  }

  return async () => {
    const today = desk.today()
    if (toldOn !== today && timeOf(kit.now(), kit.zone) >= tellAt) {
      await tell(today)
      toldOn = today
    }
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
