import type { Role } from '../shared/actor.ts'
import { daysBetween, type PlainDate } from '../shared/time.ts'
import type { Appeal } from './appeal.ts'
import type { Cycle } from './cycle.ts'
import { doneBy, isDone, type Milestone, milestonesOf } from './milestones.ts'
import { mayDo } from './perform.ts'
import type { Rating } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { spotCheckable } from './spot-check.ts'
import type { Action } from './steps.ts'
import { replacedBy, yearlyReviews } from './yearly.ts'

/** What can wait for the staff of a level, in the order in which it is told. */
export const waitingKinds = [
  'objections',
  'appeals',
  'reReviews',
  'submissions',
  'acceptances',
  'draws',
  'checks',
  'verifications',
  'proposals',
  'notices',
  'namings',
  'expiries',
  'yearlyReviews',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

/** By which deed something waits: the rules about order say for whom. */
const deeds: Partial<Record<WaitingKind, Action>> = {
  objections: 'dismissObjection',
  reReviews: 'checkAgain',
  submissions: 'startReview',
  acceptances: 'score',
  checks: 'startCheck',
  verifications: 'check',
  proposals: 'propose',
  notices: 'announce',
  namings: 'finalise',
  expiries: 'expire',
}

/** One thing that waits: of which association, and for an appeal until when. */
export interface Waiting {
  readonly kind: WaitingKind
  readonly community: string
  readonly name: string
  readonly due?: PlainDate
}

/** A milestone of this level that some associations have not reached, told from two weeks before it to a month after. */
export interface Late {
  readonly milestone: Milestone
  readonly communities: readonly string[]
}

const toldDaysBefore = 14
export const toldDaysAfter = 30

interface Around {
  readonly cycle: Cycle
  readonly rubric: Rubric
  readonly today: PlainDate
  readonly zone: string
}

/** Everything in a cycle that waits for staff of a level. `newer`: the ratings of each cycle after it. */
export function waitingFor(
  role: Exclude<Role, 'lead'>,
  all: readonly Rating[],
  appeals: readonly Appeal[],
  around: Around & { readonly newer: readonly (readonly Rating[])[] },
): readonly Waiting[] {
  const { rubric, today, zone, newer } = around
  const hand = { roles: [role], rubric, today }
  const byDeed = all.flatMap(rating => {
    const may = mayDo(rating, hand)
    return waitingKinds.flatMap(kind => {
      const deed = deeds[kind]
      return deed && may.includes(deed) ? [waits(kind, rating)] : []
    })
  })
  if (role !== 'district') return byDeed
  const undecided = new Map(appeals.filter(each => !each.decision).map(each => [each.id, each]))
  const appealed = all.flatMap(rating => {
    const appeal = undecided.get(rating.id)
    return appeal ? [{ ...waits('appeals', rating), due: appeal.due }] : []
  })
  const replaced = replacedBy(newer)
  const yearly = all.filter(
    rating => yearlyReviews(rating, today, zone, replaced.has(rating.community)).isDue,
  )
  return [
    ...byDeed,
    ...appealed,
    ...spotCheckable(all, rubric, hand).map(rating => waits('draws', rating)),
    ...yearly.map(rating => waits('yearlyReviews', rating)),
  ]
}

/** What the level's own associations or the level itself are late with, or will be soon. */
export function lateWith(role: Role, all: readonly Rating[], around: Around): readonly Late[] {
  const { cycle, rubric, today, zone } = around
  return milestonesOf(cycle, rubric).flatMap(milestone => {
    const days = daysBetween(today, milestone.due)
    const near = days <= toldDaysBefore && days >= -toldDaysAfter
    if (doneBy[milestone.kind] !== role || !near) return []
    const open = all.filter(rating => !isDone(milestone, rating, zone))
    return open.length > 0 ? [{ milestone, communities: open.map(({ community }) => community) }] : []
  })
}

function waits(kind: WaitingKind, { community, name }: Rating): Waiting {
  return { kind, community, name }
}
