import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedResults } from '../../src/surveys/published.ts'
import type { Published } from '../../src/surveys/published-line.ts'
import type { Round, RoundUnit } from '../../src/surveys/round.ts'
import { tell } from '../../src/surveys/telling.ts'
import { verdictOf } from '../../src/surveys/verdict.ts'
import { round, standard } from './world.ts'

/** Satisfied and dissatisfied answers of a unit. */
type Cells = readonly [satisfied: number, others: number]

interface Asked {
  /** Null: in none. */
  readonly subdistrict: number | null
  readonly cells: Cells
}

type More = Partial<Pick<Round, 'coded' | 'standard'>>

function unitOf(subdistrict: number | null, at: number): RoundUnit {
  const above = subdistrict === null ? null : { code: `s${subdistrict}`, name: `s${subdistrict}` }
  const code = `u${at}`
  return { code, name: code, level: 'community', subdistrict: above, households: 200, link: `l${at}` }
}

const countsOf = (cells: readonly Cells[]) =>
  new Map(
    cells.flatMap(([satisfied, others], at) => [
      [`u${at}|overall|5`, satisfied] as const,
      [`u${at}|overall|2`, others] as const,
      [`u${at}|overall|dontknow`, 9] as const,
      [`u${at}|#`, satisfied + others + 9] as const,
    ]),
  )

/** What is published, unit by unit and group by group. */
function publish(asked: readonly Asked[], more: More = {}) {
  const units = asked.map(({ subdistrict }, at) => unitOf(subdistrict, at))
  const counts = countsOf(asked.map(({ cells }) => cells))
  const opened = { ...round(), ...more, units }
  const results = publishedResults(opened, [tell(opened, { counted: counts, all: counts })])
  const lines = new Map(results.groups.flatMap(group => group.units.map(unit => [unit.code, unit] as const)))
  return {
    ...results,
    units: asked.map((_, at) => lines.get(`u${at}`)),
    above: [results.total, ...results.groups.flatMap(({ subdistrict }) => subdistrict ?? [])],
  }
}

const one = (satisfied: number, others: number) =>
  publish([{ subdistrict: 1, cells: [satisfied, others] }]).units[0]

const told = (line: Published | undefined) =>
  line && [line.valid && ends(line.valid), line.rate && ends(line.rate).map(hundredths), line.verdict]
const ends = ({ least, most }: { least: number; most: number }) => [least, most]
const hundredths = (share: number) => Math.round(share * 10_000) / 100

test.each<[string, number, number, ReturnType<typeof told>]>([
  ['below the minimum nothing', 29, 0, [null, null, 'tooFew']],
  ['fewer than five others as a bound', 40, 0, [[40, 40], [90, 100], null]],
  ['the same for four of them', 36, 4, [[40, 40], [90, 100], null]],
  ['no hidden cell exactly', 45, 5, [[50, 50], [90, 90], 'undecided']],
  ['a verdict that holds whatever is hidden', 300, 1, [[301, 301], [98.67, 100], 'met']],
  ['few satisfied as a bound', 3, 97, [[100, 100], [0, 4], 'notMet']],
])('of a unit, %s is published: %i and %i', (_, satisfied, others, expected) => {
  expect(told(one(satisfied, others))).toEqual(expected)
})

/** A district of `n` subdistricts with `communities` each, of 50 answers with 0 to 4 dissatisfied. */
const usual = (n: number, communities: number): Asked[] =>
  Array.from({ length: n * communities }, (_, at) => {
    const others = [2, 0, 4, 1, 3][at % 5] ?? 0
    return { subdistrict: Math.floor(at / communities), cells: [50 - others, others] as const }
  })

test('a district of communities with few dissatisfied is told exactly, and so are its subdistricts', () => {
  const { total, above, units } = publish(usual(10, 10))
  expect(above.map(told)).toEqual([
    [[5000, 5000], [96, 96], 'met'],
    ...Array.from({ length: 10 }, () => [[500, 500], [96, 96], 'met']),
  ])
  expect(total.interval?.map(hundredths)).toEqual([95.42, 96.51])
  expect(units.map(told)).toEqual(Array.from({ length: 100 }, () => [[50, 50], [92, 100], null]))
})

test('a district that would give a small subdistrict away by subtraction is told, and large ones are ranges', () => {
  const two = [4, 3].map((others): Asked => ({ subdistrict: 9, cells: [50 - others, others] }))
  const small = [...usual(9, 10), ...two]
  const { above } = publish(small)
  expect(above.map(told)).toEqual([
    [[4600, 4600], [95.93, 95.93], 'met'],
    ...[0, 1, 2].map(() => [[500, 500], [95.2, 96], 'met']),
    ...[3, 4, 5, 6, 7, 8].map(() => [[500, 500], [96, 96], 'met']),
    [[100, 100], [92, 100], null],
  ])
})

test('a subdistrict with next to nobody dissatisfied is a narrow range, and the district is told within four answers', () => {
  const calm = usual(10, 10).map(asked =>
    asked.subdistrict === 0 ? { ...asked, cells: [50, 0] as const } : asked,
  )
  const { total, above } = publish(calm)
  expect(told(above[1])).toEqual([[500, 500], [99.2, 100], 'met'])
  expect(told(total)).toEqual([[5000, 5000], [96.32, 96.4], 'met'])
})

test('one unit below the minimum is in the totals, and its neighbours hide how many answers it has', () => {
  const { total, above, units } = publish(usual(10, 10).with(3, { subdistrict: 0, cells: [12, 1] }))
  expect(told(units[3])).toEqual([null, null, 'tooFew'])
  expect(told(units[4])).toEqual([[50, 54], [92, 100], null])
  expect(told(above[1])).toEqual([[460, 464], [95.65, 95.69], 'met'])
  expect(told(total)).toEqual([[4960, 4964], [95.97, 95.97], 'met'])
})

test('of a district where few units were answered, the total is no wider than what these tell', () => {
  const answered: Asked[] = [
    { subdistrict: 0, cells: [57, 5] },
    { subdistrict: 0, cells: [39, 7] },
    { subdistrict: 1, cells: [37, 3] },
  ]
  const silent = Array.from({ length: 96 }, (_, at): Asked => ({ subdistrict: at % 2, cells: [0, 0] }))
  const { above, levels } = publish([...answered, ...silent])
  expect(above.map(told)).toEqual([
    [[148, 156], [83.78, 92.31], null],
    [[108, 112], [85.19, 89.29], 'undecided'],
    [[40, 44], [80, 100], null],
  ])
  expect(levels?.parts.map(({ count }) => ends(count))).toEqual([
    [124, 144],
    [12, 24],
  ])
})

const { smallCell: small, minimum } = standard
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
  fc.tuple(fc.integer({ min: 30, max: 60 }), fc.nat({ max: 4 })),
  fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 60 })),
)
const district = fc.array(
  fc.record({ subdistrict: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 6 }), cells }),
  { minLength: 1, maxLength: 14 },
)

test('the line of a unit is the same whatever its hidden cell holds', () => {
  const property = fc.property(district, units => {
    const { units: shown } = publish(units)
    units.forEach((unit, at) => {
      if (!isHidden(unit.cells)) return
      for (const other of othersLike(unit.cells))
        expect(publish(units.with(at, { ...unit, cells: other })).units[at]).toEqual(shown[at])
    })
  })
  fc.assert(property, { numRuns: 25 })
})

test('what is published holds: the true rate lies in it, and a verdict that is told is the true one', () => {
  const property = fc.property(district, fc.boolean(), (units, coded) => {
    const { units: shown, above } = publish(units, { coded })
    const holds = (line: Published | undefined, members: readonly Asked[]) => {
      const satisfied = members.reduce((sum, each) => sum + each.cells[0], 0)
      const valid = members.reduce((sum, each) => sum + each.cells[0] + each.cells[1], 0)
      const households = coded ? members.length * 200 : undefined
      const population = households !== undefined && valid <= households ? households : undefined
      const verdict = verdictOf(satisfied / valid, valid, standard, population)
      expect(line?.verdict ?? verdict).toBe(verdict)
      if (line?.valid) expect([line.valid.least <= valid, valid <= line.valid.most]).toEqual([true, true])
      if (line?.rate) expect(line.rate.least - 1e-9).toBeLessThanOrEqual(satisfied / valid)
      if (line?.rate) expect(line.rate.most + 1e-9).toBeGreaterThanOrEqual(satisfied / valid)
      expect(line?.valid === null).toBe(line?.verdict === 'tooFew')
    }
    units.forEach((unit, at) => {
      holds(shown[at], [unit])
      expect(shown[at]?.rate === null).toBe(unit.cells[0] + unit.cells[1] < minimum)
    })
    const [total, ...groups] = above
    holds(total, units)
    for (const line of groups)
      holds(
        line,
        units.filter(({ subdistrict }) => line.code === `s${subdistrict}`),
      )
  })
  fc.assert(property, { numRuns: 150 })
})
