import { Hono } from 'hono'
import { z } from 'zod'
import { inForce } from '../ratings/in-force.ts'
import { ratings } from '../ratings/store.ts'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf, plainDateSchema } from '../shared/time.ts'
import { type Again, againAs } from '../shared/web/again.tsx'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { holds } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { NamedPage } from './pages.named.tsx'
import { PlaquesPage } from './pages.plaques.tsx'
import { handOverAll, takeDown } from './plaque-desk.ts'
import { plaqueCells } from './plaque-table.ts'
import { newestFirst, plaqueRows } from './read.ts'
import { no } from './refusals.ts'
import { readScene } from './scene.ts'
import { words } from './words.ts'

/** The register of plaques, and the public list of who is named. */
export function plaquesWeb(kit: Kit) {
  const { store, zone } = kit
  const web = new Hono<WebEnv>()

  web.get('/standings/plaques', c => plaquesPage(c))

  web.get('/standings/plaques.csv', async c =>
    asFile(c, c.get('t')(words.plaques), 'csv').body(csvText(await cellsOf(c))),
  )

  web.get('/standings/plaques.xlsx', async c => {
    const rows = await cellsOf(c)
    const title = c.get('t')(words.plaques)
    return asFile(c, title, 'xlsx').body(await workbook([{ title, rows }]))
  })

  web.post('/standings/plaques/hand-over', async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district')) return refusalPage(c, no.districtOnly())
    const form = await readForm(c, handOverSchema)
    const refused = (refusal: Refusal, field: string) => againAs(c, 'hand-over', form, { refusal, field })
    if (!form.ok) {
      const again = form.typed.on ? refused(no.nothingChosen(), 'rating') : refused(no.noDate(), 'on')
      return plaquesPage(c, again)
    }
    const done = await handOverAll(kit, actor, form.data.rating, form.data.on)
    return answer(c, done, refusal => refused(refusal, dateCodes.includes(refusal.code) ? 'on' : 'rating'))
  })

  web.post('/standings/plaques/:id/take-off', async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district')) return refusalPage(c, no.districtOnly())
    const form = await readForm(c, takeOffSchema)
    const id = c.req.param('id')
    if (!form.ok) return plaquesPage(c, againAs(c, id, form))
    const done = await takeDown(kit, actor, id, form.data)
    return answer(c, done, refusal =>
      againAs(c, id, form, { refusal, field: dateCodes.includes(refusal.code) ? 'on' : 'note' }),
    )
  })

  web.get('/named', async c => {
    const tree = await readTree(store)
    const today = dateOf(kit.now(), zone)
    const newest = newestFirst(await store.all(ratings))
    const held = inForce(newest, today)
    const rows = newest.flatMap(({ cycle, community, name, subdistrict, certificate }) => {
      const grade = held.get(community)
      if (!grade || grade.cycle !== cycle || grade.grade === 'notQualified' || !certificate) return []
      const area = tree.find(subdistrict)?.name ?? ''
      return [{ code: community, name, subdistrict: area, grade: grade.grade, ...certificate }]
    })
    rows.sort((a, b) =>
      a.grade === b.grade ? (a.code < b.code ? -1 : 1) : a.grade === 'firstClass' ? -1 : 1,
    )
    return page(c, c.get('t')(words.named), <NamedPage view={viewOf(c)} rows={rows} />)
  })

  async function cellsOf(c: Web) {
    const scene = await readScene(kit, actorOf(c))
    const rows = await plaqueRows(store, { today: scene.today, zone }, scene.sees)
    return plaqueCells(rows, scene.unitName, c.get('t'), zone)
  }

  const answer = (c: Web, done: unknown, again: (refusal: Refusal) => Again) => {
    if (!isRefusal(done)) return c.redirect('/standings/plaques', 303)
    return done.status === 404 ? refusalPage(c, done) : plaquesPage(c, again(done), done)
  }

  const plaquesPage = async (c: Web, again?: Again, refusal?: Refusal) => {
    const actor = actorOf(c)
    const { today, sees, unitName } = await readScene(kit, actor)
    const view = viewOf(c)
    return page(
      c,
      view.t(words.plaques),
      <PlaquesPage
        {...{ view, today, zone }}
        rows={await plaqueRows(store, { today, zone }, sees)}
        subdistrictName={unitName}
        mayAct={holds(actor, 'district')}
        again={again}
      />,
      again ? (refusal?.status ?? 422) : 200,
    )
  }

  return web
}

/** Refusals that are about the day. */
const dateCodes: readonly string[] = ['futureDate', 'tooEarly']

const handOverSchema = z.object({
  rating: z.union([z.string().transform(one => [one]), z.array(z.string()).max(2000)]),
  on: plainDateSchema,
})

const takeOffSchema = z.object({ on: plainDateSchema, note: z.string().max(300).default('') })
