import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/delivery/channel.ts'
import { choose } from '../../src/delivery/choose.ts'
import { Pace } from '../../src/delivery/pace.ts'
import { afterCrash, cancelled, claimed, type Delivery, dueAt, settled } from '../../src/delivery/states.ts'
import { instant, plusMinutes, plusSeconds } from '../../src/shared/time.ts'
import { row } from './rows.ts'

const now = instant('2026-10-21T01:00:00Z')

const sending = (repeatable: boolean) => claimed(row('a', { message: { repeatable } }), now)

test.each<[Outcome, boolean, Delivery['state'], boolean]>([
  [{ kind: 'sent', messageId: 7 }, true, { name: 'sent', at: now, messageId: 7 }, false],
  [
    { kind: 'slower', seconds: 30 },
    true,
    { name: 'retry', at: plusSeconds(now, 30), cause: 'slower' },
    false,
  ],
  [
    { kind: 'notSent', cause: 'ECONNREFUSED' },
    false,
    { name: 'retry', at: plusSeconds(now, 2), cause: 'ECONNREFUSED' },
    false,
  ],
  [{ kind: 'unknown', cause: '502' }, true, { name: 'retry', at: plusSeconds(now, 2), cause: '502' }, true],
  [{ kind: 'unknown', cause: '502' }, false, { name: 'unknown', at: now, cause: '502' }, false],
  [{ kind: 'unreachable', cause: 'blocked' }, true, { name: 'failed', at: now, cause: 'blocked' }, false],
  [
    { kind: 'rejected', cause: 'Bad Request: x' },
    true,
    { name: 'failed', at: now, cause: 'Bad Request: x' },
    false,
  ],
  [{ kind: 'moved', chat: -5 }, true, { name: 'retry', at: now, cause: 'moved' }, false],
])('%j, repeatable %s, becomes %j', (outcome, repeatable, state, resent) => {
  const after = settled(sending(repeatable), outcome, now)
  expect(after.state).toEqual(state)
  expect(after.resent).toBe(resent)
})

test('a 429 does not count as an attempt', () => {
  expect(settled(sending(true), { kind: 'slower', seconds: 1 }, now).attempts).toBe(0)
})

test('after eight attempts a message is given up', () => {
  const tired = { ...sending(true), attempts: 8 }
  expect(settled(tired, { kind: 'notSent', cause: 'ENOTFOUND' }, now).state.name).toBe('failed')
})

test('an outcome that comes twice changes nothing the second time', () => {
  const sent = settled(sending(true), { kind: 'sent', messageId: 1 }, now)
  expect(settled(sent, { kind: 'unknown', cause: 'late' }, now)).toBe(sent)
})

test('after a crash reminders go again, marked, and minutes wait for a person', () => {
  expect(afterCrash(sending(true), now)).toMatchObject({ resent: true, state: { name: 'retry' } })
  expect(afterCrash(sending(false), now)).toMatchObject({ resent: false, state: { name: 'unknown' } })
  expect(afterCrash(row('a'), now)).toEqual(row('a'))
})

test('only what waits can be cancelled', () => {
  expect(cancelled(row('a'), now).state.name).toBe('cancelled')
  expect(cancelled(sending(true), now).state.name).toBe('sending')
})

test('a message is not due before its time', () => {
  const later = plusMinutes(now, 60)
  expect(dueAt(row('a', { message: { notBefore: later } }))).toBe(later)
  expect(choose([row('a', { message: { notBefore: later } })], now, 5, new Set()).send).toEqual([])
})

test('replies go before bulk, and then the longest waiting', () => {
  const rows = [
    row('c', { queuedAt: plusMinutes(now, -1) }),
    row('b', { queuedAt: plusMinutes(now, -2) }),
    row('d', { message: { priority: 'reply' } }),
    row('e', { queuedAt: plusMinutes(now, -3) }),
  ]
  expect(choose(rows, now, 3, new Set()).send.map(each => each.id)).toEqual(['d', 'e', 'b'])
  expect(choose(rows, now, 3, new Set(['e'])).send.map(each => each.id)).toEqual(['d', 'b', 'c'])
})

test('one message a person at a time, the earlier first', () => {
  const rows = [
    row('2', { message: { to: 'ann' } }),
    row('1', { message: { to: 'ann' }, queuedAt: plusMinutes(now, -1) }),
    row('3', { message: { to: 'bo' } }),
  ]
  expect(choose(rows, now, 9, new Set()).send.map(each => each.id)).toEqual(['1', '3'])
})

test('what is too late is dropped, not sent', () => {
  const late = row('a', { message: { notAfter: plusMinutes(now, -1) } })
  expect(choose([late], now, 9, new Set())).toEqual({ send: [], expire: [late] })
})

test('choosing agrees with sorting everything', () => {
  const waiting = fc.record({
    id: fc.uuid(),
    minutes: fc.integer({ min: -9, max: 0 }),
    reply: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(waiting, { selector: each => each.id }),
      fc.integer({ min: 1, max: 5 }),
      (all, room) => {
        const rows = all.map(({ id, minutes, reply }) =>
          row(id, { queuedAt: plusMinutes(now, minutes), message: { priority: reply ? 'reply' : 'bulk' } }),
        )
        const rank = (each: Delivery) =>
          `${each.message.priority === 'reply' ? 0 : 1}${each.queuedAt}${each.id}`
        const sorted = rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, room)
        expect(choose(rows, now, room, new Set()).send.map(each => each.id)).toEqual(
          sorted.map(each => each.id),
        )
      },
    ),
  )
})

test('three at once, then one every 40 ms', () => {
  const pace = new Pace()
  expect(pace.room(0)).toBe(3)
  for (const at of [0, 0, 0]) pace.went(1, at)
  expect([pace.room(0), pace.waitMs(0)]).toEqual([0, 40])
  expect([pace.room(40), pace.waitMs(40)]).toEqual([1, 0])
  expect(pace.room(10_000)).toBe(3)
})

test('never more than 28 within any second', () => {
  const pace = new Pace()
  const sent: number[] = []
  for (let at = 0; at < 3000; at += 7)
    for (let n = pace.room(at); n > 0; n--) {
      pace.went(at + 1, at)
      sent.push(at)
    }
  for (const from of sent)
    expect(sent.filter(at => at >= from && at < from + 1000).length).toBeLessThanOrEqual(28)
  expect(sent.length).toBeGreaterThan(74)
})

test('replies beyond the pace are paid back by bulk', () => {
  const pace = new Pace()
  for (let n = 0; n < 8; n++) pace.went(n + 1, 0)
  expect([pace.room(200), pace.waitMs(0), pace.room(240)]).toEqual([0, 240, 1])
})

test('a chat rests a second, a group takes 18 a minute', () => {
  const pace = new Pace()
  pace.went(5, 0)
  expect(pace.mayGo(5, 999)).toBe(false)
  expect(pace.mayGo(5, 1000)).toBe(true)
  for (let i = 0; i < 18; i++) pace.went(-5, i * 1000)
  expect(pace.mayGo(-5, 20_000)).toBe(false)
  expect(pace.mayGo(-5, 60_001)).toBe(true)
})

test('a pause holds everything', () => {
  const pace = new Pace()
  pace.pause(5000)
  expect(pace.room(4999)).toBe(0)
  expect(pace.waitMs(4000)).toBe(1000)
  expect(pace.room(5000)).toBe(3)
})
