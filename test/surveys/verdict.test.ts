import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersNeeded, satisfiedThatMeets, type Verdict, verdictOf } from '../../src/surveys/verdict.ts'

const yardstick = { target: 0.9, minimum: 30 }

test.each<[number, number, Verdict, number | null]>([
  [35, 35, 'met', 0],
  [34, 34, 'undecided', 1],
  [29, 29, 'tooFew', 6],
  [30, 30, 'undecided', 5],
  [50, 50, 'met', 0],
  [49, 50, 'undecided', 5],
  [45, 50, 'undecided', null],
  [54, 60, 'undecided', null],
  [38, 50, 'notMet', 0],
  [40, 50, 'notMet', 0],
  [41, 50, 'undecided', 5],
  [0, 29, 'tooFew', 1],
  [0, 30, 'notMet', 0],
  [5, 10, 'tooFew', 20],
  [10, 10, 'tooFew', 25],
  [9, 10, 'tooFew', null],
  [190, 200, 'met', 0],
  [93, 100, 'undecided', 285],
])('%i of %i satisfied: %s, %s more answers needed', (satisfied, valid, verdict, needed) => {
  expect(verdictOf(satisfied / valid, valid, yardstick)).toBe(verdict)
  expect(answersNeeded(satisfied / valid, valid, yardstick)).toBe(needed)
})

test.each([
  [0.95, 139],
  [0.93, 385],
  [1, 35],
  [0.9, null],
])('what a sample can prove, told beforehand: at %d, %s answers', (share, sample) => {
  expect(answersNeeded(share, 0, yardstick)).toBe(sample)
})

test('with no answers there is no present rate to reckon with', () => {
  expect(verdictOf(0, 0, yardstick)).toBe('tooFew')
  expect(answersNeeded(null, 0, yardstick)).toBe(null)
})

test.each([
  [34, null],
  [35, 35],
  [50, 50],
  [139, 133],
  [385, 359],
])('of %i answers, %s must be satisfied to meet the target', (valid, satisfied) => {
  expect(satisfiedThatMeets(valid, yardstick)).toBe(satisfied)
})

test('where everybody is counted, exactly the target is met', () => {
  expect(verdictOf(0.9, 50, yardstick, 50)).toBe('met')
  expect(answersNeeded(0.9, 40, yardstick, 50)).toBe(10)
  expect(answersNeeded(1, 10, yardstick, 20)).toBe(null)
})

test('that everybody is satisfied is never disproved by everybody being satisfied', () => {
  expect(verdictOf(1, 200, { target: 1, minimum: 30 })).toBe('undecided')
})

test('so many more settle it, and one fewer does not', () => {
  const settled = (share: number, valid: number) => /^(met|notMet)$/.test(verdictOf(share, valid, yardstick))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (valid, part) => {
        const share = Math.round(part * valid) / valid
        const needed = answersNeeded(share, valid, yardstick)
        if (needed === null) expect(Math.abs(share - 0.9)).toBeLessThan(1e-9)
        else {
          expect(settled(share, valid + needed)).toBe(true)
          if (needed > 0) expect(settled(share, valid + needed - 1)).toBe(false)
        }
      },
    ),
  )
})
