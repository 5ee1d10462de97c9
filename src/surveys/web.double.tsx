import { Hono } from 'hono'
import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { readBody } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { calendar } from './calendar.ts'
import { doubleWords } from './double-words.ts'
import { enterAgain, entriesOf, formsOf, mayEnterAgain, settleForm } from './doubling.ts'
import { unitToEnter } from './entering.ts'
import { AgainPage, ComparePage, DoublePage } from './pages.double.tsx'
import { compiledForms } from './pages.rendered.ts'
import { type RightEntry, rightEntries } from './paper-form.ts'
import { no } from './refusals.ts'
import { takesPaper } from './round.ts'
import { roundAsStaff } from './seen.ts'
import { paperForms } from './store.ts'
import { typingFigures } from './typing-figures.ts'
import { typistOf } from './typist.ts'
import { postedTo } from './web.posted.ts'

/** A share of the paper forms, entered a second time by somebody else and compared. */
export function doubleWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const formOf = compiledForms()
  const clock = calendar(kit.zone)

  web.get('/surveys/:id/double', c => listPage(c, c.req.param('id')))

  web.get('/surveys/:id/double/:unit/:number', async c => {
    const found = await formAt(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const refused = await mayEnterAgain(store, found, await typist(c, found.round.id))
    return refused ? refusalPage(c, refused) : againPage(c, found)
  })

  web.post('/surveys/:id/double/:unit/:number', async c => {
    const found = await formAt(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const posted = await postedTo(c)
    if (!posted) return refusalPage(c, no.malformed())
    const { round, unit, number } = found
    const own = await typist(c, round.id)
    const entered = await enterAgain(store, { ...found, posted }, own, clock(kit.now()).today)
    if (isRefusal(entered)) return refusalPage(c, entered)
    if (entered.kind === 'page') return againPage(c, found, entered, entered.errors.length > 0 ? 422 : 200)
    const t = c.get('t')
    const { differs } = entered.form
    const done =
      differs.length === 0
        ? t(doubleWords.agreed, { number })
        : t(doubleWords.differed, { number, count: differs.length })
    const [forms] = await formsOf(store, round, [unit], own)
    const next = forms?.due.find(({ isOwn }) => !isOwn)
    return next ? againPage(c, { ...found, number: next.number }, { done }, 201) : listPage(c, round.id, done)
  })

  web.get('/surveys/:id/double/:unit/:number/compare', async c => {
    const found = await formAt(c)
    return isRefusal(found) ? refusalPage(c, found) : comparePage(c, found)
  })

  web.post('/surveys/:id/double/:unit/:number/compare', async c => {
    const found = await formAt(c)
    if (isRefusal(found)) return refusalPage(c, found)
    const refused = await settleForm(
      store,
      found,
      namedIn(await readBody(c)),
      await typist(c, found.round.id),
    )
    if (refused?.status === 422) return comparePage(c, found, c.get('t')(refused.text, refused.values))
    if (refused) return refusalPage(c, refused)
    return c.redirect(`/surveys/${found.round.id}/double`, 303)
  })

  const typist = (c: Web, round: string) => typistOf(kit, round, actorOf(c).id)

  const formAt = async (c: Web) => {
    const { id = '', unit = '', number = '' } = c.req.param() as Readonly<Record<string, string>>
    const found = await unitToEnter(store, actorOf(c), id, unit, clock(kit.now()).today)
    if (isRefusal(found)) return found
    const asked = numberSchema.safeParse(number)
    return asked.success
      ? { ...found, form: formOf(found.round), number: asked.data }
      : no.notChosen({ number: number.slice(0, 20) })
  }
  type FormAt = Exclude<Awaited<ReturnType<typeof formAt>>, ReturnType<typeof no.notChosen>>

  const againPage = (
    c: Web,
    found: FormAt,
    given: Pick<Parameters<typeof AgainPage>[0], 'page' | 'answers' | 'errors' | 'done'> = {},
    status: 200 | 201 | 422 = 200,
  ) => {
    const nonce = c.get('secureHeadersNonce') ?? ''
    const shown = { view: viewOf(c), nonce, ...found, ...clock(kit.now()) }
    return page(c, c.get('t')(doubleWords.title), <AgainPage {...shown} {...given} />, status)
  }

  const comparePage = async (c: Web, found: FormAt, fault?: string) => {
    const { round, unit, number } = found
    const entries = await entriesOf(store, { round: round.id, unit: unit.code, number })
    if (isRefusal(entries)) return refusalPage(c, entries)
    const { first, second } = entries
    const shown = { ...found, differs: second.differs, first: first.choices, second: second.choices, fault }
    const title = c.get('t')(doubleWords.title)
    return page(c, title, <ComparePage view={viewOf(c)} {...shown} />, fault ? 422 : 200)
  }

  const listPage = async (c: Web, id: string, done?: string) => {
    const seen = await roundAsStaff(store, actorOf(c), id)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { round, units } = seen
    const counts = await store.counts(paperForms, round.id)
    const shown = {
      view: viewOf(c),
      round,
      form: formOf(round),
      figures: typingFigures(
        counts,
        units.map(({ code }) => code),
      ),
      forms: await formsOf(store, round, units, await typist(c, round.id)),
      isOpen: takesPaper(round, clock(kit.now()).today),
      done,
    }
    return page(c, c.get('t')(doubleWords.title), <DoublePage {...shown} />)
  }

  return web
}

const numberSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)

const entrySchema = z.enum(rightEntries)

/** The fields `right-FIELD`, each naming an entry. */
function namedIn(body: Readonly<Record<string, unknown>>): Readonly<Record<string, RightEntry>> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const entry = entrySchema.safeParse(value)
      return name.startsWith('right-') && entry.success ? [[name.slice('right-'.length), entry.data]] : []
    }),
  )
}
