import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { calendar } from './calendar.ts'
import { unitToEnter, whyNoPaper } from './entering.ts'
import { entryWords } from './entry-words.ts'
import { importSheet, planSheet } from './importing.ts'
import { PaperImportPage } from './pages.import.tsx'
import { compiledForms } from './pages.rendered.ts'
import { ShutPage } from './pages.shut.tsx'
import { no } from './refusals.ts'
import { roundAsStaff } from './seen.ts'
import { emptySheet } from './sheet-columns.ts'
import { sheetWords } from './sheet-words.ts'
import { typistOf } from './typist.ts'

/** Answers that came on paper, brought as a table. */
export function importWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const formOf = compiledForms()
  const clock = calendar(kit.zone)

  web.get('/surveys/:id/import', c => importPage(c, c.req.param('id')))

  web.get('/surveys/:id/import/template.xlsx', async c => {
    const seen = await roundToEnter(c, c.req.param('id'))
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { form } = seen.round
    const sheets = emptySheet(formOf(seen.round), c.get('t'))
    return asFile(c, `${form.name}-${form.version}`, 'xlsx').body(await workbook(sheets))
  })

  web.post('/surveys/:id/import', async c => {
    const id = c.req.param('id')
    const form = await readForm(c, uploadSchema)
    if (!form.ok)
      return importPage(c, id, { typed: form.typed, faults: { file: c.get('t')(no.noFile().text) } })
    const { unit, file, step } = form.data
    const at = clock(kit.now())
    const found = await unitToEnter(store, actorOf(c), id, unit, at.today)
    // Over since the page was opened: the page itself says so.
    if (isRefusal(found)) return found.status === 410 ? importPage(c, id) : refusalPage(c, found)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const sheet = { ...found, form: formOf(found.round), bytes }
    const plan = await (step === 'check' ? planSheet : importSheet)(store, sheet, {
      ...at,
      typist: await typistOf(kit, id, actorOf(c).id),
    })
    const typed = { unit }
    if (isRefusal(plan))
      return importPage(c, id, { typed, faults: { file: c.get('t')(plan.text, plan.values) } })
    return importPage(c, id, { typed, plan, isDone: step === 'import' })
  })

  const roundToEnter = (c: Web, id: string) => roundAsStaff(store, actorOf(c), id)

  const importPage = async (
    c: Web,
    id: string,
    given: Omit<Parameters<typeof PaperImportPage>[0], 'view' | 'round' | 'units'> = {},
  ) => {
    const seen = await roundToEnter(c, id)
    if (isRefusal(seen)) return refusalPage(c, seen)
    if (seen.round.coded) return refusalPage(c, no.codedByHand())
    const { today } = clock(kit.now())
    const title = c.get('t')(sheetWords.title)
    const refused = whyNoPaper(seen.round, today)
    if (refused) {
      const shown = { view: viewOf(c), ...seen, today, title, refused }
      return page(c, title, <ShutPage {...shown} advice={entryWords.overHow} />, refused.status)
    }
    const isFaulty = given.faults !== undefined || (given.plan?.faults.length ?? 0) > 0
    const shown = <PaperImportPage view={viewOf(c)} {...seen} {...given} />
    return page(c, title, shown, isFaulty ? 422 : given.isDone ? 201 : 200)
  }

  return web
}

const uploadSchema = z.object({
  unit: z.string(),
  file: z.instanceof(File).refine(file => file.size > 0),
  step: z.enum(['check', 'import']),
})
