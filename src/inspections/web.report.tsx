import { Hono } from 'hono'
import { z } from 'zod'
import { type MeetingLevel, meetingLevels } from '../meetings/meeting.ts'
import { startsMonth } from '../registers/year-file.ts'
import { assessmentYear } from '../shared/assessment-year.ts'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { inspectionTables, readInspectionReport } from './ledger.ts'
import { LedgerPage } from './pages.ledger.tsx'
import { ReportPage } from './pages.report.tsx'
import { readReport, reportCells, reportCsv, reportHeadings } from './report.ts'
import type { Sheet } from './sheet.ts'
import { words } from './words.ts'

/** What the root passes in: the assessment year that is being assessed. */
export interface YearParts {
  readonly year: () => Promise<string>
}

const perPage = 20
const pageSchema = z.coerce.number().int().min(1).catch(1)
const yearSchema = z.string().regex(/^20\d\d$/)

/** R5, meetings in figures, and R6, inspections, of an assessment year: each as a page, as CSV and as XLSX. */
export function reportWeb({ store, now, zone }: Kit, sheet: Sheet, { year }: YearParts) {
  const web = new Hono<WebEnv>()

  web.get('/inspections/figures', async c => {
    const { shown, units, ...frame } = pagedOf(c, await askedOf(c))
    const rows = await readReport(store, shown, periodOf(frame))
    const props = { view: viewOf(c), rows, ...frame }
    return page(c, c.get('t')(words.reportTitle), <ReportPage {...props} />)
  })
  web.get('/inspections/figures.csv', async c => {
    const asked = await askedOf(c)
    const body = reportCsv(await readReport(store, asked.units, periodOf(asked)), c.get('t'))
    return asFile(c, `meetings-${asked.year.id}`, 'csv').body(body)
  })
  web.get('/inspections/figures.xlsx', async c => {
    const asked = await askedOf(c)
    const t = c.get('t')
    const lines = await readReport(store, asked.units, periodOf(asked))
    const rows = [reportHeadings(t), ...lines.map(reportCells)]
    const body = await workbook([{ title: t(words.reportTitle), rows }])
    return asFile(c, `meetings-${asked.year.id}`, 'xlsx').body(body)
  })

  web.get('/inspections/ledger', async c => {
    const { shown, units, ...frame } = pagedOf(c, await askedOf(c))
    const all = await readInspectionReport(store, units, periodOf(frame))
    const onPage = new Set(shown.map(({ id }) => id))
    const report = {
      units: all.units.filter(({ unit }) => onPage.has(unit.id)),
      ledger: all.ledger.filter(({ unit }) => onPage.has(unit.id)),
    }
    const covered = {
      inspected: all.units.filter(({ inspected }) => inspected > 0).length,
      of: units.length,
    }
    const props = { view: viewOf(c), report, covered, ...frame }
    return page(c, c.get('t')(words.ledgerTitle), <LedgerPage {...props} />)
  })
  web.get('/inspections/ledger.csv', async c => {
    const { stem, tables } = await ledgerOf(c)
    return asFile(c, stem, 'csv').body(csvText(tables.flatMap(({ title, rows }) => [[title], ...rows, []])))
  })
  web.get('/inspections/ledger.xlsx', async c => {
    const { stem, tables } = await ledgerOf(c)
    return asFile(c, stem, 'xlsx').body(await workbook(tables))
  })

  const ledgerOf = async (c: Web) => {
    const asked = await askedOf(c)
    const report = await readInspectionReport(store, asked.units, periodOf(asked))
    return { stem: `inspections-${asked.year.id}`, tables: inspectionTables(report, sheet, c.get('t')) }
  }

  const askedOf = async (c: Web) => {
    const tree = await readTree(store)
    const seen = scopeOf(actorOf(c), tree)
    const levels = meetingLevels.filter(level => seen.some(unit => unit.level === level))
    const level: MeetingLevel | undefined = levels.find(each => each === c.req.query('level')) ?? levels[0]
    const asked = yearSchema.safeParse(c.req.query('year'))
    const named = assessmentYear(asked.success ? asked.data : await year(), startsMonth)
    return { levels, level, year: named, units: seen.filter(unit => unit.level === level) }
  }

  const pagedOf = (c: Web, asked: Awaited<ReturnType<typeof askedOf>>) => {
    const pages = Math.max(1, Math.ceil(asked.units.length / perPage))
    const at = Math.min(pages, pageSchema.parse(c.req.query('page') ?? '1'))
    return { ...asked, page: at, pages, shown: asked.units.slice((at - 1) * perPage, at * perPage) }
  }

  const periodOf = ({ year: { starts, ends } }: Pick<Awaited<ReturnType<typeof askedOf>>, 'year'>) => ({
    ...{ from: starts, to: ends },
    ...{ now: now(), zone },
  })

  return web
}
