import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { eventKinds } from './events.ts'
import { EventsPage, ImportPage, UnitsPage } from './pages.tsx'
import { no } from './refusals.ts'
import { importUnits, planUnits, recordEvent } from './register.ts'
import { holds, scopeOf } from './scope.ts'
import { readTree, unitEvents } from './store.ts'
import { words } from './words.ts'

const sampleFile = new URL('../../data/units-350203.csv', import.meta.url)

export function unitsWeb({ store, newId }: Kit) {
  const web = new Hono<WebEnv>()

  web.get('/units', async c => {
    const actor = actorOf(c)
    const tree = await readTree(store)
    const events = await store.all(unitEvents)
    const seen = scopeOf(actor, tree)
    const mayImport = holds(actor, 'district')
    return page(
      c,
      c.get('t')(words.title),
      <UnitsPage {...{ view: viewOf(c), tree, seen, events, mayImport }} />,
    )
  })

  web.use('/units/*', async (c, next) => {
    if (!holds(actorOf(c), 'district')) return refusalPage(c, no.notYourUnit())
    await next()
  })

  web.get('/units/import', c => importPage(c))

  web.post('/units/import', async c => {
    const form = await readForm(c, uploadSchema)
    if (!form.ok) return importPage(c, { faults: { file: c.get('t')(no.noFile().text) } })
    const bytes = new Uint8Array(await form.data.file.arrayBuffer())
    const check = form.data.step === 'check'
    const plan = check ? await planUnits(store, bytes) : await importUnits(store, actorOf(c).id, bytes)
    if (isRefusal(plan)) return importPage(c, { faults: { file: c.get('t')(plan.text, plan.values) } })
    return check || plan.faults.length > 0 ? importPage(c, { plan }) : c.redirect('/units', 303)
  })

  web.post('/units/sample', async c => {
    const plan = await importUnits(store, actorOf(c).id, await readFile(sampleFile), { sample: true })
    return isRefusal(plan) ? refusalPage(c, plan) : c.redirect('/', 303)
  })

  web.get('/units/events', async c => eventsPage(c))

  web.post('/units/events', async c => {
    const form = await readForm(c, eventSchema)
    if (!form.ok) return eventsPage(c, form)
    const event = await recordEvent(store, actorOf(c).id, { id: newId(), ...form.data })
    if (!isRefusal(event)) return c.redirect('/units/events', 303)
    return eventsPage(c, { typed: form.typed, faults: { kind: c.get('t')(event.text, event.values) } })
  })

  const importPage = (c: Web, found: Omit<Parameters<typeof ImportPage>[0], 'view'> = {}) =>
    page(c, c.get('t')(words.importTitle), <ImportPage view={viewOf(c)} {...found} />, statusOf(found))

  const eventsPage = async (
    c: Web,
    given: Pick<Parameters<typeof EventsPage>[0], 'typed' | 'faults'> = {},
  ) => {
    const shown = { view: viewOf(c), tree: await readTree(store), events: await store.all(unitEvents) }
    return page(
      c,
      c.get('t')(words.events),
      <EventsPage
        {...shown}
        {...(given.typed ? { typed: given.typed } : {})}
        {...(given.faults ? { faults: given.faults } : {})}
      />,
      given.faults ? 422 : 200,
    )
  }

  return web
}

function statusOf(found: { faults?: unknown; plan?: { faults: readonly unknown[] } | undefined }): 200 | 422 {
  return found.faults || (found.plan && found.plan.faults.length > 0) ? 422 : 200
}

const uploadSchema = z.object({
  file: z.instanceof(File).refine(file => file.size > 0),
  step: z.enum(['check', 'import']),
})

const codesSchema = z
  .string()
  .default('')
  .transform(text => text.split(/[\s,，、;；]+/).filter(code => code !== ''))

const eventSchema = z.object({
  kind: z.enum(eventKinds),
  date: plainDateSchema,
  from: codesSchema,
  to: codesSchema,
})
