import { doneOn } from '../followups/follow-up.ts'
import { followUps } from '../followups/store.ts'
import type { Reading } from '../shared/store/port.ts'
import { dateOf, type Instant, type PlainDate } from '../shared/time.ts'
import type { Attendance } from './attendance.ts'
import { aboveIn, isLateAfter } from './following.ts'
import type { Meeting } from './meeting.ts'
import { attendances, meetings } from './store.ts'
import { tally } from './tally.ts'

/** What other rooms count of a unit's meetings; shares from 0 to 1, undefined where nothing can be counted. */
export interface MeetingFigures {
  /** Meetings whose month lies in the time, except those cancelled before they were due. */
  readonly due: number
  readonly held: number
  /** Held in its month and, at a community, not later after the meeting above than it is due. */
  readonly onTime: number
  /** Different months in which one was due and in which one was held, by the month that a meeting counts for. */
  readonly monthsDue: number
  readonly monthsHeld: number
  /** People expected at the held ones, group leaders at a community's, and those of them who came. */
  readonly expected: number
  readonly present: number
  /** Present ÷ expected. */
  readonly attendance: number | undefined
  readonly resolutionsDue: number
  readonly resolutionsClosedOnTime: number
}

/** A resolution as the ledger knows it. */
export interface ResolutionFact {
  readonly unit: string
  readonly due: PlainDate
  /** The day on which it was confirmed as done. */
  readonly closedOn: PlainDate | undefined
}

export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly now: Instant
}

interface Records {
  readonly meetings: readonly Meeting[]
  readonly attendances: readonly Attendance[]
  readonly resolutions: readonly ResolutionFact[]
  /** The meetings of the unit above, by which a community's are on time. */
  readonly above?: readonly Meeting[]
  readonly zone?: string
}

/**
 * The figures of a unit's own meetings from one day to another, both included; a meeting is due once it is over. What is
 * expected is fixed at that moment, so later changes of posts change nothing, and no share exceeds 1.
 */
export function meetingFigures(records: Records, unit: string, { from, to, now }: Period): MeetingFigures {
  const own = records.meetings.filter(meeting => meeting.unit === unit && isWithin(meeting, from, to))
  const held = own.filter(meeting => meeting.status === 'held')
  const due = own.filter(meeting => isDue(meeting, now))
  const tallies = held.map(meeting =>
    tally(
      meeting,
      meeting.seats ?? [],
      records.attendances.filter(record => record.meeting === meeting.id),
    ),
  )
  const expected = sum(tallies.map(each => each.expected))
  const present = sum(tallies.map(each => each.present))
  const resolutions = records.resolutions.filter(
    ({ unit: owner, due: day }) => owner === unit && from <= day && day <= to,
  )
  return {
    due: due.length,
    held: held.length,
    onTime: held.filter(meeting => isOnTime(meeting, records)).length,
    monthsDue: new Set(due.map(meeting => meeting.month)).size,
    monthsHeld: new Set(held.map(meeting => meeting.month)).size,
    expected,
    present,
    attendance: expected === 0 ? undefined : present / expected,
    resolutionsDue: resolutions.length,
    resolutionsClosedOnTime: resolutions.filter(({ closedOn, due: day }) => closedOn && closedOn <= day)
      .length,
  }
}

function isOnTime(meeting: Meeting, { above = [], zone = 'UTC' }: Records): boolean {
  if (dateOf(meeting.starts, zone).slice(0, 7) > meeting.month) return false
  return !isLateAfter(meeting, aboveIn(meeting.month, above), zone)
}

const isWithin = ({ month }: Meeting, from: PlainDate, to: PlainDate) =>
  from.slice(0, 7) <= month && month <= to.slice(0, 7)

const isDue = ({ status, ends }: Meeting, now: Instant) =>
  status !== 'cancelled' && (status === 'held' || ends <= now)

/** `due` and `held` of the units' figures, for all units in one pass: who came is not looked at. */
export function heldByUnit(
  all: readonly Meeting[],
  { from, to, now }: Period,
): ReadonlyMap<string, Pick<MeetingFigures, 'due' | 'held'>> {
  const figures = new Map<string, { due: number; held: number }>()
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)]
  for (const meeting of all) {
    if (meeting.month < first || meeting.month > last) continue
    let own = figures.get(meeting.unit)
    if (!own) {
      own = { due: 0, held: 0 }
      figures.set(meeting.unit, own)
    }
    if (isDue(meeting, now)) own.due += 1
    if (meeting.status === 'held') own.held += 1
  }
  return figures
}

/** The same, remembered for the same meetings until one more of them is over. */
export function heldByUnitAt(all: readonly Meeting[], { from, to, now }: Period) {
  const known = lastHeld.get(all)
  if (known && known.from === from && known.to === to && known.since <= now && now < known.until)
    return known.figures
  let until = never
  for (const { ends } of all) if (ends > now && ends < until) until = ends
  const figures = heldByUnit(all, { from, to, now })
  lastHeld.set(all, { from, to, since: now, until, figures })
  return figures
}

/** Later than every moment that is written. */
const never = '9999-12-31T23:59:59.999Z' as Instant

const lastHeld = new WeakMap<
  readonly Meeting[],
  {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly since: Instant
    /** The next end of a meeting, at which what is due may change. */
    readonly until: Instant
    readonly figures: ReturnType<typeof heldByUnit>
  }
>()

/** Reads what the figures of a unit need, and works them out. Attendance is kept apart only where people sign in. */
export async function readMeetingFigures(
  store: Reading,
  unit: string,
  time: Period,
): Promise<MeetingFigures> {
  const own = await store.list(meetings, 'unit', unit)
  const signedIn = own.filter(meeting => meeting.level !== 'community')
  const records = await Promise.all(signedIn.map(({ id }) => store.list(attendances, 'meeting', id)))
  const ledger = (await store.list(followUps, 'owner', unit)).filter(
    ({ source }) => source.kind === 'meeting',
  )
  const resolutions = ledger.map(each => ({ unit, due: each.due, closedOn: doneOn(each) }))
  return meetingFigures({ meetings: own, attendances: records.flat(), resolutions }, unit, time)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
