import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf } from '../../src/surveys/figures.ts'
import { published } from '../../src/surveys/published.ts'
import type { Levels } from '../../src/surveys/rates.ts'
import { round } from './world.ts'

const told = (levels: Levels) => published(round(), '东渡社区', figuresOf({ levels, dontKnow: 3 }, round()))

test.each<[Levels, number | null, string | undefined, number | undefined]>([
  [[20, 5, 4, 0, 0], null, undefined, undefined],
  [[20, 5, 5, 0, 0], 30, 'atLeast', 83],
  [[30, 10, 5, 5, 0], 50, 'exact', 90],
  [[30, 10, 6, 4, 0], 50, 'atLeast', 90],
  [[1, 1, 1, 50, 47], 100, 'atMost', 5],
])('%j is published as %s or more, %s %s hundredths', (levels, atLeast, bound, hundredths) => {
  expect(told(levels)).toMatchObject({ atLeast })
  expect([told(levels).rate?.bound, told(levels).rate?.hundredths]).toEqual([bound, hundredths])
})

test('what is published is the same for every small number of dissatisfied', () => {
  const few = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 300 }), few, few, (valid, a, b) => {
      const [x, y] = [a, b].map(bad => told([valid - bad, 0, 0, bad, 0]))
      expect([x?.rate, x?.atLeast]).toEqual([y?.rate, y?.atLeast])
    }),
  )
})
