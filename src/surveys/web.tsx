import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf, plainDateSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readBody, readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { countedOf, undecidedOf } from './counting.ts'
import { keptResults } from './kept-results.ts'
import { loadSurvey, loadSurveys } from './load.ts'
import { openingWords } from './opening-words.ts'
import { OpenPage } from './pages.open.tsx'
import { RoundPage } from './pages.round.tsx'
import { RoundsPage } from './pages.tsx'
import { bases } from './rates.ts'
import { no } from './refusals.ts'
import { closeSurvey, finishSurvey, openSurvey, reopenSurvey } from './register.ts'
import { byAge, mostTypingDays, type Round } from './round.ts'
import { type RoundFigures, roundFigures } from './round-figures.ts'
import { narrowedTo, roundAsStaff, roundSeen, unitsSeen } from './seen.ts'
import { paperForms, rounds } from './store.ts'
import { answersOf } from './tally.ts'
import { trendReader } from './trend.ts'
import { doubleWeb } from './web.double.tsx'
import { entryWeb } from './web.entry.tsx'
import { exportWeb } from './web.export.tsx'
import { importWeb } from './web.import.tsx'
import { progressWeb } from './web.progress.tsx'
import { publishedWeb } from './web.published.tsx'
import { receiptsWeb } from './web.receipts.tsx'
import { resultsWeb } from './web.results.tsx'
import { reviewWeb } from './web.review.tsx'
import { slipsWeb } from './web.slips.tsx'
import { words } from './words.ts'

/** Staff: the rounds, their links and posters, their results. */
export function surveysWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const today = () => dateOf(kit.now(), kit.zone)
  const figuresFor = keptResults<RoundFigures>()
  const answersIn = keptResults<number>()
  const trendOf = trendReader(store)

  web.get('/surveys', async c => {
    const all = await store.all(rounds)
    const lines = []
    for (const round of all.toSorted(newestFirst)) {
      const units = await unitsSeen(store, actorOf(c), round)
      if (units.length === 0) continue
      const { state, all: counts } = await countedOf(store, round.id)
      const sum = () => units.reduce((sum, unit) => sum + answersOf(counts, unit.code), 0)
      lines.push({ round, units: units.length, answers: answersIn(units, 'answers', state, sum) })
    }
    const mayOpen = holds(actorOf(c), 'district')
    return page(
      c,
      c.get('t')(words.title),
      <RoundsPage {...{ view: viewOf(c), lines, today: today(), mayOpen }} />,
    )
  })

  web.get('/surveys/new', c => (mayManage(c) ? openPage(c) : refusalPage(c, no.notYours())))

  web.post('/surveys/new', async c => {
    if (!mayManage(c)) return refusalPage(c, no.notYours())
    const form = await readForm(c, openingSchema)
    if (!form.ok) {
      const chosen = codesSchema.safeParse((await readBody(c)).unit)
      return openPage(c, { ...form, chosen: new Set(chosen.data) })
    }
    const { which, unit, ...opening } = form.data
    const survey = await loadSurvey(form.data.form)
    const isUnclear = which === 'all' && unit.length > 0
    const round = isRefusal(survey)
      ? survey
      : isUnclear
        ? no.allAndSome()
        : await openSurvey(store, { ...opening, units: which === 'all' ? 'all' : unit }, survey.kept, {
            id: kit.newId(),
            newLink: kit.newId,
            standard: survey.standard,
            by: actorOf(c).id,
            today: today(),
          })
    if (!isRefusal(round)) return c.redirect(`/surveys/${round.id}`, 303)
    return openPage(c, {
      typed: form.typed,
      chosen: new Set(unit),
      faults: { [fieldOf(round)]: said(c, round) },
    })
  })

  web.get('/surveys/:id', async c => roundPage(c, c.req.param('id')))

  web.post('/surveys/:id/close', async c => {
    if (!mayManage(c)) return refusalPage(c, no.notYours())
    const round = await closeSurvey(store, c.req.param('id'), actorOf(c).id, today())
    return isRefusal(round) ? refusalPage(c, round) : c.redirect(`/surveys/${round.id}`, 303)
  })

  web.post('/surveys/:id/publish', async c => {
    if (!mayManage(c)) return refusalPage(c, no.notYours())
    const round = await finishSurvey(store, c.req.param('id'), actorOf(c).id, today())
    return isRefusal(round) ? refusalPage(c, round) : c.redirect(`/surveys/${round.id}`, 303)
  })

  web.post('/surveys/:id/reopen', async c => {
    if (!mayManage(c)) return refusalPage(c, no.notYours())
    const form = await readForm(c, reopeningSchema)
    if (!form.ok) return roundPage(c, c.req.param('id'), { typed: form.typed, faults: form.faults })
    const round = await reopenSurvey(store, c.req.param('id'), form.data, actorOf(c).id, today())
    if (!isRefusal(round)) return c.redirect(`/surveys/${round.id}`, 303)
    if (round.status !== 422) return refusalPage(c, round)
    const field = round.code === 'reasonNeeded' ? 'reason' : 'closes'
    return roundPage(c, c.req.param('id'), { typed: form.typed, faults: { [field]: said(c, round) } })
  })

  const mayManage = (c: Web) => holds(actorOf(c), 'district')

  const roundPage = async (
    c: Web,
    id: string,
    given: Pick<Parameters<typeof RoundPage>[0], 'typed' | 'faults'> = {},
  ) => {
    const of = c.req.query('of')
    const seen = await roundSeen(store, actorOf(c), id, of)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const counted = await countedOf(store, id)
    const paper = await store.counts(paperForms, id)
    const shown = {
      ...{ view: viewOf(c), round, units, today: today(), of: of && narrowedTo(of, units) },
      asksAll: c.req.query('units') === 'all',
      figures: figuresFor(units, 'page', counted.state, () => roundFigures(round, units, counted, paper)),
      trend: await trendOf(round, units, today()),
      undecided: await undecidedOf(store, id),
    }
    return page(
      c,
      c.get('t')(round.form.title),
      <RoundPage
        {...shown}
        {...given}
        mayManage={mayManage(c)}
        mayEnter={!isRefusal(await roundAsStaff(store, actorOf(c), id))}
        publicUrl={kit.publicUrl}
      />,
      given.faults ? 422 : 200,
    )
  }

  const openPage = async (
    c: Web,
    given: Partial<Pick<Parameters<typeof OpenPage>[0], 'typed' | 'chosen' | 'faults'>> = {},
  ) => {
    const forms = await loadSurveys()
    const [first] = forms
    if (!first) return refusalPage(c, no.unknownForm({ form: 'satisfaction' }))
    const shown = {
      view: viewOf(c),
      tree: await readTree(store),
      forms: forms.map(({ kept: { name, title } }) => ({ name, title })),
      basis: first.basis,
      standard: first.standard,
      typed: { opens: today(), typingDays: String(first.standard.typingDays ?? 0) },
    }
    return page(
      c,
      c.get('t')(openingWords.open),
      <OpenPage {...shown} {...given} />,
      given.faults ? 422 : 200,
    )
  }

  web.route('/', resultsWeb(kit))
  web.route('/', entryWeb(kit))
  web.route('/', importWeb(kit))
  web.route('/', doubleWeb(kit))
  web.route('/', progressWeb(kit))
  web.route('/', slipsWeb(kit))
  web.route('/', exportWeb(kit))
  web.route('/', reviewWeb(kit))
  web.route('/', publishedWeb(kit))
  web.route('/', receiptsWeb(kit))
  return web
}

const newestFirst = (a: Round, b: Round) => byAge(b, a)

const said = (c: Web, refusal: Refusal) => c.get('t')(refusal.text, refusal.values)

/** The field of the opening form that a refusal is about. */
function fieldOf({ code }: Refusal): string {
  switch (code) {
    case 'closesBeforeOpens':
    case 'closesInPast':
      return 'closes'
    case 'unknownUnits':
    case 'noUnits':
    case 'allAndSome':
      return 'unit'
    default:
      return 'form'
  }
}

const codesSchema = z.union([z.string().transform(code => [code]), z.array(z.string())]).default([])

const openingSchema = z.object({
  form: z.string(),
  opens: plainDateSchema,
  closes: plainDateSchema,
  basis: z.enum(bases),
  typingDays: z.coerce.number().int().min(0).max(mostTypingDays).default(0),
  coded: z
    .literal('yes')
    .optional()
    .transform(yes => yes !== undefined),
  which: z.enum(['all', 'some']),
  unit: codesSchema,
})

const reopeningSchema = z.object({ reason: z.string().max(200), closes: plainDateSchema })
