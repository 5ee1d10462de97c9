import { Hono } from 'hono'
import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import type { Desk } from './desk.ts'
import { PreviewPage } from './pages.preview.tsx'
import { readDraft } from './parse-rubric.ts'
import { preview } from './preview.ts'
import { previewWords } from './preview-words.ts'
import { no } from './refusals.ts'
import { ratingCycles, ratings } from './store.ts'

/** A draft of the rubric held against a cycle; for the district. */
export function previewWeb(store: Store, desk: Desk) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/preview'

  web.get(path, c => shown(c))

  web.post(path, async c => {
    if (!holds(actorOf(c), 'district')) return refusalPage(c, no.districtOnly())
    const form = await readForm(c, z.object({ file: z.instanceof(File) }))
    return shown(c, form.ok ? new Uint8Array(await form.data.file.arrayBuffer()) : new Uint8Array())
  })

  async function shown(c: Web, file?: Uint8Array) {
    if (!holds(actorOf(c), 'district')) return refusalPage(c, no.districtOnly())
    const id = c.req.param('cycle') ?? ''
    const cycle = await store.find(ratingCycles, id)
    if (!cycle) return refusalPage(c, no.unknownCycle({ cycle: id }))
    const draft = file && readDraft(file)
    const found =
      draft === undefined || isRefusal(draft)
        ? {}
        : {
            found: {
              version: draft.version,
              preview: preview(await desk.rubricOf(cycle), draft, await store.list(ratings, 'cycle', id), {
                today: desk.today(),
              }),
            },
          }
    const t = c.get('t')
    const fault = (refusal: Refusal) => ({ faults: { file: t(refusal.text, refusal.values) } })
    const given = draft !== undefined && isRefusal(draft) ? fault(draft) : found
    return page(
      c,
      t(previewWords.previewTitle, { year: cycle.year }),
      <PreviewPage view={viewOf(c)} cycle={cycle} {...given} />,
      draft !== undefined && isRefusal(draft) ? 422 : 200,
    )
  }

  return web
}
