import { expect, test } from 'vitest'
import { itemOf } from '../../src/ratings/rubric.ts'
import { pointsOf, selfScores, totalOf } from '../../src/ratings/score-sheet.ts'
import { excellent, theRubric } from './rubric.ts'

const rubric = theRubric()

function score(id: string, state: Record<string, unknown>) {
  const item = itemOf(rubric, id)
  if (!item) throw new Error(`no item ${id}`)
  return pointsOf(rubric, item, { ...excellent, ...state })
}

test('an association with nothing to wish for has all 100 points', () => {
  const scores = selfScores(rubric, excellent)
  expect(Object.entries(scores).filter(([id, points]) => points !== itemOf(rubric, id)?.points)).toEqual([])
  expect(totalOf(rubric, scores)).toBe(100)
})

test('an empty form has no points, and holds what waits for the population and the survey', () => {
  const scores = selfScores(rubric, {})
  expect(totalOf(rubric, scores)).toBe(0)
  expect(Object.keys(scores).filter(id => scores[id] === null)).toEqual(['A3', 'A4', 'F1'])
})

test.each([
  ['A1', { posts: ['president', 'secretaryGeneral'] }, 3],
  ['A1', { posts: ['president'] }, 1],
  ['A1', { posts: [] }, 0],
  ['A1', { termState: 'expired' }, 5],
  ['A1', { termState: 'expiredOverYear' }, 0],
  ['A2', { councilSize: 5 }, 3],
  ['A2', { councilSize: 6 }, 5],
  ['A2', { councilSize: 15 }, 5],
  ['A2', { councilSize: 16 }, 3],
  ['A2', { councilCategories: ['health', 'members'], councilChangesRecorded: false }, 0],
  ['A3', { members: 300 }, 5],
  ['A3', { members: 299 }, 4],
  ['A3', { members: 180 }, 4],
  ['A3', { members: 179 }, 2],
  ['A3', { members: 60 }, 2],
  ['A3', { members: 59 }, 0],
  ['A3', { membersUpdated: false }, 0],
  ['A3', { residents: undefined }, null],
  ['A4', { residents: 6300 }, 5],
  ['A4', { residents: 6301 }, 3],
  ['A4', { residents: 8400 }, 3],
  ['A4', { residents: 8401 }, 0],
  ['A4', { leaders: 13 }, 0],
  ['A4', { groupsCoverAll: false }, 0],
  ['A4', { residents: 0 }, null],
  ['A5', { archives: ['plan', 'minutes', 'funds'] }, 4],
  ['A5', { archives: [] }, 0],
  ['B1', { fundsReceived: 18000 }, 6],
  ['B1', { fundsReceived: 17999 }, 5.4],
  ['B1', { fundsReceived: 10000 }, 3],
  ['B1', { fundsVouchered: false }, 0],
  ['B1', { fundsPlanned: 0 }, 0],
  ['B2', { vicePaid: 6000 }, 2],
  ['B2', { vicePaid: 5999 }, 0],
  ['B2', { vicePaid: 13000 }, 4],
  ['B3', { leadersPaid: 6300 }, 3.75],
  ['B3', { leadersPaid: 4199 }, 0],
  ['B4', { home: ['place', 'sign', 'rules', 'plan'] }, 3],
  ['B4', { home: [] }, 0],
  ['C1', { fiveGoodGroups: 6 }, 3],
  ['C1', { groups: 10, fiveGoodGroups: 4 }, 3],
  ['C1', { groups: 10, fiveGoodGroups: 3 }, 1],
  ['C1', { groups: 10, fiveGoodGroups: 2 }, 0],
  ['C2', { leadersExpected: 15, leadersPresent: 12 }, 4],
  ['C2', { leadersExpected: 15, leadersPresent: 11 }, 2],
  ['C2', { leadersExpected: 15, leadersPresent: 10 }, 2],
  ['C2', { leadersExpected: 15, leadersPresent: 9 }, 0],
  ['C3', { groupMonthsActive: 84 }, 2],
  ['C4', { groupsPublicity: 7 }, 1],
  ['D1', { meetingsHeld: 11 }, 5.5],
  ['D1', { meetingsHeld: 0 }, 0],
  ['D2', { inspectionMean: 90 }, 4],
  ['D2', { inspectionMean: 89.9 }, 3],
  ['D2', { inspectionMean: 75 }, 3],
  ['D2', { inspectionMean: 74 }, 1],
  ['D2', { inspectionMean: 60 }, 1],
  ['D2', { inspectionMean: 59 }, 0],
  ['D2', { inspectionMean: undefined, selfCheckMean: 99 }, 2],
  ['D2', { inspectionMean: undefined, selfCheckMean: 60 }, 1],
  ['D2', { inspectionMean: undefined }, 0],
  ['D3', { resolutionsOnTime: 8 }, 2],
  ['D3', { resolutionsDue: 4, resolutionsOnTime: 3 }, 2],
  ['D3', { resolutionsOnTime: 7 }, 0],
  ['D3', { resolutionsDue: 0, resolutionsOnTime: 0 }, 4],
  ['D4', { councilQuarters: 3, planAndSummaries: ['plan'] }, 1],
  ['D5', { committeeReports: 1, published: ['accounts'] }, 1],
  ['E1', { publicityActivities: 11 }, 5.5],
  ['E1', { publicityActivities: 40 }, 6],
  ['E2', { careActivities: 3 }, 3],
  ['F1', { satisfactionRate: 0.9 }, 7],
  ['F1', { satisfactionRate: 0.8999 }, 5],
  ['F1', { satisfactionRate: 0.85 }, 5],
  ['F1', { satisfactionRate: 0.8 }, 3],
  ['F1', { satisfactionRate: 0.7999 }, 0],
  ['F1', { satisfactionValid: 29 }, null],
  ['F2', { negativeCases: 4, negativeAnswered: 3 }, 2.25],
])('%s with %o gives %s', (id, state, points) => {
  expect(score(id, state)).toBe(points)
})
