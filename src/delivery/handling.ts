import type { Refusal } from '../shared/refusal.ts'
import type { Instant } from '../shared/time.ts'
import { no } from './refusals.ts'
import { cancelled, type Delivery, dueAt } from './states.ts'

/** Staff send a message again that did not arrive, or of which nobody knows; also when its own time is over. */
export function sentAgain(row: Delivery): Delivery | Refusal {
  switch (row.state.name) {
    case 'unknown':
    case 'failed':
    case 'expired':
    case 'cancelled': {
      const message = { ...row.message, notAfter: null, notBefore: null, priority: 'reply' as const }
      const resent = row.resent || row.state.name === 'unknown'
      return { ...row, message, attempts: 0, resent, state: { name: 'queued' } }
    }
    case 'queued':
    case 'sending':
    case 'retry':
    case 'sent':
      return no.stillGoing()
  }
}

/** Staff take a message back that has not gone. */
export function takenBack(row: Delivery, now: Instant): Delivery | Refusal {
  return dueAt(row) === undefined ? no.tooLateToCancel() : cancelled(row, now)
}

/** The person has seen it. */
export function read(row: Delivery, now: Instant): Delivery {
  return row.readAt === null ? { ...row, readAt: now } : row
}
