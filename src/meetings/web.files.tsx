import { Hono } from 'hono'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import { headersOf } from '../shared/files/sent.ts'
import { readFiles } from '../shared/files/upload.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { refusalPage } from '../shared/web/page.tsx'
import { addFiles, shownFile, takeFileBack } from './attaching.ts'
import { attachmentKinds } from './attachments.ts'
import type { MeetingParts } from './meeting-props.ts'
import { no } from './refusals.ts'

/** The sheet's photo and what belongs to the minutes: adding, showing and taking back. */
export function filesWeb(kit: Kit, files: KeptFiles, { seen, onePage }: MeetingParts) {
  const web = new Hono<WebEnv>()
  const after = (c: Web, meeting: string, outcome: unknown) =>
    isRefusal(outcome) ? refusalPage(c, outcome) : c.redirect(`/meetings/${meeting}#files`, 303)

  web.post('/meetings/:id/files/:about', async c => {
    const actor = actorOf(c)
    const { id, about: given } = c.req.param()
    const about = attachmentKinds.find(kind => kind === given)
    if (!about) return refusalPage(c, no.noFile())
    const sent = await readFiles(c)
    const added = await addFiles(kit, files, { meeting: id, about, sent }, actor)
    if (!isRefusal(added) || added.status === 403 || added.status === 404) return after(c, id, added)
    // Another file, or another time: the sentence stands where one is chosen.
    const { text, values, status } = added
    return onePage(c, { faults: { [`files-${about}`]: c.get('t')(text, values) }, status })
  })

  web.get('/meetings/:id/files/:file', async c => {
    const { id, file } = c.req.param()
    const found = await read(c, id, file)
    if (isRefusal(found)) return refusalPage(c, found)
    const small = c.req.query('small') !== undefined && found.kind === 'jpeg'
    const bytes = await files.read(found.hash, small ? 'thumb' : found.kind)
    return bytes ? c.body(bytes, 200, headersOf(found, id)) : refusalPage(c, no.noFile())
  })

  web.post('/meetings/:id/files/:file/take-back', async c => {
    const { id, file } = c.req.param()
    return after(c, id, await takeFileBack(kit, { meeting: id, file }, actorOf(c)))
  })

  const read = async (c: Web, id: string, file: string) => {
    const meeting = await seen(c)
    return isRefusal(meeting) ? meeting : shownFile(kit.store, id, file)
  }

  return web
}
