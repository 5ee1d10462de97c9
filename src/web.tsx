import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { limitBodies } from './body-limits.ts'
import { bulletinParts } from './bulletin-parts.ts'
import { bulletinsWeb } from './bulletins/web.tsx'
import type { ChatHealth } from './delivery/health.ts'
import { groupsWeb } from './delivery/web.groups.tsx'
import { deliveryWeb } from './delivery/web.tsx'
import { followUpsWeb } from './followups/web.tsx'
import { inspectionsWeb } from './inspections/web.tsx'
import { meetingFiles } from './kept-files.ts'
import { meetingsWeb } from './meetings/web.tsx'
import { navOf, noNav } from './navigation.ts'
import type { ChatLink } from './people/chat.ts'
import { signedIn } from './people/sign-in.ts'
import { peopleWeb } from './people/web.tsx'
import { ratingParts } from './rating-parts.ts'
import { ratingsWeb } from './ratings/web.tsx'
import { reportReader, summaryReader } from './read-summary.ts'
import { tasksReader } from './read-tasks.ts'
import { registerParts } from './register-parts.ts'
import { registersWeb } from './registers/web.tsx'
import type { Actor } from './shared/actor.ts'
import type { Webhook } from './shared/bot/webhook.ts'
import type { Kit } from './shared/kit.ts'
import { SignInNeeded, viewOf, type Web, type WebEnv } from './shared/web/env.ts'
import { readForm } from './shared/web/form.tsx'
import { chosenLang, readerLang } from './shared/web/lang.ts'
import { limitRequests } from './shared/web/limits.ts'
import { ownOriginOnly } from './shared/web/own-origin.ts'
import { ownPath } from './shared/web/own-path.ts'
import { backToForm, messagePage } from './shared/web/page.tsx'
import { securePages } from './shared/web/secure.ts'
import { pageAbove, pageOfForm, wayBack } from './shared/web/way-back.ts'
import { words } from './shared/web/words.ts'
import { defaultLang, langFor, langs, speaker } from './shared/words.ts'
import { standingsWeb } from './standings/web.tsx'
import { standingsParts } from './standings-parts.ts'
import { staticFiles } from './static-files.ts'
import { summaryWeb } from './summary/web.tsx'
import { answersWeb } from './surveys/web.answers.tsx'
import { surveysWeb } from './surveys/web.tsx'
import { isSample, readTree } from './units/store.ts'
import { unitsWeb } from './units/web.tsx'

const wecomDefault = 'https://qyapi.weixin.qq.com'

export interface WebOptions {
  /** Who is signed in; by the session cookie, unless a test says otherwise. */
  readonly signedIn?: (c: Web) => Promise<Actor | undefined>
  readonly chatLink?: ChatLink
  readonly chatHealth?: () => ChatHealth
  /** Takes what Telegram calls with, where it does. */
  readonly telegram?: Webhook['receive'] | undefined
  /** With which Telegram signs what it hands to pages; without it there is no page for it. */
  readonly botToken?: string | undefined
  /** Where the group robots of 企业微信 are called. */
  readonly wecomRoot?: string
  readonly rateLimits: boolean
  readonly trustProxy: boolean
}

/**
 * The whole web. Residents' pages stand before everything for staff: they bring their own headers, and their answers carry
 * no authority that another site could borrow (old phones' browsers send no origin). They are routed by themselves, because
 * finding one among all of staff's pages costs more than filling it.
 */
export function buildWeb(kit: Kit, options: WebOptions) {
  const staff = staffWeb(kit, options)
  const web = answersWeb(kit, options.rateLimits ? [limitRequests(options.trustProxy)] : [])
  web.notFound(c => staff.fetch(c.req.raw, c.env))
  // Only told, not routed here: whoever asks which doors there are, as tests do, is told all of them.
  web.routes.push(...staff.routes)
  return web
}

/** Everything for staff: security, languages, errors, and every feature's pages. */
function staffWeb(kit: Kit, options: WebOptions) {
  const web = new Hono<WebEnv>()
  const viewer = options.signedIn ?? signedIn(kit)
  const refused = (c: Web, said: Parameters<typeof message>[2]) => message(c, web.routes, said)

  web.use(securePages(kit.publicUrl))
  web.use(ownOriginOnly(kit.publicUrl))
  web.use(async (c, next) => {
    const actor = await viewer(c)
    const asked = c.req.header('accept-language')
    const lang = chosenLang(c) ?? (asked === undefined && actor ? actor.lang : langFor(asked))
    const t = speaker(lang)
    c.set('actor', actor)
    c.set('lang', lang)
    c.set('t', t)
    c.set('nav', actor ? await navOf(kit, actor, viewOf(c)) : noNav)
    c.set('sample', await isSample(kit.store))
    // Nobody shall find the page of somebody who has signed out in the browser's or a proxy's copies; what may be kept says so itself.
    if (actor) c.header('Cache-Control', 'private, no-cache')
    await next()
    // Nobody reads the body of what only the headers were asked for: a live board would hold its place for ever.
    if (c.req.method === 'HEAD') await c.res.body?.cancel()
  })
  web.use(
    limitBodies((c, limit) => {
      const kilobytes = limit / 1024
      const said = kilobytes < 1024 ? `${kilobytes} KB` : `${kilobytes / 1024} MB`
      return refused(c, {
        ...{ title: words.refused, text: words.tooLarge, values: { limit: said } },
        status: 413,
      })
    }),
  )

  staticFiles(web)
  const { telegram } = options
  if (telegram) {
    web.post('/telegram', async c => {
      const body: unknown = await c.req.json().catch(() => undefined)
      return c.body(null, await telegram(c.req.header('x-telegram-bot-api-secret-token'), body))
    })
  }
  web.get('/healthz', c => {
    const chat = options.chatHealth?.() ?? { state: 'off' }
    return c.json({ ok: chat.state !== 'deaf', chat }, chat.state === 'deaf' ? 503 : 200)
  })
  web.get('/', async (c, next) => {
    if (!c.get('actor')) return c.redirect('/sign-in')
    // Before there are units, their page says how to begin.
    if (!(await readTree(kit.store)).district) return c.redirect('/units')
    return next()
  })
  web.post('/language', async c => {
    const form = await readForm(c, languageSchema)
    setCookie(c, 'lang', form.ok ? form.data.lang : defaultLang, {
      path: '/',
      sameSite: 'Lax',
      maxAge: 31_536_000,
    })
    return c.redirect(form.ok ? form.data.to : '/', 303)
  })

  web.route('/', peopleWeb(kit, options.chatLink ?? (() => undefined), options.botToken))
  web.route('/', unitsWeb(kit))
  web.route(
    '/',
    summaryWeb({ read: summaryReader(kit), readReport: reportReader(kit), readTasks: tasksReader(kit) }),
  )
  web.route('/', bulletinsWeb(kit, bulletinParts(kit)))
  web.route('/', ratingsWeb(kit, ratingParts(kit)))
  web.route('/', registersWeb(kit, registerParts(kit)))
  web.route('/', standingsWeb(kit, standingsParts(kit)))
  web.route('/', meetingsWeb(kit, meetingFiles(kit)))
  web.route('/', inspectionsWeb(kit, registerParts(kit)))
  web.route('/', followUpsWeb(kit))
  web.route('/', groupsWeb(kit, options.wecomRoot ?? wecomDefault))
  web.route('/', deliveryWeb(kit, (options.chatHealth?.().state ?? 'off') !== 'off'))
  web.route('/', surveysWeb(kit))

  web.notFound(c => {
    const back = c.req.method === 'GET' ? wayBack(web.routes, new URL(c.req.url)) : undefined
    return back
      ? c.redirect(back, 303)
      : refused(c, { title: words.notFound, text: words.notFoundMore, status: 404 })
  })
  web.onError((error, c) => {
    if (error instanceof SignInNeeded) {
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
    }
    if (error instanceof HTTPException && error.status === 403)
      return refused(c, { title: words.refused, text: words.foreignOrigin, status: 403 })
    if (error instanceof HTTPException && error.status < 500)
      return refused(c, { title: words.refused, text: words.malformed, status: 400 })
    const id = kit.newId()
    kit.log.error({ err: error, id, method: c.req.method, route: c.req.routePath }, 'a request failed')
    return refused(c, { title: words.broken, text: words.brokenMore, values: { id }, status: 500 })
  })
  return web
}

const languageSchema = z.object({
  lang: z.enum(langs),
  to: z
    .string()
    .transform(path => ownPath(path) ?? '/')
    .catch('/'),
})

/** A page that says why nothing came of a request, and leads back to where it belongs. */
function message(c: Web, routes: Hono['routes'], said: Parameters<typeof messagePage>[1]) {
  if (!c.get('t')) setViewer(c)
  // Not to where a form stood that another site sent.
  const told = said.status === 403 ? undefined : backToForm(c)
  const near = (c.req.method === 'GET' ? pageAbove : pageOfForm)(routes, c.req.path)
  return messagePage(c, { ...said, back: told ?? (near ? { path: near, text: words.back } : undefined) })
}

/** For requests that are refused before the viewer is known. */
function setViewer(c: Web): void {
  const lang = readerLang(c)
  c.set('lang', lang)
  c.set('t', speaker(lang))
  c.set('nav', noNav)
}
