import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import { changedAfter, type Meanwhile, reconcile } from './meanwhile.ts'
import { type Hand, perform } from './perform.ts'
import { emptyReview, type Rating, type Review } from './rating.ts'
import { no } from './refusals.ts'
import { columnsOf, rowIds, type SentReview, withColumns } from './review-rows.ts'
import { type Item, type Points, type Rubric, rounded } from './rubric.ts'
import { isScored, selfScoresOf } from './score-sheet.ts'

/** The levels that score besides the association itself. */
const reviewers = ['subdistrict', 'district'] as const
export type Reviewer = (typeof reviewers)[number]

/**
 * The table as it was sent: points by item (null is held, an item left out is not scored yet), only gates judged otherwise
 * than the present state says, measure and date by item as typed.
 */
export interface ReviewInput extends SentReview {
  /** The items, gates and the opinion that were sent; the whole table unless told. */
  readonly rows?: readonly string[] | undefined
  /** The revision that the table was drawn from. */
  readonly base: number
  /** For rows that were saved by themselves since: the revision of that. */
  readonly bases?: Readonly<Record<string, number>>
}

/** The scores that a reviewer is shown to begin with: those of the level below. */
export function scoresBelow(rubric: Rubric, rating: Rating, level: Reviewer) {
  const accepted = rating.subdistrictReview
  if (level === 'district' && accepted && isScored(rubric, accepted)) return accepted.scores
  return selfScoresOf(rubric, rating)
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
  const self = selfScoresOf(rubric, rating)
  const faults: Record<string, Refusal> = {}
  const sent = sentRows(rubric, input)
  for (const item of rubric.items) {
    if (!sent.includes(item.id)) continue
    const fault =
      itemFault(item, input, below[item.id] ?? null, self[item.id] === null, rubric) ??
      rectificationFault(item, input, reviewOf(rating, level), hand)
    if (fault) faults[item.id] = fault
  }
  for (const gate of rubric.gates) {
    if (!input.gates[gate.id] || !sent.includes(gate.id)) continue
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

/** What the sender and somebody else of the level both changed since the table was drawn. */
export function scoredMeanwhile(
  rating: Rating,
  level: Reviewer,
  input: ReviewInput,
  rubric: Rubric,
): readonly Meanwhile[] {
  return reconciled(rating, level, input, rubric).flatMap(({ both }) => both)
}

/**
 * Keeps what was sent of a level's own scores. Refuses points over the maximum and deviations without reason; what others
 * scored since the table was drawn stays, and what both changed to different things is refused (409).
 */
export function saveReview(
  rating: Rating,
  level: Reviewer,
  input: ReviewInput,
  hand: Hand,
): Rating | Refusal {
  const [fault] = Object.values(reviewFaults(rating, level, input, hand))
  if (fault) return fault
  const compared = reconciled(rating, level, input, hand.rubric)
  if (compared.some(({ both }) => both.length > 0)) return no.changedMeanwhile()
  const changed = compared.flatMap(({ item, mine }) => mine.map(field => ({ item, ...field })))
  const deed = { action: level === 'subdistrict' ? 'score' : 'check', reason: '', items: [] } as const
  if (changed.length === 0) {
    // Nothing to keep, but only for somebody who may score.
    const outcome = perform(rating, deed, hand)
    return isRefusal(outcome) ? outcome : rating
  }
  return perform(rating, deed, hand, () => {
    const next = withColumns(reviewOf(rating, level), input, changed)
    const review: Review = { ...next, rectifications: dated(next.rectifications) }
    const revision = rating.revision + 1
    return {
      rating: {
        [level === 'subdistrict' ? 'subdistrictReview' : 'districtReview']: review,
        touched: {
          ...rating.touched,
          ...Object.fromEntries(changed.map(({ item }) => [`${level}:${item}`, revision])),
        },
      },
      changes: changed.map(({ item, field, now, sent }) => ({ item, field, from: now, to: sent })),
    }
  })
}

function reconciled(rating: Rating, level: Reviewer, input: ReviewInput, rubric: Rubric) {
  const before = reviewOf(rating, level)
  const below = scoresBelow(rubric, rating, level)
  return sentRows(rubric, input).map(item => ({
    item,
    ...reconcile(
      rating,
      level,
      item,
      input.bases?.[item] ?? input.base,
      columnsOf(before, input, item, below[item]),
    ),
  }))
}

function sentRows(rubric: Rubric, { rows }: ReviewInput): readonly string[] {
  return rowIds(rubric).filter(id => rows?.includes(id) ?? true)
}

export function reviewOf(rating: Rating, level: Reviewer): Review {
  return (level === 'subdistrict' ? rating.subdistrictReview : rating.districtReview) ?? emptyReview
}

/** Every date is one by now: the faults were looked for before. */
function dated(asked: SentReview['rectifications']): Review['rectifications'] {
  const read = Object.entries(asked ?? {}).flatMap(([id, { measure, due }]) => {
    const date = plainDateSchema.safeParse(due)
    return date.success ? [[id, { measure: measure.trim(), due: date.data }] as const] : []
  })
  return Object.fromEntries(read)
}

/** What the association has changed since it last handed the form in: every answer as it was then, and as it is. */
export function changedSinceReturn(rating: Rating): readonly Meanwhile[] {
  const from = rating.history.findLastIndex(event => event.to === 'returned' && event.from !== 'returned')
  const before = rating.history[from]
  return before ? changedAfter({ history: rating.history.slice(from) }, 'self', before.revision ?? -1) : []
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
