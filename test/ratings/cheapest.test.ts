import { describe, expect, test } from 'vitest'
import { cheapest } from '../../src/ratings/cheapest.ts'
import { explain } from '../../src/ratings/grade.ts'
import type { Target } from '../../src/ratings/grades.ts'
import { selfScores } from '../../src/ratings/score-sheet.ts'
import { plainDate } from '../../src/shared/time.ts'
import { excellent, theRubric } from './rubric.ts'

const rubric = theRubric()
const around = { today: plainDate('2026-10-20') }

/** The steps for an excellent association in which some things are otherwise, as `A3 4→5`. */
function steps(otherwise: Record<string, unknown>, target: Target) {
  const values = { ...excellent, ...otherwise }
  const scores = selfScores(rubric, values)
  const explanation = explain(rubric, { scores, values, target }, around)
  return cheapest(rubric, explanation, { scores, values }, target).map(
    ({ item, from, to }) => `${item.id} ${from}→${to}`,
  )
}

describe('what brings the next grade with the least work', () => {
  test('is nothing where it is reached', () => {
    expect(steps({}, 'firstClass')).toEqual([])
  })

  test('is the step whose figure has to grow the least for each point', () => {
    // 82 points miss 一流 by 8: D1 and E1 at nothing, C2 just below its band, A3 far below.
    const low = { meetingsHeld: 0, publicityActivities: 4, leadersPresent: 130, members: 60 }
    expect(steps(low, 'firstClass')).toEqual(['C2 2→4', 'D1 0→6'])
  })

  test('is looked for within a section first, where one is below its share', () => {
    const low = { publicityActivities: 2, careActivities: 1, leadersPresent: 130 }
    expect(steps(low, 'firstClass')).toEqual(['E1 1→6'])
  })

  test('never counts on an item that is held', () => {
    const held = { satisfactionValid: 3, satisfactionRate: 0.5, meetingsHeld: 0, publicityActivities: 0 }
    expect(steps(held, 'firstClass').some(step => step.startsWith('F1'))).toBe(false)
  })
})
