import { expect, test } from 'vitest'
import type { Answer } from '../../src/surveys/answer.ts'
import { resultsOf } from '../../src/surveys/figures.ts'
import type { Levels } from '../../src/surveys/rates.ts'
import { countersOf, tallyOf } from '../../src/surveys/tally.ts'
import { round } from './world.ts'

const [dongdu, xinglong, gaodian] = ['350206001001', '350206001002', '350206002001']

/** The counters after each unit was given answers of each level, and some 不了解. */
function counted(given: Record<string, readonly [Levels, number]>): Map<string, number> {
  const entries = Object.entries(given).flatMap(([unit, [levels, dontKnow]]) => [
    ...levels.map((count, at) => [`${unit}|overall|${5 - at}`, count] as const),
    [`${unit}|overall|dontknow`, dontKnow] as const,
  ])
  return new Map(entries)
}

test('answers are counted by unit, question and value, and by channel; free text is not', () => {
  const answer: Answer = {
    id: '0123456789bc',
    unit: dongdu,
    choices: { overall: 5, wishes: ['a', 'b'], themes: { speed: 3 } },
    texts: { remark: '很好' },
    channel: 'online',
    hour: '2026-10-05T09',
  }
  expect(countersOf(answer)).toEqual([
    `${dongdu}|#`,
    `${dongdu}|@|online`,
    `${dongdu}|overall|5`,
    `${dongdu}|wishes|a`,
    `${dongdu}|wishes|b`,
    `${dongdu}|themes.speed|3`,
  ])
})

test('a tally reads the levels from the best to the worst', () => {
  const counts = counted({ [dongdu]: [[5, 4, 3, 2, 1], 6] })
  expect(tallyOf(counts, dongdu, 'overall')).toEqual({ levels: [5, 4, 3, 2, 1], dontKnow: 6 })
})

test('units roll up to their subdistricts and to the whole', () => {
  const { units } = round()
  const counts = counted({
    [dongdu]: [[40, 5, 5, 0, 0], 2],
    [xinglong]: [[20, 10, 5, 10, 5], 1],
  })
  const results = resultsOf(round(), units, counts, 'overall')
  expect(results.units.map(({ name, valid, broad, verdict }) => [name, valid, broad, verdict])).toEqual([
    ['东渡社区', 50, 1, 'met'],
    ['兴隆社区', 50, 0.7, 'notMet'],
    ['高殿社区', 0, null, 'tooFew'],
  ])
  expect(
    results.subdistricts.map(({ name, valid, broad, weighted }) => [name, valid, broad, weighted]),
  ).toEqual([
    ['湖里街道', 100, 0.85, (1000 * 1 + 3000 * 0.7) / 4000],
    ['殿前街道', 0, null, null],
  ])
  expect(results.total).toMatchObject({ valid: 100, dontKnow: 3, strict: 0.75, broad: 0.85, weighted: null })
})

test('interval and verdict follow the basis that the round was opened with', () => {
  const counts = counted({ [gaodian]: [[30, 10, 10, 0, 0], 0] })
  const of = (basis: 'broad' | 'strict') =>
    resultsOf(round({ basis }), round().units, counts, 'overall').total
  expect(of('broad')).toMatchObject({ strict: 0.8, broad: 1, verdict: 'met' })
  expect(of('strict')).toMatchObject({ strict: 0.8, broad: 1, verdict: 'notMet' })
  expect(of('strict').interval[1]).toBeLessThan(of('broad').interval[1])
})
