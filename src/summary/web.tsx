import { Hono } from 'hono'
import { csvText } from '../shared/csv.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { page } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { SummaryPage } from './pages.tsx'
import type { ReadSummary } from './roll-up.ts'
import { summaryTables } from './tables.ts'
import { words } from './words.ts'

export function summaryWeb(read: ReadSummary) {
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
    const tables = summaryTables(await read(actorOf(c)), c.get('t'))
    // One file, three tables, an empty line between them: what a spreadsheet opens without asking.
    const rows = tables.flatMap(table => [[table.title], ...table.rows, []])
    return download(c, 'summary.csv', 'text/csv; charset=utf-8', csvText(rows))
  })

  web.get('/summary.xlsx', async c => {
    const tables = summaryTables(await read(actorOf(c)), c.get('t'))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return download(c, 'summary.xlsx', type, await workbook(tables))
  })

  return web
}

function download(c: Web, name: string, type: string, body: string | Uint8Array<ArrayBuffer>) {
  return c.body(body, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` })
}
