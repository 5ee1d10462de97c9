import type { PlainDate } from '../shared/time.ts'
import type { Gap } from './gap.ts'
import type { Grade } from './grades.ts'
import type { RubricSettings } from './rubric.ts'

/** What the summary knows of one community in a cycle. */
export interface CommunityGrade {
  readonly code: string
  readonly name: string
  readonly subdistrict: string
  /** Final and in force. */
  readonly grade: Grade | null
  /** Of which cycle the grade in force is, its certificate's number and last day; null without one. */
  readonly inForce: {
    readonly cycle: string
    readonly until: PlainDate | null
    readonly number: string | null
  } | null
  /** What drafts and accepted scores come to; null before anything was entered. Final ones project themselves. */
  readonly projected: Grade | null
  /** The score that counts so far: the district's, else the subdistrict's, else the self-score. */
  readonly score: number | null
  /** To the next better grade than the projected one; null at 一流, and before anything was entered. */
  readonly gap: Gap | null
}

/** How far a target is reached. */
export interface Reached {
  readonly key: 'qualifiedOrBetter' | 'firstClass'
  /** The share to reach, 0 to 1. */
  readonly target: number
  /** The share reached, 0 to 1; null with nothing to take a share of. */
  readonly value: number | null
  /** Of how many the share is taken. */
  readonly base: number
  readonly count: number
  readonly needed: number
  readonly missing: number
  readonly met: boolean
  readonly projectedCount: number
}

export interface Attainment extends Reached {
  /** Communities that do not count yet, the smallest gap first. */
  readonly nearest: readonly CommunityGrade[]
}

/** How many of `n` make `percent`: rounded up in whole numbers, since 0.55 × 100 is more than 55 in floating point. */
export function neededOf(n: number, percent: number): number {
  return Math.ceil((n * percent) / 100)
}

/** Both targets of the district, or of a part of it, with who is nearest. */
export function attainment(
  communities: readonly CommunityGrade[],
  settings: Pick<RubricSettings, 'shares' | 'nearest'>,
): readonly [Attainment, Attainment] {
  const [qualified, firstClass] = reached(communities, settings)
  const withNearest = (target: Reached): Attainment => ({
    ...target,
    nearest: nearest(communities, target.key, settings.nearest.blockCountsAsPoints),
  })
  return [withNearest(qualified), withNearest(firstClass)]
}

/** Both targets from final grades, with the projected count beside. */
export function reached(
  communities: readonly CommunityGrade[],
  { shares }: Pick<RubricSettings, 'shares'>,
): readonly [Reached, Reached] {
  const count = (which: 'grade' | 'projected', enough: readonly (Grade | null)[]) =>
    communities.filter(community => enough.includes(community[which])).length
  const qualified = count('grade', atLeast.qualified)
  const all = communities.length
  const firstClassBase = shares.firstClassBase === 'all' ? all : qualified
  return [
    target('qualifiedOrBetter', shares.qualified, all, qualified, count('projected', atLeast.qualified)),
    target(
      'firstClass',
      shares.firstClass,
      firstClassBase,
      count('grade', atLeast.firstClass),
      count('projected', atLeast.firstClass),
    ),
  ]

  function target(
    key: Reached['key'],
    percent: number,
    base: number,
    counted: number,
    projectedCount: number,
  ): Reached {
    const needed = neededOf(base, percent)
    const missing = Math.max(0, needed - counted)
    return {
      key,
      target: percent / 100,
      value: base === 0 ? null : counted / base,
      base,
      count: counted,
      needed,
      missing,
      met: base > 0 && missing === 0,
      projectedCount,
    }
  }
}

const atLeast = {
  qualified: ['qualified', 'firstClass'],
  firstClass: ['firstClass'],
} as const satisfies Record<string, readonly Grade[]>

/** Those without the grade, nearest first: projected ones, then by gap, then those of whom nothing is known. */
function nearest(communities: readonly CommunityGrade[], key: Reached['key'], blockCountsAsPoints: number) {
  const enough: readonly (Grade | null)[] = key === 'firstClass' ? atLeast.firstClass : atLeast.qualified
  const distance = ({ projected, gap }: CommunityGrade): number => {
    if (enough.includes(projected)) return -1
    if (!gap) return Number.POSITIVE_INFINITY
    const farther = key === 'firstClass' && projected === 'notQualified' ? 1000 : 0
    return farther + gap.points + blockCountsAsPoints * (gap.gates.length + gap.sections.length)
  }
  return communities
    .filter(community => !enough.includes(community.grade))
    .map(community => ({ community, at: distance(community) }))
    .sort((a, b) => a.at - b.at || (a.community.code < b.community.code ? -1 : 1))
    .map(({ community }) => community)
}
