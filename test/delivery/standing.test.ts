import { expect, test } from 'vitest'
import { countStandings, isInInbox, newestFirst, standingOf } from '../../src/delivery/standing.ts'
import type { Delivery } from '../../src/delivery/states.ts'
import { type Instant, instant } from '../../src/shared/time.ts'

const now = instant('2026-10-21T01:00:00Z')
const row = (state: Delivery['state'], given: Partial<Delivery> = {}): Delivery => ({
  ...{ id: 'r', queuedAt: now, attempts: 0, resent: false, state, readAt: null },
  message: {
    ...{ key: 'k', kind: 'k', to: 'p', text: 'x', buttons: [], notAfter: null, notBefore: null },
    ...{ repeatable: true, priority: 'bulk' as const },
  },
  ...given,
})

test.each<[Delivery['state'], string]>([
  [{ name: 'queued' }, 'waiting'],
  [{ name: 'sending', at: now }, 'waiting'],
  [{ name: 'sent', at: now, messageId: 7 }, 'reached'],
  [{ name: 'failed', at: now, cause: 'blocked' }, 'notReached'],
  [{ name: 'unknown', at: now, cause: 'crash' }, 'unknown'],
  [{ name: 'cancelled', at: now }, 'dropped'],
  [{ name: 'expired', at: now }, 'dropped'],
])('%j is %s, and reached once it was read on the web', (state, standing) => {
  expect([standingOf(row(state)), standingOf(row(state, { readAt: now }))]).toEqual([standing, 'reached'])
})

test('standings are counted, each message once', () => {
  const all = [
    row({ name: 'queued' }),
    row({ name: 'queued' }, { readAt: now }),
    row({ name: 'unknown', at: now, cause: 'crash' }),
  ]
  expect(countStandings(all)).toEqual({ waiting: 1, reached: 1, notReached: 0, unknown: 1, dropped: 0 })
})

test('an inbox has the newest first, without what was taken back or whose time has not come', () => {
  const later = instant('2026-10-22T01:00:00Z')
  const notBefore = (at: Instant) => ({ message: { ...row({ name: 'queued' }).message, notBefore: at } })
  expect(isInInbox(row({ name: 'cancelled', at: now }), now)).toBe(false)
  expect(isInInbox(row({ name: 'queued' }, notBefore(later)), now)).toBe(false)
  expect(isInInbox(row({ name: 'queued' }, notBefore(now)), now)).toBe(true)
  const old = row({ name: 'queued' }, { id: 'old', queuedAt: instant('2026-10-20T01:00:00Z') })
  expect(newestFirst([old, row({ name: 'queued' })]).map(({ id }) => id)).toEqual(['r', 'old'])
})
