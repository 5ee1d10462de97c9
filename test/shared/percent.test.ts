import { expect, test } from 'vitest'
import { percent } from '../../src/shared/percent.ts'

test.each<[number, number, string]>([
  [0.8946, 0.895, '89.4%'],
  [0.895, 0.895, '89.5%'],
  [0.895 - 1e-12, 0.895, '89.5%'],
  [0.8953, 0.8955, '89.5%'],
  [0.99949, 0.9995, '99.9%'],
  [0.8997, 0.85, '89.9%'],
  [0.9046, 0.9, '90.5%'],
])('%s held against %s is read as %s', (share, target, read) => {
  expect(percent(share, target)).toBe(read)
})

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
