import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { no as noUnit } from '../units/refusals.ts'
import { readTree } from '../units/store.ts'
import { appointableBy, dutyAt, sees } from './appointing.ts'
import type { ChatLink } from './chat.ts'
import { checkList, inviteList, type ListPlan } from './list.ts'
import { InvitedListPage, InvitedPage, InvitePage, ListPage } from './pages.invite.tsx'
import { PeoplePage } from './pages.people.tsx'
import { nameSchema, postSchema } from './person.ts'
import { no } from './refusals.ts'
import { type Invited, invite } from './register.ts'
import { people } from './store.ts'
import { vacancies, vacancyList } from './vacancies.ts'
import { accountWeb } from './web.account.tsx'
import { miniAppWeb } from './web.mini-app.tsx'
import { personWeb } from './web.person.tsx'
import { showInvitation, unstored } from './web.shown.ts'
import { signInWeb } from './web.sign-in.tsx'
import { words } from './words.ts'

/** Everything about people: who is here, how they get in, what they answer for. */
export function peopleWeb(kit: Kit, chatLink: ChatLink, botToken?: string) {
  const web = new Hono<WebEnv>()
  web.route('/', signInWeb(kit, chatLink))
  web.route('/', accountWeb(kit, chatLink))
  if (botToken !== undefined) web.route('/', miniAppWeb(kit, botToken))

  web.get('/people', async c => {
    const actor = actorOf(c)
    const tree = await readTree(kit.store)
    const all = await kit.store.all(people)
    const shown = {
      view: viewOf(c),
      tree,
      people: all.filter(person => sees(actor, tree, person)),
      mayInvite: appointableBy(actor, tree).length > 0,
      vacant: vacancies(actor, tree, all, dateOf(kit.now(), kit.zone)).length,
    }
    return page(c, c.get('t')(words.title), <PeoplePage {...shown} />)
  })

  web.get('/people/vacancies.csv', async c => {
    const tree = await readTree(kit.store)
    const today = dateOf(kit.now(), kit.zone)
    const vacant = vacancies(actorOf(c), tree, await kit.store.all(people), today)
    return asFile(c, 'people', 'csv').body(vacancyList(vacant, tree, c.get('t')))
  })

  web.get('/people/invite', c => invitePage(c))

  web.post('/people/invite', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, inviteSchema)
    if (!form.ok) return invitePage(c, form)
    const { name, post, unit } = form.data
    const duty = dutyAt(unit, await readTree(kit.store))
    const invited = isRefusal(duty) ? duty : await invite(kit, actor, { name, post, duty })
    if (!isRefusal(invited)) return invitedPage(c, invited)
    if (invited.status === 403) return refusalPage(c, invited)
    return invitePage(c, {
      typed: form.typed,
      faults: { name: c.get('t')(invited.text, invited.values) },
    })
  })

  web.get('/people/import', c => listPage(c))

  web.post('/people/import', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, uploadSchema)
    if (!form.ok) return listPage(c, { faults: { file: c.get('t')(noUnit.noFile().text) } })
    const bytes = new Uint8Array(await form.data.file.arrayBuffer())
    const done = await (form.data.step === 'check' ? checkList : inviteList)(kit, actor, bytes)
    if (isRefusal(done)) return listPage(c, { faults: { file: c.get('t')(done.text, done.values) } })
    return 'faults' in done ? listPage(c, { plan: done }) : invitedListPage(c, done)
  })

  // Last, since `/people/:id` would take the pages above for people.
  web.route('/', personWeb(kit, chatLink))

  const invitePage = async (c: Web, given: { typed?: Typed; faults?: Faults } = {}) => {
    const tree = await readTree(kit.store)
    const duties = appointableBy(actorOf(c), tree)
    if (duties.length === 0) return refusalPage(c, no.notYours())
    const shown = { view: viewOf(c), tree, duties, ...given }
    return page(c, c.get('t')(words.invitePerson), <InvitePage {...shown} />, given.faults ? 422 : 200)
  }

  const listPage = async (c: Web, found: { plan?: ListPlan; faults?: Faults } = {}) => {
    const mayInvite = appointableBy(actorOf(c), await readTree(kit.store)).length > 0
    if (!mayInvite) return refusalPage(c, no.notYours())
    const faulty = found.faults !== undefined || (found.plan?.faults.length ?? 0) > 0
    const title = c.get('t')(words.inviteList)
    return page(c, title, <ListPage view={viewOf(c)} {...found} />, faulty ? 422 : 200)
  }

  const invitedPage = (c: Web, invited: Invited) => {
    const title = c.get('t')(words.invitedOne, { name: invited.person.name })
    const shown = showInvitation(kit, chatLink, invited)
    return page(unstored(c), title, <InvitedPage view={viewOf(c)} title={title} shown={shown} />)
  }

  const invitedListPage = async (c: Web, invited: readonly Invited[]) => {
    const shown = invited.map(each => showInvitation(kit, chatLink, each))
    const title = c.get('t')(words.invited, { count: invited.length })
    const props = { view: viewOf(c), tree: await readTree(kit.store), invited: shown }
    return page(unstored(c), title, <InvitedListPage {...props} />)
  }

  return web
}

const inviteSchema = z.object({ name: nameSchema, post: postSchema.optional(), unit: z.string() })

const uploadSchema = z.object({
  file: z.instanceof(File).refine(file => file.size > 0),
  step: z.enum(['check', 'invite']),
})
