import { Hono } from 'hono'
import { z } from 'zod'
import { shownCycle } from '../ratings/shown-cycle.ts'
import { standards } from '../registers/standards-file.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { longestHighlight, standing, withdraw } from './highlight.ts'
import { addHighlight } from './highlight-desk.ts'
import { HighlightsPage } from './pages.highlights.tsx'
import { no } from './refusals.ts'
import { readScene } from './scene.ts'
import { hasHighlights, highlights } from './store.ts'
import { words } from './words.ts'

/** The year's good examples. */
export function highlightsWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()

  web.get('/standings/highlights', c => highlightsPage(c))

  web.post('/standings/highlights', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, highlightSchema)
    if (!form.ok) return highlightsPage(c, form)
    const done = await addHighlight(kit, actor, form.data)
    if (!isRefusal(done)) return c.redirect('/standings/highlights', 303)
    if (done.status !== 422 && done.status !== 409) return refusalPage(c, done)
    return highlightsPage(c, { typed: form.typed, faults: faultOf(c, done) })
  })

  web.post('/standings/highlights/:id/withdraw', async c => {
    const actor = actorOf(c)
    const found = await store.find(highlights, c.req.param('id'))
    if (!found) return refusalPage(c, no.unknown())
    const { hand, isStaffOver } = await readScene(kit, actor)
    if (!isStaffOver(found.subdistrict)) return refusalPage(c, no.staffOnly())
    await store.write(actor.id, tx => tx.change(highlights, found.id, old => withdraw(old, hand)))
    return c.redirect('/standings/highlights', 303)
  })

  const highlightsPage = async (c: Web, given: { typed?: Typed; faults?: Faults } = {}) => {
    const { sees, isStaffOver, unitName, subdistricts, helpers } = await readScene(kit, actorOf(c))
    const shown = await shownCycle(store, hasHighlights)
    if (!shown) return refusalPage(c, no.noCycle())
    const { cycle, ahead } = shown
    const view = viewOf(c)
    const areas = new Set(subdistricts.map(({ id }) => id))
    const all = standing(await store.list(highlights, 'year', cycle.id))
    return page(
      c,
      view.t(words.highlights),
      <HighlightsPage
        {...{ view, year: cycle.id, ahead: ahead?.id, subdistricts, unitName, ...given }}
        standards={standards}
        all={all
          .filter(each => areas.has(each.subdistrict))
          .sort((a, b) => (a.subdistrict < b.subdistrict ? -1 : 1))}
        units={helpers.filter(unit => unit.level !== 'district' && sees(unit.id) && isStaffOver(unit.id))}
        mayWithdraw={each => isStaffOver(each.subdistrict)}
      />,
      given.faults ? 422 : 200,
    )
  }

  return web
}

/** A refusal is about the theme, about the text, or about the subdistrict that has enough. */
function faultOf(c: Web, { code, text, values }: Refusal): Faults {
  const field = code === 'tooManyHighlights' ? 'unit' : values.field === words.theme ? 'theme' : 'text'
  return { [field]: c.get('t')(text, values) }
}

const highlightSchema = z.object({
  unit: z.string(),
  theme: z.string().max(40),
  text: z.string().max(longestHighlight),
})
