import { z } from 'zod'
import { type Instant, instantSchema, plusSeconds } from '../shared/time.ts'
import type { Outcome } from './channel.ts'
import { messageSchema } from './message.ts'

const at = instantSchema
const stateSchema = z
  .discriminatedUnion('name', [
    z.object({ name: z.literal('queued') }),
    z.object({ name: z.literal('sending'), at }),
    z.object({ name: z.literal('sent'), at, messageId: z.number() }),
    /** To be tried again at `at`. */
    z.object({ name: z.literal('retry'), at, cause: z.string() }),
    /** Nobody knows whether it arrived; a person decides. */
    z.object({ name: z.literal('unknown'), at, cause: z.string() }),
    z.object({ name: z.literal('failed'), at, cause: z.string() }),
    z.object({ name: z.literal('cancelled'), at }),
    /** Its time was over before it could go. */
    z.object({ name: z.literal('expired'), at }),
  ])
  .readonly()

/** One row of the outbox: a message and what became of it. */
export const deliverySchema = z
  .object({
    id: z.string(),
    message: messageSchema,
    queuedAt: instantSchema,
    attempts: z.number().int(),
    /** It may have arrived before and is marked so. */
    resent: z.boolean(),
    /** Where it stands, when it may be edited; a new text is then put in its place. */
    shown: z.object({ chat: z.number(), messageId: z.number() }).readonly().optional(),
    /** Its text changed while it was under way. */
    stale: z.boolean().optional(),
    state: stateSchema,
    /** When the person saw it in the web inbox. */
    readAt: instantSchema.nullable(),
  })
  .readonly()
export type Delivery = z.infer<typeof deliverySchema>

const mostAttempts = 8

export function claimed(row: Delivery, now: Instant): Delivery {
  const { stale: _, ...rest } = row
  return { ...rest, attempts: row.attempts + 1, state: { name: 'sending', at: now } }
}

/** What a row becomes by the outcome of sending it; a row that is no longer `sending` stays as it is. */
export function settled(row: Delivery, outcome: Outcome, now: Instant): Delivery {
  if (row.state.name !== 'sending') return row
  switch (outcome.kind) {
    case 'sent':
      return arrived(row, outcome, now)
    case 'slower':
      return {
        ...row,
        attempts: row.attempts - 1,
        state: { name: 'retry', at: plusSeconds(now, Math.ceil(outcome.seconds)), cause: 'slower' },
      }
    case 'moved':
      return { ...row, state: { name: 'retry', at: now, cause: 'moved' } }
    case 'notSent':
      return later(row, outcome.cause, now)
    case 'unknown':
      return uncertain(row, outcome.cause, now)
    case 'unreachable':
    case 'rejected':
      return { ...row, state: { name: 'failed', at: now, cause: outcome.cause } }
  }
}

function arrived(row: Delivery, { chat, messageId }: Outcome & { kind: 'sent' }, now: Instant): Delivery {
  const { stale, ...rest } = row
  const shown = chat === undefined ? {} : { shown: { chat, messageId } }
  if (stale) return { ...rest, ...shown, attempts: 0, resent: false, state: { name: 'queued' } }
  return { ...rest, ...shown, state: { name: 'sent', at: now, messageId } }
}

/** The message with another text or other buttons: what waits goes with them, what has gone is edited. */
export function revised(
  row: Delivery,
  to: Pick<Delivery['message'], 'text' | 'buttons' | 'notAfter'>,
): Delivery {
  const { text, buttons } = row.message
  if (text === to.text && JSON.stringify(buttons) === JSON.stringify(to.buttons)) return row
  const next = { ...row, message: { ...row.message, ...to } }
  switch (row.state.name) {
    case 'sent':
      return { ...next, attempts: 0, resent: false, state: { name: 'queued' } }
    case 'sending':
      return { ...next, stale: true }
    case 'queued':
    case 'retry':
    case 'unknown':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return next
  }
}

/** A row found in `sending` at the start: the program died while it was under way. What may be repeated goes at once. */
export function afterCrash(row: Delivery, now: Instant): Delivery {
  if (row.state.name !== 'sending') return row
  const after = uncertain(row, 'stopped', now)
  return after.state.name === 'retry' ? { ...after, state: { ...after.state, at: now } } : after
}

function uncertain(row: Delivery, cause: string, now: Instant): Delivery {
  if (row.message.repeatable) return later({ ...row, resent: true }, cause, now)
  return { ...row, state: { name: 'unknown', at: now, cause } }
}

/** 2 s, 4 s, 8 s … at most 5 minutes; after eight attempts it is given up. */
function later(row: Delivery, cause: string, now: Instant): Delivery {
  if (row.attempts >= mostAttempts) return { ...row, state: { name: 'failed', at: now, cause } }
  const seconds = Math.min(2 ** row.attempts, 300)
  return { ...row, state: { name: 'retry', at: plusSeconds(now, seconds), cause } }
}

/** A message that is taken back; one that went, or is on its way, stays as it is. */
export function cancelled(row: Delivery, now: Instant): Delivery {
  return dueAt(row) === undefined ? row : { ...row, state: { name: 'cancelled', at: now } }
}

/** A waiting message whose time is over. */
export function expired(row: Delivery, now: Instant): Delivery {
  return dueAt(row) === undefined ? row : { ...row, state: { name: 'expired', at: now } }
}

/** The moment from which a waiting row may go; `undefined` when it waits for nothing. */
export function dueAt(row: Delivery): Instant | undefined {
  switch (row.state.name) {
    case 'queued':
      return row.message.notBefore ?? row.queuedAt
    case 'retry':
      return row.state.at
    case 'sending':
    case 'sent':
    case 'unknown':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return undefined
  }
}
