import { Hono } from 'hono'
import { z } from 'zod'
import { isGraded, shownCycle } from '../ratings/shown-cycle.ts'
import { ratingCycles } from '../ratings/store.ts'
import { standards } from '../registers/standards-file.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { criteriaOf, decideAdvanced, isProposed } from './advanced.ts'
import { standing } from './highlight.ts'
import { candidates } from './lagging-desk.ts'
import { AdvancedPage, type AdvancedRow, advancedPath } from './pages.advanced.tsx'
import { StandingsPage } from './pages.tsx'
import { plaqueRows } from './read.ts'
import { no } from './refusals.ts'
import { readScene, type Scene, type StandingsParts } from './scene.ts'
import { advancedSubdistricts, hasHighlights, highlights, laggings } from './store.ts'
import { highlightsWeb } from './web.highlights.tsx'
import { laggingWeb } from './web.lagging.tsx'
import { plaquesWeb } from './web.plaques.tsx'
import { words } from './words.ts'

/** What follows from the grades. */
export function standingsWeb(kit: Kit, parts: StandingsParts) {
  const { store } = kit
  const web = new Hono<WebEnv>()

  web.get('/standings', async c => {
    const actor = actorOf(c)
    const scene = await readScene(kit, actor)
    const lit = (await shownCycle(store, hasHighlights))?.cycle
    const rows = await plaqueRows(store, { today: scene.today, zone: kit.zone }, scene.sees)
    const status = (wanted: string) => rows.filter(row => row.status === wanted).length
    const listed = (await store.all(laggings)).filter(({ community }) => scene.sees(community))
    const waiting = (await candidates(store, scene.today)).filter(({ community }) => scene.sees(community))
    const lifted = listed.filter(each => each.lifted).length
    const areas = new Set(scene.subdistricts.map(({ id }) => id))
    const shown = lit ? standing(await store.list(highlights, 'year', lit.id)) : []
    const having = new Set(shown.map(each => each.subdistrict).filter(code => areas.has(code))).size
    return page(
      c,
      c.get('t')(words.title),
      <StandingsPage
        view={viewOf(c)}
        counts={{
          plaques: { over: status('toHandOver'), hanging: status('hanging'), off: status('toTakeOff') },
          lagging: { open: listed.length - lifted, lifted, waiting: waiting.length },
          highlights: { year: lit?.id, n: having, missing: areas.size - having },
          advanced: holds(actor, 'district', 'subdistrict') ? await advancedCounts(scene) : undefined,
        }}
      />,
    )
  })

  web.get('/standings/advanced', c => advancedPage(c))

  web.post('/standings/advanced/:subdistrict', async c => {
    const actor = actorOf(c)
    const scene = await readScene(kit, actor)
    const subdistrict = c.req.param('subdistrict')
    if (scene.tree.find(subdistrict)?.level !== 'subdistrict') return refusalPage(c, no.unknownSubdistrict())
    if (!scene.isDistrictOver(subdistrict)) return refusalPage(c, no.districtOnly())
    const of = await yearOf(c)
    if (!of) return refusalPage(c, no.noCycle())
    const { cycle } = of
    const form = await readForm(c, decisionSchema)
    if (!form.ok) return advancedPage(c, againAs(c, subdistrict, form))
    const input = { advanced: form.data.advanced === 'yes', reason: form.data.reason }
    const criteria = criteriaOf((await parts.reached(cycle.id)).get(subdistrict) ?? {}, standards)
    const done = await store.write(actor.id, async tx => {
      const before = await tx.find(advancedSubdistricts, `${cycle.id}-${subdistrict}`)
      const of = { year: cycle.id, subdistrict }
      const next = decideAdvanced(of, input, { criteria, version: standards.version }, before, scene.hand)
      if (isRefusal(next)) return next
      return before
        ? tx.change(advancedSubdistricts, next.id, () => next)
        : tx.add(advancedSubdistricts, next)
    })
    return isRefusal(done)
      ? advancedPage(c, againAs(c, subdistrict, form, { refusal: done, field: 'reason' }), done)
      : c.redirect(advancedPath(cycle.id), 303)
  })

  web.route('/', plaquesWeb(kit))
  web.route('/', laggingWeb(kit))
  web.route('/', highlightsWeb(kit))

  async function advancedRows({ subdistricts }: Scene, year: string): Promise<readonly AdvancedRow[]> {
    const reached = await parts.reached(year)
    const decided = await store.list(advancedSubdistricts, 'year', year)
    return subdistricts.map(unit => ({
      unit,
      criteria: criteriaOf(reached.get(unit.id) ?? {}, standards),
      decision: decided.find(({ subdistrict }) => subdistrict === unit.id),
    }))
  }

  async function advancedCounts(scene: Scene) {
    const year = (await shownCycle(store, isGraded))?.cycle.id
    if (year === undefined) return undefined
    const rows = await advancedRows(scene, year)
    return {
      year,
      proposed: rows.filter(({ criteria }) => isProposed(criteria)).length,
      decided: rows.filter(({ decision }) => decision?.advanced).length,
    }
  }

  /** The year that was asked for; else the newest that has grades, since this follows from them. */
  async function yearOf(c: Web) {
    const cycle = await store.find(ratingCycles, c.req.query('year') ?? '')
    return cycle ? { cycle, ahead: undefined } : shownCycle(store, isGraded)
  }

  const advancedPage = async (c: Web, again?: Again, refusal?: Refusal) => {
    const actor = actorOf(c)
    if (!holds(actor, 'district', 'subdistrict')) return refusalPage(c, no.staffOnly())
    const of = await yearOf(c)
    if (!of) return refusalPage(c, no.noCycle())
    const { cycle, ahead } = of
    const cycles = await store.all(ratingCycles)
    const view = viewOf(c)
    return page(
      c,
      view.t(words.advanced),
      <AdvancedPage
        {...{ view, year: cycle.id, ahead: ahead?.id, zone: kit.zone }}
        others={cycles.map(({ id }) => id).filter(id => id !== cycle.id)}
        version={standards.version}
        rows={await advancedRows(await readScene(kit, actor), cycle.id)}
        mayDecide={holds(actor, 'district')}
        again={again}
      />,
      again ? (refusal?.status ?? 422) : 200,
    )
  }

  return web
}

const decisionSchema = z.object({ advanced: z.enum(['yes', 'no']), reason: z.string().max(300).default('') })
