import { expect, test } from 'vitest'
import { contradictions } from '../../src/registers/contradictions.ts'
import type { Sheet } from '../../src/registers/sheet.ts'
import { plainDate } from '../../src/shared/time.ts'

const limits = { termYears: 3, population: 6000 }
const found = (values: Sheet['values'], population: number | undefined = limits.population) =>
  contradictions(
    values,
    ['fundsSpent', 'vicePaid', 'members', 'council_health'],
    { ...limits, population },
    plainDate('2026-10-20'),
  ).map(({ field }) => field)

test('a part may be all of it, and no more', () => {
  expect(found({ fundsReceived: 20_000, fundsSpent: 20_000, viceDue: 12_000, vicePaid: 12_000 })).toEqual([])
  expect(found({ fundsReceived: 20_000, fundsSpent: 20_001, viceDue: 12_000, vicePaid: 12_001 })).toEqual([
    'fundsSpent',
    'vicePaid',
  ])
  expect([found({ members: 6000 }), found({ members: 6001 })]).toEqual([[], ['members']])
  expect([found({ members: 9, council_health: 9 }), found({ members: 8, council_health: 9 })]).toEqual([
    [],
    ['members'],
  ])
})
