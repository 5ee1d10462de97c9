import { Hono } from 'hono'
import { z } from 'zod'
import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { AssessmentYear } from '../shared/assessment-year.ts'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dayTime } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { no as noUnit } from '../units/refusals.ts'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import { type RegisterParts, registerDesk } from './desk.ts'
import { isProposed, openGroups } from './groups.ts'
import { guaranteesOf } from './guarantees.ts'
import { askedOf, SheetPage } from './pages.sheet.tsx'
import { ImportPage, type OverviewRow, type SubdistrictTotals, YearPage } from './pages.tsx'
import { postsHeld } from './posts.ts'
import { no } from './refusals.ts'
import type { Standards } from './standards.ts'
import { standardsReader } from './standards-file.ts'
import { memberGroups, sheets } from './store.ts'
import { readRegister, readTyped, registerRows } from './table.ts'
import { groupsWeb } from './web.groups.tsx'
import { words } from './words.ts'

export function registersWeb(kit: Kit, parts: RegisterParts) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const desk = registerDesk(kit, parts)
  const readStandards = standardsReader()

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
    const standards = await readStandards()
    return page(
      c,
      c.get('t')(words.title),
      <YearPage
        {...{ view: viewOf(c), year, standards }}
        years={(await desk.years()).filter(id => id !== year.id)}
        subdistricts={several ? totalsOf(rows, year, standards) : []}
        rows={several ? [] : rows}
        query={several ? '' : subdistrictQuery(c)}
      />,
    )
  })

  web.get('/registers/:year/register.csv', async c => {
    const rows = await tableOf(c)
    if (isRefusal(rows)) return refusalPage(c, rows)
    return asFile(c, fileName(c), 'csv').body(csvText(rows))
  })

  web.get('/registers/:year/register.xlsx', async c => {
    const rows = await tableOf(c)
    if (isRefusal(rows)) return refusalPage(c, rows)
    return asFile(c, fileName(c), 'xlsx').body(await workbook([{ title: c.get('t')(words.title), rows }]))
  })

  web.get('/registers/:year/import', async c => {
    actorOf(c)
    const year = await desk.yearOf(c.req.param('year'))
    return isRefusal(year) ? refusalPage(c, year) : importPage(c, { year: year.id })
  })

  web.post('/registers/:year/import', async c => {
    const actor = actorOf(c)
    const { t } = viewOf(c)
    const year = c.req.param('year')
    const form = await readForm(c, uploadSchema)
    const refused = (refusal: Refusal) =>
      importPage(c, { year, faults: { file: t(refusal.text, refusal.values) } })
    if (!form.ok) return refused(noUnit.noFile())
    const bytes = new Uint8Array(await form.data.file.arrayBuffer())
    const read = await readRegister(bytes, await unitsOf(actor))
    if (isRefusal(read)) return refused(read)
    const found = { faults: read.faults, units: read.entries.length }
    if (form.data.step === 'check' || read.faults.length > 0) return importPage(c, { year, found })
    const done = await desk.enterAll(actor, year, read.entries, 'import')
    return isRefusal(done) ? refusalPage(c, done) : importPage(c, { year, done })
  })

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
    if (Object.keys(faults).length > 0) return sheetPage(c, { typed: form.typed, faults })
    const { base } = form.data
    const done = await desk.enterAll(actorOf(c), year, [{ unit, wanted, base }], 'form')
    return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/registers/${year}/${unit}?saved`, 303)
  })

  web.route(
    '/',
    groupsWeb(desk, readStandards, () => readTree(store), kit.zone),
  )

  /** Subdistricts and communities that the actor may see and that exist. */
  async function unitsOf(actor: Actor): Promise<readonly Unit[]> {
    const seen = scopeOf(actor, await readTree(store))
    return seen.filter(
      unit => (unit.level === 'subdistrict' || unit.level === 'community') && isOpenOn(unit, desk.today()),
    )
  }

  /** Those of one subdistrict, where one is asked for. */
  async function chosenUnits(c: Web, actor: Actor): Promise<readonly Unit[]> {
    const units = await unitsOf(actor)
    const wanted = c.req.query('subdistrict')
    return wanted ? units.filter(({ id, parent }) => id === wanted || parent === wanted) : units
  }

  async function rowsOf(year: string, units: readonly Unit[]): Promise<readonly OverviewRow[]> {
    const sheetOf = new Map((await store.list(sheets, 'year', year)).map(sheet => [sheet.unit, sheet]))
    const groupsOf = new Map((await store.list(memberGroups, 'year', year)).map(list => [list.unit, list]))
    return Promise.all(
      units.map(async unit => ({
        unit,
        sheet: sheetOf.get(unit.id),
        groups: groupsOf.get(unit.id),
        held: postsHeld(await store.list(people, 'unit', unit.id), unit.id),
      })),
    )
  }

  function totalsOf(
    rows: readonly OverviewRow[],
    year: AssessmentYear,
    standards: Standards,
  ): readonly SubdistrictTotals[] {
    const today = desk.today()
    const waits = ({ groups }: OverviewRow) =>
      groups
        ? openGroups(groups).filter(
            group => !group.appraisal && isProposed(group, standards, year.months, today),
          ).length
        : 0
    return rows
      .filter(({ unit }) => unit.level === 'subdistrict')
      .map(({ unit, sheet }) => {
        const own = rows.filter(row => row.unit.parent === unit.id)
        const states = own.map(row => guaranteesOf('community', row.sheet, standards))
        return {
          unit,
          cadre: guaranteesOf('subdistrict', sheet, standards).cadre ?? 'unknown',
          communities: own.length,
          funds: states.filter(({ funds }) => funds === 'met').length,
          rewards: states.filter(({ rewards }) => rewards === 'met').length,
          entered: own.filter(row => row.sheet).length,
          toConfirm: own.reduce((sum, row) => sum + waits(row), 0),
        }
      })
  }

  async function tableOf(c: Web) {
    const actor = actorOf(c)
    const year = await desk.yearOf(c.req.param('year') ?? '')
    if (isRefusal(year)) return year
    const kept = new Map((await store.list(sheets, 'year', year.id)).map(sheet => [sheet.unit, sheet]))
    return registerRows(await chosenUnits(c, actor), unit => kept.get(unit), c.get('t'))
  }

  const importPage = (c: Web, found: Omit<Parameters<typeof ImportPage>[0], 'view'>) =>
    page(
      c,
      c.get('t')(words.import),
      <ImportPage view={viewOf(c)} {...found} />,
      found.faults || found.found?.faults.length ? 422 : 200,
    )

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

function fileName(c: Web): string {
  return c.get('t')(words.yearTitle, { year: c.req.param('year') ?? '' })
}

function subdistrictQuery(c: Web): string {
  const wanted = c.req.query('subdistrict')
  return wanted ? `?${new URLSearchParams({ subdistrict: wanted })}` : ''
}

const uploadSchema = z.object({
  file: z.instanceof(File).refine(file => file.size > 0),
  step: z.enum(['check', 'import']).default('import'),
})

const sheetFormSchema = z.looseObject({ base: z.coerce.number().int().min(0) })
