import { attainment, type CommunityGrade, neededOf } from '../ratings/attainment.ts'
import type { RubricSettings } from '../ratings/rubric.ts'
import type { Actor } from '../shared/actor.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Highlight } from '../standings/highlight.ts'
import type { Satisfaction, SatisfactionBook } from '../surveys/overview.ts'
import { communitiesOn, type UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import {
  guaranteesTarget,
  highlightsTarget,
  type LaggingRow,
  laggingRows,
  laggingTarget,
  type RegisterFigures,
  type RegisterRow,
  registerRows,
} from './register-rows.ts'
import { gradeTarget, type MeetingsTarget, type SatisfactionTarget, type Target } from './target.ts'

/** Everything a summary is made of; the root reads it from the rooms. */
export interface Figures extends RegisterFigures {
  readonly tree: UnitTree
  readonly today: PlainDate
  /** The assessment year whose registers count. */
  readonly year: string
  /** The newest cycle, or the rubric that the next one would use. */
  readonly rubric: Pick<RubricSettings, 'shares' | 'nearest'>
  readonly cycle: { readonly id: string; readonly name: string } | undefined
  /** Of the communities that the newest cycle froze; empty without a cycle. */
  readonly grades: readonly CommunityGrade[]
  /** The same of the cycle before; undefined where there was none. */
  readonly gradesBefore: readonly CommunityGrade[] | undefined
  readonly satisfaction: SatisfactionBook
  /** The share of satisfied residents to be reached where no round says otherwise, 0 to 1. */
  readonly satisfactionTarget: number
  /** Meetings of a unit in the assessment year: due up to now, and held. */
  readonly meetings: (code: string) => { readonly due: number; readonly held: number }
}

export interface CommunityRow extends CommunityGrade {
  readonly satisfaction: Satisfaction | undefined
}

export interface SubdistrictRow {
  readonly code: string
  readonly name: string
  readonly communities: number
  readonly targets: readonly Target[]
  /** By the share of 合格以上, then of 一流; equal shares share a rank. */
  readonly rank: number
}

export interface Summary {
  /** The assessment year that the registers are read of. */
  readonly year: string
  readonly cycle: Figures['cycle']
  readonly units: { readonly subdistricts: number; readonly communities: number }
  readonly targets: readonly Target[]
  readonly subdistricts: readonly SubdistrictRow[]
  readonly communities: readonly CommunityRow[]
  /** Guarantees and optimisations of subdistricts and communities. */
  readonly registers: readonly RegisterRow[]
  readonly lagging: readonly LaggingRow[]
  readonly highlights: readonly Highlight[]
  readonly nameOf: (code: string) => string
}

/** How many of the nearest are named where no community is missing. */
const nearestShown = 3

/** The summary of the units that somebody may see; the whole district's when all of them are given. */
export function rollUp(figures: Figures, seen: readonly Unit[]): Summary {
  const codes = new Set(seen.map(unit => unit.id))
  const communities = communityRows(figures).filter(row => codes.has(row.code))
  const within = new Set(communities.map(row => row.subdistrict))
  const subdistricts = figures.tree.ofLevel('subdistrict').filter(unit => within.has(unit.id))
  const open = seen.filter(unit => isOpenOn(unit, figures.today))
  const registers = registerRows(figures, communities, open, figures.today)
  const lagging = laggingRows(figures, communities)
  const before = figures.gradesBefore?.filter(row => codes.has(row.code))
  const whole: Part = { rows: communities, before, units: seen, open, registers, lagging }
  return {
    year: figures.year,
    cycle: figures.cycle,
    units: { subdistricts: subdistricts.length, communities: communities.length },
    targets: targetsOf(figures, whole),
    subdistricts: ranked(
      subdistricts.map(({ id, name }) => {
        const own = <T extends { readonly subdistrict: string }>(all: readonly T[]) =>
          all.filter(each => each.subdistrict === id)
        const rows = own(communities)
        const units = figures.tree.within(id).filter(unit => codes.has(unit.id))
        const part = {
          rows,
          before: before && own(before),
          units,
          open: open.filter(unit => unit.id === id),
          registers: own(registers),
          lagging: own(lagging),
        }
        return { code: id, name, communities: rows.length, targets: targetsOf(figures, part) }
      }),
    ),
    communities,
    registers,
    lagging,
    highlights: figures.highlights.filter(({ subdistrict }) => within.has(subdistrict)),
    nameOf: code => figures.tree.find(code)?.name ?? code,
  }
}

/** The district, or what is looked at of it. */
interface Part {
  readonly rows: readonly CommunityRow[]
  readonly before: readonly CommunityGrade[] | undefined
  readonly units: readonly Unit[]
  /** Of the units, those that exist today. */
  readonly open: readonly Unit[]
  readonly registers: readonly RegisterRow[]
  readonly lagging: readonly LaggingRow[]
}

/** The cycle's frozen list; without a cycle, the communities that exist today, with nothing known of their grade. */
function communityRows({ cycle, grades, tree, today, satisfaction }: Figures): CommunityRow[] {
  const known = cycle
    ? grades
    : communitiesOn(tree, today).map(({ id, name, parent }) => ({
        code: id,
        name,
        subdistrict: parent ?? '',
        grade: null,
        inForce: null,
        projected: null,
        score: null,
        gap: null,
      }))
  return known.map(row => ({ ...row, satisfaction: satisfaction.of(row.code) }))
}

function targetsOf(figures: Figures, { rows, before, units, open, registers, lagging }: Part): Target[] {
  const { shares } = figures.rubric
  const [qualified, first] = attainment(rows, figures.rubric)
  const [qualifiedBefore, firstBefore] = before ? attainment(before, figures.rubric) : []
  return [
    gradeTarget(qualified, 'all', nearestShown, qualifiedBefore),
    gradeTarget(first, shares.firstClassBase, nearestShown, firstBefore),
    satisfactionTarget(figures, rows, units),
    meetingsTarget(figures, units),
    guaranteesTarget(registers, figures.standards),
    laggingTarget(
      lagging,
      figures.standards,
      rows.some(({ grade }) => grade !== null),
    ),
    highlightsTarget(figures, open),
  ]
}

function satisfactionTarget(
  { satisfaction, satisfactionTarget: usual }: Figures,
  rows: readonly CommunityRow[],
  units: readonly Unit[],
): SatisfactionTarget {
  const together = satisfaction.together(units.map(unit => unit.id))
  const target = together?.target ?? usual
  const base = together?.valid ?? 0
  const count = Math.round((together?.rate ?? 0) * base)
  const needed = neededOf(base, Math.round(target * 100))
  const open = rows.filter(row => row.satisfaction && row.satisfaction.verdict !== 'met')
  return {
    key: 'satisfaction',
    target,
    value: together?.rate ?? null,
    base,
    count,
    needed,
    missing: Math.max(0, needed - count),
    status: together ? together.verdict : 'noData',
    basis: together?.basis ?? null,
    interval: together ? together.interval : null,
    answersNeeded: together ? together.answersNeeded : null,
    nearest: open
      .map(({ code, name, satisfaction: own }) => ({ code, name, rate: own?.rate ?? null }))
      .sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1))
      .slice(0, nearestShown),
  }
}

function meetingsTarget({ meetings }: Figures, units: readonly Unit[]): MeetingsTarget {
  const all = units.map(unit => meetings(unit.id))
  const due = all.reduce((sum, each) => sum + each.due, 0)
  const held = all.reduce((sum, each) => sum + each.held, 0)
  return {
    key: 'meetings',
    // The plan asks that every meeting is held.
    target: 1,
    value: due === 0 ? null : held / due,
    base: due,
    count: held,
    needed: due,
    missing: due - held,
    status: due === 0 ? 'noData' : held === due ? 'met' : 'notMet',
  }
}

function ranked(rows: readonly Omit<SubdistrictRow, 'rank'>[]): SubdistrictRow[] {
  const shares = ({ targets }: Omit<SubdistrictRow, 'rank'>) =>
    targets.slice(0, 2).map(each => each.value ?? -1)
  const before = (a: readonly number[], b: readonly number[]) =>
    (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0)
  return rows.map(row => ({
    ...row,
    rank: 1 + rows.filter(other => before(shares(other), shares(row)) < 0).length,
  }))
}

/** Reads the summary of what an actor may see; of everything without one. */
export type ReadSummary = (actor?: Actor) => Promise<Summary>
