import type { Refusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import type { GateJudgement } from './grade.ts'
import { targets } from './grades.ts'
import { type Hand, perform } from './perform.ts'
import { emptyReview, type Rating, type RatingEvent, type Review } from './rating.ts'
import { no } from './refusals.ts'
import { type Item, type Points, type Rubric, rounded } from './rubric.ts'
import { isScored, presentState, selfScores } from './score-sheet.ts'

/** The levels that score besides the association itself. */
const reviewers = ['subdistrict', 'district'] as const
export type Reviewer = (typeof reviewers)[number]

export interface ReviewInput {
  /** The revision that the table was drawn from. */
  readonly base: number
  /** Points by item; null is held, and an item left out is not scored yet. */
  readonly scores: Readonly<Record<string, Points | null>>
  readonly reasons: Readonly<Record<string, string>>
  /** Only gates judged otherwise than the present state says. */
  readonly gates: Readonly<Record<string, GateJudgement>>
  readonly opinion: string
  /** Measure and date by item, as typed: either may be missing, and is refused then. */
  readonly rectifications?: Readonly<Record<string, { readonly measure: string; readonly due: string }>>
}

/** The scores that a reviewer is shown to begin with: those of the level below. */
export function scoresBelow(rubric: Rubric, rating: Rating, level: Reviewer) {
  const accepted = rating.subdistrictReview
  if (level === 'district' && accepted && isScored(rubric, accepted)) return accepted.scores
  return selfScores(rubric, presentState(rating))
}

/** What is wrong with a review, by item or gate: above the maximum, or another score without a reason. */
export function reviewFaults(
  rating: Rating,
  level: Reviewer,
  input: ReviewInput,
  hand: Hand,
): Readonly<Record<string, Refusal>> {
  const { rubric } = hand
  const below = scoresBelow(rubric, rating, level)
  const self = selfScores(rubric, presentState(rating))
  const faults: Record<string, Refusal> = {}
  for (const item of rubric.items) {
    const fault =
      itemFault(item, input, below[item.id] ?? null, self[item.id] === null, rubric) ??
      rectificationFault(item, input, reviewOf(rating, level), hand)
    if (fault) faults[item.id] = fault
  }
  for (const gate of rubric.gates) {
    if (!input.gates[gate.id]) continue
    if (gate.veto) faults[gate.id] = no.vetoApart()
    else if (isBlank(input.reasons[gate.id])) faults[gate.id] = no.gateReason({ gate: gate.id })
  }
  return faults
}

function itemFault(
  item: Item,
  input: ReviewInput,
  below: Points | null,
  mayBeHeld: boolean,
  rubric: Rubric,
): Refusal | undefined {
  const score = input.scores[item.id]
  if (score === undefined) return undefined
  if (score === null) return mayBeHeld ? undefined : no.notHeld({ item: item.id })
  if (score < 0 || score > item.points || rounded(score, rubric) !== score)
    return no.overMaximum({ item: item.id, points: item.points, decimals: rubric.decimals })
  if (score !== below && isBlank(input.reasons[item.id])) return no.scoreReason({ item: item.id })
  return undefined
}

/** A date that is past may stay where it stood before, since the work it was set for may be done. */
function rectificationFault(item: Item, input: ReviewInput, before: Review, hand: Hand): Refusal | undefined {
  const asked = input.rectifications?.[item.id]
  if (!asked) return undefined
  if (isBlank(asked.measure)) return no.measureNeeded({ item: item.id })
  const due = plainDateSchema.safeParse(asked.due)
  if (!due.success) return no.dueNeeded({ item: item.id })
  if (due.data < hand.today && before.rectifications[item.id]?.due !== due.data)
    return no.dueInPast({ item: item.id })
  return undefined
}

/** Whether somebody else has scored at this level after the table was drawn. */
function scoredMeanwhile(rating: Rating, level: Reviewer, base: number): boolean {
  return (rating.touched[level] ?? 0) > base
}

/** Keeps a level's own scores. Refuses points over the maximum, deviations without reason, and overwriting unseen (409). */
export function saveReview(
  rating: Rating,
  level: Reviewer,
  input: ReviewInput,
  hand: Hand,
): Rating | Refusal {
  const [fault] = Object.values(reviewFaults(rating, level, input, hand))
  if (fault) return fault
  if (scoredMeanwhile(rating, level, input.base)) return no.changedMeanwhile()
  const deed = { action: level === 'subdistrict' ? 'score' : 'check', reason: '', items: [] } as const
  return perform(rating, deed, hand, () => {
    const before = reviewOf(rating, level)
    const known = (id: string) => hand.rubric.items.some(item => item.id === id)
    const review: Review = {
      scores: Object.fromEntries(Object.entries(input.scores).filter(([id]) => known(id))),
      reasons: Object.fromEntries(Object.entries(input.reasons).filter(([, reason]) => !isBlank(reason))),
      gates: input.gates,
      rectifications: readRectifications(input, known),
      opinion: input.opinion.trim(),
    }
    return {
      rating: {
        [level === 'subdistrict' ? 'subdistrictReview' : 'districtReview']: review,
        touched: { ...rating.touched, [level]: rating.revision + 1 },
      },
      changes: reviewChanges(before, review),
    }
  })
}

export function reviewOf(rating: Rating, level: Reviewer): Review {
  return (level === 'subdistrict' ? rating.subdistrictReview : rating.districtReview) ?? emptyReview
}

function readRectifications(input: ReviewInput, known: (id: string) => boolean): Review['rectifications'] {
  const read = Object.entries(input.rectifications ?? {}).flatMap(([id, { measure, due }]) => {
    const date = plainDateSchema.safeParse(due)
    return known(id) && date.success ? [[id, { measure: measure.trim(), due: date.data }] as const] : []
  })
  return Object.fromEntries(read)
}

function reviewChanges(before: Review, after: Review): RatingEvent['changes'] {
  const told = (score: Points | null | undefined) =>
    score === undefined ? '' : score === null ? 'held' : String(score)
  const scores = Object.keys(after.scores).map(item => ({
    item,
    from: told(before.scores[item]),
    to: told(after.scores[item]),
  }))
  const judged = [...new Set([...Object.keys(before.gates), ...Object.keys(after.gates)])].map(item => ({
    item,
    from: toldGate(before.gates[item]),
    to: toldGate(after.gates[item]),
  }))
  const measure = (asked: Review['rectifications'][string] | undefined) =>
    asked ? `${asked.due} ${asked.measure}` : ''
  const measures = [...new Set([...Object.keys(before.rectifications), ...Object.keys(after.rectifications)])]
  const asked = measures.map(item => ({
    item,
    from: measure(before.rectifications[item]),
    to: measure(after.rectifications[item]),
  }))
  return [...scores, ...judged, ...asked].filter(({ from, to }) => from !== to)
}

function toldGate(judged: GateJudgement | undefined): string {
  return targets.flatMap(target => (judged?.[target] ? [`${target} ${judged[target]}`] : [])).join(', ')
}

/** The items that the association has changed after the last return. */
export function changedSinceReturn(rating: Rating): readonly string[] {
  const from = rating.history.findLastIndex(event => event.to === 'returned' && event.from !== 'returned')
  if (from < 0) return []
  const saved = rating.history.slice(from + 1).filter(event => event.action === 'save')
  return [...new Set(saved.flatMap(event => event.changes.map(change => change.item)))]
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
