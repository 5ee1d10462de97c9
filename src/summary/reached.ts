import { attainment, type CommunityGrade, neededOf } from '../ratings/attainment.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { SatisfactionBook } from '../surveys/overview.ts'
import type { Unit } from '../units/unit.ts'
import {
  guaranteesTarget,
  highlightsTarget,
  type LaggingRow,
  laggingTarget,
  type RegisterRow,
} from './register-rows.ts'
import type { CommunityRow, Figures } from './summary.ts'
import {
  type GradeTarget,
  gradeTarget,
  type MeetingsTarget,
  type SatisfactionTarget,
  type Target,
} from './target.ts'

/** The district, or what is looked at of it. */
export interface Part {
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

/** How many of the nearest are named where no community is missing. */
const nearestShown = 3

/** The seven targets of the plan, as far as they are reached. */
export function targetsOf(figures: Figures, part: Part): Target[] {
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
  // Of few answers the rate says nothing: without them the list would begin with two satisfied residents.
  const near = rows.flatMap(({ code, name, satisfaction: own }) => {
    const says = own?.verdict === 'undecided' || own?.verdict === 'notMet'
    return says && own.rate !== null ? [{ code, name, rate: own.rate }] : []
  })
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
    nearest: near.sort((a, b) => b.rate - a.rate).slice(0, nearestShown),
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
