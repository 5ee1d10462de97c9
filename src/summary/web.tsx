import { Hono } from 'hono'
import { csvText } from '../shared/csv.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { SummaryPage } from './pages.tsx'
import type { ReadSummary } from './roll-up.ts'
import { type ReadReport, summaryTables } from './tables.ts'
import { words } from './words.ts'

export function summaryWeb(read: ReadSummary, readReport: ReadReport) {
  const web = new Hono<WebEnv>()

  web.get('/summary', async c => {
    const summary = await read(actorOf(c))
    return page(
      c,
      c.get('t')(words.title),
      <SummaryPage view={viewOf(c)} actor={actorOf(c)} summary={summary} />,
    )
  })

  web.get('/summary.csv', async c => {
    const tables = await tablesOf(c)
    // One file, all tables, an empty line between them: what a spreadsheet opens without asking.
    const rows = tables.flatMap(table => [[table.title], ...table.rows, []])
    return asFile(c, 'summary', 'csv').body(csvText(rows))
  })

  web.get('/summary.xlsx', async c => {
    const tables = await tablesOf(c)
    return asFile(c, 'summary', 'xlsx').body(await workbook(tables))
  })

  const tablesOf = async (c: Web) =>
    summaryTables(await read(actorOf(c)), await readReport(actorOf(c)), c.get('t'))

  return web
}
