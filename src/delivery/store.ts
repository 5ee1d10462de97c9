import { hashOf } from '../shared/ids.ts'
import { collection } from '../shared/store/declare.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import type { Message, NewMessage } from './message.ts'
import { cancelled, type Delivery, deliverySchema, dueAt } from './states.ts'

/** Everything that was ever to be sent, and what became of it. */
export const outbox = collection({
  name: 'outbox',
  schema: deliverySchema,
  queries: {
    /** `yes`: waits to be sent. */
    waiting: row => (dueAt(row) === undefined ? undefined : 'yes'),
    state: row => row.state.name,
    to: row => row.message.to,
    unread: row => (row.readAt === null ? row.message.to : undefined),
  },
})

/** A key has one row for ever, so the row's id is the key's hash. */
export const deliveryId = (key: string) => hashOf(key).slice(0, 22)

/**
 * Puts a message into the outbox, within the command that is its cause. A key that is there already is left
 * alone: asking twice sends once. Returns the row under the key.
 */
export async function queue(tx: Writing, asked: NewMessage, now: Instant): Promise<Delivery> {
  const id = deliveryId(asked.key)
  const known = await tx.find(outbox, id)
  if (known) return known
  const message: Message = { buttons: [], notAfter: null, notBefore: null, priority: 'bulk', ...asked }
  return await tx.add(outbox, {
    id,
    message,
    queuedAt: now,
    attempts: 0,
    resent: false,
    state: { name: 'queued' },
    readAt: null,
  })
}

/** Takes back a message that is still waiting; one that went, or is on its way, stays. */
export async function unqueue(tx: Writing, key: string, now: Instant): Promise<void> {
  const row = await tx.find(outbox, deliveryId(key))
  if (row) await tx.change(outbox, row.id, old => cancelled(old, now))
}
