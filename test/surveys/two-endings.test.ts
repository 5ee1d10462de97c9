import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectHiddenTwice, hierarchy } from './two-endings.ts'

test('of a few units in several subdistricts, no two results together give a hidden number away', () => {
  let known = 0
  const property = fc.property(
    hierarchy({ least: 2, most: 3, pairs: 150 }),
    ({ subdistricts, first, more }) => {
      known += expectHiddenTwice(subdistricts, first, more)
    },
  )
  fc.assert(property, { numRuns: 5 })
  expect(known).toBeGreaterThan(5)
})
