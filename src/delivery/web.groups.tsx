import { Hono } from 'hono'
import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { speaker } from '../shared/words.ts'
import { holds } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { robotAddress } from './address.ts'
import { groupChats, robots, unitsToBind } from './groups.ts'
import { GroupsPage } from './pages.groups.tsx'
import { no } from './refusals.ts'
import { queue } from './store.ts'
import { robotKey } from './wecom-address.ts'
import { words } from './words.ts'

const robotForm = z.object({ unit: z.string(), address: z.string().max(300) })
const endForm = z.object({ unit: z.string() })

/** Groups bound to units. `wecomRoot`: where group robots of 企业微信 are called. */
export function groupsWeb({ store, now, newId }: Kit, wecomRoot: string) {
  const web = new Hono<WebEnv>()

  web.use('/deliveries/groups/*', async (c, next) => {
    if (!holds(actorOf(c), 'district', 'subdistrict')) return refusalPage(c, no.staffOnly())
    await next()
  })

  web.get('/deliveries/groups', c => groupsPage(c))

  web.post('/deliveries/groups/robot', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, robotForm)
    if (!form.ok) return groupsPage(c, form)
    const { unit, address } = form.data
    const found = (await unitsOf(actor)).find(each => each.id === unit)
    if (!found) return refusalPage(c, no.mayNotBind())
    const key = robotKey(wecomRoot, address)
    if (isRefusal(key))
      return groupsPage(c, { ...form, faults: { address: c.get('t')(key.text, key.values) } })
    const { id: by, lang } = actor
    const text = speaker(lang)(words.robotTest, { unit: found.name })
    await store.write(by, async tx => {
      await tx.remove(robots, unit)
      await tx.add(robots, { id: unit, key, lang, by, at: now() })
      const test = {
        key: `robot.bound:${unit}:${newId()}`,
        kind: 'robot.bound',
        to: robotAddress(unit),
        text,
      }
      await queue(tx, { ...test, repeatable: true, priority: 'reply' }, now())
    })
    return c.redirect('/deliveries/groups', 303)
  })

  web.post('/deliveries/groups/robot/end', c => end(c, robots))
  web.post('/deliveries/groups/chat/end', c => end(c, groupChats))

  const unitsOf = async (actor: Actor) => unitsToBind(actor, await readTree(store))

  const end = async (c: Web, within: typeof robots | typeof groupChats) => {
    const actor = actorOf(c)
    const form = await readForm(c, endForm)
    const unit = form.ok ? form.data.unit : ''
    if (!(await unitsOf(actor)).some(each => each.id === unit)) return refusalPage(c, no.mayNotBind())
    await store.write(actor.id, tx =>
      within === robots ? tx.remove(robots, unit) : tx.remove(groupChats, unit),
    )
    return c.redirect('/deliveries/groups', 303)
  }

  const groupsPage = async (
    c: Web,
    given: Pick<Parameters<typeof GroupsPage>[0], 'typed' | 'faults'> = {},
  ) => {
    const units = await unitsOf(actorOf(c))
    const own = new Set(units.map(unit => unit.id))
    const { typed, faults } = given
    const shown = {
      view: viewOf(c),
      units,
      chats: (await store.all(groupChats)).filter(({ id }) => own.has(id)),
      robots: (await store.all(robots)).filter(({ id }) => own.has(id)),
      ...(typed && { typed }),
      ...(faults && { faults }),
    }
    return page(c, c.get('t')(words.groups), <GroupsPage {...shown} />, faults ? 422 : 200)
  }

  return web
}
