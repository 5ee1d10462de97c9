import { type InspectionReport, inspectionTables } from '../inspections/ledger.ts'
import { type ReportRow, reportCells, reportHeadings } from '../inspections/report.ts'
import type { Sheet } from '../inspections/sheet.ts'
import type { Actor } from '../shared/actor.ts'
import type { Cell } from '../shared/csv.ts'
import type { Say } from '../shared/words.ts'
import type { Table } from '../shared/workbook.ts'
import { attainmentTable } from './attainment-table.ts'
import { gradeText, keyText, statusText } from './figures-text.ts'
import { gapText } from './gap-text.ts'
import { registerTables } from './register-tables.ts'
import type { CommunityRow, Summary } from './summary.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

/** R5 and R6 of the assessment year, a line for each unit that an actor may see; `sheet`: what inspections look at. */
export interface Reports {
  readonly meetings: readonly ReportRow[]
  readonly inspections: InspectionReport
  readonly sheet: Pick<Sheet, 'lines'>
}
export type ReadReport = (actor: Actor) => Promise<Reports>

/** The summary as tables for a spreadsheet, headings first; shares as fractions, so that the sheet can go on reckoning. */
export function summaryTables(summary: Summary, reports: Reports, t: Say): readonly Table[] {
  const { targets, subdistricts, communities } = summary
  const registers = registerTables(summary, t)
  return [
    { title: t(words.targets), rows: [targetHeadings(t), ...targets.map(target => targetCells(target, t))] },
    {
      title: t(words.bySubdistrict),
      rows: [
        [
          t(words.code),
          t(words.name),
          t(words.communities),
          ...targets.map(({ key }) => t(keyText(key))),
          t(words.rank),
        ],
        ...subdistricts.map(row => [
          row.code,
          row.name,
          row.communities,
          ...row.targets.map(target => share(target.value)),
          row.rank,
        ]),
      ],
    },
    {
      title: t(words.byCommunity),
      rows: [communityHeadings(t), ...communities.map(row => communityCells(row, summary, t))],
    },
    attainmentTable(summary, t, share),
    ...registers.bySubdistrict(),
    ...registers.byUnit(),
    {
      title: t(words.meetingsBy),
      rows: [
        [t(words.code), ...reportHeadings(t)],
        ...reports.meetings.map(row => [row.unit.id, ...reportCells(row)]),
      ],
    },
    ...inspectionTables(reports.inspections, reports.sheet, t),
    registers.lagging(),
    registers.highlights(),
  ]
}

function targetHeadings(t: Say): Cell[] {
  return [
    t(words.targets),
    t(words.target),
    t(words.value),
    t(words.base),
    t(words.count),
    t(words.needed),
    t(words.short),
    t(words.status),
  ]
}

function targetCells(target: Target, t: Say): Cell[] {
  const { key, base, count, needed, missing, status } = target
  return [
    t(keyText(key)),
    target.target,
    share(target.value),
    base,
    count,
    needed,
    missing,
    t(statusText(status)),
  ]
}

function communityHeadings(t: Say): Cell[] {
  return [
    t(words.code),
    t(words.name),
    t(words.subdistrict),
    t(words.grade),
    t(words.certificate),
    t(words.until),
    t(words.projectedGrade),
    t(words.score),
    t(words.short),
    t(words.valid),
    t(words.strictRate),
    t(words.broadRate),
    t(words.low),
    t(words.high),
    t(words.verdict),
    t(words.record),
  ]
}

function communityCells(row: CommunityRow, { nameOf, partTitle, ratingUrl }: Summary, t: Say): Cell[] {
  const { satisfaction } = row
  const grade = gradeText(row.grade)
  const projected = gradeText(row.projected)
  return [
    row.code,
    row.name,
    nameOf(row.subdistrict),
    grade && t(grade),
    row.inForce?.number,
    row.inForce?.until,
    projected && t(projected),
    row.score,
    gapText(row, partTitle, t),
    ...(satisfaction
      ? [
          satisfaction.valid,
          share(satisfaction.strict),
          share(satisfaction.broad),
          share(satisfaction.interval[0]),
          share(satisfaction.interval[1]),
          t(statusText(satisfaction.verdict)),
        ]
      : [0, null, null, null, null, t(words.noData)]),
    ratingUrl(row.code),
  ]
}

/** Four decimals: a hundredth of a percent. */
function share(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000
}
