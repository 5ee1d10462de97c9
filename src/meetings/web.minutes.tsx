import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { paperFile, paperPage } from '../shared/papers/page.tsx'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import { actorOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readBody, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { minutesPaper } from './issued-paper.ts'
import type { MeetingProps } from './meeting-props.ts'
import { type Conflict, draftOf, type FieldChange, minutesFixed } from './minutes.ts'
import { agendaOf, keepFields } from './minuting.ts'
import { DraftPage } from './pages.draft.tsx'
import { paperOf } from './pages.minutes.tsx'
import { no } from './refusals.ts'
import { resolve } from './resolving.ts'
import { autosaveScript } from './web.autosave.ts'
import { words } from './words.ts'

const resolutionSchema = z.object({
  what: z.string().max(500).default(''),
  owner: z.string().optional(),
  due: plainDateSchema.optional(),
})

/** A field of the form with what stood there before, as `FieldChange` names it. */
const field =
  /^was\.((?:chair|recorder|place|from|until|text)|(?:title|points|problems|raised)\.[\w-]{1,24})$/

interface Given {
  readonly typed?: Typed
  readonly faults?: Faults
  readonly conflicts?: readonly Conflict[]
}

/** Writing minutes and issuing them. `propsOf` reads the meeting for whoever asks. */
export function minutesWeb(kit: Kit, propsOf: (c: Web) => Promise<MeetingProps | Refusal>) {
  const web = new Hono<WebEnv>()
  const idOf = (c: Web) => c.req.param('id') ?? ''
  const editPath = (c: Web) => `/meetings/${idOf(c)}/minutes/edit`

  web.get('/minutes-form.js', c =>
    c.body(autosaveScript, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  )

  web.get('/meetings/:id/minutes', async c => {
    const props = await propsOf(c)
    if (isRefusal(props)) return refusalPage(c, props)
    const { lang, t } = props.view
    const at = `/meetings/${props.meeting.id}`
    const from = { path: at, title: props.meeting.title }
    return paperPage(c, minutesPaper(paperOf(props), lang, t), { from, file: `${at}/minutes.docx` })
  })

  web.get('/meetings/:id/minutes.docx', async c => {
    const props = await propsOf(c)
    if (isRefusal(props)) return refusalPage(c, props)
    return paperFile(c, minutesPaper(paperOf(props), props.view.lang, props.view.t))
  })

  web.get('/meetings/:id/minutes/edit', c => draftPage(c))

  web.post('/meetings/:id/minutes', async c => {
    const changes = changesIn(await readBody(c))
    const written = await keepFields(kit, idOf(c), changes, actorOf(c))
    const t = c.get('t')
    if (c.req.header('accept')?.includes('application/json')) {
      if (isRefusal(written)) return c.json({ text: t(written.text, written.values) }, written.status)
      return written.conflicts.length > 0 ? c.json({ text: t(words.minutesBoth) }, 409) : c.json({ ok: true })
    }
    if (isRefusal(written)) return again(c, written, 'text', typedIn(changes))
    if (written.conflicts.length === 0) return c.redirect(`${editPath(c)}?saved`, 303)
    const both = new Set(written.conflicts.map(each => each.field))
    const typed = typedIn(changes.filter(each => both.has(each.field)))
    return draftPage(c, { typed, conflicts: written.conflicts })
  })

  web.post('/meetings/:id/resolutions', async c => {
    const form = await readForm(c, resolutionSchema)
    if (!form.ok) return draftPage(c, form)
    const { what, owner, due } = form.data
    const kept = await resolve(kit, idOf(c), { what, owner, due }, actorOf(c))
    return isRefusal(kept)
      ? again(c, kept, 'owner', form.typed)
      : c.redirect(`${editPath(c)}#resolutions`, 303)
  })

  /** The fault at its field where typing again helps, else the refusal alone. */
  const again = (c: Web, refusal: Refusal, name: string, typed: Typed) =>
    refusal.status === 422
      ? draftPage(c, { typed, faults: { [name]: c.get('t')(refusal.text, refusal.values) } })
      : refusalPage(c, refusal)

  const draftPage = async (c: Web, { conflicts = [], ...given }: Given = {}) => {
    const props = await propsOf(c)
    if (isRefusal(props)) return refusalPage(c, props)
    const { meeting, may, over } = props
    if (!may.convene) return refusalPage(c, no.notYours())
    const fixed = minutesFixed(meeting) ?? (over ? undefined : no.notBegun())
    if (fixed) return refusalPage(c, fixed)
    const draft = draftOf(meeting, await agendaOf(kit.store, meeting))
    const saved = c.req.query('saved') !== undefined && !given.faults && conflicts.length === 0
    const shown = { ...props, ...given, draft, conflicts, saved, nextItem: kit.newId() }
    const status = conflicts.length > 0 ? 409 : given.faults ? 422 : 200
    return page(
      c,
      c.get('t')(words.minutesEditOf, { title: meeting.title }),
      <DraftPage {...shown} />,
      status,
    )
  }

  return web
}

/** Line ends and outer blanks are not what two writers differ in. */
const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '')

function changesIn(body: Awaited<ReturnType<typeof readBody>>): readonly FieldChange[] {
  return Object.keys(body).flatMap(key => {
    const name = field.exec(key)?.[1]
    return name === undefined ? [] : [{ field: name, was: plain(body[key]), now: plain(body[name]) }]
  })
}

const typedIn = (changes: readonly FieldChange[]): Typed =>
  Object.fromEntries(changes.map(({ field: name, now }) => [name, now]))
