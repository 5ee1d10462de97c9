import { hashOf } from '../shared/ids.ts'
import { collection } from '../shared/store/declare.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { laneOf } from './address.ts'
import type { Message, NewMessage } from './message.ts'
import { cancelled, type Delivery, deliverySchema, dueAt, revised } from './states.ts'

/** Everything that was ever to be sent, and what became of it. */
export const outbox = collection({
  name: 'outbox',
  schema: deliverySchema,
  queries: {
    /** What waits to be sent, by lane. */
    waiting: row => (dueAt(row) === undefined ? undefined : laneOf(row.message.to)),
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

/** Gives a message that stays in its chat another text, and what else is given; where there is none, nothing happens. */
export async function revise(
  tx: Writing,
  key: string,
  to: Pick<Message, 'text'> & Partial<Pick<Message, 'buttons' | 'notAfter'>>,
): Promise<void> {
  const row = await tx.find(outbox, deliveryId(key))
  if (!row) return
  const { buttons, notAfter } = row.message
  await tx.change(outbox, row.id, old => revised(old, { buttons, notAfter, ...to }))
}

/** Takes back a message that is still waiting; one that went, or is on its way, stays. */
export async function unqueue(tx: Writing, key: string, now: Instant): Promise<void> {
  const row = await tx.find(outbox, deliveryId(key))
  if (row) await tx.change(outbox, row.id, old => cancelled(old, now))
}
