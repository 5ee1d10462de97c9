import { Temporal } from 'temporal-polyfill'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Grade } from './grades.ts'
import { type Hand, perform } from './perform.ts'
import type { Rating } from './rating.ts'
import type { State } from './steps.ts'
import type { Workday } from './workday.ts'

/** Puts a proposed grade on public notice until its last day; a refusal instead of that says why none may begin. */
export function announce(rating: Rating, end: Workday | Refusal, hand: Hand): Rating | Refusal {
  const notice = isRefusal(end) ? undefined : { from: hand.today, until: end.date, unsure: end.unsure }
  const announced = perform(rating, plain('announce'), hand, () => (notice ? { rating: { notice } } : {}))
  return isRefusal(end) && !isRefusal(announced) ? end : announced
}

/** Names the grade after the notice. 合格 and 一流 get a certificate for the rubric's years. */
export function finalise(rating: Rating, hand: Hand): Rating | Refusal {
  return perform(rating, plain('finalise'), hand, ({ result, cycle, community }) => {
    const grade = result.projected ?? 'notQualified'
    if (grade === 'notQualified') return { rating: { grade } }
    const until = Temporal.PlainDate.from(hand.today)
      .add({ years: hand.rubric.validity.years })
      .subtract({ days: 1 })
      .toString() as PlainDate
    const certificate = { number: `${cycle}-${community}`, from: hand.today, until }
    return { rating: { grade, certificate }, changes: [gradeChange(null, grade)] }
  })
}

/** The yearly review of a grade in force; as many failed ones as the rubric says take it down at once. */
export function reviewYearly(rating: Rating, passed: boolean, reason: string, hand: Hand): Rating | Refusal {
  return perform(rating, { action: 'review', reason, items: [] }, hand, ({ failedReviews, grade }) => {
    const failed = passed ? 0 : failedReviews + 1
    const outcome = { item: 'review', from: '', to: passed ? 'passed' : 'failed' }
    if (failed < hand.rubric.validity.failedReviews)
      return { rating: { failedReviews: failed }, changes: [outcome] }
    const lower = below(grade)
    const to: State = 'downgraded'
    return {
      to,
      rating: { failedReviews: failed, grade: lower },
      changes: [outcome, gradeChange(grade, lower)],
    }
  })
}

export function downgrade(rating: Rating, reason: string, hand: Hand): Rating | Refusal {
  return perform(rating, { action: 'downgrade', reason, items: [] }, hand, ({ grade }) => ({
    rating: { grade: below(grade) },
    changes: [gradeChange(grade, below(grade))],
  }))
}

/** After the last day of its certificate a grade holds no more. */
export function expire(rating: Rating, hand: Hand): Rating | Refusal {
  return perform(rating, plain('expire'), hand, ({ grade }) => ({
    rating: { grade: null },
    changes: [gradeChange(grade, null)],
  }))
}

/** A proven falsification: 未达标 at once, whatever the total. */
export function veto(rating: Rating, reason: string, hand: Hand): Rating | Refusal {
  return perform(rating, { action: 'veto', reason, items: [] }, hand, ({ grade }) => ({
    rating: { vetoed: true, grade: 'notQualified' },
    changes: grade === 'notQualified' ? [] : [gradeChange(grade, 'notQualified')],
  }))
}

/** After an appeal that was upheld: the grade is open again and re-reviewed. */
export function reopen(rating: Rating, reason: string, hand: Hand): Rating | Refusal {
  return perform(rating, { action: 'upholdAppeal', reason, items: [] }, hand, ({ grade }) => ({
    rating: { vetoed: false, grade: null, certificate: undefined },
    changes: [gradeChange(grade, null)],
  }))
}

/** One grade lower; nothing is below 未达标. */
function below(grade: Grade | null): Grade {
  return grade === 'firstClass' ? 'qualified' : 'notQualified'
}

function gradeChange(from: Grade | null, to: Grade | null) {
  return { item: 'grade', from: from ?? '', to: to ?? '' }
}

function plain(action: 'announce' | 'finalise' | 'expire') {
  return { action, reason: '', items: [] }
}
