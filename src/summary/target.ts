import type { Attainment, CommunityGrade } from '../ratings/attainment.ts'
import type { Basis } from '../surveys/rates.ts'
import type { Verdict } from '../surveys/verdict.ts'

export const targetKeys = [
  'qualifiedOrBetter',
  'firstClass',
  'satisfaction',
  'meetings',
  'guarantees',
  'lagging',
  'highlights',
] as const
export type TargetKey = (typeof targetKeys)[number]

/** `noData` stands where there is nothing yet to take a share of. */
export type TargetStatus = Verdict | 'noData'

interface Reached {
  /** The share to reach, 0 to 1. */
  readonly target: number
  /** The share reached, 0 to 1. */
  readonly value: number | null
  /** Of how many the share is taken: communities, valid answers, meetings due. */
  readonly base: number
  readonly count: number
  readonly needed: number
  readonly missing: number
  readonly status: TargetStatus
}

export interface GradeTarget extends Reached {
  readonly key: 'qualifiedOrBetter' | 'firstClass'
  readonly baseOf: 'all' | 'qualifiedOrBetter'
  readonly projectedCount: number
  /** What the share has gained on the last cycle's, -1 to 1; null where there was none. */
  readonly change: number | null
  /** The communities that lack the least, nearest first. */
  readonly nearest: readonly CommunityGrade[]
}

export interface SatisfactionTarget extends Reached {
  readonly key: 'satisfaction'
  readonly basis: Basis | null
  readonly interval: readonly [number, number] | null
  readonly answersNeeded: number | null
  /** Communities with answers enough whose rate is not proven to reach the target, the highest rate first. */
  readonly nearest: readonly { readonly code: string; readonly name: string; readonly rate: number }[]
}

export interface MeetingsTarget extends Reached {
  readonly key: 'meetings'
}

/** What a unit lacks for a target. */
export const lacks = ['cadre', 'funds', 'rewards', 'notListed', 'beingHelped', 'highlight'] as const
export type Lack = (typeof lacks)[number]

/** Targets that are reached unit by unit: the three guarantees, lagging communities, highlights. */
export interface ListTarget extends Reached {
  readonly key: 'guarantees' | 'lagging' | 'highlights'
  /** The units that lack something, those that lack the least first. */
  readonly nearest: readonly {
    readonly code: string
    readonly name: string
    readonly lacks: readonly Lack[]
  }[]
}

export type Target = GradeTarget | SatisfactionTarget | MeetingsTarget | ListTarget

export function gradeTarget(
  reached: Attainment,
  baseOf: GradeTarget['baseOf'],
  nearestShown: number,
  before?: Attainment,
): GradeTarget {
  const { key, target, value, base, count, needed, missing, met, projectedCount, nearest } = reached
  return {
    key,
    target,
    value,
    base,
    count,
    needed,
    missing,
    status: base === 0 ? 'noData' : met ? 'met' : 'notMet',
    baseOf,
    projectedCount,
    change: value === null || before?.value == null ? null : value - before.value,
    // As many as are missing, so that the list answers "who can still make it"; of whom nothing is known is not near.
    nearest: nearest.filter(({ projected }) => projected !== null).slice(0, Math.max(nearestShown, missing)),
  }
}
