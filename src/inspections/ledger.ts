import { type FollowUp, isOverdue } from '../followups/follow-up.ts'
import type { Cell } from '../shared/csv.ts'
import type { Reading } from '../shared/store/port.ts'
import { dateOf, type Instant, type PlainDate } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { Table } from '../shared/workbook.ts'
import type { Unit } from '../units/unit.ts'
import { inspectionFigures } from './figures.ts'
import { faultsOf } from './inspecting.ts'
import { type Inspection, wayName } from './inspection.ts'
import { type Band, bandName, bands, type Sheet, sum } from './sheet.ts'
import { inspections } from './store.ts'
import { words } from './words.ts'

/** What became of the faults that were found. */
interface Faults {
  readonly found: number
  readonly closed: number
  readonly overdue: number
}

/** One concluded inspection. */
export interface LedgerRow extends Faults {
  readonly unit: Unit
  readonly inspection: Inspection
  readonly mean: number
  readonly band: Band
}

/** One unit's line of R6, also of a unit that was not inspected in the time. */
export interface InspectedRow extends Faults {
  readonly unit: Unit
  readonly inspected: number
  readonly last: PlainDate | undefined
  /** Mean of the inspections' points, 0 to 100. */
  readonly mean: number | undefined
  readonly byBand: Readonly<Record<Band, number>>
  readonly replied: number
  /** Second looks that the association's work passed, and that it did not. */
  readonly passed: number
  readonly notPassed: number
}

/** R6: a line a unit, and a line an inspection, the newest first. */
export interface InspectionReport {
  readonly units: readonly InspectedRow[]
  readonly ledger: readonly LedgerRow[]
}

interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly now: Instant
  readonly zone: string
}

/** Reads the concluded inspections of the units' meetings from one day to another, both included. */
export async function readInspectionReport(
  from: Reading,
  units: readonly Unit[],
  period: Period,
): Promise<InspectionReport> {
  const today = dateOf(period.now, period.zone)
  const lines = await Promise.all(
    units.map(async unit => {
      const own = (await from.list(inspections, 'unit', unit.id)).filter(
        ({ on, concluded }) => concluded && period.from <= on && on <= period.to,
      )
      return Promise.all(
        own.map(async each => ledgerRow(unit, each, { faults: await faultsOf(from, each.id), today })),
      )
    }),
  )
  return {
    units: units.map((unit, at) => inspectedRow(unit, (lines[at] ?? []).flat(), period)),
    ledger: lines.flat(2).sort((a, b) => (a.inspection.on < b.inspection.on ? 1 : -1)),
  }
}

function ledgerRow(
  unit: Unit,
  inspection: Inspection,
  { faults, today }: { readonly faults: readonly FollowUp[]; readonly today: PlainDate },
): readonly LedgerRow[] {
  const { concluded } = inspection
  if (!concluded) return []
  const closed = faults.filter(({ state }) => state === 'closed').length
  const overdue = faults.filter(each => isOverdue(each, today)).length
  const { mean, band } = concluded
  return [{ unit, inspection, mean, band, found: faults.length, closed, overdue }]
}

function inspectedRow(unit: Unit, rows: readonly LedgerRow[], period: Period): InspectedRow {
  const all = rows.map(({ inspection }) => inspection)
  const { inspected, mean } = inspectionFigures(all, period)
  const count = (band: Band) => rows.filter(row => row.band === band).length
  const rechecks = all.flatMap(each => each.rechecks)
  return {
    unit,
    inspected,
    mean,
    last: all.map(({ on }) => on).reduce<PlainDate | undefined>((a, b) => (a && a > b ? a : b), undefined),
    byBand: { excellent: count('excellent'), good: count('good'), pass: count('pass'), fail: count('fail') },
    found: sum(rows.map(({ found }) => found)),
    closed: sum(rows.map(({ closed }) => closed)),
    overdue: sum(rows.map(({ overdue }) => overdue)),
    replied: all.filter(({ replies }) => replies.length > 0).length,
    passed: rechecks.filter(({ passed }) => passed).length,
    notPassed: rechecks.filter(({ passed }) => !passed).length,
  }
}

/** The columns of a unit's line. */
export function inspectedHeadings(t: Say): readonly string[] {
  return [
    ...[words.unit, words.inspectedCount, words.last, words.quality].map(text => t(text)),
    ...bands.map(band => t(bandName(band))),
    ...[words.faults, words.closedCount, words.overdueCount, words.replies].map(text => t(text)),
    ...[words.recheckPassed, words.recheckNotPassed].map(text => t(text)),
  ]
}

export function inspectedCells(row: InspectedRow): readonly Cell[] {
  return [
    ...[row.unit.name, row.inspected, row.last ?? null, row.mean ?? null],
    ...bands.map(band => row.byBand[band]),
    ...[row.found, row.closed, row.overdue, row.replied, row.passed, row.notPassed],
  ]
}

/** The columns of an inspection's line; each line of the sheet has one of its own behind them. */
export function ledgerHeadings({ lines }: Pick<Sheet, 'lines'>, t: Say): readonly string[] {
  return [
    ...[words.unit, words.meeting, words.meetingDay, words.way, words.inspectors, words.mean].map(text =>
      t(text),
    ),
    ...[words.result, words.faults, words.closedCount, words.overdueCount].map(text => t(text)),
    ...lines.map(({ title }) => t(title)),
  ]
}

/** A line of the sheet that an older sheet did not have is empty. */
export function ledgerCells(row: LedgerRow, { lines }: Pick<Sheet, 'lines'>, t: Say): readonly Cell[] {
  const { inspection, mean, band, found, closed, overdue } = row
  const { title, on, sheets } = inspection
  return [
    ...[row.unit.name, title, on, waysText(inspection, t), sheets.length, mean, t(bandName(band))],
    ...[found, closed, overdue],
    ...lines.map(({ name }) => {
      const given = sheets.flatMap(({ points }) => points[name] ?? [])
      return given.length === 0 ? null : Math.round((sum(given) / given.length) * 10) / 10
    }),
  ]
}

export function waysText({ sheets }: Inspection, t: Say): string {
  return [...new Set(sheets.map(({ way }) => t(wayName(way))))].join(t(words.comma))
}

/** R6 as it goes out: what was found of each unit, and each inspection; units by their code for who goes on reckoning. */
export function inspectionTables(
  { units, ledger }: InspectionReport,
  sheet: Pick<Sheet, 'lines'>,
  t: Say,
): readonly Table[] {
  return [
    {
      title: t(words.byUnit),
      rows: [
        [t(words.code), ...inspectedHeadings(t)],
        ...units.map(row => [row.unit.id, ...inspectedCells(row)]),
      ],
    },
    {
      title: t(words.ledgerTitle),
      rows: [
        [t(words.code), ...ledgerHeadings(sheet, t)],
        ...ledger.map(row => [row.unit.id, ...ledgerCells(row, sheet, t)]),
      ],
    },
  ]
}
