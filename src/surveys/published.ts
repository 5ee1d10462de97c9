import {
  bluntlyTold,
  type Cells,
  isBelow,
  type Known,
  knownOfGiven,
  knownOthers,
  knownSum,
  knownValid,
  type Limits,
  toldOf,
} from './hiding.ts'
import { type PublishedLevels, publishedLevels } from './published-levels.ts'
import {
  type KnownCells,
  lineOf,
  type Measured,
  type Published,
  rateOf,
  type Span,
} from './published-line.ts'
import { noAnswers, pooled, satisfiedOf, type Tally, validOf } from './rates.ts'
import type { RoundUnit } from './round.ts'
import { type Counts, tallyOf } from './tally.ts'

export interface PublishedGroup {
  /** Null for units in no subdistrict, and where all are in one. */
  readonly subdistrict: Published | null
  readonly units: readonly Published[]
}

export interface PublishedResults {
  readonly total: Published
  /** Null where there is no rate. */
  readonly levels: PublishedLevels | null
  readonly groups: readonly PublishedGroup[]
  /** The total's rate with the answers that were left out; a range where few of these said the one or the other. */
  readonly rateWithAll: Span | null
}

/** One unit or several: its answers, and what may be known of them. */
interface Part {
  readonly units: readonly RoundUnit[]
  readonly cells: Cells
  readonly valid: Known
  readonly others: Known
}

/** A subdistrict, or the units in none. */
interface Group {
  readonly subdistrict: RoundUnit['subdistrict']
  readonly parts: readonly Part[]
  readonly whole: Part
}

/**
 * The result of a closed round, for everybody: the units, their subdistricts where there are several, and the whole.
 * `counts` are of the answers that count, `all` of those too that two people left out.
 *
 * Hidden are the satisfied and the dissatisfied answers of a unit where they are fewer than the standard's small cell,
 * none included, and everything about a unit below the minimum. A unit's line does not depend on its hidden cell: its
 * rate is a range. Totals are exact unless that would narrow down what is hidden below them (see `toldOf`). Whoever has
 * everything that is published, and this program, and the number of valid answers of each unit, still finds every
 * number below the small cell possible for each hidden cell of a unit that has the minimum; of one below it neither the
 * number of answers nor of satisfied ones can be told.
 */
export function publishedResults(
  round: Measured,
  units: readonly RoundUnit[],
  { counted, all }: { readonly counted: Counts; readonly all: Counts },
  question: string,
): PublishedResults {
  const limits = limitsOf(round)
  const tallies = units.map(unit => tallyOf(counted, unit.code, question))
  const members = units.map((unit, at) => ({ unit, cells: cellsOf(round, tallies[at]) }))
  const apart = groupsOf(members).map(each => groupOf(each, limits))
  const isDivided = apart.filter(({ subdistrict }) => subdistrict !== null).length > 1
  const groups = isDivided ? blunted(blunted(apart, 'others', limits), 'valid', limits) : apart
  const total = together(
    groups.flatMap(({ subdistrict, parts, whole }) => (isDivided && subdistrict ? [whole] : parts)),
    limits,
  )
  const line = (of: { code: string; name: string }, part: Part) => lineOf(round, of, part.units, part, limits)
  const told = line({ code: '', name: '' }, total)
  const cellsWithAll = cellsOf(round, pooled(units.map(unit => tallyOf(all, unit.code, question))))
  return {
    total: told,
    levels: told.rate && publishedLevels(round, pooled(tallies), total),
    groups: groups.map(({ subdistrict, parts, whole }) => ({
      subdistrict: isDivided && subdistrict ? line(subdistrict, whole) : null,
      units: parts.flatMap(part => part.units.map(unit => line(unit, part))),
    })),
    rateWithAll: told.rate && rateOf(withLeftOut(total, cellsWithAll, limits)),
  }
}

/** With a minimum of less than two small cells, both cells of a unit could be small at once. */
function limitsOf({ standard: { smallCell, minimum } }: Measured): Limits {
  return { smallCell, minimum: Math.max(minimum, 2 * smallCell) }
}

function cellsOf({ basis }: Measured, tally: Tally = noAnswers): Cells {
  const valid = validOf(tally)
  return { valid, others: valid - satisfiedOf(tally, basis) }
}

/** The units of each subdistrict, in the order of their codes; those in none come last. */
function groupsOf<T extends { readonly unit: RoundUnit }>(members: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const member of members) {
    const code = member.unit.subdistrict?.code ?? last
    const group = groups.get(code)
    if (group) group.push(member)
    else groups.set(code, [member])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** After every code. */
const last = '\uffff'

function groupOf(
  members: readonly { readonly unit: RoundUnit; readonly cells: Cells }[],
  limits: Limits,
): Group {
  const masked = members.some(({ cells }) => isBelow(cells, limits))
  const parts = members.map(({ unit, cells }): Part => {
    const valid = knownValid(cells, limits, masked)
    return { units: [unit], cells, valid, others: knownOthers(cells, limits) }
  })
  return { subdistrict: members[0]?.unit.subdistrict ?? null, parts, whole: together(parts, limits) }
}

function together(parts: readonly Part[], limits: Limits): Part {
  const cells = {
    valid: parts.reduce((sum, part) => sum + part.cells.valid, 0),
    others: parts.reduce((sum, part) => sum + part.cells.others, 0),
  }
  const told = (of: CellName) =>
    toldOf(
      cells[of],
      parts.map(part => part[of]),
      limits,
    )
  return { units: parts.flatMap(({ units }) => units), cells, valid: told('valid'), others: told('others') }
}

type CellName = keyof Cells

/** How many subdistricts give up their exact number for that of the whole. */
const blunt = 3

/**
 * Where one subdistrict's number is not told exactly, it could be had from the whole and the others. So that the whole can
 * be told, the others with most units are told as ranges, too: to these a few answers matter least. Which these are depends
 * on nothing that is hidden.
 */
function blunted(groups: readonly Group[], of: CellName, limits: Limits): readonly Group[] {
  const isOpen = ({ whole }: Group) => whole[of].least < whole[of].most
  if (!groups.some(isOpen)) return groups
  const told = groups.flatMap(({ subdistrict, parts, whole }) => {
    if (!subdistrict) return []
    const known = bluntlyTold(
      whole.cells[of],
      parts.map(part => part[of]),
      limits,
    )
    return known ? [{ subdistrict, known, size: parts.length }] : []
  })
  const largest = told.toSorted((a, b) => b.size - a.size).slice(0, blunt)
  return groups.map(group => {
    const found = largest.find(({ subdistrict }) => subdistrict === group.subdistrict)
    return found ? { ...group, whole: { ...group.whole, [of]: found.known } } : group
  })
}

function withLeftOut(total: Part, withAll: Cells, limits: Limits): KnownCells {
  const { cells } = total
  const leftOut = { valid: withAll.valid - cells.valid, others: withAll.others - cells.others }
  const exactly = { least: leftOut.valid, sure: leftOut.valid, most: leftOut.valid }
  return {
    valid: knownSum(total.valid, exactly),
    others: knownSum(total.others, knownOfGiven(leftOut, limits)),
  }
}
