import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resultsOf } from '../../src/surveys/figures.ts'
import { publishedResults } from '../../src/surveys/published.ts'
import type { Round, RoundUnit } from '../../src/surveys/round.ts'
import { verdictOf } from '../../src/surveys/verdict.ts'
import { round, standard } from './world.ts'

/** Satisfied and dissatisfied answers of a unit. */
type Cells = readonly [satisfied: number, others: number]

interface Asked {
  readonly subdistrict: number
  readonly cells: Cells
}

function publish(units: readonly Asked[], more: Partial<Pick<Round, 'coded'>> = {}) {
  const measured = { ...round(), ...more }
  const listed = units.map(({ subdistrict }, at): RoundUnit => {
    const above = { code: `s${subdistrict}`, name: `s${subdistrict}` }
    return {
      code: `u${at}`,
      name: `u${at}`,
      level: 'community',
      subdistrict: above,
      households: 200,
      link: `l${at}`,
    }
  })
  const counts = new Map(
    units.flatMap(({ cells: [satisfied, others] }, at) => [
      [`u${at}|overall|5`, satisfied] as const,
      [`u${at}|overall|2`, others] as const,
    ]),
  )
  return publishedResults(measured, resultsOf(measured, listed, counts, 'overall'))
}

const one = (satisfied: number, others: number) =>
  publish([{ subdistrict: 1, cells: [satisfied, others] }]).units[0]

test.each<[string, number, number, ReturnType<typeof one>]>([
  ['below the minimum nothing', 29, 0, told(null, null, 'tooFew')],
  ['fewer than five others as a bound', 40, 0, told(30, [90, 100], null)],
  ['the same for four of them', 36, 4, told(30, [90, 100], null)],
  ['no hidden cell exactly', 45, 5, told(50, [90, 90], 'undecided')],
  ['a verdict that holds whatever is hidden', 300, 1, told(200, [98, 100], 'met')],
  ['few satisfied as a bound', 3, 97, told(100, [0, 4], 'notMet')],
])('%s is published: %i and %i', (_, satisfied, others, expected) => {
  expect(one(satisfied, others)).toEqual(expected)
})

function told(
  atLeast: number | null,
  rate: [number, number] | null,
  verdict: 'tooFew' | 'met' | 'notMet' | 'undecided' | null,
) {
  const between = rate && { low: rate[0], high: rate[1] }
  return { code: 'u0', name: 'u0', isGroup: false, atLeast, rate: between, verdict }
}

test('a subdistrict is a range as wide as what is hidden in it, and hides the verdict that depends on it', () => {
  const shown = publish([
    { subdistrict: 1, cells: [48, 2] },
    { subdistrict: 1, cells: [40, 10] },
    { subdistrict: 2, cells: [60, 40] },
  ])
  expect(shown.units.map(({ code, rate }) => [code, rate?.low, rate?.high])).toEqual([
    ['s1', 86, 90],
    ['u0', 92, 100],
    ['u1', 80, 80],
    ['s2', 60, 60],
    ['u2', 60, 60],
  ])
  expect(shown.total).toMatchObject({ rate: { low: 73, high: 75 }, verdict: 'notMet' })
})

const small = 5
const isHidden = ([satisfied, others]: Cells) => satisfied < small || others < small

/** Every other content of a unit's cells under which the same ones are small. */
function othersLike([satisfied, others]: Cells): Cells[] {
  const valid = satisfied + others
  return Array.from({ length: valid + 1 }, (_, at): Cells => [at, valid - at]).filter(
    ([s, o]) => s < small === satisfied < small && o < small === others < small,
  )
}

const cells: fc.Arbitrary<Cells> = fc.oneof(
  fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 6 })),
  fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 60 })),
  fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 60 })),
)
const district = fc.array(fc.record({ subdistrict: fc.integer({ min: 1, max: 3 }), cells }), {
  minLength: 1,
  maxLength: 9,
})

test('whoever solves for a hidden cell finds every small number possible: all hidden cells can hold anything else together', () => {
  const property = fc.property(
    district,
    fc.boolean(),
    fc.infiniteStream(fc.nat()),
    (units, coded, chance) => {
      const shown = publish(units, { coded })
      const changed = units.map(unit => {
        if (!isHidden(unit.cells)) return unit
        const possible = othersLike(unit.cells)
        return { ...unit, cells: possible[chance.next().value % possible.length] ?? unit.cells }
      })
      expect(publish(changed, { coded })).toEqual(shown)
    },
  )
  fc.assert(property, { numRuns: 400 })
})

test('each hidden cell alone can hold every other small number, as far as anybody can tell', () => {
  const property = fc.property(district, units => {
    const shown = publish(units)
    units.forEach((unit, at) => {
      if (!isHidden(unit.cells)) return
      for (const other of othersLike(unit.cells))
        expect(publish(units.with(at, { ...unit, cells: other }))).toEqual(shown)
    })
  })
  fc.assert(property, { numRuns: 150 })
})

test('what is published holds: the true rate lies in it, and a verdict that is told is the true one', () => {
  const property = fc.property(district, units => {
    const { units: shown } = publish(units)
    for (const [at, { cells }] of units.entries()) {
      const [satisfied, others] = cells
      const valid = satisfied + others
      const { rate, verdict } = shown.find(({ code }) => code === `u${at}`) ?? {}
      expect(rate === null).toBe(valid < standard.minimum)
      expect(verdict ?? verdictOf(satisfied / valid, valid, standard)).toBe(
        verdictOf(satisfied / valid, valid, standard),
      )
      if (!rate) continue
      expect((satisfied / valid) * 100).toBeGreaterThanOrEqual(rate.low - 0.5)
      expect((satisfied / valid) * 100).toBeLessThanOrEqual(rate.high + 0.5)
    }
  })
  fc.assert(property, { numRuns: 200 })
})
