import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedResults } from '../../src/surveys/published.ts'
import { type Levels, noAnswers } from '../../src/surveys/rates.ts'
import type { RoundUnit } from '../../src/surveys/round.ts'
import { round, standard } from './world.ts'

/** Small enough to try every district there can be: cells of 0 and 1 are hidden, and units with less than 4 answers. */
const [smallCell, minimum] = [2, 4]
const measured = { ...round(), standard: { ...standard, target: 0.7, smallCell, minimum } }

/** What a unit was answered, level by level, the best first. */
type District = readonly Levels[]

const validOf = (levels: Levels) => levels.reduce((sum, count) => sum + count, 0)
const othersOf = ([, , , l2, l1]: Levels) => l2 + l1

/** Everything that is published of units in these subdistricts, in one text. */
function publisher(subdistricts: readonly (string | null)[]) {
  const units = subdistricts.map((code, at): RoundUnit => {
    const subdistrict = code === null ? null : { code, name: code }
    return { code: `${at}`, name: `${at}`, level: 'community', subdistrict, link: `${at}` }
  })
  return (district: District) => {
    const counted = new Map<string, number>()
    for (const [at, levels] of district.entries())
      for (const [place, count] of levels.entries()) counted.set(`${at}|overall|${5 - place}`, count)
    return JSON.stringify(publishedResults(measured, units, { counted, all: counted }, 'overall'))
  }
}

/** Every choice of one from each. */
function* every(choices: readonly (readonly Levels[])[], chosen: District = []): Generator<District> {
  const next = choices[chosen.length]
  if (!next) yield chosen
  else for (const one of next) yield* every(choices, [...chosen, one])
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

const contents = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap(valid =>
    Array.from({ length: valid + 1 }, (_, others): Levels => [valid - others, 0, 0, others, 0]),
  )

test.each<[string, readonly (string | null)[]]>([
  ['in one subdistrict', ['a', 'a']],
  ['in two', ['a', 'b']],
  ['of which one is in none', ['a', null]],
])('of all districts of two units %s, none gives a hidden number away', (_, subdistricts) => {
  expectHidden(publishedAlike(subdistricts, [contents(0, 7), contents(0, 7)]))
})

const fewOthers = (levels: Levels) => othersOf(levels) < smallCell

/** Units by what their own lines tell: all contents that are told alike. */
const kinds = {
  below: contents(0, minimum - 1),
  'few dissatisfied': contents(4, 4).filter(fewOthers),
  'few satisfied': contents(4, 4).filter(levels => othersOf(levels) > 4 - smallCell),
  'nobody hidden': contents(5, 5).filter(levels => othersOf(levels) === 2),
}
type Kind = keyof typeof kinds

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
