import { doneOn, type FollowUp, isOverdue } from './followups/follow-up.ts'
import { followUps } from './followups/store.ts'
import { readInspectionFigures } from './inspections/figures.ts'
import { type MeetingFigures, readMeetingFigures } from './meetings/figures.ts'
import { people } from './people/store.ts'
import type { ComputedFigures, FigureQuery, FiguresOf } from './ratings/figures.ts'
import { groupFigures, sheetFigures } from './registers/figures.ts'
import { postsHeld } from './registers/posts.ts'
import type { Standards } from './registers/standards.ts'
import { standards } from './registers/standards-file.ts'
import { memberGroups, sheets } from './registers/store.ts'
import { assessmentYear } from './shared/assessment-year.ts'
import type { Kit } from './shared/kit.ts'
import type { Reading, Store } from './shared/store/port.ts'
import { daysBetween, type PlainDate } from './shared/time.ts'
import { satisfactionOf } from './surveys/overview.ts'
import { readTree } from './units/store.ts'

type Period = Omit<FigureQuery, 'community'>

/** What meetings, the ledger and residents say of a community. */
export function ratingFigures({ store, now }: Pick<Kit, 'store' | 'now'>): FiguresOf {
  return async ({ community, ...period }) => {
    const to = earlier(period.asOf, period.ends)
    const told = await readMeetingFigures(store, community, { from: period.starts, to, now: now() })
    const owners = (await readTree(store)).within(community).map(unit => unit.id)
    const ledger = await Promise.all(owners.map(owner => store.list(followUps, 'owner', owner)))
    const { mean } = await readInspectionFigures(store, community, { from: period.starts, to })
    return {
      ...(await registerFigures(store, community, period, standards)),
      ...meetingFigures(told, community, period),
      ...(mean !== undefined && { inspectionMean: { value: mean, asOf: period.asOf, link: '/inspections' } }),
      ...ledgerFigures(ledger.flat(), period),
      ...(await satisfactionFigures(store, community, period)),
    }
  }
}

/** What an association's registers of the cycle say, up to its last day. */
async function registerFigures(
  store: Reading,
  community: string,
  { starts, ends, asOf }: Period,
  standards: Standards,
): Promise<ComputedFigures> {
  const year = assessmentYear(ends.slice(0, 4), Number(starts.slice(5, 7)))
  const link = `/registers/${year.id}/${community}`
  const on = earlier(asOf, ends)
  const id = `${year.id}-${community}`
  const held = postsHeld(await store.list(people, 'unit', community), community)
  const list = await store.find(memberGroups, id)
  return {
    ...sheetFigures(await store.find(sheets, id), held, { on, link }),
    ...groupFigures(list, { on, link: `${link}/groups`, months: year.months }, standards),
  }
}

/**
 * Months with a community meeting, and the group leaders who came. Given only where meetings were on record in every
 * month of the cycle that is over: of a year that began on paper the records know a part, and the association reports it.
 */
export function meetingFigures(
  told: Omit<MeetingFigures, 'attendance' | 'onTime'>,
  community: string,
  period: Period,
): ComputedFigures {
  const figure = (value: number, link = `/meetings?unit=${community}`) => ({ value, asOf: period.asOf, link })
  const resolutions = {
    resolutionsDue: figure(told.resolutionsDue, '/followups'),
    resolutionsOnTime: figure(told.resolutionsClosedOnTime, '/followups'),
  }
  if (told.monthsDue === 0 || told.monthsDue < monthsOver(period)) return resolutions
  return {
    ...resolutions,
    meetingsDue: figure(told.monthsDue),
    meetingsHeld: figure(told.monthsHeld),
    leadersExpected: figure(told.expected),
    leadersPresent: figure(told.present),
  }
}

/** Whole months of the cycle that are over; the running one is not due yet. */
function monthsOver({ starts, ends, asOf }: Period): number {
  const index = (date: PlainDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const until = earlier(asOf, ends)
  return index(until) - index(starts) + (until === ends ? 1 : 0)
}

/** Negative ratings that were due in the cycle, and rectification items that are not done. */
export function ledgerFigures(
  ledger: readonly FollowUp[],
  { starts, ends, asOf, overdueDays }: Period,
): ComputedFigures {
  const figure = (value: number) => ({ value, asOf, link: '/followups' })
  const negative = ledger.filter(
    ({ source, due }) => source.kind === 'negativeRating' && due >= starts && due <= ends && due <= asOf,
  )
  const answered = negative.filter(followUp => (doneOn(followUp) ?? '9999') <= followUp.due)
  const major = ledger.filter(
    ({ source, state }) => (source.kind === 'rating' || source.kind === 'inspection') && state !== 'closed',
  )
  const late = major.filter(
    followUp => isOverdue(followUp, asOf) && daysBetween(followUp.due, asOf) > overdueDays,
  )
  return {
    negativeCases: figure(negative.length),
    negativeAnswered: figure(answered.length),
    majorOpen: figure(major.length),
    majorOverdue: figure(late.length),
  }
}

/** The official rate of the newest round that asked about the community, when it began after the cycle did. */
async function satisfactionFigures(
  store: Store,
  community: string,
  { starts, ends, asOf }: Period,
): Promise<ComputedFigures> {
  const satisfaction = (await satisfactionOf(store, asOf, { starts, ends })).of(community)
  if (!satisfaction) return {}
  const figure = (value: number) => ({ value, asOf, link: `/surveys/${satisfaction.round}` })
  const { valid, rate } = satisfaction
  return { satisfactionValid: figure(valid), ...(rate === null ? {} : { satisfactionRate: figure(rate) }) }
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a.localeCompare(b) < 0 ? a : b
}
