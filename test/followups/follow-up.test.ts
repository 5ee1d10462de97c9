import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Act,
  act,
  confirmerActs,
  doneOn,
  type FollowUp,
  isOverdue,
  ownerActs,
  possibleActs,
} from '../../src/followups/follow-up.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant, plainDate } from '../../src/shared/time.ts'

const fresh: FollowUp = {
  id: 'f',
  source: { kind: 'meeting', id: 'm', title: '例会' },
  owner: '350203001001',
  confirmer: '350203001000',
  what: '更新会员小组名册',
  due: plainDate('2026-10-30'),
  state: 'open',
  opened: { by: 'p', at: instant('2026-10-13T03:00Z') },
  steps: [],
}
const on = (day: string) => ({ by: 'p', at: instant(`${day}T02:00Z`), zone: 'Asia/Shanghai' })
const told = (next: ReturnType<typeof act>) => (isRefusal(next) ? next.code : next.state)
const go = (from: FollowUp, name: Act, day: string, note = '已办', until = '2026-11-15'): FollowUp => {
  const next = act(from, { act: name, note, until: plainDate(until) }, on(day))
  if (isRefusal(next)) throw new Error(next.code)
  return next
}

test('from open to closed, confirmed by the level above', () => {
  const submitted = go(go(fresh, 'begin', '2026-10-20'), 'submit', '2026-10-29')
  const closed = go(submitted, 'confirm', '2026-11-02')
  expect(closed).toMatchObject({ state: 'closed', submittedOn: '2026-10-29', closedOn: '2026-11-02' })
  // Late confirmation is not the owner's delay.
  expect(doneOn(closed)).toBe('2026-10-29')
  expect(closed.steps.map(({ to }) => to)).toEqual(['inProgress', 'submitted', 'closed'])
})

test('what is returned needs a reason and counts from its next hand-in', () => {
  const submitted = go(fresh, 'submit', '2026-10-29')
  expect(told(act(submitted, { act: 'return', note: ' ' }, on('2026-10-30')))).toBe('reasonNeeded')
  const returned = go(submitted, 'return', '2026-10-30', '附件不全')
  expect(returned.submittedOn).toBe(undefined)
  const again = go(go(returned, 'submit', '2026-11-03'), 'confirm', '2026-11-04')
  expect(doneOn(again)).toBe('2026-11-03')
})

test.each([
  ['2026-10-30', '等待批复', '2026-11-15', 'extensionRequested'],
  ['2026-10-31', '等待批复', '2026-11-15', 'extensionTooLate'],
  ['2026-10-20', ' ', '2026-11-15', 'reasonNeeded'],
  ['2026-10-20', '等待批复', '2026-10-30', 'laterDateNeeded'],
])('an extension asked for on %s with “%s” until %s is %s', (day, note, until, outcome) => {
  const doing = { act: 'requestExtension' as const, note, until: plainDate(until) }
  expect(told(act(fresh, doing, on(day)))).toBe(outcome)
})

test('a granted extension moves the date and keeps the old one; a refused one does not', () => {
  const asked = go(fresh, 'requestExtension', '2026-10-20', '等待批复')
  const granted = go(asked, 'grantExtension', '2026-10-21')
  expect([granted.due, granted.steps.at(-1)?.dueBefore, granted.wanted]).toEqual([
    '2026-11-15',
    '2026-10-30',
    undefined,
  ])
  expect(go(asked, 'refuseExtension', '2026-10-21', '须按期').due).toBe('2026-10-30')
})

test('overdue is derived: from the day after the date, until it is handed in', () => {
  expect(isOverdue(fresh, plainDate('2026-10-30'))).toBe(false)
  expect(isOverdue(fresh, plainDate('2026-10-31'))).toBe(true)
  expect(isOverdue(go(fresh, 'submit', '2026-11-02'), plainDate('2026-11-03'))).toBe(false)
})

test('whatever is tried, only the steps of a state are taken, and nothing comes after closed', () => {
  const acts = fc.array(fc.constantFrom(...ownerActs, ...confirmerActs), { maxLength: 12 })
  fc.assert(
    fc.property(acts, tried => {
      let followUp = fresh
      for (const name of tried) {
        const next = act(
          followUp,
          { act: name, note: '说明', until: plainDate('2026-12-31') },
          on('2026-10-20'),
        )
        if (!possibleActs(followUp).includes(name)) expect(told(next)).toBe('notNow')
        if (!isRefusal(next)) {
          expect(next.steps).toHaveLength(followUp.steps.length + 1)
          followUp = next
        }
      }
      if (followUp.state === 'closed') expect(possibleActs(followUp)).toEqual([])
    }),
  )
})
