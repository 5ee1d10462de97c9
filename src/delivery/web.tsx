import { Hono } from 'hono'
import { z } from 'zod'
import { people } from '../people/store.ts'
import { failedUpdates } from '../shared/bot/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { plainTimeSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { read, sentAgain, takenBack } from './handling.ts'
import { inboxOf, mayHandle, overview } from './overview.ts'
import { SettingsPage } from './pages.settings.tsx'
import { DeliveriesPage, InboxPage } from './pages.tsx'
import { no } from './refusals.ts'
import { deliverySettingsSchema, keepDeliverySettings, readDeliverySettings } from './settings.ts'
import { countStandings, standings } from './standing.ts'
import type { Delivery } from './states.ts'
import { outbox } from './store.ts'
import { words } from './words.ts'

export function deliveryWeb({ store, now, zone }: Kit, chatIsOn: boolean) {
  const web = new Hono<WebEnv>()

  web.get('/inbox', async c => {
    const rows = await inboxOf(store, actorOf(c).id, now())
    return page(c, c.get('t')(words.inbox), <InboxPage view={viewOf(c)} zone={zone} rows={rows} />)
  })

  web.post('/inbox/read', async c => {
    const { id } = actorOf(c)
    await store.write(id, async tx => {
      for (const row of await inboxOf(tx, id, now()))
        if (row.readAt === null) await tx.change(outbox, row.id, old => read(old, now()))
    })
    return c.redirect('/inbox', 303)
  })

  web.get('/deliveries', async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district', 'subdistrict')) return refusalPage(c, no.staffOnly())
    const all = await overview(store, actor)
    const failures = holds(actor, 'district') ? newestFailures(await store.all(failedUpdates)) : []
    const shown = {
      all,
      failures,
      maySet: holds(actor, 'district'),
      counts: countStandings(all.map(({ row }) => row)),
      show: standings.find(standing => standing === c.req.query('show')),
    }
    return page(
      c,
      c.get('t')(words.deliveries),
      <DeliveriesPage view={viewOf(c)} zone={zone} chatIsOn={chatIsOn} {...shown} />,
    )
  })

  web.use('/deliveries/settings', async (c, next) => {
    if (!holds(actorOf(c), 'district')) return refusalPage(c, no.districtOnly())
    await next()
  })

  web.get('/deliveries/settings', async c => settingsPage(c))

  web.post('/deliveries/settings', async c => {
    const form = await readForm(c, settingsForm)
    if (!form.ok) return settingsPage(c, form)
    const { from, to, ...days } = form.data
    const quiet = from && to ? { from, to } : null
    if (!quiet && (from || to))
      return settingsPage(c, { ...form, faults: { to: c.get('t')(words.quietBoth) } })
    await store.write(actorOf(c).id, tx => keepDeliverySettings(tx, { quiet, ...days }))
    return c.redirect('/deliveries/settings', 303)
  })

  const settingsPage = async (
    c: Web,
    given: Pick<Parameters<typeof SettingsPage>[0], 'typed' | 'faults'> = {},
  ) => {
    const settings = await readDeliverySettings(store)
    const { typed, faults } = given
    const shown = { view: viewOf(c), settings, ...(typed && { typed }), ...(faults && { faults }) }
    return page(c, c.get('t')(words.settings), <SettingsPage {...shown} />, faults ? 422 : 200)
  }

  web.post('/deliveries/:id/again', c => handle(c, sentAgain))
  web.post('/deliveries/:id/cancel', c => handle(c, row => takenBack(row, now())))

  const handle = async (c: Web, rule: (row: Delivery) => Delivery | Refusal) => {
    const actor = actorOf(c)
    const outcome = await store.write(actor.id, async tx => {
      const row = await tx.find(outbox, c.req.param('id') ?? '')
      if (!row) return no.unknownDelivery()
      const person = await tx.find(people, row.message.to)
      if (!mayHandle(actor, await readTree(tx), row, person)) return no.notYours()
      return await tx.change(outbox, row.id, rule)
    })
    return isRefusal(outcome) ? refusalPage(c, outcome) : c.redirect('/deliveries', 303)
  }

  return web
}

const newestFailures = <T extends { readonly at: string }>(failures: readonly T[]) =>
  failures.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 20)

const { keepMessagesDays, keepFailuresDays } = deliverySettingsSchema.unwrap().shape
const settingsForm = z.object({
  from: plainTimeSchema.optional(),
  to: plainTimeSchema.optional(),
  keepMessagesDays: z.coerce.number().pipe(keepMessagesDays),
  keepFailuresDays: z.coerce.number().pipe(keepFailuresDays),
})
