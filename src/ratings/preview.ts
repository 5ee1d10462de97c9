import type { Surroundings } from '../forms/expression.ts'
import { explain, type Scores } from './grade.ts'
import { type Grade, grades } from './grades.ts'
import type { Rating } from './rating.ts'
import type { Item, Points, Rubric } from './rubric.ts'
import { countingReview, explainRating, pointsOf, presentState, selfScoresOf } from './score-sheet.ts'
import { type GateChange, gateChanges, type SettingChange, settingChanges } from './setting-changes.ts'

/** What a draft would have made of one association's cycle. */
export interface PreviewRow {
  readonly community: string
  readonly name: string
  readonly before: { readonly score: Points; readonly grade: Grade }
  readonly after: { readonly score: Points; readonly grade: Grade }
  /** Items that would have other points, or are there on one side only (null). */
  readonly items: readonly {
    readonly item: string
    readonly from: Points | null
    readonly to: Points | null
  }[]
  /** Items of the draft that ask what nobody answered in this cycle; scored as if left empty. */
  readonly unanswered: readonly string[]
}

export interface Preview {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Items that stand on both sides and are scored otherwise. */
  readonly rescored: readonly string[]
  /** Limits, targets and dates that would be others. */
  readonly settings: readonly SettingChange[]
  readonly gates: readonly GateChange[]
  readonly counts: readonly { readonly grade: Grade; readonly before: number; readonly after: number }[]
  /** Those whose score or grade would be another one, the largest change first. */
  readonly rows: readonly PreviewRow[]
  /** How many associations had entered something and were compared. */
  readonly compared: number
}

/**
 * What a draft of the rubric would change, against the scores of a cycle. An item that is scored as before keeps the
 * points that its reviewer gave; one that is new or scored otherwise is worked out from the present state as reported.
 */
export function preview(
  old: Rubric,
  draft: Rubric,
  ratings: readonly Rating[],
  around: Surroundings,
): Preview {
  const before = new Map(old.items.map(item => [item.id, item]))
  const after = new Map(draft.items.map(item => [item.id, item]))
  const rescored = draft.items.filter(item => {
    const known = before.get(item.id)
    return known !== undefined && ruleOf(known) !== ruleOf(item)
  })
  const entered = ratings.filter(({ result }) => result.projected !== null)
  const rows = entered.map(rating => rowOf(old, draft, rating, around))
  const countOf = (at: 'before' | 'after', grade: Grade) => rows.filter(row => row[at].grade === grade).length
  const moved = ({ before: was, after: is }: PreviewRow) => Math.abs(is.score - was.score)
  return {
    added: draft.items.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    removed: old.items.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    rescored: rescored.map(({ id }) => id),
    settings: settingChanges(old, draft),
    gates: gateChanges(old, draft),
    counts: grades.map(grade => ({
      grade,
      before: countOf('before', grade),
      after: countOf('after', grade),
    })),
    rows: rows
      .filter(row => moved(row) > 0 || row.before.grade !== row.after.grade)
      .sort((a, b) => moved(b) - moved(a) || (a.community < b.community ? -1 : 1)),
    compared: rows.length,
  }
}

function rowOf(old: Rubric, draft: Rubric, rating: Rating, around: Surroundings): PreviewRow {
  const values = presentState(rating)
  const review = countingReview(old, rating)
  const given: Scores = review?.scores ?? selfScoresOf(old, rating)
  const scores = Object.fromEntries(
    draft.items.map(item => {
      const known = old.items.find(({ id }) => id === item.id)
      const kept = known && ruleOf(known) === ruleOf(item) ? given[item.id] : undefined
      return [item.id, kept === undefined ? pointsOf(draft, item, values) : kept]
    }),
  )
  const was = explainRating(old, rating, around)
  const is = explain(
    draft,
    { values, scores, target: rating.target, ...(review ? { corrected: review.gates } : {}) },
    around,
  )
  const ids = [...new Set([...old.items, ...draft.items].map(({ id }) => id))]
  return {
    community: rating.community,
    name: rating.name,
    before: { score: was.total, grade: was.grade },
    after: { score: is.total, grade: is.grade },
    items: ids
      .map(item => ({ item, from: given[item] ?? null, to: scores[item] ?? null }))
      .filter(({ from, to }) => from !== to),
    unanswered: draft.items
      .filter(item => item.questions.some(({ name }) => !asks(old, name) && values[name] === undefined))
      .map(({ id }) => id),
  }
}

function asks(rubric: Rubric, question: string): boolean {
  return rubric.items.some(item => item.questions.some(({ name }) => name === question))
}

/** How an item is scored, as text: two items with the same are worth the same for the same present state. */
function ruleOf({ points, scoring }: Item): string {
  return JSON.stringify([points, scoring.value.text, scoring.bands ?? null, scoring.heldIf?.text ?? null])
}
