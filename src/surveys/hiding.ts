/**
 * What anybody may know of a number of answers: it is at least `least` and at most `most`, and everything from `least`
 * to `sure` is possible, whatever the other numbers are. Exact where all three are equal.
 */
export interface Known {
  readonly least: number
  readonly sure: number
  readonly most: number
}

/** The answers about a unit: the valid ones, and those among them that are not satisfied. */
export interface Cells {
  readonly valid: number
  readonly others: number
}

export type CellName = keyof Cells

/** Below so many a cell is hidden (`smallCell`), and below so many valid answers everything about a unit is (`minimum`). */
export interface Limits {
  readonly smallCell: number
  readonly minimum: number
}

const exactly = (count: number): Known => ({ least: count, sure: count, most: count })
const between = (least: number, most: number): Known => ({ least, sure: most, most })

/** In which of the stretches of `size` numbers from 0 on a number is; the last one takes what is left over before `end`. */
function stretchOf(count: number, end: number, size: number) {
  const last = Math.max(0, Math.floor(end / size) - 1)
  const at = Math.min(Math.floor(count / size), last)
  return { least: at * size, most: (at + 1) * size - 1, isLast: at === last }
}

export function isBelow({ valid }: Cells, { minimum }: Limits): boolean {
  return valid < minimum
}

/**
 * How many valid answers a unit may have for all that is told. Hidden below the minimum; and where `masked`, of a unit
 * with few dissatisfied answers, too: without such neighbours one below the minimum would keep the totals from being told.
 */
export function knownValid(cells: Cells, limits: Limits, masked: boolean): Known {
  const { valid, others } = cells
  const { smallCell, minimum } = limits
  if (isBelow(cells, limits)) {
    const { least, most, isLast } = stretchOf(valid, minimum, smallCell)
    return between(least, isLast ? minimum - 1 : most)
  }
  if (!masked || others >= smallCell) return exactly(valid)
  const { least, most } = stretchOf(valid - minimum, Infinity, smallCell)
  return between(minimum + least, minimum + most)
}

/**
 * What may be known of answers that are told as one, for somebody who also knows how many answers there are in all,
 * `outside` of which are not valid: they say 不了解, or nothing. Where fewer than a small cell are outside, the valid ones
 * are told as a range, so that neither can be had from the other.
 */
export function knownWhole(cells: Cells, outside: number, limits: Limits): Record<CellName, Known> {
  const { smallCell, minimum } = limits
  const { valid, others } = cells
  const span = smallCell - 1
  const isHidden = outside < smallCell
  const answers = valid + outside
  const nothing = between(0, minimum - 1)
  if ((isHidden ? answers - span : valid) < minimum) return { valid: nothing, others: nothing }
  if (!isHidden) return { valid: exactly(valid), others: knownOfGiven(cells, limits) }
  const told = { valid: between(answers - span, answers) }
  if (others < smallCell) return { ...told, others: between(0, span) }
  // Satisfied and outside together: with fewer than this, one of them could be told from the other being no small cell.
  const fewBoth = answers - others < smallCell + span
  return { ...told, others: fewBoth ? between(answers - 2 * span, answers) : exactly(others) }
}

/** How many may be dissatisfied in a unit, also for somebody who knows how many valid answers each unit has. */
export function knownOthers(cells: Cells, limits: Limits): Known {
  const { smallCell } = limits
  if (isBelow(cells, limits)) {
    const valids = knownValid(cells, limits, false)
    const { least, most, isLast } = stretchOf(cells.others, valids.least, smallCell)
    return isLast ? { least, sure: valids.least, most: valids.most } : between(least, most)
  }
  return knownOfGiven(cells, limits)
}

/** How many may be dissatisfied among so many valid answers whose number is told. */
export function knownOfGiven({ valid, others }: Cells, { smallCell }: Pick<Limits, 'smallCell'>): Known {
  const [fewOthers, fewSatisfied] = [others < smallCell, valid - others < smallCell]
  if (fewOthers && fewSatisfied) return between(0, valid)
  if (fewOthers) return between(0, smallCell - 1)
  return fewSatisfied ? between(valid - smallCell + 1, valid) : exactly(others)
}

/** Two numbers of which nothing of one tells anything of the other, taken together. */
export function knownSum(a: Known, b: Known): Known {
  return { least: a.least + b.least, sure: a.sure + b.sure, most: a.most + b.most }
}

/**
 * What is told of a sum whose parts are known so far: the sum itself, unless it is so near to its lowest or highest
 * possible value that a part could not be anything any more. Then it is told that it is among the `smallCell` lowest or
 * highest; with little hidden, nothing beyond the parts. What is told depends on the parts and on the sum alone, and
 * every part can still be any of `smallCell` numbers in a row (all that it has, when it has no more), whatever is told
 * of sums above, which this is a part of.
 */
export function toldOf(sum: number, parts: readonly Known[], limits: Limits): Known {
  const { least, sure, most, low, high } = bordersOf(parts, limits)
  if (least === most) return exactly(sum)
  if (low >= high) return { least, sure, most }
  if (sum <= low) return between(least, low)
  return sum >= high ? { least: high, sure, most } : exactly(sum)
}

/**
 * The same, but of a sum that could be told exactly only the stretch of numbers that it is in, so that others may be
 * told. Undefined where that hides nothing: where the sum is not told exactly, or is that of parts which are.
 */
export function bluntlyTold(sum: number, parts: readonly Known[], limits: Limits): Known | undefined {
  const { least, most, low, high } = bordersOf(parts, limits)
  const size = limits.smallCell
  if (least === most || sum <= low || sum >= high || high - low - 1 < size) return undefined
  const stretch = stretchOf(sum - low - 1, high - low - 1, size)
  return between(low + 1 + stretch.least, stretch.isLast ? high - 1 : low + 1 + stretch.most)
}

/** What a sum may be, and the numbers between which it can be told exactly. */
function bordersOf(parts: readonly Known[], { smallCell }: Limits) {
  const known = parts.reduce(knownSum, exactly(0))
  return { ...known, low: known.least + smallCell - 1, high: known.sure - smallCell + 1 }
}
