import { expect, test } from 'vitest'
import { read, sentAgain, takenBack } from '../../src/delivery/handling.ts'
import { type Delivery, revised } from '../../src/delivery/states.ts'
import { instant, plusMinutes } from '../../src/shared/time.ts'
import { row } from './rows.ts'

const now = instant('2026-10-21T01:00:00Z')
const states: Record<Delivery['state']['name'], Delivery['state']> = {
  queued: { name: 'queued' },
  sending: { name: 'sending', at: now },
  sent: { name: 'sent', at: now, messageId: 7 },
  retry: { name: 'retry', at: now, cause: '502' },
  unknown: { name: 'unknown', at: now, cause: 'stopped' },
  failed: { name: 'failed', at: now, cause: 'blocked' },
  cancelled: { name: 'cancelled', at: now },
  expired: { name: 'expired', at: now },
}
const every = Object.keys(states) as (keyof typeof states)[]
const nameAfter = (done: object) => ('state' in done ? (done as Delivery).state.name : 'refused')

test('sent again goes what did not arrive, what was taken back or too late; never what may still arrive by itself', () => {
  const again = every.map(name => [name, nameAfter(sentAgain(row('a', { state: states[name] })))])
  expect(Object.fromEntries(again)).toEqual({
    ...{ queued: 'refused', sending: 'refused', sent: 'refused', retry: 'refused' },
    ...{ unknown: 'queued', failed: 'queued', cancelled: 'queued', expired: 'queued' },
  })
})

test('sent again, it has all its attempts and no limit of time, and is marked where it may have arrived', () => {
  const limits = { notAfter: now, notBefore: now }
  const again = (name: 'unknown' | 'failed') =>
    sentAgain(row('a', { state: states[name], attempts: 8, message: limits }))
  const message = { notAfter: null, notBefore: null, priority: 'reply' }
  expect(again('failed')).toMatchObject({ attempts: 0, resent: false, message })
  expect(again('unknown')).toMatchObject({ attempts: 0, resent: true, message })
})

test('taken back is only what waits', () => {
  const taken = every.filter(
    name => nameAfter(takenBack(row('a', { state: states[name] }), now)) === 'cancelled',
  )
  expect(taken).toEqual(['queued', 'retry'])
})

test('a message counts as read from the first look on', () => {
  const once = read(row('a'), now)
  expect(once.readAt).toBe(now)
  expect(read(once, plusMinutes(now, 5))).toBe(once)
})

test('with another text, what has gone is edited, what is under way is edited after, what is over stays over', () => {
  const to = { text: '改到下午3:00', buttons: [], notAfter: null }
  const after = every.map(name => {
    const next = revised(row('a', { state: states[name], attempts: 3 }), to)
    expect(next.message.text).toBe(to.text)
    return [name, [next.state.name, next.attempts, next.stale ?? false]]
  })
  expect(Object.fromEntries(after)).toEqual({
    queued: ['queued', 3, false],
    sending: ['sending', 3, true],
    sent: ['queued', 0, false],
    retry: ['retry', 3, false],
    unknown: ['unknown', 3, false],
    failed: ['failed', 3, false],
    cancelled: ['cancelled', 3, false],
    expired: ['expired', 3, false],
  })
})

test('with the same text and buttons nothing is sent a second time', () => {
  const sent = row('a', { state: states.sent })
  const { text, buttons } = sent.message
  expect(revised(sent, { text, buttons, notAfter: now })).toBe(sent)
})
