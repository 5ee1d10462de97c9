import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { type Posted, readAnswers } from '../forms/answers.ts'
import { askedOf } from '../forms/paging.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import type { WebEnv } from '../shared/web/env.ts'
import { readerLang } from '../shared/web/lang.ts'
import { words as webWords } from '../shared/web/words.ts'
import { type Lang, speaker, type Text, type Values } from '../shared/words.ts'
import { isSample } from '../units/store.ts'
import { isResponseId, receiptOf } from './answer.ts'
import { words } from './answer-words.ts'
import { calendar } from './calendar.ts'
import { readCode } from './codes.ts'
import { tokenOf } from './issuing.ts'
import { answerPage, type Large, largeOf, residentHeaders, sorryPage } from './pages.answers.tsx'
import { compiledForms, renderedPages } from './pages.rendered.ts'
import { no } from './refusals.ts'
import { isStored, respond } from './responding.ts'
import { findOpen, type Round, type RoundUnit } from './round.ts'
import { roundByLink } from './store.ts'
import { escaped } from './template.ts'
import { watch } from './watch.ts'
import { isTooLarge, maxBytes, postedTo, tellsTooMuch } from './web.posted.ts'
import { together } from './web.together.ts'

/**
 * Residents: one page a unit to answer on, without sign-in. Stands on its own: it sets its headers, limits its bodies and
 * reads the language itself, so that the root can put everything that is for staff behind it. `before` comes first.
 */
export function answersWeb(kit: Kit, before: readonly MiddlewareHandler<WebEnv>[] = []) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  for (const one of before) web.use(one)
  const headers = residentHeaders(kit.publicUrl)
  const formOf = compiledForms()
  const pagesOf = renderedPages(formOf)
  const clock = calendar(kit.zone)
  const watched = watch()
  const everybody = together()

  web.get('/s/:link', async c => {
    const now = kit.now()
    const { today } = clock(now)
    const link = c.req.param('link')
    const found = findOpen(await roundByLink(store, link), link, today)
    if (isRefusal(found)) return refused(c, found)
    const { round, unit } = found
    const id = kit.newId()
    if (round.standard.signals) watched.served(id, now)
    const values = {
      id,
      name: escaped(unit.name),
      link: unit.link,
      code: readCode(c.req.query('c')) ?? '',
    }
    const pages = pagesOf(round, readerLang(c), today, await isSample(store))
    return new Response(pages.empty(values), { headers })
  })

  web.post('/s/:link', async c => {
    if (tellsTooMuch(c) ?? (await isTooLarge(c)))
      return sorry(c, 413, webWords.tooLarge, { limit: `${maxBytes / 1024} KB` })
    const posted = await postedTo(c)
    await everybody()
    const now = kit.now()
    const { today, hour } = clock(now)
    const link = c.req.param('link')
    const asked = await roundByLink(store, link)
    const found = findOpen(asked, link, today)
    if (isRefusal(found))
      return found.code === 'roundClosed' ? late(c, found, link, asked, posted) : refused(c, found)
    const { round, unit } = found
    const id = posted?._id
    if (!posted || !isResponseId(id)) return refused(c, no.malformed())

    const form = formOf(round)
    const code = round.coded ? { typed: typedCode(posted) } : undefined
    const token = code && (await tokenOf(store, round, unit, code.typed))
    const [lang, sample] = [readerLang(c), await isSample(store)]
    const shown = { lang, sample, round, form, unit, today, id, code, large: largeOf(posted) }
    if (code && token === undefined) {
      const { page = 0 } = askedOf(form, posted)
      const wrong = { code: { ...code, fault: words.codeUnknown }, page }
      return c.html(answerPage({ ...shown, ...wrong, ...readAnswers(form, posted) }), 422, headers)
    }
    const seen = { watch: watched, at: now }
    const arrival = {
      id,
      unit: unit.code,
      channel: 'online',
      hour,
      today,
      token,
      watched: seen,
    } as const
    const outcome = await respond(store, round, form, posted, arrival)
    switch (outcome.kind) {
      case 'page':
        return c.html(answerPage({ ...shown, ...outcome }), outcome.errors.length > 0 ? 422 : 200, headers)
      case 'spent':
      case 'conflict': {
        // A used code stays used: a fresh page would not help.
        if (code) {
          const used = { code: { ...code, fault: words.codeSpent } }
          return c.html(answerPage({ ...shown, ...outcome, ...used }), 409, headers)
        }
        return c.html(answerPage({ ...shown, ...outcome, id: kit.newId(), conflict: true }), 409, headers)
      }
      case 'stored':
        return thanks(shown, outcome.again)
    }
  })

  const thanks = ({ round, unit, id, lang, today, sample, large }: Thanked, again: boolean) => {
    const values = { name: escaped(unit.name), link: unit.link, receipt: receiptOf(id), large }
    const sent = pagesOf(round, lang, today, sample).thanks(values)
    return new Response(sent, { status: again ? 200 : 201, headers })
  }

  const late = async (c: Context, closed: Refusal, link: string, round?: Round, posted?: Posted) => {
    const unit = round?.units.find(one => one.link === link)
    const id = posted?._id
    if (!round || !unit || !posted || !isResponseId(id)) return refused(c, closed)
    const sent = { id, unit: unit.code }
    if (!(await isStored(store, round, formOf(round), posted, sent))) return refused(c, closed)
    const { today } = clock(kit.now())
    const [lang, sample] = [readerLang(c), await isSample(store)]
    return thanks({ round, unit, id, lang, today, sample, large: largeOf(posted) }, true)
  }

  web.onError((error, c) => {
    const id = kit.newId()
    kit.log.error({ err: error, id, method: c.req.method, route: '/s/:link' }, 'a request failed')
    return sorry(c, 500, webWords.brokenMore, { id })
  })

  const refused = (c: Context, { code, status, text, values }: Refusal) =>
    sorry(c, status, text, values, code === 'roundClosed' ? { result: `/r/${values.id}` } : {})

  const sorry = (
    c: Context,
    status: Refusal['status'] | 500,
    text: Text,
    values: Values,
    on: { readonly result?: string } = {},
  ) => {
    const lang = readerLang(c)
    const { path } = c.req
    const anew = [400, 413, 500].includes(status) ? { anew: path } : {}
    return c.html(
      sorryPage({ lang, path, text: speaker(lang)(text, values), ...anew, ...on }),
      status,
      headers,
    )
  }

  return web
}

/** Whose answer is on disk, and in which language and on which day they are told. */
interface Thanked {
  readonly round: Round
  readonly unit: RoundUnit
  readonly id: string
  readonly lang: Lang
  readonly today: PlainDate
  readonly sample: boolean
  readonly large: Large
}

function typedCode({ _code }: Posted): string {
  return typeof _code === 'string' ? _code.slice(0, 40) : ''
}
