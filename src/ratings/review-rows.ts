import type { GateJudgement } from './grade.ts'
import { targets } from './grades.ts'
import type { SentField } from './meanwhile.ts'
import type { Review } from './rating.ts'
import type { Points, Rubric } from './rubric.ts'

/** The row of the table that is neither an item nor a gate. */
export const opinionRow = 'opinion'

/** The columns of the scoring table. `text` is the reason of an item or a gate, and the opinion itself. */
const columns = ['score', 'text', 'verdicts', 'rectification'] as const
type Column = (typeof columns)[number]

interface Row {
  readonly score: Points | null | undefined
  readonly text: string
  readonly verdicts: GateJudgement | undefined
  readonly rectification: { readonly measure: string; readonly due: string } | undefined
}

/** A review as it was sent: a measure may still lack its date, and a date may be none. */
export type SentReview = Pick<Review, 'scores' | 'reasons' | 'gates' | 'opinion'> & {
  readonly rectifications?: Readonly<Record<string, { readonly measure: string; readonly due: string }>>
}

export function rowIds(rubric: Rubric): readonly string[] {
  return [...rubric.items.map(({ id }) => id), ...rubric.gates.map(({ id }) => id), opinionRow]
}

function rowOf(review: SentReview, id: string): Row {
  const text = id === opinionRow ? review.opinion : (review.reasons[id] ?? '')
  return {
    score: review.scores[id],
    text: text.trim(),
    verdicts: review.gates[id],
    rectification: review.rectifications?.[id],
  }
}

/** A row's columns as they stand and as they were sent; `shown` is the score that an unscored item was shown with. */
export function columnsOf(
  before: Review,
  sent: SentReview,
  id: string,
  shown: Points | null | undefined,
): readonly SentField[] {
  const [was, is] = [rowOf(before, id), rowOf(sent, id)]
  return columns.map(field => ({
    field,
    now: told(was, field),
    sent: told(is, field),
    ...(field === 'score' ? { shown: toldScore(shown) } : {}),
  }))
}

/** The review with the named columns of the named rows as they were sent. */
export function withColumns(
  before: Review,
  sent: SentReview,
  changed: readonly { readonly item: string; readonly field: string }[],
): SentReview {
  const scores = new Map(Object.entries(before.scores))
  const reasons = new Map(Object.entries(before.reasons))
  const gates = new Map(Object.entries(before.gates))
  const rectifications = new Map<string, { measure: string; due: string }>(
    Object.entries(before.rectifications),
  )
  let { opinion } = before
  for (const { item, field } of changed) {
    const { score, text, verdicts, rectification } = rowOf(sent, item)
    if (field === 'score') put(scores, item, score)
    if (field === 'text' && item === opinionRow) opinion = text
    if (field === 'text' && item !== opinionRow) put(reasons, item, text || undefined)
    if (field === 'verdicts') put(gates, item, verdicts)
    if (field === 'rectification') put(rectifications, item, rectification)
  }
  return {
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(reasons),
    gates: Object.fromEntries(gates),
    rectifications: Object.fromEntries(rectifications),
    opinion,
  }
}

function put<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

function told({ score, text, verdicts, rectification }: Row, column: Column): string {
  switch (column) {
    case 'score':
      return toldScore(score)
    case 'text':
      return text
    case 'verdicts':
      return targets.flatMap(each => (verdicts?.[each] ? [`${each} ${verdicts[each]}`] : [])).join(', ')
    case 'rectification':
      return rectification ? `${rectification.due} ${rectification.measure.trim()}`.trim() : ''
  }
}

function toldScore(score: Points | null | undefined): string {
  return score === undefined ? '' : score === null ? 'held' : String(score)
}
