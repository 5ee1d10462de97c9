import { expect, test } from 'vitest'
import { percent } from '../../src/shared/percent.ts'

test.each<[number | null, string]>([
  [0.8999, '89.9%'],
  [0.99999, '99.9%'],
  [0.9, '90%'],
  [0.9 - 1e-12, '90%'],
  [0.9004, '90%'],
  [0.9046, '90.5%'],
  [2 / 7, '28.6%'],
  [1 / 3, '33.3%'],
  [0.925, '92.5%'],
  [0, '0%'],
  [1, '100%'],
  [null, '–'],
])('%s is read as %s: rounded, but never up to a target that it misses', (share, read) => {
  expect(percent(share)).toBe(read)
})
