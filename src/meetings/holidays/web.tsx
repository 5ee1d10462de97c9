import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../../shared/kit.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { plainDateSchema } from '../../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../../shared/web/env.ts'
import { readForm } from '../../shared/web/form.tsx'
import { page, refusalPage } from '../../shared/web/page.tsx'
import { holds, scopeOf } from '../../units/scope.ts'
import { readTree } from '../../units/store.ts'
import { isStaffOver } from '../expected.ts'
import { loadHolidays } from '../holiday-data.ts'
import { lastKnownYear } from '../workdays.ts'
import { dayMarks } from './day.ts'
import { addLocalDay, importHolidays, removeHolidays, removeLocalDay } from './importing.ts'
import { HolidaysPage } from './pages.tsx'
import { no } from './refusals.ts'
import { importLines } from './saying.ts'
import { holidayYears, localDays } from './store.ts'
import { words } from './words.ts'

const uploadSchema = z.object({
  file: z.instanceof(File).refine(file => file.size > 0),
  replace: z.literal('yes').optional(),
  step: z.enum(['check', 'import']),
})
const localSchema = z.object({
  unit: z.string(),
  date: plainDateSchema,
  mark: z.enum(dayMarks),
  name: z.string().trim().min(1).max(30),
})

type Given = Pick<Parameters<typeof HolidaysPage>[0], 'typed' | 'faults' | 'notice'>

/** Holidays on the web: the district imports a new year's, staff put down days of their own units. */
export function holidaysWeb(kit: Kit) {
  const { store, zone } = kit
  const published = loadHolidays()
  const web = new Hono<WebEnv>()

  web.get('/meetings/holidays', c => holidaysPage(c))

  web.post('/meetings/holidays/import', async c => {
    const form = await readForm(c, uploadSchema)
    if (!form.ok) return holidaysPage(c, { faults: { file: c.get('t')(no.noFile().text) } })
    const { file, replace, step } = form.data
    const bytes = new Uint8Array(await file.arrayBuffer())
    const dryRun = step === 'check'
    const asked = { bytes, dryRun, replace: replace === 'yes', actor: actorOf(c) }
    const done = await importHolidays(kit, published, asked)
    if (!isRefusal(done)) {
      const lines = importLines(done, dryRun, c.get('t'))
      return holidaysPage(c, { notice: [c.get('t')(dryRun ? words.checked : words.done), ...lines] })
    }
    if (done.status === 403) return refusalPage(c, done)
    return holidaysPage(c, { faults: { file: c.get('t')(done.text, done.values) } })
  })

  web.post('/meetings/holidays/years/:year/remove', async c => {
    const removed = await removeHolidays(kit, published, c.req.param('year'), actorOf(c))
    return isRefusal(removed) ? refusalPage(c, removed) : c.redirect('/meetings/holidays', 303)
  })

  web.post('/meetings/holidays/days', async c => {
    const form = await readForm(c, localSchema)
    if (!form.ok) return holidaysPage(c, form)
    const { unit, ...day } = form.data
    const added = await addLocalDay(kit, published, { unit, day }, actorOf(c))
    if (!isRefusal(added)) return c.redirect('/meetings/holidays', 303)
    if (added.status === 403) return refusalPage(c, added)
    return holidaysPage(c, { typed: form.typed, faults: { date: c.get('t')(added.text, added.values) } })
  })

  web.post('/meetings/holidays/days/:id/remove', async c => {
    const removed = await removeLocalDay(kit, published, c.req.param('id'), actorOf(c))
    return isRefusal(removed) ? refusalPage(c, removed) : c.redirect('/meetings/holidays', 303)
  })

  const holidaysPage = async (c: Web, given: Given = {}) => {
    const actor = actorOf(c)
    if (!holds(actor, 'district', 'subdistrict')) return refusalPage(c, no.notYours())
    const tree = await readTree(store)
    const own = new Set(scopeOf(actor, tree).map(({ id }) => id))
    const days = (await store.all(localDays)).filter(
      ({ unit }) =>
        own.has(unit) || scopeOf(actor, tree).some(each => tree.pathOf(each.id).some(u => u.id === unit)),
    )
    const props = {
      ...{ view: viewOf(c), zone, years: await store.all(holidayYears), until: lastKnownYear(published) },
      mayImport: holds(actor, 'district'),
      units: scopeOf(actor, tree).filter(({ level }) => level !== 'window'),
      days: days.map(day => ({
        day,
        unitName: tree.find(day.unit)?.name ?? day.unit,
        mayRemove: isStaffOver(actor, tree, day.unit),
      })),
    }
    return page(c, c.get('t')(words.title), <HolidaysPage {...props} {...given} />, given.faults ? 422 : 200)
  }

  return web
}
