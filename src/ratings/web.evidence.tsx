import { Hono } from 'hono'
import { headersOf } from '../shared/files/sent.ts'
import { readFiles } from '../shared/files/upload.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import type { Desk } from './desk.ts'
import { evidenceWords } from './evidence-words.ts'
import type { EvidenceDesk } from './evidencing.ts'
import { EvidencePage } from './pages.evidence.tsx'
import { evidencePath } from './paths.ts'
import { no } from './refusals.ts'
import { itemOf } from './rubric.ts'

/** The evidence of a rating: adding, showing and taking back files. */
export function evidenceWeb(desk: Desk, evidence: EvidenceDesk) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/:community/evidence/:item'

  web.get(path, c => shown(c))

  web.post(path, async c => {
    const { cycle, community, item } = c.req.param()
    const sent = await readFiles(c)
    const added = await evidence.add(actorOf(c), cycle, community, item, sent)
    if (isRefusal(added)) return shown(c, added)
    return c.redirect(`${evidencePath({ cycle, community }, item)}?saved`, 303)
  })

  web.get('/ratings/:cycle/:community/files/:file', async c => {
    const { cycle, community, file: id } = c.req.param()
    const small = c.req.query('small') !== undefined
    const found = await evidence.read(actorOf(c), cycle, community, id, small)
    if (isRefusal(found)) return refusalPage(c, found)
    return c.body(found.bytes, 200, headersOf(found.file, found.file.item))
  })

  web.post('/ratings/:cycle/:community/files/:file/take-back', async c => {
    const { cycle, community, file: id } = c.req.param()
    const taken = await evidence.takeBack(actorOf(c), cycle, community, id)
    if (isRefusal(taken)) return refusalPage(c, taken)
    return c.redirect(evidencePath({ cycle, community }, taken.item), 303)
  })

  async function shown(c: Web, refusal?: Refusal) {
    const { cycle, community, item: id } = { cycle: '', community: '', item: '', ...c.req.param() }
    const opened = await desk.open(actorOf(c), cycle, community)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const item = itemOf(opened.hand.rubric, id)
    if (!item) return refusalPage(c, no.unknownItem({ item: id }))
    const t = c.get('t')
    const files = await evidence.of(opened.rating.id)
    const scores = opened.hand.roles.some(role => role !== 'lead')
    const own = files.filter(file => file.item === id)
    return page(
      c,
      t(evidenceWords.evidenceTitle, { item: id, name: opened.rating.name }),
      <EvidencePage
        {...opened}
        {...{ view: viewOf(c), item, files }}
        elsewhere={scores ? await evidence.elsewhere(own) : new Map()}
        saved={c.req.query('saved') !== undefined}
        {...(refusal ? { faults: { files: t(refusal.text, refusal.values) } } : {})}
      />,
      refusal?.status ?? 200,
    )
  }

  return web
}
