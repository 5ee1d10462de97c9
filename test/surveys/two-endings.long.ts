import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contents, every } from './districts.ts'
import { expectHiddenTwice, hierarchy } from './two-endings.ts'

const patience = 600_000

test.each<[string, readonly (string | null)[]]>([
  ['in one subdistrict', ['a', 'a']],
  ['in two', ['a', 'b']],
  ['of which one is in none', ['a', null]],
])(
  'of all pairs of results of two units %s, none gives a hidden number away',
  (_, subdistricts) => {
    const [first, more] = [every([contents(3, 5), contents(3, 5)]), every([contents(0, 5), contents(0, 2)])]
    expect(expectHiddenTwice(subdistricts, [...first], [...more])).toBeGreaterThan(1_000)
  },
  patience,
)

test(
  'of many generated districts, no two results together give a hidden number away',
  () => {
    const property = fc.property(
      hierarchy({ least: 2, most: 4, pairs: 4_000 }),
      ({ subdistricts, first, more }) => {
        expectHiddenTwice(subdistricts, first, more)
      },
    )
    fc.assert(property, { numRuns: 60 })
  },
  patience,
)
