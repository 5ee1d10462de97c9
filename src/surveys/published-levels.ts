import { type KnownCells, rateOf, type Span } from './published-line.ts'
import { ratesOf, type Tally } from './rates.ts'
import type { Round } from './round.ts'

/** How a total is distributed over the levels. */
export interface PublishedLevels {
  /**
   * One part a level, the best first; or all levels that count as satisfied, or all others, as one part where a level
   * among them is a small cell. `levels` are places: 0 is 非常满意, 4 is 非常不满意.
   */
  readonly parts: readonly LevelPart[]
  /** 不了解; null where few said so, or where it would tell the valid answers. */
  readonly dontKnow: number | null
  /** By the basis that is not the official one; null where the levels do not tell it. */
  readonly otherRate: Span | null
  /** Null unless each level is told exactly. */
  readonly index: number | null
}

export interface LevelPart {
  readonly levels: readonly number[]
  readonly count: Span
}

/**
 * The levels of a total: exact, but for the first one that counts as satisfied and the first one that does not, which are
 * ranges where the total is one. How a unit's satisfied and other answers are split up is told nowhere, so the levels of
 * the total, none being a small cell, say nothing of a unit that the total does not.
 */
export function publishedLevels(
  { basis, standard: { smallCell } }: Pick<Round, 'basis' | 'standard'>,
  tally: Tally,
  known: KnownCells,
): PublishedLevels {
  const { valid, others } = known
  const { levels } = tally
  const satisfied = { least: valid.least - others.most, most: valid.most - others.least }
  const [split, otherSplit] =
    basis === 'broad'
      ? [
          [0, 1, 2],
          [3, 4],
        ]
      : [
          [0, 1],
          [2, 3, 4],
        ]
  const sides = [sideOf(split, satisfied, levels, smallCell), sideOf(otherSplit, others, levels, smallCell)]
  const [best, rest] = sides.map(parts => parts.length > 1)
  const isExact = valid.least === valid.most
  const [, , l3, l2, l1] = levels
  const notStrict = { least: others.least + l3, most: others.most + l3 }
  const notBroad = { least: l2 + l1, most: l2 + l1 }
  const isOtherTold = basis === 'broad' ? best : rest
  return {
    parts: sides.flat(),
    dontKnow: isExact && tally.dontKnow >= smallCell ? tally.dontKnow : null,
    otherRate: isOtherTold ? rateOf({ valid, others: basis === 'broad' ? notStrict : notBroad }) : null,
    index: isExact && others.least === others.most && best && rest ? ratesOf(tally).index : null,
  }
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
