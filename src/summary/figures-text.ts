import type { Grade } from '../ratings/grades.ts'
import { percent } from '../shared/percent.ts'
import type { Say, Text } from '../shared/words.ts'
import { verdictClass } from '../surveys/verdict-text.ts'
import type {
  GradeTarget,
  Lack,
  ListTarget,
  SatisfactionTarget,
  Target,
  TargetKey,
  TargetStatus,
} from './target.ts'
import { words } from './words.ts'

export function keyText(key: TargetKey): Text {
  return words[key]
}

/** What stands above the units that are named with a target. */
export function nearestTitle(key: TargetKey): Text {
  return key === 'guarantees' || key === 'lagging' || key === 'highlights' ? words.lacking : words.nearest
}

export function statusText(status: TargetStatus): Text {
  return words[status]
}

export function statusClass(status: TargetStatus): string {
  return status === 'noData' ? 'badge muted' : verdictClass(status)
}

export function gradeText(grade: Grade | null): Text | undefined {
  switch (grade) {
    case 'firstClass':
      return words.gradeFirstClass
    case 'qualified':
      return words.gradeQualified
    case 'notQualified':
      return words.gradeNotQualified
    case null:
      return undefined
  }
}

/** What a target rests on, in short sentences: its base, what is reached, what is missing. */
export function targetLines(target: Target, t: Say): string[] {
  if (target.status === 'noData') return []
  switch (target.key) {
    case 'qualifiedOrBetter':
    case 'firstClass':
      return gradeLines(target, t)
    case 'satisfaction':
      return satisfactionLines(target, t)
    case 'guarantees':
    case 'lagging':
    case 'highlights':
      return listLines(target, t)
    case 'meetings':
      return [t(words.held, { count: target.count, base: target.base })]
  }
}

function gradeLines(target: GradeTarget, t: Say): string[] {
  const { count, needed, missing, base, projectedCount, change } = target
  return [
    t(target.baseOf === 'all' ? words.ofAll : words.ofQualified, { base }),
    t(words.counted, { count, needed }),
    ...(missing > 0 ? [t(words.missing, { missing })] : []),
    ...(change === null ? [] : [t(words.changed, { points: pointsText(change) })]),
    ...(projectedCount === count ? [] : [t(words.projected, { count: projectedCount })]),
  ]
}

/** A change of a share in percentage points, with its sign. */
export function pointsText(change: number): string {
  const points = Math.round(change * 1000) / 10
  return points > 0 ? `+${points}` : String(points)
}

function listLines({ key, base, count, missing }: ListTarget, t: Say): string[] {
  switch (key) {
    case 'guarantees':
      return [
        t(words.guaranteesMet, { base, count }),
        ...(missing > 0 ? [t(words.guaranteesMissing, { missing })] : []),
      ]
    case 'lagging':
      return [base === 0 ? t(words.laggingNone) : t(words.laggingLifted, { base, count })]
    case 'highlights':
      return [t(words.highlightsOf, { base, count })]
  }
}

/** What a unit lacks, in words. */
export function lackText(lack: Lack): Text {
  switch (lack) {
    case 'cadre':
      return words.lackCadre
    case 'funds':
      return words.lackFunds
    case 'rewards':
      return words.lackRewards
    case 'notListed':
      return words.lackNotListed
    case 'beingHelped':
      return words.lackBeingHelped
    case 'highlight':
      return words.lackHighlight
  }
}

function satisfactionLines(target: SatisfactionTarget, t: Say): string[] {
  const basis = target.basis === 'strict' ? words.strict : words.broad
  return [
    t(words.validAnswers, { valid: target.base, basis }),
    ...(target.interval && target.base > 0
      ? [
          t(words.interval, {
            low: percent(target.interval[0], target.target),
            high: percent(target.interval[1], target.target),
          }),
        ]
      : []),
    ...(target.status === 'undecided' && target.answersNeeded
      ? [t(words.moreAnswers, { count: target.answersNeeded })]
      : []),
  ]
}
