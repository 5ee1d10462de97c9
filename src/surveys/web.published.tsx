import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import { raw } from 'hono/html'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { agreedOf } from './counting.ts'
import { PublishedPage } from './pages.published.tsx'
import { chosenEnding } from './public-ending.ts'
import type { Publication } from './publication.ts'
import { type PublishedRound, publishedRound } from './published-round.ts'
import { publishedJson, publishedTable, themesTable, trendTable } from './published-table.ts'
import { publishedWords } from './published-words.ts'
import { publicRound } from './publishing.ts'
import { no } from './refusals.ts'
import { stemOf } from './round.ts'
import { publications } from './store.ts'

/**
 * The published result of rounds, for everybody: a page, and the same figures for other programs. `ending` chooses one of a
 * round's endings; without it the newest one is shown.
 */
export function publishedWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const kept = new WeakMap<Publication, Kept>()

  /** Worked out once, until something is published or left out. */
  const publishedOf = async (c: Web, id: string) => {
    const found = await publicRound(store, id, dateOf(kit.now(), kit.zone), setImmediate)
    if (isRefusal(found)) return found
    const shown = chosenEnding(found.endings, c.req.query('ending'))
    if (!shown) return no.notPublished()
    const state = [(await store.all(publications)).length, (await agreedOf(store, id)).length, found.isClosed]
    const key = state.join(' ')
    const known = kept.get(shown)
    if (known?.key === key) return known
    const made = { key, published: await publishedRound(store, found, shown), contents: new Map() }
    kept.set(shown, made)
    return made
  }

  web.get('/r/:id', async c => {
    const found = await publishedOf(c, c.req.param('id'))
    if (isRefusal(found)) return refusalPage(c, found, publishedWords.noResultYet)
    return page(c, c.get('t')(found.published.round.form.title), raw(contentFor(c, found)))
  })

  web.get('/r/:id/results.json', async c => {
    const found = await publishedOf(c, c.req.param('id'))
    return isRefusal(found)
      ? refusalPage(c, found, publishedWords.noResultYet)
      : c.json(publishedJson(found.published))
  })

  const tables = { results: publishedTable, themes: themesTable, trend: trendTable }
  for (const [name, table] of Object.entries(tables))
    web.get(`/r/:id/${name}.csv`, async c => {
      const found = await publishedOf(c, c.req.param('id') ?? '')
      if (isRefusal(found)) return refusalPage(c, found, publishedWords.noResultYet)
      const { published } = found
      const stem = `${stemOf(published.round)}-published${name === 'results' ? '' : `-${name}`}`
      return asFile(c, stem, 'csv').body(csvText(table(published, c.get('t'))))
    })

  return web
}

interface Kept {
  readonly key: string
  readonly published: PublishedRound
  /** The page by language. */
  readonly contents: Map<string, string>
}

function contentFor(c: Web, { published, contents }: Kept): string {
  const view = viewOf(c)
  const content = contents.get(view.lang) ?? String(<PublishedPage view={view} published={published} />)
  contents.set(view.lang, content)
  return content
}
