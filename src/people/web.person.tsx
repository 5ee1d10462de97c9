import { Hono } from 'hono'
import { z } from 'zod'
import { type Actor, type Duty, roles } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { appointableBy, dutyAt, isDistrictOver, isOverWhole, sees, whyNotAppoint } from './appointing.ts'
import type { ChatLink } from './chat.ts'
import { addDuty, endDuty, handOver } from './duties.ts'
import { signInLinkBy } from './links.ts'
import { HandedOverPage } from './pages.handed-over.tsx'
import { InvitedPage, LinkMadePage } from './pages.invite.tsx'
import { HandOverPage, PersonPage, type Powers } from './pages.person.tsx'
import { hasDuty, isSameDuty, nameSchema, type Person, postSchema } from './person.ts'
import { no } from './refusals.ts'
import { amend, inviteAgain, readSeen, unbindChat } from './register.ts'
import { people } from './store.ts'
import { showInvitation, unstored } from './web.shown.ts'
import { words } from './words.ts'

/** One person: what they answer for, and what can be done about it. */
export function personWeb(kit: Kit, chatLink: ChatLink) {
  const web = new Hono<WebEnv>()

  web.get('/people/:id', async c => personPage(c, c.req.param('id')))

  web.post('/people/:id', async c => {
    const id = c.req.param('id')
    const form = await readForm(c, amendSchema)
    if (!form.ok) return personPage(c, id, form)
    return backTo(c, id, await amend(kit, actorOf(c), id, form.data))
  })

  web.post('/people/:id/duties', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, z.object({ unit: z.string() }))
    const id = c.req.param('id')
    if (!form.ok) return personPage(c, id, form)
    const duty = dutyAt(form.data.unit, await readTree(kit.store))
    return backTo(c, id, isRefusal(duty) ? duty : await addDuty(kit, actor, id, duty))
  })

  web.post('/people/:id/end', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, dutyFields)
    const id = c.req.param('id')
    return form.ok ? backTo(c, id, await endDuty(kit, actor, id, form.data)) : personPage(c, id, form)
  })

  web.get('/people/:id/hand-over', async c => {
    actorOf(c)
    const asked = dutyFields.safeParse(c.req.query())
    if (!asked.success) return refusalPage(c, no.noSuchDuty())
    return handOverPage(c, c.req.param('id'), asked.data)
  })

  web.post('/people/:id/hand-over', async c => {
    const actor = actorOf(c)
    const id = c.req.param('id')
    const form = await readForm(c, handOverSchema)
    const duty = dutyFields.safeParse(form.typed)
    if (!duty.success) return refusalPage(c, no.noSuchDuty())
    if (!form.ok) return handOverPage(c, id, duty.data, form)
    const { successor, name, post } = form.data
    const to = successor ? { id: successor } : name ? { name, post } : undefined
    const faults = { name: c.get('t')(words.needSuccessor) }
    if (!to) return handOverPage(c, id, duty.data, { typed: form.typed, faults })
    const passed = await handOver(kit, actor, id, duty.data, to)
    if (isRefusal(passed)) return refusalPage(c, passed)
    const { person, secret } = passed
    const title = c.get('t')(words.handedOver, { name: person.name })
    const shown = secret === undefined ? undefined : showInvitation(kit, chatLink, { person, secret })
    return page(unstored(c), title, <HandedOverPage {...{ view: viewOf(c), title, person, shown }} />)
  })

  web.post('/people/:id/invitation', async c => {
    const invited = await inviteAgain(kit, actorOf(c), c.req.param('id'))
    if (isRefusal(invited)) return refusalPage(c, invited)
    const title = c.get('t')(words.invitedOne, { name: invited.person.name })
    const shown = showInvitation(kit, chatLink, invited)
    return page(unstored(c), title, <InvitedPage view={viewOf(c)} title={title} shown={shown} />)
  })

  web.post('/people/:id/sign-in-link', async c => {
    const id = c.req.param('id')
    const url = await signInLinkBy(kit, actorOf(c), id)
    if (isRefusal(url)) return refusalPage(c, url)
    const { name } = await kit.store.get(people, id)
    const title = c.get('t')(words.linkReady, { name })
    return page(unstored(c), title, <LinkMadePage view={viewOf(c)} name={name} url={url} />)
  })

  web.post('/people/:id/unbind', async c => {
    const id = c.req.param('id')
    return backTo(c, id, await unbindChat(kit, actorOf(c), id))
  })

  const backTo = (c: Web, id: string, outcome: Person | Refusal) =>
    isRefusal(outcome) ? refusalPage(c, outcome) : c.redirect(`/people/${id}`, 303)

  const personPage = async (c: Web, id: string, given: { typed?: Typed; faults?: Faults } = {}) => {
    const actor = actorOf(c)
    const tree = await readTree(kit.store)
    const person = await readSeen(kit.store, actor, tree, id)
    if (isRefusal(person)) return refusalPage(c, person)
    const names = new Map((await kit.store.all(people)).map(each => [each.id, each.name]))
    const shown = {
      ...{ view: viewOf(c), zone: kit.zone, tree, person, powers: powersOver(actor, tree, person) },
      nameOf: (successor: string) => names.get(successor),
      ...given,
    }
    return page(c, person.name, <PersonPage {...shown} />, given.faults ? 422 : 200)
  }

  const handOverPage = async (
    c: Web,
    id: string,
    duty: Duty,
    given: { typed?: Typed; faults?: Faults } = {},
  ) => {
    const actor = actorOf(c)
    const tree = await readTree(kit.store)
    const person = await readSeen(kit.store, actor, tree, id)
    if (isRefusal(person)) return refusalPage(c, person)
    if (!powersOver(actor, tree, person).mayHandOver(duty)) return refusalPage(c, no.notYours())
    const others = (await kit.store.all(people)).filter(
      each => each.id !== id && !hasDuty(each, duty) && sees(actor, tree, each),
    )
    const shown = { view: viewOf(c), tree, person, duty, others, ...given }
    return page(c, c.get('t')(words.handOverTitle), <HandOverPage {...shown} />, given.faults ? 422 : 200)
  }

  return web
}

function powersOver(actor: Actor, tree: UnitTree, person: Person): Powers {
  const mayGive = (duty: Duty) => whyNotAppoint(actor, tree, duty) === undefined
  const overWhole = isOverWhole(actor, tree, person)
  const district = isDistrictOver(actor, tree, person)
  return {
    mayEnd: mayGive,
    mayHandOver: duty =>
      person.duties.some(held => isSameDuty(held, duty)) && (person.id === actor.id || mayGive(duty)),
    mayAdd: appointableBy(actor, tree).filter(duty => !hasDuty(person, duty)),
    mayAmend: overWhole,
    mayInviteAgain: !person.ended && overWhole && (!person.joined || district),
    mayMakeLink: !person.ended && district,
  }
}

const amendSchema = z.object({ name: nameSchema, post: postSchema.optional() })

const dutyFields = z.object({ role: z.enum(roles), unit: z.string() })

const handOverSchema = dutyFields.extend({
  name: nameSchema.optional(),
  post: postSchema.optional(),
  successor: z.string().optional(),
})
