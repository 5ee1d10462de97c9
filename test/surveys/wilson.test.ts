import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finiteFactor, wilson } from '../../src/surveys/wilson.ts'

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Newcombe 1998: %i of %i is %d to %d', (satisfied, valid, low, high) => {
  const interval = wilson(satisfied / valid, valid)
  expect(interval.map(bound => Number(bound.toFixed(4)))).toEqual([low, high])
})

test.each([
  [45, 50, '78.6 %', '95.7 %'],
  [54, 60, '79.9 %', '95.3 %'],
])('%i of %i satisfied is %s to %s', (satisfied, valid, low, high) => {
  const interval = wilson(satisfied / valid, valid)
  expect(interval.map(bound => `${(bound * 100).toFixed(1)} %`)).toEqual([low, high])
})

test('nothing answered says nothing', () => {
  expect(wilson(0, 0)).toEqual([0, 1])
})

test.each([
  [45, 50, 50, [0.9, 0.9]],
  [1, 1, 1, [1, 1]],
])('%i of %i in a population of %i leaves no doubt', (satisfied, valid, population, interval) => {
  expect(wilson(satisfied / valid, valid, population)).toEqual(interval)
})

test.each([
  [1, 50, 1],
  [2, 50, 48 / 49],
  [50, 50, 0],
  [60, 50, 0],
])('with %i of %i asked, z² is multiplied by %d', (valid, population, factor) => {
  expect(finiteFactor(valid, population)).toBe(factor)
})

test('a finite population narrows the interval, a huge one does not', () => {
  const [low, high] = wilson(0.9, 50, 200)
  const [plainLow, plainHigh] = wilson(0.9, 50)
  expect(low).toBeGreaterThan(plainLow)
  expect(high).toBeLessThan(plainHigh)
  expect(wilson(0.9, 50, 1e12)[0]).toBeCloseTo(plainLow, 9)
})

test('the interval holds the share and stays within 0 and 1', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (valid, part) => {
        const share = Math.round(part * valid) / valid
        const [low, high] = wilson(share, valid)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share + 1e-12)
        expect(high).toBeGreaterThanOrEqual(share - 1e-12)
      },
    ),
  )
})
