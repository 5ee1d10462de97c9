import { oldestHour } from '../shared/bot/seen.ts'
import { failedUpdates, seenUpdates } from '../shared/bot/store.ts'
import type { Kit } from '../shared/kit.ts'
import type { Collection, Doc } from '../shared/store/declare.ts'
import { type Instant, plusHours } from '../shared/time.ts'
import { readDeliverySettings } from './settings.ts'
import { changedAt } from './standing.ts'
import { type Delivery, dueAt } from './states.ts'
import { outbox } from './store.ts'

/** So many at once, that others get their turn. */
const mostAtOnce = 500

/** Whether a message has long been over: it waits for nothing, is not under way, and nothing happened to it since. */
export function isForgettable(row: Delivery, before: Instant): boolean {
  if (dueAt(row) !== undefined || row.state.name === 'sending') return false
  return changedAt(row) < before && (row.readAt === null || row.readAt < before)
}

/** Removes old messages, old failures, and ids of updates that Telegram can no longer repeat. Returns how many. */
export async function forgetOldMessages({ store, now }: Pick<Kit, 'store' | 'now'>): Promise<number> {
  const settings = await readDeliverySettings(store)
  const before = (days: number) => plusHours(now(), -24 * days)
  const messages = (await store.all(outbox)).filter(row =>
    isForgettable(row, before(settings.keepMessagesDays)),
  )
  const failures = (await store.all(failedUpdates)).filter(({ at }) => at < before(settings.keepFailuresDays))
  const seen = (await store.all(seenUpdates)).filter(({ id }) => id < oldestHour(now()))
  await removeAll(store, outbox, messages)
  await removeAll(store, failedUpdates, failures)
  await removeAll(store, seenUpdates, seen)
  return messages.length + failures.length + seen.length
}

async function removeAll<T extends Doc>(store: Kit['store'], from: Collection<T>, gone: readonly T[]) {
  for (let at = 0; at < gone.length; at += mostAtOnce) {
    await store.write('clock', async tx => {
      for (const { id } of gone.slice(at, at + mostAtOnce)) await tx.remove(from, id)
    })
  }
}
