import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { type Cell, csvBegin, csvLines } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { refusalPage } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { workbookStream } from '../shared/workbook-stream.ts'
import { type AnswerLine, answerCells, answerHeadings, answerLine } from './answer-lines.ts'
import { agreedOf, countsOf } from './counting.ts'
import { correctedChoices } from './doubling.ts'
import { resultsOf } from './figures.ts'
import { resultsTable } from './results-table.ts'
import { type Round, type RoundUnit, stemOf } from './round.ts'
import { roundAsStaff, roundSeen } from './seen.ts'
import { sheetWords } from './sheet-words.ts'
import { answers } from './store.ts'

/** Results and answers for other programs; answers are streamed, so that a million need no more memory than ten. */
export function exportWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()

  web.get('/surveys/:id/results.xlsx', async c => {
    const seen = await roundSeen(store, actorOf(c), c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const [counts, t, today] = [await countsOf(store, round.id), c.get('t'), dateOf(kit.now(), kit.zone)]
    const sheets = round.form.themes.map(({ name, title }, at) => ({
      title: `${at + 1} ${t(title)}`,
      rows: resultsTable(round, resultsOf(round, units, counts, name), counts, t, today),
    }))
    return asFile(c, stemOf(round), 'xlsx').body(await workbook(sheets))
  })

  web.get('/surveys/:id/answers.jsonl', async c => {
    const seen = await answersSeen(c, c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    return stream(asFile(c, answersStem(seen.round), 'jsonl'), async out => {
      for await (const lines of linesOf(seen))
        await out.write(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
    })
  })

  web.get('/surveys/:id/answers.csv', async c => {
    const seen = await answersSeen(c, c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round } = seen
    return stream(asFile(c, answersStem(round), 'csv'), async out => {
      await out.write(csvBegin + csvLines([answerHeadings(round)]))
      for await (const rows of rowsOf(seen)) await out.write(csvLines(rows))
    })
  })

  web.get('/surveys/:id/answers.xlsx', async c => {
    const seen = await answersSeen(c, c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round } = seen
    const title = c.get('t')(sheetWords.answers)
    const table = { title, headings: answerHeadings(round), pieces: rowsOf(seen) }
    return stream(asFile(c, answersStem(round), 'xlsx'), async out => {
      for await (const bytes of workbookStream(table)) await out.write(bytes)
    })
  })

  const answersSeen = (c: Web, id: string) => roundAsStaff(store, actorOf(c), id)

  async function* linesOf({ round, units }: Seen): AsyncGenerator<readonly AnswerLine[]> {
    const codes = new Set(units.map(({ code }) => code))
    const agreed = await agreedOf(store, round.id)
    const excluded = new Set(agreed.flatMap(exclusion => exclusion.answers))
    const corrected = await correctedChoices(store, round.id)
    for await (const piece of store.factPieces(answers, round.id)) {
      const seen = piece.filter(({ unit }) => codes.has(unit))
      yield seen.map(answer => answerLine(answer, excluded, corrected))
    }
  }

  async function* rowsOf(seen: Seen): AsyncGenerator<readonly (readonly Cell[])[]> {
    const cellsOf = answerCells(seen.round)
    for await (const lines of linesOf(seen)) yield lines.map(cellsOf)
  }

  return web
}

interface Seen {
  readonly round: Round
  readonly units: readonly RoundUnit[]
}

/** Results and answers lie in one folder of downloads. */
const answersStem = (round: Round) => `${stemOf(round)}-answers`
