import { dateOf, type Instant, type PlainDate, plusDays } from '../shared/time.ts'
import { aboveIn } from './following.ts'
import { isComing, type Meeting } from './meeting.ts'

/** What waits for somebody at a unit: the next thing to do, with where it is done. */
export type NextStep =
  | { readonly kind: 'report' | 'minutes' | 'conclude'; readonly meeting: Meeting }
  /** The subdistrict met, and the community's meeting of the month is not planned yet. */
  | { readonly kind: 'plan'; readonly above: Meeting; readonly until: PlainDate }

interface Looking {
  readonly above: readonly Meeting[]
  readonly now: Instant
  readonly zone: string
  readonly withinDays: number
}

/** The next thing to do for whoever convenes a unit's meetings, the most pressing first; undefined when nothing waits. */
export function nextStep(
  unit: { readonly level: string },
  own: readonly Meeting[],
  { above, now, zone, withinDays }: Looking,
): NextStep | undefined {
  const over = own.filter(({ ends }) => ends <= now).sort((a, b) => (a.starts < b.starts ? 1 : -1))
  const open = over.find(isComing)
  if (open) return { kind: open.level === 'community' ? 'report' : 'conclude', meeting: open }
  const month = dateOf(now, zone).slice(0, 7)
  const first = unit.level === 'community' ? aboveIn(month, above) : undefined
  if (first && !own.some(meeting => meeting.month === month && meeting.status !== 'cancelled')) {
    return { kind: 'plan', above: first, until: plusDays(dateOf(first.starts, zone), withinDays) }
  }
  const held = over.find(({ status }) => status === 'held')
  return held && !held.minutes?.final ? { kind: 'minutes', meeting: held } : undefined
}
