import type { Surroundings } from '../forms/expression.ts'
import { type Gap, isClosed } from './gap.ts'
import type { Grade, Target } from './grades.ts'
import { type Gate, type Points, type PresentState, type Rubric, sumOf } from './rubric.ts'

/** Points by item; null is held: the score waits for what is not known yet. */
export type Scores = Readonly<Record<string, Points | null>>

export const gateVerdicts = ['met', 'failed', 'held'] as const
export type GateVerdict = (typeof gateVerdicts)[number]

/** What a level judged of a gate, for each grade that the gate asks something of. */
export type GateJudgement = { readonly [T in Target]?: GateVerdict | undefined }

export interface Assessment {
  readonly scores: Scores
  /** The present state that the gates read, figures included. */
  readonly values: PresentState
  /** Gates that a reviewer judged otherwise than the present state says. */
  readonly corrected?: Readonly<Record<string, GateJudgement>>
  /** What was applied for; a draft has not said yet, and nothing caps it. */
  readonly target?: Target | undefined
}

interface SectionResult {
  readonly section: string
  readonly points: Points
  /** Of how many points: those of held items are left out. */
  readonly of: Points
  readonly held: readonly string[]
}

export interface GateResult {
  readonly gate: Gate
  /** Without an entry, the gate asks nothing for that grade. */
  readonly verdicts: GateJudgement
  readonly corrected: boolean
}

/** A grade that explains itself: what was reached, and what stands between it and each better grade. */
export interface Explanation {
  readonly grade: Grade
  readonly total: Points
  /** Of how many points; less than the rubric's total when items are held. */
  readonly of: Points
  readonly sections: readonly SectionResult[]
  readonly gates: readonly GateResult[]
  readonly gaps: Readonly<Record<Target, Gap>>
  readonly held: readonly string[]
  readonly vetoed: boolean
}

/**
 * The grade: 合格 by the total and its gates, pro rata on the points that are not held; 一流 by the total, every
 * section and its gates, and only with nothing held. A failed veto gate beats any total.
 */
export function explain(rubric: Rubric, assessment: Assessment, around: Surroundings): Explanation {
  const sections = rubric.sections.map(section => {
    const ids = section.items.map(item => item.id)
    const held = ids.filter(id => assessment.scores[id] === null)
    const counted = section.items.filter(item => !held.includes(item.id))
    return {
      section: section.id,
      points: sumOf(
        counted.map(item => assessment.scores[item.id] ?? 0),
        rubric,
      ),
      of: sumOf(
        counted.map(item => item.points),
        rubric,
      ),
      held,
    }
  })
  const total = sumOf(
    sections.map(section => section.points),
    rubric,
  )
  const of = sumOf(
    sections.map(section => section.of),
    rubric,
  )
  const held = sections.flatMap(section => section.held)
  const gates = rubric.gates.map(gate => judgedGate(gate, assessment, held, around))
  const failed = (target: Target) =>
    gates.filter(({ verdicts }) => verdicts[target] === 'failed').map(({ gate }) => gate.id)
  const { qualified, firstClass } = rubric.grades
  const gaps = {
    qualified: {
      points: missing(total, qualified.totalPercent, of, rubric),
      gates: failed('qualified'),
      sections: [],
      held: of === 0 ? held : [],
      notApplied: false,
    },
    firstClass: {
      points: missing(total, firstClass.totalPercent, of, rubric),
      gates: failed('firstClass'),
      sections: sections
        .filter(section => missing(section.points, firstClass.sectionPercent, section.of, rubric) > 0)
        .map(section => section.section),
      held,
      notApplied: assessment.target === 'qualified',
    },
  }
  const vetoed = gates.some(({ gate, verdicts }) => gate.veto && verdicts.qualified === 'failed')
  return { grade: gradeOf(gaps), total, of, sections, gates, gaps, held, vetoed }
}

function gradeOf(gaps: Explanation['gaps']): Grade {
  if (!isClosed(gaps.qualified)) return 'notQualified'
  return isClosed(gaps.firstClass) ? 'firstClass' : 'qualified'
}

/** Points missing to `percent` of `of`, in the rubric's decimals, worked out in whole numbers. */
function missing(points: Points, percent: number, of: Points, { decimals }: Rubric): Points {
  const power = 10 ** decimals
  const needed = Math.ceil((Math.round(of * power) * percent) / 100)
  return Math.max(0, needed - Math.round(points * power)) / power
}

function judgedGate(
  gate: Gate,
  assessment: Assessment,
  held: readonly string[],
  around: Surroundings,
): GateResult {
  const own = assessment.corrected?.[gate.id]
  const verdict = (target: Target): GateJudgement => {
    const condition = gate.conditions[target]
    if (!condition) return {}
    if (own?.[target]) return { [target]: own[target] }
    if (gate.heldWith !== undefined && held.includes(gate.heldWith)) return { [target]: 'held' }
    return { [target]: condition.condition.holds(assessment.values, around) ? 'met' : 'failed' }
  }
  return {
    gate,
    verdicts: { ...verdict('qualified'), ...verdict('firstClass') },
    corrected: own !== undefined,
  }
}
