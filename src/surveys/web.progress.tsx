import { setTimeout } from 'node:timers/promises'
import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { liveBoard } from '../shared/web/live.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { countsOf } from './counting.ts'
import { ProgressPage, ProgressView } from './pages.progress.tsx'
import { progressOf } from './progress.ts'
import { no } from './refusals.ts'
import { remindWords } from './remind-words.ts'
import { roundSeen } from './seen.ts'

/** A board of a thousand units takes its time to be drawn. */
const lookMs = 2000
/** Boards that are open at the same time; more would be somebody who opens pages by program. */
const mostBoards = 50

/** How many answers each unit has and lacks, while they come in. */
export function progressWeb({ store }: Kit) {
  const web = new Hono<WebEnv>()
  let boards = 0

  web.get('/surveys/:id/progress', async c => {
    const shown = await progressSeen(c, c.req.param('id'))
    if (isRefusal(shown)) return refusalPage(c, shown)
    return page(c, c.get('t')(remindWords.progress), <ProgressPage {...shown} />)
  })

  web.get('/surveys/:id/progress/live', async c => {
    const id = c.req.param('id')
    const first = await progressSeen(c, id)
    if (isRefusal(first)) return refusalPage(c, first)
    if (boards >= mostBoards) return refusalPage(c, no.tooManyBoards())
    boards += 1
    const html = async () => {
      const shown = await progressSeen(c, id)
      return isRefusal(shown) ? '' : (<ProgressView {...shown} />).toString()
    }
    let open = true
    return liveBoard(c, {
      html,
      next: () => setTimeout(lookMs),
      ended: () => {
        if (open) boards -= 1
        open = false
      },
    })
  })

  const progressSeen = async (c: Web, id: string) => {
    const seen = await roundSeen(store, actorOf(c), id)
    if (isRefusal(seen)) return seen
    const { round, units } = seen
    return { view: viewOf(c), round, progress: progressOf(round, units, await countsOf(store, id)) }
  }

  return web
}
