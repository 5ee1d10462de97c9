import { expect, test } from 'vitest'
import { guaranteesOf } from '../../src/registers/guarantees.ts'
import { emptySheet, type Sheet } from '../../src/registers/sheet.ts'
import { standards } from '../../src/registers/standards-file.ts'

const of = (values: Sheet['values']) =>
  guaranteesOf('community', { ...emptySheet('2026', '350203001001'), values }, standards)
const paid = { viceDue: 12_000, vicePaid: 12_000, leadersDue: 8_400, leadersPaid: 8_400 }

test.each<[string, Sheet['values'], string]>([
  ['all that was due was paid', paid, 'met'],
  ['a yuan less was paid', { ...paid, leadersPaid: 8_399 }, 'missing'],
  ['nothing was due, which rewards nobody', { ...paid, viceDue: 0, vicePaid: 0 }, 'missing'],
  ['of one nothing is known yet', { viceDue: 12_000, vicePaid: 12_000 }, 'unknown'],
  ['one is short, and of the other nothing is known yet', { viceDue: 12_000, vicePaid: 0 }, 'missing'],
])('rewards, when %s', (_, values, state) => {
  expect(of(values).rewards).toBe(state)
})
