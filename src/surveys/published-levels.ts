import { rateOf } from './published-line.ts'
import { type Basis, ratesOf, type Tally } from './rates.ts'
import type { Round } from './round.ts'
import type { KnownCells, LevelPart, Span, ToldLevels } from './told.ts'

/** How a total is distributed over the levels, and what follows from it. */
export interface PublishedLevels extends ToldLevels {
  /** By the basis that is not the official one; null where the levels do not tell it. */
  readonly otherRate: Span | null
  /** Null unless each level is told exactly. */
  readonly index: number | null
}

/** Which levels count as satisfied, and which do not. */
const sides: Readonly<Record<Basis, readonly (readonly number[])[]>> = {
  broad: [
    [0, 1, 2],
    [3, 4],
  ],
  strict: [
    [0, 1],
    [2, 3, 4],
  ],
}

/**
 * The levels of a total: exact, but for the first one that counts as satisfied and the first one that does not, which are
 * ranges where the total is one. How a unit's satisfied and other answers are split up is told nowhere, so the levels of
 * the total, none being a small cell, say nothing of a unit that the total does not.
 */
export function toldLevels(
  { basis, standard: { smallCell } }: Pick<Round, 'basis' | 'standard'>,
  { levels, dontKnow }: Tally,
  { valid, others }: KnownCells,
): ToldLevels {
  const [split = [], otherSplit = []] = sides[basis]
  const parts = [
    ...sideOf(split, satisfiedIn({ valid, others }), levels, smallCell),
    ...sideOf(otherSplit, others, levels, smallCell),
  ]
  return { parts, dontKnow: valid.least === valid.most && dontKnow >= smallCell ? dontKnow : null }
}

/** What was told of several sets of answers, added up; a side that is not split in one of them is not split in the sum. */
export function publishedLevels(
  basis: Basis,
  all: readonly ToldLevels[],
  known: KnownCells,
): PublishedLevels {
  const spans = [satisfiedIn(known), known.others]
  const parts = sides[basis].flatMap((side, at) => {
    const isSplit = all.every(({ parts }) => side.every(place => countAt(parts, [place]) !== undefined))
    const told = (isSplit ? side.map(place => [place]) : [side]).map(levels => ({
      levels,
      count: sumAt(all, levels),
    }))
    return within(told, spans[at] ?? known.valid)
  })
  const dontKnow = all.reduce<number | null>(
    (sum, one) => (sum === null || one.dontKnow === null ? null : sum + one.dontKnow),
    0,
  )
  const counts = [0, 1, 2, 3, 4].map(place => countAt(parts, [place]))
  const [, , l3, l2, l1] = counts
  const notStrict = l3 && added(known.others, l3)
  const notBroad = l2 && l1 && added(l2, l1)
  const other = basis === 'broad' ? notStrict : notBroad
  return {
    ...{ parts, dontKnow },
    otherRate: other ? rateOf({ valid: known.valid, others: other }) : null,
    index: indexOf(counts),
  }
}

function satisfiedIn({ valid, others }: KnownCells): Span {
  return { least: Math.max(0, valid.least - others.most), most: valid.most - others.least }
}

/** The parts of one side, none with more or fewer answers than the side leaves to it beside the others. */
function within(parts: readonly LevelPart[], side: Span): readonly LevelPart[] {
  const all = parts.map(({ count }) => count).reduce(added, { least: 0, most: 0 })
  return parts.map(({ levels, count }) => ({
    levels,
    count: {
      least: Math.max(count.least, side.least - (all.most - count.most)),
      most: Math.min(count.most, side.most - (all.least - count.least)),
    },
  }))
}

function countAt(parts: ToldLevels['parts'], levels: readonly number[]): Span | undefined {
  return parts.find(part => part.levels.join() === levels.join())?.count
}

/** How many are at these levels, in however many parts that is told. */
function sumAt(all: readonly ToldLevels[], levels: readonly number[]): Span {
  return all
    .flatMap(({ parts }) => parts.filter(part => part.levels.every(place => levels.includes(place))))
    .map(({ count }) => count)
    .reduce(added, { least: 0, most: 0 })
}

export function added(a: Span, b: Span): Span {
  return { least: a.least + b.least, most: a.most + b.most }
}

function indexOf(counts: readonly (Span | undefined)[]): number | null {
  const exact = counts.flatMap(count => (count && count.least === count.most ? [count.least] : []))
  const [l5, l4, l3, l2, l1] = exact
  if (l5 === undefined || l4 === undefined || l3 === undefined || l2 === undefined || l1 === undefined)
    return null
  return ratesOf({ levels: [l5, l4, l3, l2, l1], dontKnow: 0 }).index
}

/** One side of the scale, `together` being all of its answers: a part a level, or one part where one would be a small cell. */
function sideOf(
  [first = 0, ...places]: readonly number[],
  together: Span,
  levels: Tally['levels'],
  smallCell: number,
): readonly LevelPart[] {
  const exact = places.map(place => levels[place] ?? 0)
  const sum = exact.reduce((total, count) => total + count, 0)
  const left = { least: together.least - sum, most: together.most - sum }
  if (left.least < smallCell || exact.some(count => count < smallCell))
    return [{ levels: [first, ...places], count: { least: together.least, most: together.most } }]
  return [
    { levels: [first], count: left },
    ...exact.map((count, at) => ({ levels: [places[at] ?? 0], count: { least: count, most: count } })),
  ]
}
