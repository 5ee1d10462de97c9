import { expect, test } from 'vitest'
import { attainment, type CommunityGrade, neededOf } from '../../src/ratings/attainment.ts'
import type { Grade } from '../../src/ratings/grades.ts'
import { theRubric } from './rubric.ts'

const rubric = theRubric()

test.each([
  [79, 90, 72],
  [79, 40, 32],
  [72, 40, 29],
  [100, 55, 55],
  [99, 90, 90],
  [99, 40, 40],
  [1, 90, 1],
  [0, 90, 0],
])('of %i communities, %i %% are %i', (n, percent, needed) => {
  expect(neededOf(n, percent)).toBe(needed)
})

function community(code: number, more: Partial<CommunityGrade>): CommunityGrade {
  return {
    code: String(350203001000 + code),
    name: `社区${code}`,
    subdistrict: '350203001000',
    grade: null,
    projected: null,
    score: null,
    gap: null,
    inForce: null,
    ...more,
  }
}

function many(...counts: readonly (readonly [number, Grade | null])[]): CommunityGrade[] {
  return counts
    .flatMap(([n, grade]) => Array.from({ length: n }, () => grade))
    .map((grade, at) => community(at, { grade, projected: grade }))
}

test('79 communities, 40 of them 合格 and 31 一流: one of each is missing', () => {
  const [qualified, firstClass] = attainment(many([40, 'qualified'], [31, 'firstClass'], [8, null]), rubric)
  expect(qualified).toMatchObject({ base: 79, count: 71, needed: 72, missing: 1, met: false })
  expect(firstClass).toMatchObject({ base: 79, count: 31, needed: 32, missing: 1, met: false })
})

test('the share of 一流 can be read of the 合格以上 instead: 29 of 72', () => {
  const ofQualified = {
    ...rubric,
    shares: { ...rubric.shares, firstClassBase: 'qualifiedOrBetter' as const },
  }
  const grades = many([43, 'qualified'], [29, 'firstClass'], [7, 'notQualified'])
  const [, firstClass] = attainment(grades, ofQualified)
  expect(firstClass).toMatchObject({ base: 72, count: 29, needed: 29, missing: 0, met: true })
})

test('projected grades do not count, but are told', () => {
  const [qualified] = attainment([community(1, { projected: 'firstClass' })], rubric)
  expect(qualified).toMatchObject({ count: 0, projectedCount: 1, missing: 1 })
})

test('without communities nothing is met and no share is stated', () => {
  expect(attainment([], rubric)[0]).toMatchObject({ base: 0, value: null, met: false })
})

test('to 一流 those who are 合格 come first, however much they lack', () => {
  const gap = { points: 1, gates: [], sections: [], held: [], notApplied: false }
  const found = attainment(
    [
      community(1, { projected: 'notQualified', gap }),
      community(2, { projected: 'qualified', gap: { ...gap, points: 8, gates: ['G2', 'G4'] } }),
    ],
    rubric,
  )
  expect(found[1].nearest.map(each => each.name)).toEqual(['社区2', '社区1'])
})

test('nearest are those who only wait for the decision, then the smallest gaps; a gate counts for 3 points', () => {
  const gap = { points: 0, gates: [], sections: [], held: [], notApplied: false }
  const found = attainment(
    [
      community(1, {}),
      community(2, { projected: 'notQualified', gap: { ...gap, points: 4 } }),
      community(3, { projected: 'notQualified', gap: { ...gap, gates: ['G3'] } }),
      community(4, { projected: 'qualified' }),
      community(5, { projected: 'qualified', grade: 'qualified' }),
    ],
    rubric,
  )
  expect(found[0].nearest.map(each => each.name)).toEqual(['社区4', '社区3', '社区2', '社区1'])
})
