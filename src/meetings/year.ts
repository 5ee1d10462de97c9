import { type Instant, instantAt, plainDate, plainTime } from '../shared/time.ts'
import type { Expected } from './expecting.ts'
import { aboveIn, isLateAfter } from './following.ts'
import { isComing, type Meeting } from './meeting.ts'

/** What a month of a unit's year shows: held in its month, held late, missing, under way, still to come, due and not planned yet, none due. */
export const monthStates = ['held', 'late', 'missing', 'running', 'coming', 'unplanned', 'none'] as const
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
  /** In which months the unit's series are still to meet. */
  readonly expected?: Expected | undefined
  /** When the months after each month of the year begin, worked out once for many units. */
  readonly ends?: readonly Instant[]
}

/** The first moment after each of the months, `2025-11` and so on. */
export function monthEnds(months: readonly string[], zone: string): readonly Instant[] {
  return months.map(month => {
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
    const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
    return instantAt(plainDate(`${next}-01`), plainTime('00:00'), zone)
  })
}

/** The months of a year of a unit's own meetings, in their order. A month with several is held when one was. */
export function yearOf(
  meetings: readonly Meeting[],
  asked: readonly string[],
  { now, zone, above = [], expected, ends = monthEnds(asked, zone) }: Looking,
): readonly MonthOfYear[] {
  const months = asked.map((month): MonthOfYear => {
    return { month, state: expected?.has(month) ? 'unplanned' : 'none', meeting: undefined }
  })
  for (const meeting of meetings) {
    const { month, level, starts } = meeting
    const index = asked.indexOf(month)
    const [known, end] = [months[index], ends[index]]
    if (!known || !end) continue
    const first = level === 'community' ? aboveIn(month, above) : undefined
    const state = stateOf(meeting, now, () => starts >= end || isLateAfter(meeting, first, zone))
    if (!known.meeting || rank(state) < rank(known.state)) months[index] = { month, state, meeting }
  }
  return months
}

/** Of several meetings in a month one that was held counts first, in time or late, then one that is on or to come. */
function rank(state: MonthState): number {
  switch (state) {
    case 'held':
      return 0
    case 'late':
      return 1
    case 'running':
      return 2
    case 'coming':
      return 3
    case 'missing':
      return 4
    case 'unplanned':
      return 5
    case 'none':
      return 6
  }
}

function stateOf(meeting: Meeting, now: Instant, isLate: () => boolean): MonthState {
  if (meeting.status === 'held') return isLate() ? 'late' : 'held'
  if (isComing(meeting) && now <= meeting.ends) return now < meeting.starts ? 'coming' : 'running'
  // Left out by its own policy on a day off: nothing was due.
  return meeting.status === 'cancelled' && meeting.shift ? 'none' : 'missing'
}
