import type { Scores } from './grade.ts'
import type { Rating } from './rating.ts'
import type { Item, Rubric } from './rubric.ts'
import { countingReview } from './score-sheet.ts'
import { correlation, type Mean, meanOf } from './statistics.ts'

/** Whether a subdistrict's acceptance is proven to be above or below what the district found. */
export const leniencies = ['lenient', 'strict', 'undecided', 'tooFew'] as const
export type Leniency = (typeof leniencies)[number]

export interface SubdistrictFairness {
  readonly subdistrict: string
  /** Self-score minus acceptance: what the subdistrict took away. */
  readonly corrected: Mean
  /** Acceptance minus the district's score: what the district took away. */
  readonly leniency: Mean
  readonly verdict: Leniency
}

export interface ItemFairness {
  readonly item: Item
  readonly n: number
  /** Mean share of the item's points that was given, 0 to 1; null without scores. */
  readonly share: number | null
  /** Item–rest correlation, −1 to 1: the item's points against the sum of all others. Null where it never varies. */
  readonly discrimination: number | null
}

export interface Fairness {
  readonly selfAgainstAcceptance: Mean
  readonly acceptanceAgainstCheck: Mean
  /** Self-score and acceptance of each association in whole points, with how many stand there; for the picture. */
  readonly points: readonly { readonly self: number; readonly accepted: number; readonly count: number }[]
  readonly subdistricts: readonly SubdistrictFairness[]
  /** The most discriminating first; those that never vary last. */
  readonly items: readonly ItemFairness[]
}

/**
 * How fair a cycle is as far as its scores can tell. Means are of differences within pairs, so that good associations
 * do not make a subdistrict look lenient. An item discriminates when it goes with the rest of the sheet: the corrected
 * item–total correlation of classical test theory, in which the item is left out of the sum that it is held against.
 */
export function fairness(rubric: Rubric, ratings: readonly Rating[]): Fairness {
  const codes = [...new Set(ratings.map(({ subdistrict }) => subdistrict))].sort()
  return {
    selfAgainstAcceptance: meanOf(ratings.flatMap(corrected)),
    acceptanceAgainstCheck: meanOf(ratings.flatMap(deviation)),
    points: pointsOf(ratings),
    subdistricts: codes.map(code => {
      const own = ratings.filter(({ subdistrict }) => subdistrict === code)
      const leniency = meanOf(own.flatMap(deviation))
      return {
        subdistrict: code,
        corrected: meanOf(own.flatMap(corrected)),
        leniency,
        verdict: verdictOf(leniency),
      }
    }),
    items: itemsOf(rubric, ratings),
  }
}

function corrected({ result }: Rating): number[] {
  return result.selfScore === null || result.subdistrictScore === null
    ? []
    : [result.selfScore - result.subdistrictScore]
}

function deviation({ result }: Rating): number[] {
  return result.subdistrictScore === null || result.districtScore === null
    ? []
    : [result.subdistrictScore - result.districtScore]
}

function verdictOf({ interval }: Mean): Leniency {
  if (!interval) return 'tooFew'
  if (interval[0] > 0) return 'lenient'
  return interval[1] < 0 ? 'strict' : 'undecided'
}

function pointsOf(ratings: readonly Rating[]): Fairness['points'] {
  const found = new Map<string, { self: number; accepted: number; count: number }>()
  for (const { result } of ratings) {
    if (result.selfScore === null || result.subdistrictScore === null) continue
    const point = { self: Math.round(result.selfScore), accepted: Math.round(result.subdistrictScore) }
    const key = `${point.self}:${point.accepted}`
    found.set(key, { ...point, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

function itemsOf(rubric: Rubric, ratings: readonly Rating[]): readonly ItemFairness[] {
  const sheets = ratings.flatMap(rating => {
    const scores = countingReview(rubric, rating)?.scores
    return scores ? [{ scores, total: totalOfSheet(scores) }] : []
  })
  return rubric.items
    .map(item => {
      const pairs = sheets.flatMap(({ scores, total }): readonly (readonly [number, number])[] => {
        const points = scores[item.id]
        return points === null || points === undefined ? [] : [[points, total - points]]
      })
      const { mean } = meanOf(pairs.map(([points]) => points))
      return {
        item,
        n: pairs.length,
        share: mean === null ? null : mean / item.points,
        discrimination: correlation(pairs),
      }
    })
    .sort((a, b) => (b.discrimination ?? -2) - (a.discrimination ?? -2))
}

function totalOfSheet(scores: Scores): number {
  return Object.values(scores).reduce<number>((sum, points) => sum + (points ?? 0), 0)
}
