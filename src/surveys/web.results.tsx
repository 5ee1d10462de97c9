import { Hono } from 'hono'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { printPage } from '../shared/web/print.tsx'
import { countedOf } from './counting.ts'
import { resultsOf } from './figures.ts'
import { keptResults } from './kept-results.ts'
import { Paper, paperStyle } from './pages.paper.tsx'
import { headOf, Posters, posterStyle } from './pages.poster.tsx'
import { compiledForms } from './pages.rendered.ts'
import { TextsPage } from './pages.texts.tsx'
import { no } from './refusals.ts'
import { resultsTable } from './results-table.ts'
import { stateOn, stemOf } from './round.ts'
import { roundSeen } from './seen.ts'
import { answers } from './store.ts'
import { writtenAbout } from './texts.ts'
import { words } from './words.ts'

/** What goes out of a round: posters, tables, free texts. */
export function resultsWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const formOf = compiledForms()
  const tableOf = keptResults<Buffer<ArrayBuffer>>()

  web.get('/surveys/:id/posters', async c => {
    const seen = await roundSeen(store, actorOf(c), c.req.param('id'), c.req.query('of'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const content = <Posters view={viewOf(c)} {...seen} publicUrl={kit.publicUrl} />
    return printPage(c, { ...headOf(seen.round, words.posters, c.get('t')), style: posterStyle, content })
  })

  web.get('/surveys/:id/paper', async c => {
    const seen = await roundSeen(store, actorOf(c), c.req.param('id'), c.req.query('of'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const [unit] = units
    if (!unit) return refusalPage(c, no.notYours())
    const content = <Paper view={viewOf(c)} round={round} form={formOf(round)} unit={unit} />
    return printPage(c, { ...headOf(round, words.paperForm, c.get('t')), style: paperStyle, content })
  })

  web.get('/surveys/:id/results.csv', async c => {
    const seen = await roundSeen(store, actorOf(c), c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const { state, counted } = await countedOf(store, round.id)
    const today = dateOf(kit.now(), kit.zone)
    const make = () => {
      const results = resultsOf(round, units, counted, round.form.overall)
      return Buffer.from(csvText(resultsTable(round, results, counted, c.get('t'), today)))
    }
    const table = tableOf(units, c.get('lang'), `${stateOn(round, today)} ${state}`, make)
    return asFile(c, stemOf(round), 'csv').body(table)
  })

  web.get('/surveys/:id/texts', async c => {
    const seen = await roundSeen(store, actorOf(c), c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const written = await writtenAbout(store.facts(answers, round.id), new Set(units.map(unit => unit.code)))
    const shown = { view: viewOf(c), form: formOf(round), ...seen, written }
    return page(c, c.get('t')(words.texts), <TextsPage {...shown} />)
  })

  return web
}
