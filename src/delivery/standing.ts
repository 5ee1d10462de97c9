import type { Instant } from '../shared/time.ts'
import type { Delivery } from './states.ts'

/** How a message stands, for those who are responsible that people hear of things. */
export const standings = ['waiting', 'reached', 'notReached', 'unknown', 'dropped'] as const
export type Standing = (typeof standings)[number]

/** Having read it in the web inbox counts as reached, whatever the chat did. */
export function standingOf(row: Delivery): Standing {
  if (row.readAt !== null) return 'reached'
  switch (row.state.name) {
    case 'queued':
    case 'sending':
    case 'retry':
      return 'waiting'
    case 'sent':
      return 'reached'
    case 'failed':
      return 'notReached'
    case 'unknown':
      return 'unknown'
    case 'cancelled':
    case 'expired':
      return 'dropped'
  }
}

export function countStandings(rows: readonly Delivery[]): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = { waiting: 0, reached: 0, notReached: 0, unknown: 0, dropped: 0 }
  for (const row of rows) counts[standingOf(row)] += 1
  return counts
}

/** When something last happened to a row. */
export function changedAt(row: Delivery): Instant {
  return 'at' in row.state ? row.state.at : row.queuedAt
}

/** Whether the message is in the person's inbox: not one taken back, nor one whose time has not come. */
export function isInInbox(row: Delivery, now: Instant): boolean {
  const { notBefore } = row.message
  return row.state.name !== 'cancelled' && (notBefore === null || notBefore <= now)
}

/** Newest first. */
export function newestFirst(rows: readonly Delivery[]): readonly Delivery[] {
  return rows.toSorted((a, b) => (a.queuedAt < b.queuedAt ? 1 : a.queuedAt > b.queuedAt ? -1 : 0))
}
