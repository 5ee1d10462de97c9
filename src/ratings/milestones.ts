import { Temporal } from 'temporal-polyfill'
import type { Role } from '../shared/actor.ts'
import { dateOf, instant, type PlainDate, plusDays } from '../shared/time.ts'
import type { Cycle } from './cycle.ts'
import type { Rating } from './rating.ts'
import type { RubricSettings } from './rubric.ts'
import type { State } from './steps.ts'

/** The dates of the year by which something is to be done, in order of the year. */
export const milestoneKinds = ['selfCheck', 'midYear', 'selfSubmit', 'acceptance', 'verification'] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

export interface Milestone {
  readonly kind: MilestoneKind
  /** What is done from this day on counts for it. */
  readonly from: PlainDate
  readonly due: PlainDate
}

/** Whose it is. */
export const doneBy: Readonly<Record<MilestoneKind, Role>> = {
  selfCheck: 'lead',
  midYear: 'subdistrict',
  selfSubmit: 'lead',
  acceptance: 'subdistrict',
  verification: 'district',
}

/** States in which a milestone is still ahead; a veto and everything further on leave it behind. */
const ahead: Readonly<Record<MilestoneKind, readonly State[]>> = {
  selfCheck: ['draft'],
  midYear: ['draft'],
  selfSubmit: ['draft', 'returned'],
  acceptance: ['draft', 'returned', 'selfSubmitted', 'subdistrictReview'],
  verification: [
    'draft',
    'returned',
    'selfSubmitted',
    'subdistrictReview',
    'subdistrictAccepted',
    'districtCheck',
  ],
}

/** The milestones of a cycle by the rubric's months and days, earliest first. */
export function milestonesOf(
  { starts }: Pick<Cycle, 'starts'>,
  { deadlines }: Pick<RubricSettings, 'deadlines'>,
): readonly Milestone[] {
  const checks = deadlines.selfChecks.map(each => onOrAfter(starts, each)).toSorted()
  const selfSubmit = onOrAfter(starts, deadlines.selfSubmit)
  const acceptance = onOrAfter(selfSubmit, deadlines.acceptance)
  const made: Milestone[] = [
    ...checks.map((due, at) => {
      const before = checks[at - 1]
      return { kind: 'selfCheck' as const, from: before ? plusDays(before, 1) : starts, due }
    }),
    { kind: 'selfSubmit', from: starts, due: selfSubmit },
    { kind: 'acceptance', from: starts, due: acceptance },
    { kind: 'verification', from: starts, due: onOrAfter(acceptance, deadlines.verification) },
  ]
  if (deadlines.midYear)
    made.push({ kind: 'midYear', from: starts, due: onOrAfter(starts, deadlines.midYear) })
  return made.toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

/** Whether an association's rating has what the milestone asks for. */
export function isDone(
  { kind, from }: Milestone,
  rating: Pick<Rating, 'state' | 'history'>,
  zone: string,
): boolean {
  if (!ahead[kind].includes(rating.state)) return true
  return (
    (kind === 'selfCheck' || kind === 'midYear') &&
    rating.history.some(({ action, at }) => action === kind && dateOf(instant(at), zone) >= from)
  )
}

/** The first such day of a year on or after `from`; 29 February is the 28th where there is none. */
function onOrAfter(from: PlainDate, monthDay: string): PlainDate {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  const year = Number(from.slice(0, 4))
  const inYear = (each: number) => Temporal.PlainDate.from({ year: each, month, day }).toString() as PlainDate
  const first = inYear(year)
  return first >= from ? first : inYear(year + 1)
}
