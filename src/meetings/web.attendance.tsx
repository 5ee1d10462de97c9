import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { attendanceKinds, leaveKinds } from './attendance.ts'
import { seatsOf } from './calling.ts'
import { seatOf } from './expected.ts'
import { decideOnLeave } from './leave-deciding.ts'
import type { MeetingParts } from './meeting-props.ts'
import { ScanPage } from './pages.room.tsx'
import { no } from './refusals.ts'
import { isFresh } from './room-code.ts'
import { correctSignIn, type Saying, say } from './signing.ts'
import { roomSecrets } from './store.ts'

const correctSchema = z.object({
  person: z.string(),
  kind: z.enum(attendanceKinds),
  correctLeave: z.enum(leaveKinds).optional(),
  deputyPost: z.string().max(20).optional(),
  because: z.string().max(200).default(''),
})
const leaveSchema = z.object({ leave: z.enum(leaveKinds) })
const deputySchema = z.object({ post: z.string().max(20).default(''), deputy: z.string().optional() })
const decisionSchema = z.object({ decision: z.enum(['approve', 'decline']) })
const scanSchema = z.object({ as: z.literal('observer').optional() })

/** What people say of their own coming, and what staff make of it. */
export function attendanceWeb(kit: Kit, { seen, onePage, after }: Omit<MeetingParts, 'propsOf'>) {
  const { store, now } = kit
  const web = new Hono<WebEnv>()

  web.post('/meetings/:id/sign-in', c => saying(c, { kind: 'signIn' }))
  web.post('/meetings/:id/leave-early', c => saying(c, { kind: 'leaveEarly' }))
  web.post('/meetings/:id/leave', async c => {
    const form = await readForm(c, leaveSchema)
    return form.ok ? saying(c, { kind: 'leave', leave: form.data.leave }) : onePage(c, form)
  })
  web.post('/meetings/:id/deputy', async c => {
    const form = await readForm(c, deputySchema)
    if (!form.ok) return onePage(c, form)
    return saying(c, { kind: 'deputy', post: form.data.post, named: form.data.deputy })
  })
  const saying = async (c: Web, what: Saying) => {
    const asked = { meeting: idOf(c), person: actorOf(c).id, way: 'web' as const, saying: what }
    return after(c, await say(kit, asked), 'post', {})
  }

  web.get('/meetings/:id/scan/:code', async c => {
    const found = await seen(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const { meeting, district } = found
    const { id, name } = actorOf(c)
    const expected = seatOf(seatsOf(meeting, district), id) !== undefined
    const shown = { view: viewOf(c), meeting, code: c.req.param('code'), name, expected }
    return page(c, meeting.title, <ScanPage {...shown} />)
  })
  web.post('/meetings/:id/scan/:code', async c => {
    const form = await readForm(c, scanSchema)
    const { id: person } = actorOf(c)
    const secret = await store.find(roomSecrets, idOf(c))
    if (!secret || !isFresh(secret, c.req.param('code'), now())) return refusalPage(c, no.staleCode())
    const kind = form.ok && form.data.as === 'observer' ? ('observe' as const) : ('signIn' as const)
    return after(c, await say(kit, { meeting: idOf(c), person, way: 'code', saying: { kind } }), 'post', {})
  })

  web.post('/meetings/:id/leave/:attendance', async c => {
    const form = await readForm(c, decisionSchema)
    if (!form.ok) return onePage(c, form)
    const approve = form.data.decision === 'approve'
    const asked = { attendance: c.req.param('attendance'), approve }
    return after(c, await decideOnLeave(kit, asked, actorOf(c)), 'decision', {})
  })
  web.post('/meetings/:id/correct', async c => {
    const form = await readForm(c, correctSchema)
    if (!form.ok) return onePage(c, form)
    const { person, kind, correctLeave: leave, deputyPost: post, because } = form.data
    const asked = { meeting: idOf(c), person, kind, leave, post, reason: because }
    return after(c, await correctSignIn(kit, asked, actorOf(c)), 'because', form.typed)
  })

  return web
}

const idOf = (c: Web) => c.req.param('id') ?? ''
