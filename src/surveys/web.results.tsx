import { Hono } from 'hono'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { printPage } from '../shared/web/print.tsx'
import { countedOf, countsOf } from './counting.ts'
import { resultsOf } from './figures.ts'
import { Paper, paperStyle } from './pages.paper.tsx'
import { headOf, Posters, posterStyle } from './pages.poster.tsx'
import { PublishedPage } from './pages.published.tsx'
import { compiledForms } from './pages.rendered.ts'
import { TextsPage } from './pages.texts.tsx'
import { publishedResults } from './published.ts'
import { no } from './refusals.ts'
import { resultsTable } from './results-table.ts'
import { stateOn, stemOf } from './round.ts'
import { roundSeen } from './seen.ts'
import { answers, rounds } from './store.ts'
import type { Counts } from './tally.ts'
import { writtenAbout } from './texts.ts'
import { words } from './words.ts'

/** What goes out of a round: posters, tables, free texts, the published result. */
export function resultsWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const formOf = compiledForms()

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
    const counts = await countsOf(store, round.id)
    const results = resultsOf(round, units, counts, round.form.overall)
    const table = resultsTable(round, results, counts, c.get('t'))
    return asFile(c, stemOf(round), 'csv').body(csvText(table))
  })

  web.get('/surveys/:id/texts', async c => {
    const seen = await roundSeen(store, actorOf(c), c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const written = await writtenAbout(store.facts(answers, round.id), new Set(units.map(unit => unit.code)))
    const shown = { view: viewOf(c), form: formOf(round), ...seen, written }
    return page(c, c.get('t')(words.texts), <TextsPage {...shown} />)
  })

  web.get('/r/:id', async c => {
    const round = await store.find(rounds, c.req.param('id'))
    if (!round || stateOn(round, dateOf(kit.now(), kit.zone)) !== 'closed')
      return refusalPage(c, no.notPublished())
    const { all, counted, excluded } = await countedOf(store, round.id)
    const publish = (counts: Counts) =>
      publishedResults(round, resultsOf(round, round.units, counts, round.form.overall))
    // What a few answers said could be worked out of the difference that they make.
    const withAll = excluded >= round.standard.smallCell ? { withAll: publish(all).total } : {}
    const results = { ...publish(counted), ...withAll, excluded }
    const title = c.get('t')(round.form.title)
    return page(c, title, <PublishedPage view={viewOf(c)} round={round} {...results} />)
  })

  return web
}
