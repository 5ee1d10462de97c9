import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, type View, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { liveBoard } from '../shared/web/live.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import type { Watching } from '../shared/web/watching.ts'
import { boardOf } from './board.ts'
import { readDistrict } from './calling.ts'
import { mayConvene } from './expected.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingParts } from './meeting-props.ts'
import { BoardView } from './pages.board.tsx'
import { RoomPage, RoomView, SheetPage } from './pages.room.tsx'
import { phaseOf } from './phase.ts'
import { no } from './refusals.ts'
import { roomCode } from './room-code.ts'
import { makeRoomSecret } from './signing.ts'
import { attendances, meetings, roomSecrets } from './store.ts'
import { watchMeetings } from './web.watching.ts'
import { words } from './words.ts'

/** A meeting's boards: the attendance that brings itself up to date, the room's screen, the sheet to print. */
export function liveWeb(kit: Kit, { seen, propsOf }: Pick<MeetingParts, 'seen' | 'propsOf'>) {
  const { store, now, zone } = kit
  const web = new Hono<WebEnv>()
  const watch = watchMeetings(kit)

  web.get('/meetings/:id/live', async c => {
    const found = await seen(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const { meeting, district } = found
    const view = viewOf(c)
    const seeNames = mayConvene(actorOf(c), district.tree, meeting)
    const variant = `board ${view.lang} ${seeNames}`
    return streamBoard(c, meeting.id, watching =>
      watching.drawn(variant, async () => {
        const { meeting, board } = await boardNow(watching.thing, view)
        return htmlOf(<BoardView {...{ view, meeting, board, seeNames }} />)
      }),
    )
  })

  /** Sends what there is now, and again whenever there is something else. */
  const streamBoard = (c: Web, id: string, html: (watching: Watching) => Promise<string>) => {
    const watching = watch(id, actorOf(c).id)
    if (isRefusal(watching)) return refusalPage(c, watching)
    let seenAt = watching.version
    return liveBoard(c, {
      html: () => {
        seenAt = watching.version
        return html(watching)
      },
      next: () => watching.next(seenAt),
      ended: () => watching.end(),
    })
  }

  const boardNow = async (id: string, view: Pick<View, 't'>) => {
    const meeting = await store.get(meetings, id)
    const records = await store.list(attendances, 'meeting', id)
    const phase = phaseOf(meeting, now())
    return {
      meeting,
      board: boardOf(meeting, records, await readDistrict(store, zone), { t: view.t, phase }),
    }
  }

  web.get('/meetings/:id/room', async c => {
    const shown = await roomOf(c)
    if (isRefusal(shown)) return refusalPage(c, shown)
    const { view, meeting } = shown
    c.header('Cache-Control', 'no-store')
    return page(c, meeting.title, <RoomPage {...(await screenOf(meeting, view))} zone={zone} />)
  })
  web.get('/meetings/:id/room/live', async c => {
    const shown = await roomOf(c)
    if (isRefusal(shown)) return refusalPage(c, shown)
    const { view, meeting } = shown
    return streamBoard(c, meeting.id, watching =>
      watching.drawn(`room ${view.lang}`, async () =>
        htmlOf(<RoomView {...(await screenOf(meeting, view))} />),
      ),
    )
  })

  web.get('/meetings/:id/sheet', async c => {
    const props = await propsOf(c)
    if (isRefusal(props)) return refusalPage(c, props)
    if (!props.may.convene) return refusalPage(c, no.notYours())
    return page(c, c.get('t')(words.sheetOf, { title: props.meeting.title }), <SheetPage {...props} />)
  })

  /** The screen is for those who convene; the first look makes the meeting's secret. */
  const roomOf = async (c: Web): Promise<{ view: View; meeting: Meeting } | Refusal> => {
    const found = await seen(c)
    if (isRefusal(found)) return found
    const { meeting, district } = found
    if (!mayConvene(actorOf(c), district.tree, meeting)) return no.notYours()
    if (meeting.level === 'community') return no.countedOnly()
    if (!(await store.find(roomSecrets, meeting.id))) await makeRoomSecret(kit, meeting.id, actorOf(c))
    return { view: viewOf(c), meeting }
  }

  const screenOf = async ({ id }: Meeting, view: View) => {
    const secret = await store.get(roomSecrets, id)
    const url = `${kit.publicUrl}/meetings/${id}/scan/${roomCode(secret, now())}`
    return { view, ...(await boardNow(id, view)), url }
  }

  return web
}

const htmlOf = async (node: { toString(): string | Promise<string> }) => await node.toString()
