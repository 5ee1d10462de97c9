import { channels } from './answer.ts'
import type { Counted } from './counting.ts'
import { groupsOf } from './grouping.ts'
import {
  bluntlyTold,
  type CellName,
  type Cells,
  isBelow,
  type Known,
  knownOfGiven,
  knownOthers,
  knownValid,
  knownWhole,
  type Limits,
  toldOf,
} from './hiding.ts'
import { toldLevels } from './published-levels.ts'
import { limitsOf, type Measured } from './published-line.ts'
import { noAnswers, pooled, satisfiedOf, type Tally, validOf } from './rates.ts'
import type { Round, RoundUnit } from './round.ts'
import { answersByChannel, answersOf, type Counts, tallyOf } from './tally.ts'
import type { KnownCells, Told } from './told.ts'

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
 * What the public is told of a set of answers: of the units, their subdistricts where there are several, and the whole.
 * `counted` are the answers that count, `all` those too that two people left out.
 *
 * Hidden are the satisfied and the dissatisfied answers of a unit where they are fewer than the standard's small cell,
 * none included, and everything about a unit below the minimum. What is told of a unit does not depend on its hidden
 * cell. Totals are exact unless that would narrow down what is hidden below them (see `toldOf`). Whoever has everything
 * that is published, and this program, and the number of valid answers of each unit, still finds every number below the
 * small cell possible for each hidden cell of a unit that has the minimum; of one below it the number of satisfied or
 * dissatisfied ones cannot be told.
 *
 * How many answers there are is public, since their receipts are. So in a round of one unit, and in a theme, which is told
 * of all units together only, few 不了解 are hidden by a range of valid answers (see `knownWhole`).
 */
export function tell(
  round: Measured & Pick<Round, 'units' | 'form'>,
  { counted, all }: Pick<Counted, 'counted' | 'all'>,
): Told {
  const { units, form } = round
  const limits = limitsOf(round)
  const answers = units.reduce((sum, { code }) => sum + answersOf(counted, code), 0)
  const wholeOf = (tally: Tally) => {
    const cells = cellsOf(round, tally)
    return plain(knownWhole(cells, answers - cells.valid, limits))
  }
  const tallies = units.map(unit => tallyOf(counted, unit.code, form.overall))
  const whole = pooled(tallies)
  const { total, subdistricts, members } =
    units.length === 1
      ? { total: wholeOf(whole), subdistricts: {}, members: { [units[0]?.code ?? '']: wholeOf(whole) } }
      : tellUnits(round, tallies, limits)
  const [exact, exactWithAll] = [whole, pooled(units.map(unit => tallyOf(all, unit.code, form.overall)))].map(
    tally => cellsOf(round, tally),
  )
  const themes = form.themes.filter(({ name }) => name !== form.overall)
  const isTold = total.valid.least >= limits.minimum
  return {
    total,
    withAll: withLeftOut(total, { exact: exact ?? noCells, withAll: exactWithAll ?? noCells }, limits),
    levels: isTold ? toldLevels(round, whole, total) : null,
    subdistricts,
    units: members,
    themes: Object.fromEntries(
      themes.map(({ name }) => [
        name,
        wholeOf(pooled(units.map(({ code }) => tallyOf(counted, code, name)))),
      ]),
    ),
    channels: toldChannels(units, counted, limits),
  }
}

const noCells: Cells = { valid: 0, others: 0 }

/** Of the units, their subdistricts and the whole. */
function tellUnits(round: Measured & Pick<Round, 'units'>, tallies: readonly Tally[], limits: Limits) {
  const members = round.units.map((unit, at) => ({ unit, cells: cellsOf(round, tallies[at]) }))
  const apart = groupsOf(members).map(each => groupOf(each, limits))
  const isDivided = apart.filter(({ subdistrict }) => subdistrict !== null).length > 1
  const groups = isDivided ? blunted(blunted(apart, 'others', limits), 'valid', limits) : apart
  const total = together(
    groups.flatMap(({ subdistrict, parts, whole }) => (isDivided && subdistrict ? [whole] : parts)),
    limits,
  )
  return {
    total: plain(total),
    subdistricts: Object.fromEntries(
      groups.flatMap(({ subdistrict, whole }) =>
        isDivided && subdistrict ? [[subdistrict.code, plain(whole)] as const] : [],
      ),
    ),
    members: Object.fromEntries(
      groups.flatMap(({ parts }) =>
        parts.flatMap(part => part.units.map(({ code }) => [code, plain(part)] as const)),
      ),
    ),
  }
}

/** Without what only further sums need. */
function plain({ valid, others }: KnownCells): KnownCells {
  const span = ({ least, most }: KnownCells['valid']) => ({ least, most })
  return { valid: span(valid), others: span(others) }
}

function toldChannels(units: readonly RoundUnit[], counts: Counts, { smallCell }: Limits): Told['channels'] {
  const used = channels
    .map(channel => ({
      channel,
      count: units.reduce((sum, { code }) => sum + answersByChannel(counts, code, channel), 0),
    }))
    .filter(({ count }) => count > 0)
  const isTold = used.every(({ count }) => count >= smallCell)
  return used.map(({ channel, count }) => ({ channel, count: isTold ? count : null }))
}

function cellsOf({ basis }: Measured, tally: Tally = noAnswers): Cells {
  const valid = validOf(tally)
  return { valid, others: valid - satisfiedOf(tally, basis) }
}

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

function withLeftOut(
  total: KnownCells,
  { exact, withAll }: { readonly exact: Cells; readonly withAll: Cells },
  limits: Limits,
): KnownCells {
  const leftOut = { valid: withAll.valid - exact.valid, others: withAll.others - exact.others }
  const others = knownOfGiven(leftOut, limits)
  return {
    valid: { least: total.valid.least + leftOut.valid, most: total.valid.most + leftOut.valid },
    others: { least: total.others.least + others.least, most: total.others.most + others.most },
  }
}
