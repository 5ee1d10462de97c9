import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedResults } from '../../src/surveys/published.ts'
import { type Levels, noAnswers } from '../../src/surveys/rates.ts'
import {
  below,
  contents,
  type District,
  every,
  fewOthers,
  type Kind,
  kinds,
  minimum,
  othersOf,
  smallCell,
  teller,
  validOf,
} from './districts.ts'

/** Everything that is published of units in these subdistricts, in one text. */
function publisher(subdistricts: readonly (string | null)[]) {
  const told = teller(subdistricts)
  return (district: District) => {
    const { asked, one } = told(district)
    return JSON.stringify(publishedResults(asked, [one]))
  }
}

/** Every district whose units are among these, by all that is published of it. */
function publishedAlike(subdistricts: readonly (string | null)[], choices: readonly (readonly Levels[])[]) {
  const publish = publisher(subdistricts)
  const alike = new Map<string, District[]>()
  for (const district of every(choices)) {
    const shown = publish(district)
    const known = alike.get(shown)
    if (known) known.push(district)
    else alike.set(shown, [district])
  }
  return alike
}

/**
 * Expects of each district what an onlooker knows who knows the program and has tried them all, too: of hidden cells of
 * a unit that has the minimum nothing, of others never the number.
 */
function expectHidden(alike: ReadonlyMap<string, readonly District[]>) {
  for (const [shown, districts] of alike) {
    districts[0]?.forEach((_, at) => {
      const can = (of: (levels: Levels) => number) =>
        new Set(districts.map(district => of(district[at] ?? noAnswers.levels)))
      const [valid, others] = [can(validOf), can(othersOf)]
      const satisfied = can(levels => validOf(levels) - othersOf(levels))
      const told = `unit ${at} in ${shown}`
      if ([...valid].some(count => count < minimum)) {
        for (const counts of [valid, others, satisfied]) expect(counts.size, told).toBeGreaterThan(1)
        return
      }
      for (const counts of [others, satisfied]) {
        if (![...counts].some(count => count < smallCell)) continue
        expect([...counts].toSorted(), told).toEqual(Array.from({ length: smallCell }, (_, count) => count))
      }
    })
  }
}

/** So many districts of units that are told alike, each with so many contents at most. */
const [runs, most] = [6, 2_000]

test.each<[string, readonly (string | null)[]]>([
  ['in one subdistrict', ['a', 'a']],
  ['in two', ['a', 'b']],
  ['of which one is in none', ['a', null]],
])('of all districts of two units %s, none gives a hidden number away', (_, subdistricts) => {
  expectHidden(publishedAlike(subdistricts, [contents(0, 7), contents(0, 7)]))
})

interface Unit {
  readonly subdistrict: string | null
  readonly kind: Kind
}

/** What a unit may hold; of one with few dissatisfied the number of answers is hidden beside one below the minimum, too. */
function contentsOf({ subdistrict, kind }: Unit, units: readonly Unit[]): readonly Levels[] {
  const isMasked = units.some(unit => unit.kind === 'below' && unit.subdistrict === subdistrict)
  return kind === 'few dissatisfied' && isMasked ? contents(4, 5).filter(fewOthers) : kinds[kind]
}

const unitIn = (subdistricts: readonly (string | null)[]): fc.Arbitrary<Unit> =>
  fc.record({
    subdistrict: fc.constantFrom(...subdistricts),
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constant<Kind>('few dissatisfied') },
      { weight: 2, arbitrary: fc.constantFrom<Kind>('below', 'few satisfied', 'nobody hidden') },
    ),
  })

test.each<[string, readonly (string | null)[]]>([
  ['one subdistrict', ['a']],
  ['two subdistricts', ['a', 'b']],
  ['three subdistricts and units in none', ['a', 'b', 'c', null]],
])('of all larger districts of %s, none gives a hidden number away', (_, subdistricts) => {
  const district = fc
    .array(unitIn(subdistricts), { minLength: 6, maxLength: 11 })
    .map(units => ({ units, choices: units.map(unit => contentsOf(unit, units)) }))
    .filter(({ choices }) => choices.reduce((product, { length }) => product * length, 1) <= most)
  const property = fc.property(district, ({ units, choices }) =>
    expectHidden(
      publishedAlike(
        units.map(({ subdistrict }) => subdistrict),
        choices,
      ),
    ),
  )
  fc.assert(property, { numRuns: runs })
})

test('the distribution of all answers over the levels gives none of a unit away', () => {
  const few: Levels[] = [
    [4, 0, 0, 0, 0],
    [3, 0, 1, 0, 0],
    [3, 0, 0, 1, 0],
    [3, 0, 0, 0, 1],
  ]
  const many = [0, 1, 2, 3, 4].map((l1): Levels => [1, 1, 2, 4 - l1, l1])
  const alike = publishedAlike(['a', 'a', 'a', 'a', 'a'], [few, few, few, few, many])
  expectHidden(alike)
  const split = [...alike].filter(([shown]) => shown.includes('"levels":[4]'))
  expect(split.length).toBeGreaterThan(3)
  for (const [shown, districts] of split)
    for (const place of [3, 4])
      expect(new Set(districts.map(district => district[0]?.[place])).size, shown).toBe(2)
})

test('how many receipts there are gives no cell of two units away, however many answers are not valid', () => {
  const told = teller(['a', 'a'])
  const alike = new Map<string, District[]>()
  for (const district of every([contents(0, 6), contents(0, 6)])) {
    const { asked, one } = told(district)
    const shown = JSON.stringify(publishedResults(asked, [one]))
    const valid = district.reduce((sum, levels) => sum + validOf(levels), 0)
    for (let outside = 0; outside <= 2; outside++) {
      const known = `${valid + outside} ${shown}`
      alike.set(known, [...(alike.get(known) ?? []), district])
    }
  }
  for (const [known, districts] of alike)
    districts[0]?.forEach((_, at) => {
      const can = (of: (levels: Levels) => number) =>
        [...new Set(districts.map(district => of(district[at] ?? noAnswers.levels)))].toSorted()
      const valid = can(validOf)
      for (const counts of [can(othersOf), can(levels => validOf(levels) - othersOf(levels))]) {
        // The number of answers can be told of a unit below the minimum, but not what they say.
        if (valid.some(count => count < minimum)) {
          if (!valid.includes(0)) expect(counts.length, known).toBeGreaterThan(1)
        } else if (counts.some(count => count < smallCell))
          expect(counts.slice(0, smallCell), known).toEqual(below)
      }
    })
})

/** The answers to a round of one unit, some of which say 不了解. */
interface Alone {
  readonly levels: Levels
  readonly outside: number
}

/** All that so many answers can say, of which at most `mostOutside` are not valid. */
const alone = (from: number, to: number, mostOutside: number): Alone[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap(answers =>
    Array.from({ length: Math.min(answers, mostOutside) + 1 }, (_, outside) => outside).flatMap(outside =>
      contents(answers - outside, answers - outside).map(levels => ({ levels, outside })),
    ),
  )

const answersOf = ({ levels, outside }: Alone) => validOf(levels) + outside

/** By everything that is public of them: their number, since each has a receipt, and the result. */
function aloneAlike<T>(all: Iterable<T>, shown: (one: T) => string): readonly (readonly T[])[] {
  const alike = new Map<string, T[]>()
  for (const one of all) alike.set(shown(one), [...(alike.get(shown(one)) ?? []), one])
  return [...alike.values()]
}

/** Expects that nobody can tell a small cell among these answers, of which all that is public is alike; 不了解 is a cell, too. */
function expectAloneHidden(alike: readonly Alone[]) {
  const [first] = alike
  if (!first || answersOf(first) < minimum) return
  const cells = (of: (one: Alone) => number) => [...new Set(alike.map(of))].toSorted((a, b) => a - b)
  const told = JSON.stringify(alike)
  const [valid, others, outside] = [
    cells(({ levels }) => validOf(levels)),
    cells(({ levels }) => othersOf(levels)),
    cells(one => one.outside),
  ]
  const satisfied = cells(({ levels }) => validOf(levels) - othersOf(levels))
  if (valid.some(count => count < minimum)) {
    for (const counts of [others, satisfied]) expect(counts.length, told).toBeGreaterThan(1)
    return
  }
  for (const counts of [others, satisfied, outside])
    if (counts.some(count => count < smallCell)) expect(counts.slice(0, smallCell), told).toEqual(below)
}

test('of a round of one unit, the number of receipts gives neither 不了解 nor another small cell away', () => {
  const told = teller([null])
  const shown = (one: Alone) => {
    const { asked, one: part } = told([one.levels], one.outside)
    return `${answersOf(one)} ${JSON.stringify(publishedResults(asked, [part]))}`
  }
  const all = aloneAlike(alone(0, 11, 4), shown)
  expect(all.length).toBeGreaterThan(50)
  for (const alike of all) expectAloneHidden(alike)
})

/** The answers until a round ended, and those that came before it ended again. */
type Pair = readonly [Alone, Alone]

/** All pairs by what is public in the end: both numbers of receipts, and what `publish` makes of them each time. */
function pairsAlike(
  [parts, more]: readonly [readonly Alone[], readonly Alone[]],
  publish: (pair: Pair) => readonly unknown[],
) {
  const all = parts.flatMap(first => more.map((second): Pair => [first, second]))
  return aloneAlike(all, pair => JSON.stringify([pair.map(answersOf), publish(pair)]))
}

test('of a round that ends twice, both results together hide what was hidden before and what came between', () => {
  const told = teller([null])
  const alike = pairsAlike([alone(4, 6, 2), alone(0, 5, 2)], pair => {
    const [one, two] = pair.map(({ levels, outside }) => told([levels], outside))
    if (!one || !two) throw new Error('a pair has two parts')
    const isTold = two.one.total.valid.least >= minimum
    return [
      publishedResults(one.asked, [one.one]),
      publishedResults(one.asked, isTold ? [one.one, two.one] : [one.one]),
    ]
  })
  expect(alike.length).toBeGreaterThan(50)
  for (const pairs of alike) for (const at of [0, 1] as const) expectAloneHidden(pairs.map(pair => pair[at]))
})

test('had the second result been counted afresh, it would give the answers between away', () => {
  const told = teller([null])
  const afresh = pairsAlike([alone(5, 6, 1), alone(0, 2, 1)], ([first, second]) => {
    const sum = first.levels.map((count, place) => count + (second.levels[place] ?? 0))
    const whole = { levels: sum as unknown as Levels, outside: first.outside + second.outside }
    return [first, whole].map(({ levels, outside }) => {
      const { asked, one } = told([levels], outside)
      return publishedResults(asked, [one])
    })
  })
  const between = afresh.map(pairs => new Set(pairs.map(([, second]) => othersOf(second.levels))))
  expect(between.some(counts => counts.size === 1)).toBe(true)
})
