import { expect, test } from 'vitest'
import { type Assessment, explain, type Scores } from '../../src/ratings/grade.ts'
import { selfScores } from '../../src/ratings/score-sheet.ts'
import { plainDate } from '../../src/shared/time.ts'
import { excellent, theRubric } from './rubric.ts'

const rubric = theRubric()
const around = { today: plainDate('2026-12-01') }
const full: Scores = Object.fromEntries(rubric.items.map(item => [item.id, item.points]))

function judged(state: Record<string, unknown>, scores: Scores = {}, more: Partial<Assessment> = {}) {
  const values = { ...excellent, ...state }
  const own = selfScores(rubric, values)
  return explain(rubric, { values, scores: { ...own, ...scores }, ...more }, around)
}

/** A score sheet of exactly `total` points in which no section falls below 60 %. */
function sheet(total: number): Scores {
  let over = 100 - total
  const taken = Object.entries(full).map(([id, points]) => {
    const item = rubric.items.find(each => each.id === id)
    const section = rubric.sections.find(each => each.id === item?.section)
    const room = ((section?.points ?? 0) * 0.4) / (section?.items.length ?? 1)
    const take = Math.min(over, Math.floor(Math.min(room, points ?? 0) * 100) / 100)
    over = Math.round((over - take) * 100) / 100
    return [id, Math.round(((points ?? 0) - take) * 100) / 100] as const
  })
  return Object.fromEntries(taken)
}

test.each([
  [100, 'firstClass'],
  [90, 'firstClass'],
  [89.99, 'qualified'],
  [80, 'qualified'],
  [79.99, 'notQualified'],
  [62, 'notQualified'],
])('with every gate met, %s points are %s', (total, grade) => {
  const result = judged({}, sheet(total))
  expect(result.total).toBe(total)
  expect(result.grade).toBe(grade)
})

test('of points that are whole, those needed are rounded up: 75 of 93', () => {
  const whole = { ...rubric, decimals: 0 }
  const of93 = (total: number) => {
    const scores = { ...sheet(total + 7), F1: null }
    return explain(whole, { values: excellent, scores }, around).gaps.qualified.points
  }
  expect([of93(75), of93(74)]).toEqual([0, 1])
})

test('first-class needs 60 % of every section', () => {
  const just = judged({}, { D1: 0.5, D2: 4, D3: 4, D4: 3, D5: 0.5 })
  expect(just.sections.find(each => each.section === 'D')?.points).toBe(12)
  const e = (points: number) => judged({}, { E1: points, E2: 0 })
  expect([e(6).grade, e(6).total]).toEqual(['firstClass', 96])
  expect([e(5.99).grade, e(5.99).gaps.firstClass.sections]).toEqual(['qualified', ['E']])
})

test.each([
  ['G1', { posts: ['president', 'secretaryGeneral'] }, [], ['G1']],
  ['G1', { posts: ['president', 'fullTimeVicePresident'] }, ['G1'], ['G1']],
  ['G1', { termState: 'expired' }, ['G1'], ['G1']],
  ['G1', { councilSize: 0 }, ['G1'], ['G1']],
  ['G2', { fundsReceived: 0 }, ['G2'], ['G2']],
  ['G2', { fundsReceived: 17_999 }, [], ['G2']],
  ['G2', { fundsReceived: 18_000 }, [], []],
  ['G3', { vicePaid: 0 }, ['G3'], ['G3']],
  ['G3', { leadersPaid: 0 }, ['G3'], ['G3']],
  ['G3', { vicePaid: 11_999 }, [], ['G3']],
  ['G4', { meetingsHeld: 8 }, ['G4'], ['G4']],
  ['G4', { meetingsHeld: 9 }, [], ['G4']],
  ['G4', { meetingsHeld: 10 }, [], ['G4']],
  ['G4', { meetingsHeld: 11 }, [], []],
  ['G4', { inspectionMean: 74.9 }, [], ['G4']],
  ['G4', { inspectionMean: 75 }, [], []],
  ['G4', { inspectionMean: undefined }, [], ['G4']],
  ['G5', { groups: 10, leaders: 14, fiveGoodGroups: 4 }, [], ['G5']],
  ['G5', { groups: 10, leaders: 14, fiveGoodGroups: 5 }, [], []],
  ['G6', { satisfactionRate: 0.7999 }, ['G6'], ['G6']],
  ['G6', { satisfactionRate: 0.8 }, [], ['G6']],
  ['G6', { satisfactionRate: 0.8999 }, [], ['G6']],
  ['G6', { satisfactionRate: 0.9 }, [], []],
  ['G7', { falsified: true }, ['G7'], ['G7']],
  ['G8', { majorOpen: 1, majorOverdue: 0 }, [], ['G8']],
  ['G8', { majorOpen: 1, majorOverdue: 1 }, ['G8'], ['G8']],
  ['G8', { majorOpen: undefined, majorOverdue: undefined }, [], []],
])('%s with %o keeps from 合格 %o and from 一流 %o', (_, state, qualified, firstClass) => {
  const result = judged(state, full)
  expect(result.gaps.qualified.gates).toEqual(qualified)
  expect(result.gaps.firstClass.gates).toEqual(firstClass)
  const grade = qualified.length > 0 ? 'notQualified' : firstClass.length > 0 ? 'qualified' : 'firstClass'
  expect(result.grade).toBe(grade)
})

test('a veto beats every total', () => {
  const result = judged({ falsified: true }, full)
  expect([result.total, result.vetoed, result.grade]).toEqual([100, true, 'notQualified'])
})

test.each([
  [74.4, 'qualified'],
  [74.39, 'notQualified'],
])('with F1 held, %s of 93 points are %s, and 一流 waits', (points, grade) => {
  const rest = 93 - points
  const result = judged(
    { satisfactionValid: 29 },
    { A1: 0, A2: 0, A4: 0, A3: Math.round((20 - rest) * 100) / 100 },
  )
  expect([result.total, result.of, result.held]).toEqual([points, 93, ['F1']])
  expect(result.gates.find(({ gate }) => gate.id === 'G6')?.verdicts).toEqual({
    qualified: 'held',
    firstClass: 'held',
  })
  expect(result.grade).toBe(grade)
})

test('with everything reached and F1 held, it is 合格 and waits for 一流', () => {
  const result = judged({ satisfactionValid: 29 })
  expect(result.grade).toBe('qualified')
  expect(result.gaps.firstClass).toMatchObject({ gates: [], sections: [], held: ['F1'] })
})

test('an application for 合格 does not become 一流', () => {
  const result = judged({}, {}, { target: 'qualified' })
  expect([result.grade, result.gaps.firstClass.notApplied]).toEqual(['qualified', true])
})

test('a gate that a reviewer judges otherwise counts as the reviewer judged it', () => {
  const corrected = { G3: { qualified: 'met', firstClass: 'failed' } } as const
  expect(judged({}, {}, { corrected }).gaps.firstClass.gates).toEqual(['G3'])
})
