import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { PlainDate } from '../shared/time.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds, scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { Unit } from '../units/unit.ts'
import { type CommunityGrade, reached } from './attainment.ts'
import type { Desk } from './desk.ts'
import { doStep } from './doing.ts'
import { fairness } from './fairness.ts'
import { fairnessWords } from './fairness-words.ts'
import { gradeRows } from './grade-row.ts'
import { isListed } from './notice.ts'
import { bulkActions, type Ready } from './pages.district.tsx'
import { FairnessPage } from './pages.fairness.tsx'
import { CyclePage } from './pages.list.tsx'
import { mayDo } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import type { Rubric } from './rubric.ts'
import { spotCheckable } from './spot-check.ts'
import { ratingCycles, ratings } from './store.ts'
import { words } from './words.ts'

/** Of how many parts of a district the lists are kept. */
const viewers = 30

// District and subdistricts read these of the same thousand ratings again and again; each has a list of its own.
const readyOf = rememberBeside(readyFor)
const targetsOf = rememberBeside(reached)
const fairnessOf = rememberBeside((seen: readonly Rating[], rubric: Rubric) => fairness(rubric, seen))
const subdistrictsOf = rememberBeside((scope: readonly Unit[]) =>
  scope.filter(unit => unit.level === 'subdistrict'),
)
const codesOf = rememberBeside((scope: readonly Unit[]) => new Set(scope.map(unit => unit.id)))
const ratingsOf = rememberBeside(
  (all: readonly Rating[], codes: ReadonlySet<string>) =>
    within(all, ({ community }) => codes.has(community)),
  viewers,
)
const rowsOf = rememberBeside(
  (all: readonly CommunityGrade[], codes: ReadonlySet<string>) => within(all, ({ code }) => codes.has(code)),
  viewers,
)
const heldOf = rememberBeside((rows: readonly CommunityGrade[]) => new Map(rows.map(row => [row.code, row])))

/** A cycle as a whole: its list, its fairness, the spot check, and steps for all that are ready. */
export function cycleWeb(kit: Kit, desk: Desk) {
  const web = new Hono<WebEnv>()
  const { store } = kit

  web.get('/ratings/:cycle', async c => {
    const actor = actorOf(c)
    const cycle = await store.find(ratingCycles, c.req.param('cycle'))
    if (!cycle) return refusalPage(c, no.unknownCycle({ cycle: c.req.param('cycle') }))
    const tree = await readTree(store)
    const rubric = await desk.rubricOf(cycle)
    const scope = scopeOf(actor, tree)
    const codes = codesOf(scope)
    const today = desk.today()
    const seen = ratingsOf(await store.list(ratings, 'cycle', cycle.id), codes)
    const rows = rowsOf((await gradeRows(store, today, cycle.id)).rows, codes)
    const mayOpen = holds(actor, 'district')
    const { ready, drawable } = mayOpen ? readyOf(seen, rubric, today) : nothingReady
    return page(
      c,
      c.get('t')(words.cycleTitle, { year: cycle.year }),
      <CyclePage
        {...{ view: viewOf(c), cycle, rubric, ratings: seen, mayOpen, ready, today }}
        cycles={await store.all(ratingCycles)}
        subdistricts={subdistrictsOf(scope)}
        filter={filterSchema.parse(c.req.query())}
        mayCompare={holds(actor, 'district', 'subdistrict')}
        held={heldOf(rows)}
        zone={kit.zone}
        targets={targetsOf(rows, rubric)}
        drawable={drawable}
      />,
    )
  })

  web.get('/ratings/:cycle/fairness', async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district', 'subdistrict')) return refusalPage(c, no.outOfScope())
    const cycle = await store.find(ratingCycles, c.req.param('cycle'))
    if (!cycle) return refusalPage(c, no.unknownCycle({ cycle: c.req.param('cycle') }))
    const tree = await readTree(store)
    const seen = ratingsOf(await store.list(ratings, 'cycle', cycle.id), codesOf(scopeOf(actor, tree)))
    const found = fairnessOf(seen, await desk.rubricOf(cycle))
    return page(
      c,
      c.get('t')(fairnessWords.fairnessTitle, { year: cycle.year }),
      <FairnessPage
        {...{ view: viewOf(c), cycle, fairness: found }}
        nameOf={code => tree.find(code)?.name ?? code}
      />,
    )
  })

  web.post('/ratings/:cycle/steps', async c => {
    const actor = actorOf(c)
    const form = await readForm(c, z.object({ action: z.enum(bulkActions) }))
    if (!form.ok) return refusalPage(c, no.unknownStep())
    const { action } = form.data
    const notice = await desk.noticeEnd(c.req.param('cycle'))
    const done = await desk.changeAll(actor, c.req.param('cycle'), action, (rating, hand) =>
      doStep(rating, { action, reason: '', items: [], passed: true }, notice, hand),
    )
    return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/ratings/${c.req.param('cycle')}`, 303)
  })

  web.post('/ratings/:cycle/sample', async c => {
    const form = await readForm(c, z.object({ seed: z.string().trim().min(1).max(100).optional() }))
    if (!form.ok) return refusalPage(c, no.badSeed())
    const drawn = await desk.draw(actorOf(c), c.req.param('cycle'), form.data.seed ?? kit.newId())
    return isRefusal(drawn) ? refusalPage(c, drawn) : c.redirect(`/ratings/${c.req.param('cycle')}`, 303)
  })

  return web
}

/** How many ratings are ready for each of the district's deeds for all, and for the draw. */
function readyFor(all: readonly Rating[], rubric: Rubric, today: PlainDate) {
  const hand = { roles: ['district' as const], rubric, today }
  const ready = bulkActions.map((action): Ready => {
    const some = all.filter(rating => mayDo(rating, hand).includes(action))
    return { action, count: some.length, below: some.filter(rating => !isListed(rating)).length }
  })
  return { ready, drawable: spotCheckable(all, rubric, hand).length }
}

const nothingReady: ReturnType<typeof readyFor> = { ready: [], drawable: 0 }

/** Those for which it holds; the same list where it holds for all, so that what was made of it is known. */
function within<T>(all: readonly T[], holdsFor: (one: T) => boolean): readonly T[] {
  return all.every(holdsFor) ? all : all.filter(holdsFor)
}

const filterSchema = z.object({
  subdistrict: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
})
