import { Hono } from 'hono'
import { z } from 'zod'
import { type MeetingLevel, meetingLevels } from '../meetings/meeting.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf, plainDate } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { page } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { Unit } from '../units/unit.ts'
import { ReportPage } from './pages.report.tsx'
import { readReport, reportCells, reportCsv, reportHeadings } from './report.ts'
import { words } from './words.ts'

const perPage = 50
const pageSchema = z.coerce.number().int().min(1).catch(1)
const yearSchema = z.coerce.number().int().min(2000).max(2100)

/** Meetings and inspections in figures, a line a unit: as a page, as CSV and as XLSX. */
export function reportWeb({ store, now, zone }: Kit) {
  const web = new Hono<WebEnv>()

  web.get('/inspections/figures', async c => {
    const asked = await askedOf(c)
    const pages = Math.max(1, Math.ceil(asked.units.length / perPage))
    const at = Math.min(pages, pageSchema.parse(c.req.query('page') ?? '1'))
    const rows = await rowsOf(asked.units.slice((at - 1) * perPage, at * perPage), asked.year)
    const { level, levels, year } = asked
    const props = { view: viewOf(c), rows, level, levels, year, page: at, pages }
    return page(c, c.get('t')(words.reportTitle), <ReportPage {...props} />)
  })
  web.get('/inspections/figures.csv', async c => {
    const { units, year } = await askedOf(c)
    const body = reportCsv(await rowsOf(units, year), c.get('t'))
    return c.body(body, 200, headersOf('csv', 'text/csv; charset=utf-8'))
  })
  web.get('/inspections/figures.xlsx', async c => {
    const { units, year } = await askedOf(c)
    const t = c.get('t')
    const rows = [reportHeadings(t), ...(await rowsOf(units, year)).map(reportCells)]
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return c.body(await workbook([{ title: t(words.reportTitle), rows }]), 200, headersOf('xlsx', type))
  })

  const askedOf = async (c: Web) => {
    const tree = await readTree(store)
    const seen = scopeOf(actorOf(c), tree)
    const levels = meetingLevels.filter(level => seen.some(unit => unit.level === level))
    const level: MeetingLevel | undefined = levels.find(each => each === c.req.query('level')) ?? levels[0]
    const today = dateOf(now(), zone)
    const asked = yearSchema.safeParse(c.req.query('year'))
    const year = asked.success ? asked.data : Number(today.slice(0, 4))
    return { levels, level, year, units: seen.filter(unit => unit.level === level) }
  }

  const rowsOf = (units: readonly Unit[], year: number) =>
    readReport(store, units, {
      ...{ from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) },
      ...{ now: now(), zone },
    })

  return web
}

const headersOf = (ending: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="meetings.${ending}"`,
})
