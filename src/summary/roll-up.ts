import { attainment, type CommunityGrade, neededOf } from '../ratings/attainment.ts'
import type { Rubric } from '../ratings/rubric.ts'
import type { Standards } from '../registers/standards.ts'
import type { Actor } from '../shared/actor.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Highlight } from '../standings/highlight.ts'
import type { Satisfaction, SatisfactionBook } from '../surveys/overview.ts'
import { communitiesOn, type UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { PartTitle } from './gap-text.ts'
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
import {
  type GradeTarget,
  gradeTarget,
  type MeetingsTarget,
  type SatisfactionTarget,
  type Target,
} from './target.ts'

/** Everything a summary is made of; the root reads it from the rooms. */
export interface Figures extends RegisterFigures {
  readonly tree: UnitTree
  readonly today: PlainDate
  /** The assessment year whose registers count. */
  readonly year: string
  /** The newest cycle, or the rubric that the next one would use. */
  readonly rubric: Pick<Rubric, 'shares' | 'nearest' | 'gates' | 'sections' | 'items'>
  readonly cycle: { readonly id: string; readonly name: string } | undefined
  readonly publicUrl: string
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
  /** The one unit above all that is summed up; undefined where there are several. */
  readonly of: Unit | undefined
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
  readonly partTitle: PartTitle
  /** The address of a community's rating of the cycle, for what leaves the house. */
  readonly ratingUrl: (code: string) => string | undefined
}

/** How many of the nearest are named where no community is missing. */
const nearestShown = 3
/** Subdistricts of a district, for as many viewers; beyond that they are worked out again. */
const mostParts = 64

/**
 * The summary of the units that somebody may see; the whole district's when all of them are given. Of a thousand communities it
 * takes milliseconds: each part of it is remembered by what it was made of, so that a write costs its own part only.
 */
export const rollUp = rememberBeside((figures: Figures, seen: readonly Unit[]): Summary => {
  const { tree, today } = figures
  const grades = gradesSeen(figures.cycle ? figures.grades : gradesUnknown(tree, today), seen)
  const before = figures.gradesBefore && gradesSeen(figures.gradesBefore, seen)
  const communities = withSatisfaction(grades, figures.satisfaction)
  const within = new Set(grades.map(row => row.subdistrict))
  const subdistricts = tree.ofLevel('subdistrict').filter(unit => within.has(unit.id))
  const open = openOf(seen, today)
  const { standards, sheetOf, groupsOf, heldPosts } = figures
  const registers = registersOf(grades, open, today, standards, sheetOf, groupsOf, heldPosts)
  const lagging = laggingRows(figures, grades)
  const whole: Part = { rows: communities, grades, before, units: seen, open, registers, lagging }
  return {
    of: seen[0] && tree.within(seen[0].id).length === seen.length ? seen[0] : undefined,
    year: figures.year,
    cycle: figures.cycle,
    units: { subdistricts: subdistricts.length, communities: communities.length },
    targets: targetsOf(figures, whole),
    subdistricts: ranked(
      subdistricts.map(({ id, name }) => {
        const part = {
          rows: ofSubdistrict(communities, id),
          grades: ofSubdistrict(grades, id),
          before: before && ofSubdistrict(before, id),
          units: unitsWithin(seen, tree, id),
          open: open.filter(unit => unit.id === id),
          registers: ofSubdistrict(registers, id),
          lagging: ofSubdistrict(lagging, id),
        }
        return { code: id, name, communities: part.rows.length, targets: targetsOf(figures, part) }
      }),
    ),
    communities,
    registers,
    lagging,
    highlights: figures.highlights.filter(({ subdistrict }) => within.has(subdistrict)),
    nameOf: code => tree.find(code)?.name ?? code,
    partTitle: titlesOf(figures.rubric),
    ratingUrl: code => figures.cycle && `${figures.publicUrl}/ratings/${figures.cycle.id}/${code}`,
  }
}, mostParts)

const codesOf = rememberBeside((units: readonly Unit[]) => new Set(units.map(({ id }) => id)))

const gradesSeen = rememberBeside((rows: readonly CommunityGrade[], seen: readonly Unit[]) =>
  rows.filter(row => codesOf(seen).has(row.code)),
)

const openOf = rememberBeside((units: readonly Unit[], today: PlainDate) =>
  units.filter(unit => isOpenOn(unit, today)),
)

/** For every subdistrict of the list, within the sight of as many people. */
const unitsWithin = rememberBeside(
  (seen: readonly Unit[], tree: UnitTree, code: string) =>
    tree.within(code).filter(unit => codesOf(seen).has(unit.id)),
  mostParts,
)

const registersOf = rememberBeside(
  (
    grades: readonly CommunityGrade[],
    open: readonly Unit[],
    today: PlainDate,
    standards: Standards,
    sheetOf: Figures['sheetOf'],
    groupsOf: Figures['groupsOf'],
    heldPosts: Figures['heldPosts'],
  ) => registerRows({ standards, sheetOf, groupsOf, heldPosts }, grades, open, today),
)

interface OfSubdistrict {
  readonly subdistrict: string
}

const bySubdistrict = rememberBeside((rows: readonly OfSubdistrict[]) => {
  const parts = new Map<string, OfSubdistrict[]>()
  for (const row of rows) {
    const known = parts.get(row.subdistrict)
    if (known) known.push(row)
    else parts.set(row.subdistrict, [row])
  }
  return parts
})

/** The rows of a subdistrict, always in the same list. */
function ofSubdistrict<T extends OfSubdistrict>(rows: readonly T[], code: string): readonly T[] {
  return (bySubdistrict(rows).get(code) ?? none) as readonly T[]
}

const none: readonly never[] = []

/** One for each rubric, so that what was drawn with it is found again. */
const titlesOf = rememberBeside(({ gates, sections, items }: Figures['rubric']): PartTitle => {
  const titles = new Map([...gates, ...sections, ...items].map(({ id, title }) => [id, title]))
  return part => titles.get(part)
})

/** The district, or what is looked at of it. */
interface Part {
  readonly rows: readonly CommunityRow[]
  /** The same communities without what residents say, which changes with every answer. */
  readonly grades: readonly CommunityGrade[]
  readonly before: readonly CommunityGrade[] | undefined
  readonly units: readonly Unit[]
  /** Of the units, those that exist today. */
  readonly open: readonly Unit[]
  readonly registers: readonly RegisterRow[]
  readonly lagging: readonly LaggingRow[]
}

/** Without a cycle, the communities that exist today, with nothing known of their grade. */
const gradesUnknown = rememberBeside((tree: UnitTree, today: PlainDate): readonly CommunityGrade[] =>
  communitiesOn(tree, today).map(({ id, name, parent }) => ({
    code: id,
    name,
    subdistrict: parent ?? '',
    grade: null,
    inForce: null,
    projected: null,
    score: null,
    gap: null,
  })),
)

/** A row stays the same until its own grade or its own answers change. */
const withSatisfaction = rememberBeside(
  (grades: readonly CommunityGrade[], satisfaction: SatisfactionBook): readonly CommunityRow[] =>
    grades.map(row => communityRow(row, satisfaction.of(row.code))),
  2,
)

const communityRow = rememberBeside(
  (row: CommunityGrade, satisfaction: Satisfaction | undefined): CommunityRow => ({ ...row, satisfaction }),
  2,
)

function targetsOf(figures: Figures, part: Part): Target[] {
  const { grades, before, rows, units, open, registers, lagging } = part
  const { rubric, satisfaction, standards } = figures
  return [
    ...gradeTargets(grades, before, rubric),
    satisfactionTarget(rows, units, satisfaction, figures.satisfactionTarget),
    meetingsTarget(figures, units),
    guaranteesOf(registers, standards),
    laggingTarget(
      lagging,
      standards,
      grades.some(({ grade }) => grade !== null),
    ),
    highlightsTarget(figures, open),
  ]
}

const gradeTargets = rememberBeside(
  (
    grades: readonly CommunityGrade[],
    before: readonly CommunityGrade[] | undefined,
    rubric: Figures['rubric'],
  ): readonly [GradeTarget, GradeTarget] => {
    const [qualified, first] = attainment(grades, rubric)
    const [qualifiedBefore, firstBefore] = before ? attainment(before, rubric) : []
    return [
      gradeTarget(qualified, 'all', nearestShown, qualifiedBefore),
      gradeTarget(first, rubric.shares.firstClassBase, nearestShown, firstBefore),
    ]
  },
)

const guaranteesOf = rememberBeside(guaranteesTarget)

const satisfactionTarget = rememberBeside(satisfactionReached, 2)

function satisfactionReached(
  rows: readonly CommunityRow[],
  units: readonly Unit[],
  satisfaction: SatisfactionBook,
  usual: number,
): SatisfactionTarget {
  const together = satisfaction.together(units.map(({ id }) => id))
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

/** Reads the summary of what an actor may see; of everything without one. `of` narrows it to a unit within sight. */
export type ReadSummary = (actor?: Actor, of?: string) => Promise<Summary>
