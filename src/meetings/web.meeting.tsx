import { Hono } from 'hono'
import { z } from 'zod'
import { followUps } from '../followups/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { instantAt, plainDateSchema, plainTimeSchema } from '../shared/time.ts'
import { actorOf, type View, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, type FormResult, readForm, type Typed } from '../shared/web/form.tsx'
import { liveBoard } from '../shared/web/live.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { rolesOver } from '../units/scope.ts'
import { agendaOutcomes } from './agenda-shapes.ts'
import { isShown } from './attachments.ts'
import { type Attendance, attendanceKinds, leaveKinds } from './attendance.ts'
import { boardOf } from './board.ts'
import { type District, readDistrict, seatsOf } from './calling.ts'
import { isSigningIn } from './choosing.ts'
import { concerns, isStaffOver, mayConvene, seatOf } from './expected.ts'
import { readLinked, sayConveyed, takeUp } from './linking.ts'
import { isComing, type Meeting } from './meeting.ts'
import type { May } from './meeting-props.ts'
import { BoardView, MeetingPage } from './pages.meeting.tsx'
import { RoomPage, RoomView, ScanPage, SheetPage } from './pages.room.tsx'
import { no } from './refusals.ts'
import { type Outcome, tell } from './reporting.ts'
import { isFresh, roomCode } from './room-code.ts'
import { stateText } from './saying.ts'
import { correctSignIn, makeRoomSecret, type Saying, say } from './signing.ts'
import { attachments, attendances, meetings, roomSecrets } from './store.ts'
import { filesWeb } from './web.files.tsx'
import { minutesWeb } from './web.minutes.tsx'
import { words } from './words.ts'

const count = z.coerce.number().int()
const reason = z.string().max(200).default('')
const reportSchema = z.object({
  present: count,
  missing: count.optional(),
  unresolved: z.string().max(500).optional(),
})
const moveSchema = z.object({ date: plainDateSchema, time: plainTimeSchema, reason })
const whySchema = z.object({ why: reason })
const correctSchema = z.object({
  person: z.string(),
  kind: z.enum(attendanceKinds),
  deputyPost: z.string().max(20).optional(),
  because: reason,
})
const additionSchema = z.object({ addition: z.string().max(1000).default('') })
const agendaSchema = z.object({ key: z.string(), outcome: z.enum(agendaOutcomes) })
const conveySchema = z.object({ decision: z.string(), said: z.enum(['conveyed', 'not']) })

/** A meeting's own page and everything done on it. */
export function meetingWeb(kit: Kit, files: KeptFiles) {
  const { store, now, zone } = kit
  const web = new Hono<WebEnv>()

  web.get('/meetings/:id', c => onePage(c))

  web.get('/meetings/:id/live', async c => {
    const found = await seen(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const { meeting, district } = found
    const seeNames = mayOf(actorOf(c), meeting, district).seeNames
    return liveBoard(c, () => boardHtml(meeting.id, viewOf(c), seeNames))
  })

  const boardHtml = async (id: string, view: View, seeNames: boolean) => {
    const meeting = await store.get(meetings, id)
    const records = await store.list(attendances, 'meeting', id)
    const board = boardOf(meeting, records, await readDistrict(store, zone), {
      t: view.t,
      over: isOver(meeting),
    })
    return (<BoardView {...{ view, meeting, board, seeNames }} />).toString()
  }

  web.get('/meetings/:id/room', async c => {
    const shown = await roomOf(c)
    if (isRefusal(shown)) return refusalPage(c, shown)
    c.header('Cache-Control', 'no-store')
    return page(c, shown.meeting.title, <RoomPage {...shown} zone={zone} />)
  })
  web.get('/meetings/:id/room/live', async c => {
    const first = await roomOf(c)
    if (isRefusal(first)) return refusalPage(c, first)
    return liveBoard(c, async () => {
      const shown = await roomOf(c)
      return isRefusal(shown) ? '' : (<RoomView {...shown} />).toString()
    })
  })
  web.get('/meetings/:id/sheet', async c => {
    const props = await pageProps(c)
    if (isRefusal(props)) return refusalPage(c, props)
    if (!props.may.convene) return refusalPage(c, no.notYours())
    return page(c, c.get('t')(words.sheetOf, { title: props.meeting.title }), <SheetPage {...props} />)
  })
  web.get('/meetings/:id/scan/:code', async c => {
    const found = await seen(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const shown = {
      view: viewOf(c),
      meeting: found.meeting,
      code: c.req.param('code'),
      name: actorOf(c).name,
    }
    return page(c, found.meeting.title, <ScanPage {...shown} />)
  })
  web.post('/meetings/:id/scan/:code', async c => {
    const { id: person } = actorOf(c)
    const secret = await store.find(roomSecrets, idOf(c))
    if (!secret || !isFresh(secret, c.req.param('code'), now())) return refusalPage(c, no.staleCode())
    const asked = { meeting: idOf(c), person, way: 'code' as const, saying: { kind: 'signIn' as const } }
    return after(c, await say(kit, asked), 'post', {})
  })

  /** What stands on the room's screen now; the first look makes the meeting's secret. */
  const roomOf = async (c: Web) => {
    const props = await pageProps(c)
    if (isRefusal(props)) return props
    const { view, meeting, board, may } = props
    if (!may.convene) return no.notYours()
    if (meeting.level === 'community') return no.countedOnly()
    const known = await store.find(roomSecrets, meeting.id)
    const secret = known ?? (await makeRoomSecret(kit, meeting.id, actorOf(c)))
    const url = `${kit.publicUrl}/meetings/${meeting.id}/scan/${roomCode(secret, now())}`
    return { view, meeting, board, url }
  }

  web.post('/meetings/:id/sign-in', c => saying(c, { kind: 'signIn' }))
  web.post('/meetings/:id/leave', async c => {
    const form = await readForm(c, z.object({ leave: z.enum(leaveKinds) }))
    return form.ok ? saying(c, { kind: 'leave', leave: form.data.leave }) : onePage(c, form)
  })
  web.post('/meetings/:id/deputy', async c => {
    const form = await readForm(c, z.object({ post: z.string().max(20) }))
    return form.ok ? saying(c, { kind: 'deputy', post: form.data.post }) : onePage(c, form)
  })
  const saying = async (c: Web, what: Saying) => {
    const asked = { meeting: idOf(c), person: actorOf(c).id, way: 'web' as const, saying: what }
    return after(c, await say(kit, asked), 'post', {})
  }

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

  web.post('/meetings/:id/correct', async c => {
    const form = await readForm(c, correctSchema)
    if (!form.ok) return onePage(c, form)
    const { person, kind, deputyPost: post, because } = form.data
    const asked = { meeting: idOf(c), person, kind, post, reason: because }
    return after(c, await correctSignIn(kit, asked, actorOf(c)), 'because', form.typed)
  })

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

  const isOver = (meeting: Meeting) => now() >= meeting.starts
  const idOf = (c: Web) => c.req.param('id') ?? ''

  const seen = async (c: Web): Promise<{ meeting: Meeting; district: District } | Refusal> => {
    const actor = actorOf(c)
    const meeting = await store.find(meetings, idOf(c))
    if (!meeting) return no.noMeeting()
    const district = await readDistrict(store, zone)
    const called = seatOf(seatsOf(meeting, district), actor.id) !== undefined
    return called || concerns(actor, district.tree, meeting) ? { meeting, district } : no.notYours()
  }

  const mayOf = (actor: Actor, meeting: Meeting, district: District, own?: Attendance): May => {
    const convene = mayConvene(actor, district.tree, meeting)
    const seat = seatOf(seatsOf(meeting, district), actor.id)
    const open =
      seat !== undefined && (isComing(meeting) || meeting.status === 'held') && now() <= meeting.ends
    const isIn = own !== undefined && own.now.kind !== 'leave' && own.now.kind !== 'deputy'
    return {
      signIn: open && !isIn && isSigningIn(meeting, now()),
      excuse: open && !isIn,
      convene,
      correct: isStaffOver(actor, district.tree, meeting.unit),
      inspect: isOver(meeting) && isInspector(actor, district, meeting),
      seeNames: convene,
    }
  }

  const isInspector = (actor: Actor, { tree }: District, { level, unit, status }: Meeting) =>
    level !== 'district' &&
    (status === 'held' || status === 'planned' || status === 'moved') &&
    rolesOver(actor, tree, unit).some(
      role => role === 'district' || (role === 'subdistrict' && level === 'community'),
    )

  const onePage = async (c: Web, given: { typed?: Typed; faults?: Faults } = {}) => {
    const shown = await pageProps(c)
    if (isRefusal(shown)) return refusalPage(c, shown)
    return page(c, shown.meeting.title, <MeetingPage {...shown} {...given} />, given.faults ? 422 : 200)
  }

  const pageProps = async (c: Web) => {
    const found = await seen(c)
    if (isRefusal(found)) return found
    const { meeting, district } = found
    const actor = actorOf(c)
    const view = viewOf(c)
    const records = await store.list(attendances, 'meeting', meeting.id)
    const own = records.find(record => record.person === actor.id)
    const over = isOver(meeting)
    const nameOf = (id: string) => district.people.find(person => person.id === id)?.name ?? id
    return {
      view,
      zone,
      meeting,
      over,
      nameOf,
      unit: district.tree.find(meeting.unit),
      board: boardOf(meeting, records, district, { t: view.t, over }),
      own: own && stateText(own, zone, view.t),
      may: mayOf(actor, meeting, district, own),
      resolutions: await store.list(followUps, 'source', `meeting:${meeting.id}`),
      files: (await store.list(attachments, 'meeting', meeting.id)).filter(isShown),
      linked: await readLinked(store, meeting, district.tree),
      unitName: (id: string) => district.tree.find(id)?.name ?? id,
      owners: district.tree.within(meeting.unit).filter(unit => unit.level !== 'window'),
    }
  }

  web.route('/', minutesWeb(kit, pageProps))
  web.route('/', filesWeb(kit, files, seen))
  return web
}
