import fc from 'fast-check'
import { expect } from 'vitest'
import { publishedResults } from '../../src/surveys/published.ts'
import { tell } from '../../src/surveys/telling.ts'
import { tellMore } from '../../src/surveys/telling-more.ts'
import type { Told } from '../../src/surveys/told.ts'
import {
  below,
  contents,
  counter,
  type District,
  every,
  minimum,
  othersOf,
  smallCell,
  validOf,
} from './districts.ts'

/** A unit's answers as far as the public might work them out: the valid ones, and those of them that are not satisfied. */
type Cell = readonly [valid: number, others: number]

/** Districts of which all that is told, and the number of receipts, is alike. */
interface Alike {
  readonly told: Told | null
  readonly receipts: number
  /** By unit, all that it may hold, each once. */
  readonly units: ReadonlyMap<string, Cell>[]
}

/** So many answers that are not valid, all about the first unit. */
const outsides = [0, 1, 2]

/**
 * Expects that two publications of a round together hide what each of them hides: of every unit what was answered until the first
 * ending, what came between the two, and the sum. `first` and `more` hold every district that there may be; all pairs of them are
 * tried, by somebody who has both results, the numbers of receipts, and this program.
 */
export function expectHiddenTwice(
  subdistricts: readonly (string | null)[],
  first: readonly District[],
  more: readonly District[],
) {
  const told = counter(subdistricts)
  const { asked } = told([])
  const before = alikeBy(first, subdistricts.length, (district, outside) => {
    const { counts } = told(district, [outside])
    return tell(asked, counts)
  })
  const between = alikeBy(more, subdistricts.length, (district, outside) => {
    const { counts } = told(district, [outside])
    const one = tellMore(asked, counts)
    return one.total.valid.least >= minimum ? one : null
  })
  const known = new Map<string, [Alike, Alike][]>()
  for (const one of before) {
    const published = JSON.stringify(publishedResults(asked, one.told ? [one.told] : []))
    for (const two of between) {
      const again = publishedResults(
        asked,
        [one.told, two.told].flatMap(each => each ?? []),
      )
      const shown = `${one.receipts} ${published} ${two.receipts} ${two.told ? JSON.stringify(again) : ''}`
      known.set(shown, [...(known.get(shown) ?? []), [one, two]])
    }
  }
  for (const [shown, pairs] of known)
    for (const at of subdistricts.keys()) {
      const own = pairs.map(([one, two]) => [cells(one, at), cells(two, at)] as const)
      const sums = own.flatMap(([one, two]) =>
        one.flatMap(([valid, others]) => two.map((cell): Cell => [valid + cell[0], others + cell[1]])),
      )
      const unit = `unit ${at} in ${shown}`
      const parts = [own.flatMap(([one]) => one), own.flatMap(([, two]) => two)]
      for (const part of parts) expectCellsHidden(part, unit)
      // Of a sum with a part below the minimum as little can be known as of that part: they are told apart from each other.
      if (!parts.flat().some(([valid]) => valid > 0 && valid < minimum)) expectCellsHidden(sums, unit)
    }
  return known.size
}

const cells = ({ units }: Alike, at: number) => [...(units[at]?.values() ?? [])]

function alikeBy(
  districts: readonly District[],
  count: number,
  tellOf: (district: District, outside: number) => Told | null,
): readonly Alike[] {
  const known = new Map<string, Alike>()
  for (const district of districts)
    for (const outside of outsides) {
      const told = tellOf(district, outside)
      const receipts = district.reduce((sum, levels) => sum + validOf(levels), outside)
      const key = `${receipts} ${JSON.stringify(told)}`
      const alike = known.get(key) ?? {
        told,
        receipts,
        units: Array.from({ length: count }, () => new Map()),
      }
      known.set(key, alike)
      for (const [at, levels] of district.entries())
        (alike.units[at] as Map<string, Cell>).set(levels.join(), [validOf(levels), othersOf(levels)])
    }
  return [...known.values()]
}

/** How many answers a unit below the minimum has may be known, what they say may not; of others no small cell may be known. */
function expectCellsHidden(all: readonly Cell[], told: string) {
  const can = (of: (cell: Cell) => number) => [...new Set(all.map(of))].toSorted((a, b) => a - b)
  const valid = can(([count]) => count)
  for (const counts of [can(([, others]) => others), can(([count, others]) => count - others)]) {
    if (valid.some(count => count < minimum)) {
      if (!valid.includes(0)) expect(counts.length, told).toBeGreaterThan(1)
    } else if (counts.some(count => count < smallCell))
      expect(counts.slice(0, smallCell), told).toEqual(below)
  }
}

interface Hierarchy {
  readonly subdistricts: readonly (string | null)[]
  readonly first: readonly District[]
  readonly more: readonly District[]
}

/** From `least` to `most` units, in subdistricts or in none; at most `pairs` of what was answered until the first ending, and between the two. */
export function hierarchy(size: { least: number; most: number; pairs: number }): fc.Arbitrary<Hierarchy> {
  const range = (lowest: number, highest: number) =>
    fc
      .tuple(fc.integer({ min: lowest, max: highest }), fc.integer({ min: 0, max: 2 }))
      .map(([from, more]) => contents(from, from + more))
  const unit = fc.record({
    subdistrict: fc.constantFrom('a', 'b', 'c', null),
    first: range(0, 5),
    more: fc.oneof(fc.constant(contents(0, 0)), range(0, 5)),
  })
  return fc
    .array(unit, { minLength: size.least, maxLength: size.most })
    .filter(
      units =>
        units.reduce((product, { first, more }) => product * first.length * more.length, 1) <= size.pairs,
    )
    .map(units => ({
      subdistricts: units.map(({ subdistrict }) => subdistrict),
      first: [...every(units.map(({ first }) => first))],
      more: [...every(units.map(({ more }) => more))],
    }))
}
