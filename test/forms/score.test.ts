import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileScoring, type Scoring, scoreItem } from '../../src/forms/score.ts'

function scoring(raw: unknown, known?: ReadonlySet<string>): Scoring {
  const compiled = compileScoring(raw, known)
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  return compiled.scoring
}

function faultsOf(raw: unknown, known?: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const compiled = compileScoring(raw, known)
  return 'faults' in compiled ? compiled.faults.map(({ place, text }) => [place, text.en] as const) : []
}

const attendance = scoring({
  points: 4,
  value: '{present} / {expected}',
  bands: [
    { from: 0.8, points: 4 },
    { from: 0.6667, points: 2 },
  ],
  heldIf: '{expected} empty',
})

test.each([
  [
    { present: 8, expected: 10 },
    { held: false, value: 0.8, points: 4 },
  ],
  [
    { present: 79, expected: 100 },
    { held: false, value: 0.79, points: 2 },
  ],
  [
    { present: 6667, expected: 10_000 },
    { held: false, value: 0.6667, points: 2 },
  ],
  [
    { present: 66, expected: 100 },
    { held: false, value: 0.66, points: 0 },
  ],
  [
    { present: 10, expected: 10 },
    { held: false, value: 1, points: 4 },
  ],
  [
    { present: 0, expected: 10 },
    { held: false, value: 0, points: 0 },
  ],
  [
    { present: 3, expected: 0 },
    { held: false, value: 0, points: 0 },
  ],
  [{ present: 3 }, { held: true }],
  [{}, { held: true }],
])('attendance in bands: %j gives %j', (values, score) => {
  expect(scoreItem(attendance, values)).toEqual(score)
})

test.each([
  ['6 * {share}', { share: 0.5 }, 3],
  ['6 * {share}', { share: 1.4 }, 6],
  ['6 * {share}', { share: -1 }, 0],
  ['5 - 2 * {vacancies}', { vacancies: 1 }, 3],
  ['5 - 2 * {vacancies}', { vacancies: 3 }, 0],
  ['0.5 * {months}', { months: 9 }, 4.5],
  ['iif({perLeader} <= 450, 5, iif({perLeader} <= 600, 3, 0))', { perLeader: 450 }, 5],
  ['iif({perLeader} <= 450, 5, iif({perLeader} <= 600, 3, 0))', { perLeader: 600 }, 3],
  ['iif({perLeader} <= 450, 5, iif({perLeader} <= 600, 3, 0))', { perLeader: 601 }, 0],
  ['{nothing}', {}, 0],
  ['{word}', { word: 'many' }, 0],
])('without bands, %s of %j is %d points of 6', (value, values, points) => {
  expect(scoreItem(scoring({ points: 6, value }), values)).toMatchObject({ points })
})

test('sums of binary fractions reach the band that their decimals name', () => {
  const item = scoring({ points: 1, value: '{a} + {b}', bands: [{ from: 0.9, points: 1 }] })
  expect(scoreItem(item, { a: 0.7, b: 0.2 })).toEqual({ held: false, value: 0.9, points: 1 })
  const mean = scoring({ points: 1, value: 'avg({all})', bands: [{ from: 0.7, points: 1 }] })
  expect(scoreItem(mean, { all: [0.7, 0.7, 0.7] })).toEqual({ held: false, value: 0.7, points: 1 })
})

test('any part of a whole reaches exactly the bands of its percentage', () => {
  const item = scoring({ points: 1, value: '{part} / {whole}', bands: [{ from: 0.9, points: 1 }] })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (whole, n) => {
      const part = n % (whole + 1)
      const score = scoreItem(item, { part, whole })
      expect(score).toMatchObject({ points: part * 10 >= whole * 9 ? 1 : 0 })
    }),
  )
})

test.each([
  [{ points: 4, value: '{a}', bands: [{ from: 1, points: 5 }] }, 'bands[0].points', /more than the 4 points/],
  [
    {
      points: 4,
      value: '{a}',
      bands: [
        { from: 1, points: 4 },
        { from: 1, points: 2 },
      ],
    },
    'bands[1].from',
    /starts where/,
  ],
  [
    {
      points: 4,
      value: '{a}',
      bands: [
        { from: 3, points: 4 },
        { from: 1, points: 2 },
        { from: 2, points: 1 },
      ],
    },
    'bands[2].from',
    /order of their lower bounds/,
  ],
  [{ points: 4, value: '{b}' }, 'value', /names “b”/],
  [{ points: 4, value: '{a} +' }, 'value', /cannot be read at character/],
  [{ points: 4, value: 'median({a})' }, 'value', /the function “median”/],
  [{ points: 4, value: 'age({a})' }, 'value', /depend on the day/],
  [{ points: 4, value: '{a}', heldIf: '{c} empty' }, 'heldIf', /names “c”/],
  [{ points: 0, value: '{a}' }, 'points', /not what is expected/],
  [{ points: 4, value: '{a}', band: [] }, 'band', /not supported/],
])('%j is refused', (raw, place, sentence) => {
  expect(faultsOf(raw, new Set(['a']))).toEqual([[place, expect.stringMatching(sentence)]])
})
