import { Hono } from 'hono'
import { csvText } from '../shared/csv.ts'
import type { ReadTasks } from '../shared/task.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { holds } from '../units/scope.ts'
import { HomePage } from './pages.home.tsx'
import { summaryPage } from './pages.tsx'
import type { ReadSummary } from './summary.ts'
import { type ReadReport, summaryTables } from './tables.ts'
import { words } from './words.ts'

/** What the other rooms know, read by the root. */
export interface SummaryParts {
  readonly read: ReadSummary
  readonly readReport: ReadReport
  readonly readTasks: ReadTasks
}

export function summaryWeb({ read, readReport, readTasks }: SummaryParts) {
  const web = new Hono<WebEnv>()

  web.get('/', async c => {
    const actor = actorOf(c)
    const view = viewOf(c)
    const shown = {
      tasks: await readTasks(actor, view.t),
      summary: await read(actor),
      mayBegin: holds(actor, 'district'),
    }
    return page(c, view.t(words.home), <HomePage view={view} {...shown} />)
  })

  web.get('/summary', async c => {
    const of = c.req.query('of')
    const summary = await read(actorOf(c), of)
    const isPart = of !== undefined && of === summary.of?.id
    return page(c, c.get('t')(words.title), summaryPage(summary, viewOf(c), isPart))
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
