import { Hono } from 'hono'
import { z } from 'zod'
import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dayTime } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import { type RegisterParts, registerDesk } from './desk.ts'
import { askedOf, SheetPage } from './pages.sheet.tsx'
import { YearPage } from './pages.tsx'
import { postsHeld } from './posts.ts'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'
import { readTyped } from './table.ts'
import type { OverviewRow } from './totals.ts'
import { totalsOf } from './totals.ts'
import { groupsWeb } from './web.groups.tsx'
import { tablesWeb } from './web.tables.tsx'
import { words } from './words.ts'

export function registersWeb(kit: Kit, parts: RegisterParts) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const desk = registerDesk(kit, parts)

  web.get('/registers', async c => {
    const year = await desk.currentYear()
    const [only, ...others] = await unitsOf(actorOf(c))
    return c.redirect(`/registers/${year}${only && others.length === 0 ? `/${only.id}` : ''}`)
  })

  web.get('/registers/:year', async c => {
    const actor = actorOf(c)
    const year = await desk.yearOf(c.req.param('year'))
    if (isRefusal(year)) return refusalPage(c, year)
    const units = await chosenUnits(c, actor)
    const rows = await rowsOf(year.id, units)
    const several = units.filter(({ level }) => level === 'subdistrict').length > 1
    return page(
      c,
      c.get('t')(words.title),
      <YearPage
        {...{ view: viewOf(c), year, standards }}
        years={(await desk.years()).filter(id => id !== year.id)}
        subdistricts={several ? totalsOf(rows, year, standards, desk.today()) : []}
        rows={several ? [] : rows}
        query={several ? '' : unitQuery(c)}
      />,
    )
  })

  web.route('/', tablesWeb(desk, { unitsOf, chosenUnits: c => chosenUnits(c, actorOf(c)) }))

  web.get('/registers/:year/:unit', c => sheetPage(c, { saved: c.req.query('saved') !== undefined }))

  web.post('/registers/:year/:unit', async c => {
    const { year, unit } = c.req.param()
    const form = await readForm(c, sheetFormSchema)
    if (!form.ok) return refusalPage(c, no.changedMeanwhile())
    const opened = await desk.open(actorOf(c), year, unit)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const { t } = viewOf(c)
    const asked = askedOf(opened).map(({ name }) => name)
    const { wanted, faults } = readTyped(form.typed, asked, t)
    const wrong = await desk.contradictionsOf(year, opened.unit, wanted)
    const told = wrong.map(({ field, refusal }) => [field, t(refusal.text, refusal.values)] as const)
    const all = { ...Object.fromEntries(told), ...faults }
    if (Object.keys(all).length > 0) return sheetPage(c, { typed: form.typed, faults: all })
    const { base } = form.data
    const done = await desk.enterAll(actorOf(c), year, [{ unit, wanted, base }], 'form')
    return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/registers/${year}/${unit}?saved`, 303)
  })

  web.route(
    '/',
    groupsWeb(desk, () => readTree(store), kit.zone),
  )

  /** Subdistricts and communities that the actor may see and that exist. */
  async function unitsOf(actor: Actor): Promise<readonly Unit[]> {
    const seen = scopeOf(actor, await readTree(store))
    return seen.filter(
      unit => (unit.level === 'subdistrict' || unit.level === 'community') && isOpenOn(unit, desk.today()),
    )
  }

  /** Those of one subdistrict, or one of them, where that is asked for. */
  async function chosenUnits(c: Web, actor: Actor): Promise<readonly Unit[]> {
    const units = await unitsOf(actor)
    const wanted = c.req.query('unit')
    return wanted ? units.filter(({ id, parent }) => id === wanted || parent === wanted) : units
  }

  async function rowsOf(year: string, units: readonly Unit[]): Promise<readonly OverviewRow[]> {
    const [sheetOf, groupsOf] = await Promise.all([desk.sheetsOf(year), desk.groupListsOf(year)])
    return Promise.all(
      units.map(async unit => ({
        unit,
        sheet: sheetOf(unit.id),
        groups: groupsOf(unit.id),
        held: postsHeld(await store.list(people, 'unit', unit.id), unit.id),
      })),
    )
  }

  const sheetPage = async (
    c: Web,
    given: Pick<Parameters<typeof SheetPage>[0], 'typed' | 'faults' | 'saved'>,
  ) => {
    const opened = await desk.open(actorOf(c), c.req.param('year') ?? '', c.req.param('unit') ?? '')
    if (isRefusal(opened)) return refusalPage(c, opened)
    return page(
      c,
      opened.unit.name,
      <SheetPage {...opened} {...given} view={viewOf(c)} timeText={at => dayTime(at, kit.zone)} />,
      given.faults ? 422 : 200,
    )
  }

  return web
}

function unitQuery(c: Web): string {
  const wanted = c.req.query('unit')
  return wanted ? `?${new URLSearchParams({ unit: wanted })}` : ''
}

const sheetFormSchema = z.looseObject({ base: z.coerce.number().int().min(0) })
