import { doneOn, type FollowUp, isOverdue } from '../followups/follow-up.ts'
import { followUps } from '../followups/store.ts'
import type { Attendance } from '../meetings/attendance.ts'
import { meetingFigures, type Period } from '../meetings/figures.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { attendances, meetings } from '../meetings/store.ts'
import { type Cell, csvText } from '../shared/csv.ts'
import type { Reading } from '../shared/store/port.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { Unit } from '../units/unit.ts'
import { inspectionFigures } from './figures.ts'
import type { Inspection } from './inspection.ts'
import { inspections } from './store.ts'
import { words } from './words.ts'

/** One unit's line of R5 and R6; shares from 0 to 1, undefined where there is nothing to divide by. */
export interface ReportRow {
  readonly unit: Unit
  readonly due: number
  readonly held: number
  /** Held in its month and, at a community, within the days after the subdistrict's. */
  readonly onTime: number
  readonly completeness: number | undefined
  readonly timeliness: number | undefined
  readonly attendance: number | undefined
  readonly inspected: number
  /** Mean of the inspections' points. */
  readonly quality: number | undefined
  readonly made: number
  readonly closed: number
  readonly overdue: number
}

/** The records of one unit that its line is made of. */
export interface UnitRecords {
  readonly unit: Unit
  readonly meetings: readonly Meeting[]
  /** Those of the unit above, by which a community's are on time. */
  readonly above: readonly Meeting[]
  readonly attendances: readonly Attendance[]
  readonly inspections: readonly Inspection[]
  /** The resolutions that the unit has to carry out. */
  readonly resolutions: readonly FollowUp[]
}

/** The line of a unit for a time; what was due is fixed when each meeting is over, so no share is over 1. */
export function reportRow(
  { unit, meetings, above, attendances, inspections, resolutions }: UnitRecords,
  period: Period & { readonly today: PlainDate; readonly zone: string },
): ReportRow {
  const facts = resolutions.map(each => ({ unit: unit.id, due: each.due, closedOn: doneOn(each) }))
  const { due, held, onTime, attendance } = meetingFigures(
    { meetings, attendances, resolutions: facts, above, zone: period.zone },
    unit.id,
    period,
  )
  const { inspected, mean } = inspectionFigures(inspections, period)
  const own = resolutions.filter(each => period.from <= each.due && each.due <= period.to)
  return {
    unit,
    due,
    held,
    onTime,
    completeness: due === 0 ? undefined : held / due,
    timeliness: due === 0 ? undefined : onTime / due,
    attendance,
    inspected,
    quality: mean,
    made: own.length,
    closed: own.filter(({ state }) => state === 'closed').length,
    overdue: own.filter(each => isOverdue(each, period.today)).length,
  }
}

/** Reads what the lines of units are made of, and works them out. */
export function readReport(
  from: Reading,
  units: readonly Unit[],
  period: Period & { readonly zone: string },
): Promise<readonly ReportRow[]> {
  const today = dateOf(period.now, period.zone)
  return Promise.all(
    units.map(async unit => {
      const own = await from.list(meetings, 'unit', unit.id)
      const above = unit.parent === null ? [] : await from.list(meetings, 'unit', unit.parent)
      const signed = own.filter(({ level }) => level !== 'community')
      const records = await Promise.all(signed.map(({ id }) => from.list(attendances, 'meeting', id)))
      const ledger = await from.list(followUps, 'owner', unit.id)
      return reportRow(
        {
          ...{ unit, meetings: own, above, attendances: records.flat() },
          inspections: await from.list(inspections, 'unit', unit.id),
          resolutions: ledger.filter(({ source }) => source.kind === 'meeting'),
        },
        { ...period, today },
      )
    }),
  )
}

export function reportHeadings(t: Say): readonly string[] {
  return [
    words.unit,
    words.dueCount,
    words.heldCount,
    words.onTime,
    words.completeness,
    words.timeliness,
    words.attendance,
    words.inspectedCount,
    words.quality,
    words.made,
    words.closedCount,
    words.overdueCount,
  ].map(text => t(text))
}

/** Shares as fractions of four decimals, so that a sheet can go on reckoning. */
export function reportCells(row: ReportRow): readonly Cell[] {
  const share = (value: number | undefined) =>
    value === undefined ? null : Math.round(value * 10_000) / 10_000
  const { unit, due, held, onTime, completeness, timeliness, attendance, inspected, quality } = row
  return [
    ...[unit.name, due, held, onTime, share(completeness), share(timeliness), share(attendance)],
    ...[inspected, quality ?? null, row.made, row.closed, row.overdue],
  ]
}

export function reportCsv(rows: readonly ReportRow[], t: Say): string {
  return csvText([reportHeadings(t), ...rows.map(reportCells)])
}
