import { rememberBeside } from '../shared/remember.ts'
import { dateOf, daysBetween, type Instant, type PlainDate } from '../shared/time.ts'
import type { Meeting } from './meeting.ts'

/** How a community's meeting follows the subdistrict's of its month. */
export interface Following {
  readonly above: Meeting
  /** Days from that one's day to this one's; negative when this one is earlier. */
  readonly days: number
  /** Within how many days it is due. */
  readonly within: number
  /** Where its series counts workdays: until which day that is. */
  readonly until?: PlainDate
  readonly isLate: boolean
}

/** The meeting above that counts for a month: the first that was not called off. */
export function aboveIn(month: string, above: readonly Meeting[]): Meeting | undefined {
  return firstOfMonths(above).get(month)
}

/** A hundred communities look at the same meetings of the unit above, month by month. */
const firstOfMonths = rememberBeside((above: readonly Meeting[]) => {
  const first = new Map<string, Meeting>()
  for (const each of above) {
    const known = first.get(each.month)
    const counts = each.status !== 'cancelled' && each.status !== 'notHeld'
    if (counts && !(known && known.starts <= each.starts)) first.set(each.month, each)
  }
  return first
})

/** Undefined for meetings of other levels, and in a month without a meeting above. */
export function followingOf(
  meeting: Meeting,
  above: readonly Meeting[],
  zone: string,
): Following | undefined {
  const first = meeting.level === 'community' ? aboveIn(meeting.month, above) : undefined
  if (!first) return undefined
  const days = daysBetween(dateOf(first.starts, zone), dateOf(meeting.starts, zone))
  const { followWithinDays, followWithinWorkdays } = meeting.settings
  const counted = meeting.dueBy
    ? { within: followWithinWorkdays, until: meeting.dueBy }
    : { within: followWithinDays }
  return { above: first, days, ...counted, isLate: isLateAfter(meeting, first, zone) }
}

/** Whether a community's meeting is later than it should be by the one above; by moments alone, for many at once. */
export function isLateAfter(meeting: Meeting, above: { readonly starts: Instant } | undefined, zone: string) {
  if (!above || meeting.level !== 'community') return false
  if (meeting.dueBy) return dateOf(meeting.starts, zone) > meeting.dueBy
  const dayMs = 86_400_000
  const apartMs = Date.parse(meeting.starts) - Date.parse(above.starts)
  const withinMs = meeting.settings.followWithinDays * dayMs
  // Only within a day of the limit does the hour matter.
  if (Math.abs(apartMs - withinMs) > dayMs) return apartMs > withinMs
  return (
    daysBetween(dateOf(above.starts, zone), dateOf(meeting.starts, zone)) > meeting.settings.followWithinDays
  )
}
