import { dateOf, type Instant } from '../shared/time.ts'
import { isComing, type Meeting } from './meeting.ts'

/** What a month of a unit's year shows: held in its month, held in a later one, missing, still to come, none due. */
export const monthStates = ['held', 'late', 'missing', 'coming', 'none'] as const
export type MonthState = (typeof monthStates)[number]

export interface MonthOfYear {
  /** `2026-10`. */
  readonly month: string
  readonly state: MonthState
  /** The meeting to open for it. */
  readonly meeting: Meeting | undefined
}

/** The twelve months of a unit's own meetings, January first. A month with several is held when one was. */
export function yearOf(
  meetings: readonly Meeting[],
  year: number,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly MonthOfYear[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const states = meetings
      .filter(meeting => meeting.month === month)
      .map(meeting => ({ month, state: stateOf(meeting, now, zone), meeting }))
    const best = monthStates.flatMap(state => states.find(found => found.state === state) ?? [])
    const coming = best.find(found => found.state === 'coming')
    const done = best.find(found => found.state === 'held' || found.state === 'late')
    return done ?? coming ?? best[0] ?? { month, state: 'none', meeting: undefined }
  })
}

function stateOf(meeting: Meeting, now: Instant, zone: string): MonthState {
  if (meeting.status === 'held') {
    return dateOf(meeting.starts, zone).slice(0, 7) > meeting.month ? 'late' : 'held'
  }
  if (isComing(meeting) && now <= meeting.ends) return 'coming'
  // Left out by its own policy on a day off: nothing was due.
  return meeting.status === 'cancelled' && meeting.shift ? 'none' : 'missing'
}
