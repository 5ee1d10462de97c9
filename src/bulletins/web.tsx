import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { paperFile, paperPage } from '../shared/papers/page.tsx'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf, plainDateSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { type Bulletin, nextNumber, periodFault } from './bulletin.ts'
import { type BulletinParts, draft, issueBulletin } from './issuing.ts'
import { BulletinsPage, DraftPage } from './pages.tsx'
import { bulletinPaper } from './paper.ts'
import { no } from './refusals.ts'
import { bulletins } from './store.ts'
import { words } from './words.ts'

const periodSchema = z.object({ from: plainDateSchema, to: plainDateSchema })
const issueSchema = periodSchema.extend({
  no: z.coerce.number().int(),
  remark: z.string().max(2000).default(''),
})

/** Bulletins: everybody reads them, the district drafts and issues them. */
export function bulletinsWeb(kit: Kit, parts: BulletinParts) {
  const { store, now, zone } = kit
  const web = new Hono<WebEnv>()
  const today = () => dateOf(now(), zone)

  web.get('/bulletins', c => listPage(c))

  web.get('/bulletins/new', async c => {
    if (!holds(actorOf(c), 'district')) return refusalPage(c, no.districtOnly())
    const asked = periodSchema.safeParse(c.req.query())
    if (!asked.success) return c.redirect('/bulletins', 303)
    const fault = periodFault(asked.data.from, asked.data.to, today())
    if (fault) return listPage(c, fault)
    const content = await draft(kit, parts, asked.data)
    const view = viewOf(c)
    const paper = bulletinPaper({ content, remark: '' }, view.lang, view.t)
    const next = nextNumber(await store.all(bulletins), Number(today().slice(0, 4)))
    const shown = { view, paper, period: asked.data, no: next }
    return page(c, view.t(words.draftTitle), <DraftPage {...shown} />)
  })

  web.post('/bulletins', async c => {
    const form = await readForm(c, issueSchema)
    if (!form.ok) return listPage(c, undefined, form.faults)
    const issued = await issueBulletin(kit, parts, form.data, actorOf(c))
    return isRefusal(issued) ? refusalPage(c, issued) : c.redirect(`/bulletins/${issued.id}`, 303)
  })

  web.get('/bulletins/:id', async c => {
    const found = await read(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const from = { path: '/bulletins', title: c.get('t')(words.title) }
    return paperPage(c, paperOf(c, found), { from, file: `/bulletins/${found.id}/docx` })
  })

  web.get('/bulletins/:id/docx', async c => {
    const found = await read(c)
    return isRefusal(found) ? refusalPage(c, found) : paperFile(c, paperOf(c, found))
  })

  const paperOf = (c: Web, bulletin: Bulletin) => bulletinPaper(bulletin, c.get('lang'), c.get('t'))

  const read = async (c: Web): Promise<Bulletin | Refusal> => {
    actorOf(c)
    return (await store.find(bulletins, c.req.param('id') ?? '')) ?? no.unknown()
  }

  const listPage = async (c: Web, refusal?: Refusal, faults?: Faults) => {
    const actor = actorOf(c)
    const t = c.get('t')
    const issued = (await store.all(bulletins)).toSorted((a, b) => b.year - a.year || b.no - a.no)
    const typed = { from: `${today().slice(0, 7)}-01`, to: today(), ...c.req.query() }
    const told = refusal ? { to: t(refusal.text, refusal.values) } : faults
    const shown = { view: viewOf(c), issued, mayIssue: holds(actor, 'district'), typed }
    return page(
      c,
      t(words.title),
      <BulletinsPage {...shown} {...(told ? { faults: told } : {})} />,
      refusal?.status ?? (faults ? 422 : 200),
    )
  }

  return web
}
