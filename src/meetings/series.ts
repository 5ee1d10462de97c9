import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import {
  dateOf,
  type Instant,
  instantAt,
  instantSchema,
  type PlainDate,
  plainDateSchema,
  plainTimeSchema,
  plusDays,
  plusMinutes,
} from '../shared/time.ts'
import { horizonDays, type Offsets, settingsSchema, settingsWith } from './defaults.ts'
import { type Meeting, type MeetingLevel, meetingLevels } from './meeting.ts'
import { firstDate, nextDates, readRule } from './rrule.ts'
import { type HolidayCalendar, place, policies } from './workdays.ts'

export const seriesSchema = z
  .object({
    id: z.string(),
    level: z.enum(meetingLevels),
    unit: z.string(),
    title: z.string().min(1),
    /** An RFC 5545 rule of whole days; the time stands beside it. */
    rule: z.string(),
    /** First day from which the rule counts. */
    from: plainDateSchema,
    time: plainTimeSchema,
    minutes: z.int().min(10).max(600),
    place: z.string(),
    policy: z.enum(policies),
    /** A shift never leaves the month that the meeting counts for. */
    sameMonth: z.boolean(),
    /** Community meetings: how many group leaders are expected. */
    headCount: z.int().nonnegative().optional(),
    settings: settingsSchema,
    planned: z.object({ by: z.string(), at: instantSchema }).readonly(),
    /** From this day on no more meetings are made. */
    ended: plainDateSchema.optional(),
  })
  .readonly()
export type Series = z.infer<typeof seriesSchema>

export type SeriesInput = Pick<Series, 'id' | 'level' | 'unit' | 'title' | 'rule' | 'from' | 'time'> &
  Partial<Pick<Series, 'place' | 'policy' | 'headCount'>> & {
    readonly minutes?: number
    readonly offsets?: Offsets
  }

/** A series as it is kept; refused when its rule is no rule of days. */
export function planSeries(
  { offsets = {}, ...input }: SeriesInput,
  { by, at, minutes }: { readonly by: string; readonly at: Instant; readonly minutes: number },
): Series | Refusal {
  const rule = readRule(input.rule, input.from)
  if (isRefusal(rule)) return rule
  return {
    minutes,
    place: '',
    policy: 'next',
    ...input,
    rule,
    // A weekly meeting may slip into the next month; one that comes once a month may not.
    sameMonth: /FREQ=(MONTHLY|YEARLY)/.test(rule),
    settings: settingsWith(offsets),
    planned: { by, at },
  }
}

interface Making {
  readonly calendar: HolidayCalendar
  readonly zone: string
  readonly now: Instant
  /** Ids that exist already; they are not made again. */
  readonly known: ReadonlySet<string>
}

/**
 * The meetings of a series that are still to be made: those of the next sixty days, or, where none is so near, the
 * next one. In order of their days. Depends on nothing but its arguments.
 */
export function meetingsToMake(series: Series, { calendar, zone, now, known }: Making): readonly Meeting[] {
  const today = dateOf(now, zone)
  const after = plusDays(today, -1)
  const near = nextDates(series.rule, series.from, { after, days: horizonDays })
  const dates = isRefusal(near) || near.length > 0 ? near : firstDate(series.rule, series.from, after)
  // A kept rule was read when the series was planned; none that is refused now can have been kept.
  if (isRefusal(dates) || dates === undefined) return []
  const days = [dates].flat()
  return days
    .filter(date => series.ended === undefined || date < series.ended)
    .filter(date => !known.has(meetingId(series.id, date)))
    .map(date => meetingOn(series, date, { calendar, zone, now, days }))
    .filter(meeting => meeting.ends > now)
}

export function meetingId(series: string, date: PlainDate): string {
  return `${series}-${date.replaceAll('-', '')}`
}

/** The meeting of a series for a day that its rule gives, among the days around it. */
function meetingOn(
  series: Series,
  date: PlainDate,
  { calendar, zone, now, days }: Pick<Making, 'calendar' | 'zone' | 'now'> & { days: readonly PlainDate[] },
): Meeting {
  const asked = place(date, series.policy, { calendar, sameMonth: series.sameMonth })
  // Two meetings of a series are never put onto one day: a day off gives way to the meeting that is there already.
  const taken = 'shift' in asked && asked.shift && days.includes(asked.date) ? asked.shift : undefined
  const placed = taken ? { skipped: taken } : asked
  const starts = instantAt('skipped' in placed ? date : placed.date, series.time, zone)
  const shift = 'skipped' in placed ? placed.skipped : placed.shift
  const skipped = {
    status: 'cancelled' as const,
    changes: [{ from: { status: 'planned' as const, starts }, reason: '', by: 'clock', at: now }],
  }
  return {
    id: meetingId(series.id, date),
    series: series.id,
    level: series.level,
    unit: series.unit,
    title: series.title,
    month: date.slice(0, 7),
    ruleDate: date,
    starts,
    ends: plusMinutes(starts, series.minutes),
    place: series.place,
    unsure: 'unsure' in placed && placed.unsure,
    settings: series.settings,
    sent: [],
    ...(shift && { shift }),
    ...(series.headCount !== undefined && { headCount: series.headCount }),
    ...('skipped' in placed ? skipped : { status: 'planned', changes: [] }),
  }
}

/** The title a series gets when none is typed. */
export function usualTitle(level: MeetingLevel, unitName: string): string {
  switch (level) {
    case 'district':
      return `${unitName}计生协会区级例会`
    case 'subdistrict':
      return `${unitName}计生协会例会`
    case 'community':
      return `${unitName}计生协会例会`
  }
}
