import { Hono } from 'hono'
import { z } from 'zod'
import { type Posted, readAnswers } from '../forms/answers.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import type { Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { holds } from '../units/scope.ts'
import { paperId, receiptOf, responseIdSchema } from './answer.ts'
import { calendar } from './calendar.ts'
import { enterPaper, mayEnterCalls, unitToEnter, whyNoPaper } from './entering.ts'
import { entryTitle, entryWords } from './entry-words.ts'
import { tokenOf } from './issuing.ts'
import { EntryPage } from './pages.entry.tsx'
import { compiledForms } from './pages.rendered.ts'
import { ShutPage } from './pages.shut.tsx'
import { no } from './refusals.ts'
import { respond } from './responding.ts'
import { roundAsStaff } from './seen.ts'
import { typistOf } from './typist.ts'
import { postedTo } from './web.posted.ts'

/** Staff who enter what came on paper or by telephone; leads do not enter answers about their own association. */
export function entryWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const formOf = compiledForms()
  const clock = calendar(kit.zone)

  web.get('/surveys/:id/entry', c => entryPage(c, c.req.param('id'), { typed: {} }))

  web.post('/surveys/:id/entry', async c => {
    if (!holds(actorOf(c), 'district', 'subdistrict')) return refusalPage(c, no.notYours())
    const round = c.req.param('id')
    const { today, hour } = clock(kit.now())
    const posted = await postedTo(c)
    const about = aboutSchema.safeParse(posted)
    if (!posted || !about.success) return refusalPage(c, no.malformed())
    const { _unit, _channel, _number } = about.data
    const typed = { _unit, _channel, ...(_number === undefined ? {} : { _number: String(_number) }) }
    if (_unit === '') return withoutUnit(c, round, typed, posted)
    const found = await unitToEnter(store, actorOf(c), round, _unit, today)
    // Over since the page was opened: the page itself says so.
    if (isRefusal(found)) return found.status === 410 ? entryPage(c, round, { typed }) : refusalPage(c, found)
    const refused = _channel === 'phone' ? mayEnterCalls(found, today) : undefined
    if (refused) return refusalPage(c, refused)
    const form = formOf(found.round)
    if (_channel === 'paper' && _number === undefined) {
      const faults = { _number: c.get('t')(entryWords.numberNeeded) }
      return entryPage(c, round, { typed, faults, answers: readAnswers(form, posted).answers }, 422)
    }
    const code = found.round.coded ? { _code: about.data._code ?? '' } : undefined
    const token = code && (await tokenOf(store, found.round, found.unit, code._code))
    if (code && token === undefined) {
      const faults = { _code: c.get('t')(entryWords.codeUnknown) }
      const { answers } = readAnswers(form, posted)
      return entryPage(c, round, { typed: { ...typed, ...code }, faults, answers }, 422)
    }
    const id = _channel === 'paper' ? paperId(round, _unit, _number ?? 0) : about.data._id
    const arrival = { id, unit: _unit, channel: _channel, hour, today, token }
    const outcome =
      _channel === 'paper'
        ? await enterPaper(
            store,
            { ...found, form, posted, number: _number ?? 0 },
            { typist: await typistOf(kit, round, actorOf(c).id), today, hour, token },
          )
        : await respond(store, found.round, form, posted, arrival)
    switch (outcome.kind) {
      case 'page':
        return entryPage(
          c,
          round,
          { typed: { ...typed, ...code }, ...outcome },
          outcome.errors.length > 0 ? 422 : 200,
        )
      case 'spent': {
        const faults = { _code: c.get('t')(entryWords.codeSpent) }
        return entryPage(c, round, { typed: { ...typed, ...code }, faults, ...outcome }, 409)
      }
      case 'conflict': {
        const faults = { _number: c.get('t')(entryWords.numberTaken, { number: _number ?? '' }) }
        return entryPage(c, round, { typed, faults, ...outcome }, 409)
      }
      case 'stored': {
        const said = outcome.again ? entryWords.enteredBefore : entryWords.entered
        const done = c.get('t')(said, { receipt: receiptOf(id) })
        const next: Typed = _number === undefined ? typed : { ...typed, _number: String(_number + 1) }
        return entryPage(c, round, { typed: next, done }, outcome.again ? 200 : 201)
      }
    }
  })

  /** Nothing is typed under a unit that nobody chose; what was answered stays on the page. */
  const withoutUnit = async (c: Web, id: string, typed: Typed, posted: Posted) => {
    const seen = await roundAsStaff(store, actorOf(c), id)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const faults = { _unit: c.get('t')(entryWords.unitNeeded) }
    return entryPage(c, id, { typed, faults, answers: readAnswers(formOf(seen.round), posted).answers }, 422)
  }

  const entryPage = async (
    c: Web,
    id: string,
    given: Pick<Parameters<typeof EntryPage>[0], 'typed' | 'faults' | 'page' | 'answers' | 'errors' | 'done'>,
    status: 200 | 201 | 409 | 422 = 200,
  ) => {
    const seen = await roundAsStaff(store, actorOf(c), id)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const at = { view: viewOf(c), ...seen, ...clock(kit.now()) }
    const title = c.get('t')(entryTitle(seen.round, at.today))
    const refused = whyNoPaper(seen.round, at.today)
    if (refused) {
      const ended = <ShutPage {...at} {...{ title, refused }} advice={entryWords.overHow} />
      return page(c, title, ended, refused.status)
    }
    const nonce = c.get('secureHeadersNonce') ?? ''
    const shown = { ...at, nonce, form: formOf(seen.round), id: kit.newId() }
    return page(c, title, <EntryPage {...shown} {...given} />, status)
  }

  return web
}

const aboutSchema = z.object({
  _id: responseIdSchema,
  _unit: z.string(),
  _channel: z.enum(['paper', 'phone']),
  _code: z.string().max(40).optional().catch(undefined),
  _number: z
    .literal('')
    .transform(() => undefined)
    .or(z.coerce.number().int().min(1).max(999_999))
    .optional()
    .catch(undefined),
})
