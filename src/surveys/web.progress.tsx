import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { liveBoard } from '../shared/web/live.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { watcher } from '../shared/web/watching.ts'
import { countedOf, stateOfCounts } from './counting.ts'
import { keptResults } from './kept-results.ts'
import { ProgressPage, progressBoard } from './pages.progress.tsx'
import { type ProgressShown, progressShown } from './progress.ts'
import { no } from './refusals.ts'
import { remindWords } from './remind-words.ts'
import { narrowedTo, roundSeen } from './seen.ts'
import { rounds } from './store.ts'

/** How many answers each unit has and lacks, while they come in. */
export function progressWeb({ store, log, now, zone }: Kit) {
  const web = new Hono<WebEnv>()
  const watch = watcher({
    look: async id => [await store.find(rounds, id), await stateOfCounts(store, id)],
    lookMs: 2000,
    most: { ofPerson: 10, ofOne: 50, ofAll: 100 },
    refused: no.tooManyBoards,
    log,
  })

  web.get('/surveys/:id/progress', async c => {
    const seen = await unitsOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const of = c.req.query('of')
    const about = { round, today: dateOf(now(), zone), of, name: of && narrowedTo(of, units) }
    return page(
      c,
      c.get('t')(remindWords.progress),
      <ProgressPage view={viewOf(c)} shown={await shownOf(seen)} {...about} />,
    )
  })

  web.get('/surveys/:id/progress/live', async c => {
    const seen = await unitsOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const watching = watch(seen.round.id, actorOf(c).id)
    if (isRefusal(watching)) return refusalPage(c, watching)
    const view = viewOf(c)
    let seenAt = watching.version
    return liveBoard(c, {
      html: async () => {
        seenAt = watching.version
        const now = await unitsOf(c)
        if (isRefusal(now)) return ''
        const { round, units } = now
        // Those who see the whole round see the same.
        const variant = `${view.lang} ${units === round.units ? 'all' : units.map(({ code }) => code)}`
        return watching.drawn(variant, async () => progressBoard(await shownOf(now), view, round).toString())
      },
      next: () => watching.next(seenAt),
      ended: () => watching.end(),
    })
  })

  const unitsOf = (c: Web) => roundSeen(store, actorOf(c), c.req.param('id') ?? '', c.req.query('of'))

  const kept = keptResults<ProgressShown>()
  const shownOf = async ({ round, units }: Exclude<Awaited<ReturnType<typeof unitsOf>>, Refusal>) => {
    const { state, counted } = await countedOf(store, round.id)
    return kept(units, 'progress', state, () => progressShown(round, units, counted))
  }

  return web
}
