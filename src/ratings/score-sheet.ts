import type { Surroundings } from '../forms/expression.ts'
import { scoreItem } from '../forms/score.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { PlainDate } from '../shared/time.ts'
import { withFigures } from './figures.ts'
import { type Explanation, explain, type GateResult, type Scores } from './grade.ts'
import type { Rating, Result, Review } from './rating.ts'
import { type Item, type PresentState, type Rubric, rounded, sumOf } from './rubric.ts'

/** The present state with the records' figures over it, and the veto as a fact that gates read. */
export function presentState(rating: Pick<Rating, 'values' | 'figures' | 'vetoed'>): PresentState {
  return { ...withFigures(rating.values, rating.figures), ...(rating.vetoed ? { falsified: true } : {}) }
}

/** The points that the present state comes to by the rubric; null where the item is held. */
export function selfScores(rubric: Rubric, state: PresentState): Scores {
  return Object.fromEntries(rubric.items.map(item => [item.id, pointsOf(rubric, item, state)]))
}

const scoresBeside = rememberBeside((rating: Rating, rubric: Rubric) =>
  selfScores(rubric, presentState(rating)),
)

/** The points that a rating's present state comes to, worked out once for all that ask. */
export function selfScoresOf(rubric: Rubric, rating: Rating): Scores {
  return scoresBeside(rating, rubric)
}

export function pointsOf(rubric: Rubric, item: Item, state: PresentState) {
  const scored = scoreItem(item.scoring, state)
  return scored.held ? null : rounded(scored.points, rubric)
}

/** Whether the level has scored every item. */
export function isScored(rubric: Rubric, review: Review | undefined): boolean {
  return review !== undefined && rubric.items.every(item => review.scores[item.id] !== undefined)
}

/** The sum of a score sheet, held items left out. */
export function totalOf(rubric: Rubric, scores: Scores): number {
  return sumOf(
    rubric.items.map(item => scores[item.id] ?? 0),
    rubric,
  )
}

/** The review whose scores count: the district's when it is complete, else the subdistrict's. */
export function countingReview(rubric: Rubric, rating: Rating): Review | undefined {
  if (isScored(rubric, rating.districtReview)) return rating.districtReview
  return isScored(rubric, rating.subdistrictReview) ? rating.subdistrictReview : undefined
}

const explained = rememberBeside((rating: Rating, rubric: Rubric, today: PlainDate): Explanation => {
  const values = presentState(rating)
  const review = countingReview(rubric, rating)
  return explain(
    rubric,
    {
      values,
      scores: review?.scores ?? selfScoresOf(rubric, rating),
      target: rating.target,
      ...(review ? { corrected: review.gates } : {}),
    },
    { today },
  )
})

/** The grade by the scores that count so far, with its explanation. */
export function explainRating(rubric: Rubric, rating: Rating, { today }: Surroundings): Explanation {
  return explained(rating, rubric, today)
}

const gatesBeside = rememberBeside((rating: Rating, rubric: Rubric, today: PlainDate) => {
  const scores = selfScoresOf(rubric, rating)
  return explain(rubric, { values: presentState(rating), scores }, { today }).gates
})

/** What the present state alone says of each gate, whatever a level has judged. */
export function gatesByState(rubric: Rubric, rating: Rating, { today }: Surroundings): readonly GateResult[] {
  return gatesBeside(rating, rubric, today)
}

const claimed = rememberBeside((rating: Rating, rubric: Rubric, today: PlainDate) => {
  if (rating.target !== 'firstClass' || !isScored(rubric, rating.subdistrictReview)) return false
  const { districtReview: _, ...accepted } = rating
  return explainRating(rubric, accepted, { today }).grade === 'firstClass'
})

/** Whether acceptance came to 一流 and it was applied for: the district verifies every one of these. */
export function claimsFirstClass(rubric: Rubric, rating: Rating, { today }: Surroundings): boolean {
  return claimed(rating, rubric, today)
}

/** The results in short. Nothing counts before anything was entered. */
export function resultOf(rubric: Rubric, rating: Rating, around: Surroundings): Result {
  const entered = Object.keys(rating.values).length > 0 || rating.state !== 'draft'
  if (!entered) return nothingYet
  const { total, grade, gaps } = explainRating(rubric, rating, around)
  const { subdistrictReview, districtReview } = rating
  const scoreBy = (review: Review | undefined) =>
    review && isScored(rubric, review) ? totalOf(rubric, review.scores) : null
  return {
    selfScore: totalOf(rubric, selfScoresOf(rubric, rating)),
    subdistrictScore: scoreBy(subdistrictReview),
    districtScore: scoreBy(districtReview),
    score: total,
    projected: grade,
    gaps,
  }
}

export const nothingYet: Result = {
  selfScore: null,
  subdistrictScore: null,
  districtScore: null,
  score: null,
  projected: null,
  gaps: null,
}
