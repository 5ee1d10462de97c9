import { type Instant, instantAt, plainDate, plainTime } from '../shared/time.ts'
import { aboveIn, isLateAfter } from './following.ts'
import { isComing, type Meeting } from './meeting.ts'

/** What a month of a unit's year shows: held in its month, held late, missing, still to come, none due. */
export const monthStates = ['held', 'late', 'missing', 'coming', 'none'] as const
export type MonthState = (typeof monthStates)[number]

export interface MonthOfYear {
  /** `2026-10`. */
  readonly month: string
  readonly state: MonthState
  /** The meeting to open for it. */
  readonly meeting: Meeting | undefined
}

interface Looking {
  readonly now: Instant
  readonly zone: string
  /** The meetings of the unit above, by which a community's is late. */
  readonly above?: readonly Meeting[]
  /** When the months after each month of the year begin, worked out once for many units. */
  readonly ends?: readonly Instant[]
}

/** The first moment after each month of a year, January first. */
export function monthEnds(year: number, zone: string): readonly Instant[] {
  const midnight = plainTime('00:00')
  return Array.from({ length: 12 }, (_, index) => {
    const next = index === 11 ? `${year + 1}-01-01` : `${year}-${String(index + 2).padStart(2, '0')}-01`
    return instantAt(plainDate(next), midnight, zone)
  })
}

/** The twelve months of a unit's own meetings, January first. A month with several is held when one was. */
export function yearOf(
  meetings: readonly Meeting[],
  year: number,
  { now, zone, above = [], ends = monthEnds(year, zone) }: Looking,
): readonly MonthOfYear[] {
  return ends.map((end, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const own = meetings.filter(meeting => meeting.month === month)
    const first = own[0]?.level === 'community' ? aboveIn(month, above) : undefined
    const isLate = (meeting: Meeting) => meeting.starts >= end || isLateAfter(meeting, first, zone)
    const states = own.map(meeting => ({ month, state: stateOf(meeting, now, isLate), meeting }))
    const best = monthStates.flatMap(state => states.find(found => found.state === state) ?? [])
    const coming = best.find(found => found.state === 'coming')
    const done = best.find(found => found.state === 'held' || found.state === 'late')
    return done ?? coming ?? best[0] ?? { month, state: 'none', meeting: undefined }
  })
}

function stateOf(meeting: Meeting, now: Instant, isLate: (meeting: Meeting) => boolean): MonthState {
  if (meeting.status === 'held') return isLate(meeting) ? 'late' : 'held'
  if (isComing(meeting) && now <= meeting.ends) return 'coming'
  // Left out by its own policy on a day off: nothing was due.
  return meeting.status === 'cancelled' && meeting.shift ? 'none' : 'missing'
}
