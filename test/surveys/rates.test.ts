import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Levels, noAnswers, pooled, ratesOf, satisfiedOf, validOf } from '../../src/surveys/rates.ts'

test.each<[Levels, number, number, number]>([
  [[50, 0, 0, 0, 0], 1, 1, 100],
  [[0, 50, 0, 0, 0], 1, 1, 80],
  [[0, 0, 50, 0, 0], 0, 1, 60],
  [[0, 0, 0, 50, 0], 0, 0, 30],
  [[0, 0, 0, 0, 50], 0, 0, 0],
  [[20, 20, 7, 2, 1], 0.8, 0.94, 81.6],
  [[1, 0, 0, 0, 1], 0.5, 0.5, 50],
])('%j: strict %d, broad %d, index %d', (levels, strict, broad, index) => {
  expect(ratesOf({ levels, dontKnow: 9 })).toEqual({ strict, broad, index })
})

test('who does not know is left out of the denominator', () => {
  expect(validOf({ levels: [10, 5, 3, 1, 1], dontKnow: 40 })).toBe(20)
  expect(ratesOf({ levels: [10, 5, 3, 1, 1], dontKnow: 40 }).broad).toBe(0.9)
})

test('without a valid answer there is no rate', () => {
  expect(ratesOf({ ...noAnswers, dontKnow: 3 })).toEqual({ strict: null, broad: null, index: null })
})

test('one real survey: 80.2 % strict and 94.7 % broad, and the choice decides the target', () => {
  const tally = { levels: [500, 302, 145, 40, 13] as const, dontKnow: 0 }
  expect(satisfiedOf(tally, 'strict') / validOf(tally)).toBe(0.802)
  expect(satisfiedOf(tally, 'broad') / validOf(tally)).toBe(0.947)
})

const tallies = fc.record({
  levels: fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500)),
  dontKnow: fc.nat(500),
})

test('strict never exceeds broad, and pooling loses and adds nothing', () => {
  fc.assert(
    fc.property(fc.array(tallies), all => {
      const sum = pooled(all)
      const { strict, broad } = ratesOf(sum)
      expect(validOf(sum)).toBe(all.reduce((total, tally) => total + validOf(tally), 0))
      expect(sum.dontKnow).toBe(all.reduce((total, tally) => total + tally.dontKnow, 0))
      if (strict !== null && broad !== null) expect(strict).toBeLessThanOrEqual(broad)
    }),
  )
})
