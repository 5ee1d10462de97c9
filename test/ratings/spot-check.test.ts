import { expect, test } from 'vitest'
import { newRating } from '../../src/ratings/cycle.ts'
import { emptyReview, type Rating } from '../../src/ratings/rating.ts'
import { spotCheckable } from '../../src/ratings/spot-check.ts'
import { plainDate } from '../../src/shared/time.ts'
import { excellent, theRubric } from './rubric.ts'

const rubric = theRubric()
const scores = Object.fromEntries(rubric.items.map(({ id, points }) => [id, points]))

/** Accepted with every point; what was applied for decides whether the district verifies it anyway. */
function accepted(target: 'qualified' | 'firstClass', more: Partial<Rating> = {}): Rating {
  const fresh = newRating('2026', '350203001001', '鸿山社区', '350203001000')
  return {
    ...fresh,
    state: 'subdistrictAccepted',
    target,
    values: excellent as Rating['values'],
    subdistrictReview: { ...emptyReview, scores },
    result: { ...fresh.result, projected: target },
    ...more,
  }
}

test.each<[string, Rating, boolean]>([
  ['what was accepted as 合格', accepted('qualified'), true],
  ['nothing that was part of a draw before', accepted('qualified', { sampleDrawn: true }), false],
  ['no 一流, of which the district verifies every one', accepted('firstClass'), false],
  [
    'nothing below 合格',
    accepted('qualified', { result: { ...accepted('qualified').result, projected: 'notQualified' } }),
    false,
  ],
  ['nothing that is not accepted yet', accepted('qualified', { state: 'subdistrictReview' }), false],
])('the spot check is drawn of %s', (_, rating, drawn) => {
  const found = spotCheckable([rating], rubric, { today: plainDate('2026-12-01') })
  expect(found.length === 1).toBe(drawn)
})
