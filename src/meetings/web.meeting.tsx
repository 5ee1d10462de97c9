import { Hono } from 'hono'
import { z } from 'zod'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { instantAt, plainDateSchema, plainTimeSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type FormResult, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { agendaOutcomes } from './agenda-shapes.ts'
import { type District, readDistrict, seatsOf } from './calling.ts'
import { concerns, seatOf } from './expected.ts'
import { sayConveyed, takeUp } from './linking.ts'
import type { Meeting } from './meeting.ts'
import type { Given, MeetingParts } from './meeting-props.ts'
import { MeetingPage } from './pages.meeting.tsx'
import { no } from './refusals.ts'
import { type Outcome, tell } from './reporting.ts'
import { showMeeting } from './showing.ts'
import { meetings } from './store.ts'
import { urgeMissing } from './urge-telling.ts'
import { attendanceWeb } from './web.attendance.tsx'
import { filesWeb } from './web.files.tsx'
import { liveWeb } from './web.live.tsx'
import { minutesWeb } from './web.minutes.tsx'

const count = z.coerce.number().int()
const reason = z.string().max(200).default('')
const reportSchema = z.object({
  present: count,
  missing: count.optional(),
  unresolved: z.string().max(500).optional(),
})
const moveSchema = z.object({ date: plainDateSchema, time: plainTimeSchema, reason })
const whySchema = z.object({ why: reason })
const additionSchema = z.object({ addition: z.string().max(1000).default('') })
const agendaSchema = z.object({ key: z.string(), outcome: z.enum(agendaOutcomes) })
const conveySchema = z.object({ decision: z.string(), said: z.enum(['conveyed', 'not']) })

/** A meeting's own page and everything done on it. */
export function meetingWeb(kit: Kit, files: KeptFiles) {
  const { store, now, zone } = kit
  const web = new Hono<WebEnv>()

  const parts: MeetingParts = {
    seen: c => seen(c),
    propsOf: c => pageProps(c),
    onePage: (c, given) => onePage(c, given),
    after: (c, outcome, field, typed) => after(c, outcome, field, typed),
  }
  web.route('/', liveWeb(kit, parts))
  web.route('/', minutesWeb(kit, parts.propsOf))
  web.get('/meetings/:id', c => onePage(c))
  web.route('/', attendanceWeb(kit, parts))

  web.post('/meetings/:id/report', c =>
    telling(c, reportSchema, 'present', ({ present, missing, unresolved }) => ({
      kind: 'held',
      report: {
        present,
        ...(missing !== undefined && { missing }),
        ...(unresolved !== undefined && { unresolved }),
      },
    })),
  )
  web.post('/meetings/:id/move', c =>
    telling(c, moveSchema, 'date', ({ date, time, reason }) => ({
      kind: 'moved',
      to: instantAt(date, time, zone),
      reason,
    })),
  )
  web.post('/meetings/:id/not-held', c =>
    telling(c, whySchema, 'why', ({ why }) => ({ kind: 'notHeld', reason: why })),
  )
  web.post('/meetings/:id/cancel', c =>
    telling(c, whySchema, 'why', ({ why }) => ({ kind: 'cancelled', reason: why })),
  )
  web.post('/meetings/:id/urge', async c => after(c, await urgeMissing(kit, idOf(c), actorOf(c)), 'urge', {}))
  web.post('/meetings/:id/minutes/final', async c =>
    after(c, await tell(kit, idOf(c), actorOf(c), { kind: 'final' }), 'text', {}),
  )
  web.post('/meetings/:id/minutes/additions', c =>
    telling(c, additionSchema, 'addition', ({ addition }) => ({ kind: 'addition', text: addition })),
  )
  const telling = async <T,>(c: Web, schema: z.ZodType<T>, field: string, outcome: (data: T) => Outcome) => {
    const form: FormResult<T> = await readForm(c, schema)
    if (!form.ok) return onePage(c, form)
    return after(c, await tell(kit, idOf(c), actorOf(c), outcome(form.data)), field, form.typed)
  }

  web.post('/meetings/:id/agenda', async c => {
    const form = await readForm(c, agendaSchema)
    if (!form.ok) return onePage(c, form)
    return after(c, await takeUp(kit, idOf(c), form.data, actorOf(c)), 'outcome', form.typed)
  })
  web.post('/meetings/:id/convey', async c => {
    const form = await readForm(c, conveySchema)
    if (!form.ok) return onePage(c, form)
    const { decision, said } = form.data
    const told = { decision, done: said === 'conveyed' }
    return after(c, await sayConveyed(kit, idOf(c), told, actorOf(c)), 'said', form.typed)
  })

  /** Back to the page: with the fault at its field where typing again helps, else with the refusal alone. */
  const after = (c: Web, outcome: unknown, field: string, typed: Typed) => {
    if (!isRefusal(outcome)) return c.redirect(`/meetings/${idOf(c)}`, 303)
    if (outcome.status !== 422) return refusalPage(c, outcome)
    return onePage(c, { typed, faults: { [field]: c.get('t')(outcome.text, outcome.values) } })
  }

  const idOf = (c: Web) => c.req.param('id') ?? ''

  const seen = async (c: Web): Promise<{ meeting: Meeting; district: District } | Refusal> => {
    const actor = actorOf(c)
    const meeting = await store.find(meetings, idOf(c))
    if (!meeting) return no.noMeeting()
    const district = await readDistrict(store, zone)
    const called = seatOf(seatsOf(meeting, district), actor.id) !== undefined
    return called || concerns(actor, district.tree, meeting) ? { meeting, district } : no.notYours()
  }

  const onePage = async (c: Web, { status = 422, ...given }: Given = {}) => {
    const shown = await pageProps(c)
    if (isRefusal(shown)) return refusalPage(c, shown)
    return page(c, shown.meeting.title, <MeetingPage {...shown} {...given} />, given.faults ? status : 200)
  }

  const pageProps = async (c: Web) => {
    const found = await seen(c)
    if (isRefusal(found)) return found
    return showMeeting(store, found, { actor: actorOf(c), view: viewOf(c), now: now(), zone })
  }

  web.route('/', filesWeb(kit, files, parts))
  return web
}
