import { z } from 'zod'
import { daysBetween, type PlainDate, plainDate, plainDateSchema, plusDays } from '../shared/time.ts'
import { langs, type Text } from '../shared/words.ts'

/** The published arrangement of holidays; of a year that is not in `years` nothing is known. */
export interface HolidayCalendar {
  /** Every day off of a statutory holiday, also where it falls on a weekend. */
  readonly holidays: ReadonlyMap<PlainDate, Text>
  /** Weekend days on which people work to make up for a holiday. */
  readonly makeUpDays: ReadonlyMap<PlainDate, Text>
  readonly years: ReadonlySet<number>
}

export const dayKinds = ['workday', 'makeUp', 'weekend', 'holiday', 'unknown'] as const
type DayKind = (typeof dayKinds)[number]

/** What a day is; `unknown` in a year whose arrangement has not been published, weekends included. */
export function dayKind(date: PlainDate, calendar: HolidayCalendar): DayKind {
  if (!isKnown(date, calendar)) return 'unknown'
  if (calendar.holidays.has(date)) return 'holiday'
  if (calendar.makeUpDays.has(date)) return 'makeUp'
  return weekdayOf(date) >= 5 ? 'weekend' : 'workday'
}

/** 0 is Monday, 6 is Sunday; 2024-01-01 was a Monday. */
export function weekdayOf(date: PlainDate): number {
  return ((daysBetween(plainDate('2024-01-01'), date) % 7) + 7) % 7
}

export function isKnown(date: PlainDate, calendar: HolidayCalendar): boolean {
  return calendar.years.has(Number(date.slice(0, 4)))
}

/** The last year whose arrangement is known. */
export function lastKnownYear(calendar: HolidayCalendar): number {
  return Math.max(...calendar.years)
}

/** What becomes of a meeting that falls on a day off. */
export const policies = ['next', 'previous', 'skip', 'keep'] as const
export type Policy = (typeof policies)[number]

/** Why a meeting is not on the day its rule gives. */
export const shiftSchema = z
  .object({
    from: plainDateSchema,
    kind: z.enum(['holiday', 'weekend', 'makeUp']),
    /** The holiday's name. */
    name: z.record(z.enum(langs), z.string()).optional(),
  })
  .readonly()
type Shift = z.infer<typeof shiftSchema>

export type Placed =
  /** `unsure`: the year has no holiday data, or the next workday would be in such a year; nothing was shifted. */
  | { readonly date: PlainDate; readonly shift: Shift | undefined; readonly unsure: boolean }
  | { readonly skipped: Shift }

/**
 * Where a meeting goes that the rule puts on `date`. Shifts only onto ordinary workdays, never onto a make-up
 * weekend; with `sameMonth` it turns the other way rather than leave the month it counts for. A day that was counted
 * out, and not named by a rule, gives way to the next workday when it is a make-up weekend: `offMakeUp`.
 */
export function place(
  date: PlainDate,
  policy: Policy,
  {
    calendar,
    sameMonth,
    offMakeUp = false,
  }: {
    readonly calendar: HolidayCalendar
    readonly sameMonth: boolean
    readonly offMakeUp?: boolean
  },
): Placed {
  const kind = dayKind(date, calendar)
  const asPlanned = { date, shift: undefined, unsure: kind === 'unknown' }
  if (policy === 'keep' || kind === 'workday' || kind === 'unknown') return asPlanned
  if (kind === 'makeUp' && !offMakeUp) return asPlanned
  const name = calendar.holidays.get(date)
  const shift: Shift = { from: date, kind, ...(name && { name }) }
  if (policy === 'skip' && kind !== 'makeUp') return { skipped: shift }
  const step = policy === 'previous' ? -1 : 1
  const fits = (found: PlainDate | undefined) =>
    found !== undefined && (!sameMonth || found.slice(0, 7) === date.slice(0, 7))
  const found = [nearestWorkday(date, step, calendar), nearestWorkday(date, -step, calendar)].find(fits)
  return found ? { date: found, shift, unsure: false } : { ...asPlanned, unsure: true }
}

/** `undefined` when the search leaves the years that are known. */
function nearestWorkday(date: PlainDate, step: number, calendar: HolidayCalendar): PlainDate | undefined {
  for (let day = plusDays(date, step); isKnown(day, calendar); day = plusDays(day, step)) {
    if (dayKind(day, calendar) === 'workday') return day
  }
  return undefined
}

/** The n-th workday after a day, make-up days included; `unsure` when a year without holiday data was counted by weekdays. */
export function workdayAfter(
  from: PlainDate,
  n: number,
  calendar: HolidayCalendar,
): { readonly date: PlainDate; readonly unsure: boolean } {
  let date = from
  let unsure = false
  for (let left = n; left > 0; ) {
    date = plusDays(date, 1)
    const kind = dayKind(date, calendar)
    if (kind === 'unknown') unsure = true
    const works = kind === 'unknown' ? weekdayOf(date) < 5 : kind === 'workday' || kind === 'makeUp'
    if (works) left -= 1
  }
  return { date, unsure }
}
