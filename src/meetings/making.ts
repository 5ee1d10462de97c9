import { isRefusal } from '../shared/refusal.ts'
import {
  dateOf,
  type Instant,
  instantAt,
  type PlainDate,
  plainDate,
  plusDays,
  plusMinutes,
} from '../shared/time.ts'
import type { Meeting } from './meeting.ts'
import { firstDate, nextDates } from './rrule.ts'
import type { FollowCount, Follows, Series } from './series.ts'
import { standards } from './standards-file.ts'
import { type HolidayCalendar, type Placed, place, workdayAfter } from './workdays.ts'

interface Making {
  readonly calendar: HolidayCalendar
  readonly zone: string
  readonly now: Instant
  /** Ids that exist already; they are not made again. */
  readonly known: ReadonlySet<string>
  /** Meetings of the unit above, which a series that follows them goes by. */
  readonly above?: readonly Meeting[]
  /** The days of a rule from a day on, where they are worked out once for many series. */
  readonly dates?: typeof comingDates
}

/**
 * The meetings of a series that are still to be made: those of the next sixty days, or, where none is so near, the
 * next one. In order of their days. Depends on nothing but its arguments.
 */
export function meetingsToMake(series: Series, making: Making): readonly Meeting[] {
  const { known, now } = making
  const slots = slotsOf(series, making)
  const days = slots.map(({ date }) => date)
  return slots
    .filter(({ key }) => !known.has(meetingId(series.id, key)))
    .map(slot => meetingOn(series, slot, { ...making, days }))
    .filter(meeting => meeting.ends > now)
}

/** A day on which a series wants to meet. */
interface Slot {
  /** What names it, so that it is made once. */
  readonly key: PlainDate
  readonly month: string
  readonly date: PlainDate
  /** Where it follows a meeting: that one's day, and the last day that is in time. */
  readonly within?: {
    readonly after: PlainDate
    readonly until: PlainDate
    readonly count: FollowCount
  }
}

function slotsOf(
  series: Series,
  { calendar, zone, now, above = [], dates = comingDates }: Making,
): readonly Slot[] {
  const today = dateOf(now, zone)
  const open = ({ date }: Slot) => series.ended === undefined || date < series.ended
  if (series.follows) {
    const slots = followedBy(series, series.follows, above, { calendar, zone })
    return slots.filter(slot => open(slot) && slot.date >= today && slot.date >= series.from)
  }
  return dates(series, today)
    .map(date => ({ key: date, month: date.slice(0, 7), date }))
    .filter(open)
}

/** The days of a rule from a day on: those of the horizon, else the next one. */
export function comingDates(
  { rule, from }: Pick<Series, 'rule' | 'from'>,
  today: PlainDate,
): readonly PlainDate[] {
  const after = plusDays(today, -1)
  const near = nextDates(rule, from, { after, days: standards.planning.horizonDays })
  const found = isRefusal(near) || near.length > 0 ? near : firstDate(rule, from, after)
  // A kept rule was read when the series was planned; none that is refused now can have been kept.
  return isRefusal(found) || found === undefined ? [] : [found].flat()
}

/** So many days after a meeting, before days off are looked at. */
export function dayAfter(after: PlainDate, { days, count }: Follows, calendar: HolidayCalendar): PlainDate {
  return count === 'workdays' ? workdayAfter(after, days, calendar).date : plusDays(after, days)
}

/** One slot a month: so many days after the first meeting above that counts for it and was not called off. */
function followedBy(
  { id, settings }: Series,
  { days, count }: Follows,
  above: readonly Meeting[],
  { calendar, zone }: Pick<Making, 'calendar' | 'zone'>,
): readonly Slot[] {
  const months = new Map<string, Meeting>()
  for (const meeting of above) {
    const known = months.get(meeting.month)
    if (meeting.series === id || meeting.status === 'cancelled' || meeting.status === 'notHeld') continue
    if (!known || meeting.starts < known.starts) months.set(meeting.month, meeting)
  }
  const later = (after: PlainDate, n: number) => dayAfter(after, { days: n, count }, calendar)
  const most = count === 'workdays' ? settings.followWithinWorkdays : settings.followWithinDays
  return [...months].map(([month, { starts }]) => {
    const after = dateOf(starts, zone)
    const within = { after, until: later(after, most), count }
    return { key: plainDate(`${month}-01`), month, date: later(after, days), within }
  })
}

/**
 * A meeting on the day where it belongs by what is known now; undefined when it is there. One that people moved, cancelled
 * or held stays as it is, and nothing is put into the past.
 */
export function placedAnew(
  series: Series,
  meeting: Meeting,
  { siblings, by, ...making }: Omit<Making, 'known' | 'dates'> & { siblings: readonly Meeting[]; by: string },
): Meeting | undefined {
  const { now } = making
  if (meeting.starts <= now) return undefined
  const slot = series.follows
    ? slotsOf(series, { ...making, known: new Set() }).find(
        ({ key }) => meetingId(series.id, key) === meeting.id,
      )
    : { key: meeting.ruleDate, month: meeting.month, date: meeting.ruleDate }
  if (!slot) return undefined
  const days = siblings.map(({ ruleDate }) => ruleDate)
  const { starts, ends, status, unsure, shift, dueBy } = meetingOn(series, slot, { ...making, days })
  // Until when it is in time goes by the meeting above, also where somebody has put it onto another day.
  if (!isByRule(meeting)) return dueBy && dueBy !== meeting.dueBy ? { ...meeting, dueBy } : undefined
  const { shift: _, ...was } = meeting
  const due = dueBy && { dueBy }
  const next = { ...was, ruleDate: slot.date, starts, ends, status, unsure, ...(shift && { shift }), ...due }
  if (starts === meeting.starts && status === meeting.status) {
    const isSame =
      unsure === meeting.unsure &&
      slot.date === meeting.ruleDate &&
      shift?.from === meeting.shift?.from &&
      dueBy === meeting.dueBy
    return isSame ? undefined : next
  }
  if (starts <= now) return undefined
  const from = { status: meeting.status, starts: meeting.starts }
  const cause = series.follows ? ('above' as const) : ('holidays' as const)
  return { ...next, sent: [], changes: [...meeting.changes, { from, reason: '', cause, by, at: now }] }
}

/** Whether it is where its rule and the days off put it, and not where somebody did. */
function isByRule({ status, shift, changes }: Meeting): boolean {
  const last = changes.at(-1)
  if (status === 'planned') return true
  return status === 'cancelled' && shift !== undefined && (last?.by === 'clock' || last?.cause !== undefined)
}

export function meetingId(series: string, date: PlainDate): string {
  return `${series}-${date.replaceAll('-', '')}`
}

/** The meeting of a series for a day that it wants, among the days around it. */
function meetingOn(
  series: Series,
  slot: Slot,
  { calendar, zone, now, days }: Pick<Making, 'calendar' | 'zone' | 'now'> & { days: readonly PlainDate[] },
): Meeting {
  const placed = placeSlot(series, slot, calendar, days)
  const starts = instantAt('skipped' in placed ? slot.date : placed.date, series.time, zone)
  const shift = 'skipped' in placed ? placed.skipped : placed.shift
  const skipped = {
    status: 'cancelled' as const,
    changes: [{ from: { status: 'planned' as const, starts }, reason: '', by: 'clock', at: now }],
  }
  return {
    id: meetingId(series.id, slot.key),
    series: series.id,
    level: series.level,
    unit: series.unit,
    title: series.title,
    month: slot.month,
    ruleDate: slot.date,
    starts,
    ends: plusMinutes(starts, series.minutes),
    place: series.place,
    unsure: 'unsure' in placed && placed.unsure,
    settings: series.settings,
    sent: [],
    ...(shift && { shift }),
    ...(slot.within?.count === 'workdays' && { dueBy: slot.within.until }),
    ...(series.headCount !== undefined && { headCount: series.headCount }),
    ...('skipped' in placed ? skipped : { status: 'planned', changes: [] }),
  }
}

function placeSlot(
  { policy, sameMonth }: Series,
  { date, within }: Slot,
  calendar: HolidayCalendar,
  days: readonly PlainDate[],
): Placed {
  // A make-up weekend counts as a workday, but no meeting is put onto one.
  const offMakeUp = within?.count === 'workdays'
  const asked = place(date, policy, { calendar, sameMonth, offMakeUp })
  if (within && 'date' in asked && asked.date > within.until) {
    // Rather a workday earlier than too late, but never before the meeting that it follows.
    const earlier = place(date, 'previous', { calendar, sameMonth: false, offMakeUp })
    if ('date' in earlier && earlier.date > within.after && earlier.date <= within.until) return earlier
  }
  // Two meetings of a series are never put onto one day: a day off gives way to the meeting that is there already.
  const taken = 'shift' in asked && asked.shift && days.includes(asked.date)
  return taken && asked.shift ? { skipped: asked.shift } : asked
}
