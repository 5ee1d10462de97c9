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
import { type Publication, publicationOf } from './publication.ts'
import { publishedJson, publishedTable } from './published-table.ts'
import { publicRound } from './publishing.ts'
import { type Round, stemOf } from './round.ts'
import { answers, paperForms } from './store.ts'
import { answersOf } from './tally.ts'

/** The published result of closed rounds, for everybody: a page, and the same figures for other programs. */
export function publishedWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const kept = new WeakMap<Round, Kept>()

  /** Changes with every answer that was still under way, correction of a typing error and decision to leave answers out. */
  const countersKey = async ({ id, units }: Round) => {
    const [counts, corrections] = [await store.counts(answers, id), await store.counts(paperForms, id)]
    const stored = units.reduce((sum, { code }) => sum + answersOf(counts, code), 0)
    const corrected = [...corrections.values()].reduce((sum, count) => sum + count, 0)
    return `${stored} ${corrected} ${(await agreedOf(store, id)).length}`
  }

  /** Worked out once, until the counters change. */
  const publishedOf = async (id: string) => {
    const round = await publicRound(store, id, dateOf(kit.now(), kit.zone))
    if (isRefusal(round)) return round
    const key = await countersKey(round)
    const known = kept.get(round)
    if (known?.key === key) return known
    const made = { key, round, publication: await publicationOf(store, round), contents: new Map() }
    kept.set(round, made)
    return made
  }

  web.get('/r/:id', async c => {
    const found = await publishedOf(c.req.param('id'))
    if (isRefusal(found)) return refusalPage(c, found)
    return page(c, c.get('t')(found.round.form.title), raw(contentFor(c, found)))
  })

  web.get('/r/:id/results.json', async c => {
    const found = await publishedOf(c.req.param('id'))
    return isRefusal(found) ? refusalPage(c, found) : c.json(publishedJson(found.round, found.publication))
  })

  web.get('/r/:id/results.csv', async c => {
    const found = await publishedOf(c.req.param('id'))
    if (isRefusal(found)) return refusalPage(c, found)
    const { round, publication } = found
    return asFile(c, `${stemOf(round)}-published`, 'csv').body(
      csvText(publishedTable(publication, c.get('t'))),
    )
  })

  return web
}

interface Kept {
  readonly key: string
  readonly round: Round
  readonly publication: Publication
  /** The page by language. */
  readonly contents: Map<string, string>
}

function contentFor(c: Web, { round, publication, contents }: Kept): string {
  const view = viewOf(c)
  const content =
    contents.get(view.lang) ?? String(<PublishedPage view={view} round={round} publication={publication} />)
  contents.set(view.lang, content)
  return content
}
