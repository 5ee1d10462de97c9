import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import sharp from 'sharp'
import { z } from 'zod'
import { stylesheet } from '../shared/web/style.ts'
import { langFor, langs, speaker } from '../shared/words.ts'
import { Chat, demoPage, type Shown, Tabs, Time } from './pages.tsx'
import { script } from './script.ts'
import { leaps, type Player, type Stage } from './stage.ts'
import { style } from './style.ts'

const mostBytes = 5 * 1024 * 1024
const lookMs = 250

const saying = z.object({ text: z.string().min(1).max(4096) })
const pressing = z.object({ message: z.coerce.number().int(), data: z.string().min(1) })
const leaping = z.object({ leap: z.enum(leaps) })

/** The demo's own pages, on a server apart from the product's. */
export function demoWeb(stage: Stage) {
  const web = new Hono()
  const sheet = stylesheet().text + style

  web.use(async (c, next) => {
    const frames = stage.players.map(player => windowOf(c, player).slice(0, -1))
    const own = ["'self'"]
    return secureHeaders({
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: [...own, 'data:'],
        connectSrc: own,
        formAction: own,
        frameSrc: frames,
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    })(c, next)
  })
  web.use(csrf())
  web.use(bodyLimit({ maxSize: mostBytes }))

  web.get('/style.css', c => c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  web.get('/demo.js', c => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))

  web.get('/', async c => c.html(demoPage(await shown(c))))

  web.get('/live', c =>
    streamSSE(c, async stream => {
      const last = new Map<string, string>()
      while (!stream.aborted) {
        const props = await shown(c)
        const parts = { chat: <Chat {...props} />, tabs: <Tabs {...props} />, time: <Time {...props} /> }
        for (const [event, part] of Object.entries(parts)) {
          const data = await part.toString()
          if (data !== last.get(event)) await stream.writeSSE({ event, data })
          last.set(event, data)
        }
        await stream.sleep(lookMs)
      }
    }),
  )

  web.post('/say', c => acting(c, saying, ({ user }, { text }) => user.says(text)))
  web.post('/press', c =>
    acting(c, pressing, async ({ user }, { message: id, data }) => {
      const message = user.reads().find(each => each.message_id === id)
      // A press whose answer takes too long stays without one, as in any chat.
      if (message) await user.forges(message, data).catch(() => undefined)
    }),
  )
  web.post('/photo', c =>
    acting(c, z.object({ photo: z.instanceof(File) }), async ({ user }, { photo }) => {
      const sent = Buffer.from(await photo.arrayBuffer())
      // Telegram makes a JPEG of whatever is sent as a photo; what is no picture goes as it is, and is refused.
      const bytes = await sharp(sent)
        .rotate()
        .jpeg()
        .toBuffer()
        .catch(() => sent)
      return user.sendsPhoto({ name: photo.name, bytes })
    }),
  )
  web.post('/leap', c => acting(c, leaping, (_, { leap }) => stage.leap(leap)))

  const acting = async <T,>(
    c: Context,
    schema: z.ZodType<T>,
    act: (player: Player, data: T) => Promise<unknown>,
  ) => {
    const posted = schema.safeParse(await c.req.parseBody())
    if (!posted.success) return c.text('400', 400)
    const player = playerOf(c)
    await act(player, posted.data)
    return c.redirect(`/?as=${player.key}`, 303)
  }

  const playerOf = (c: Context): Player => {
    const [first] = stage.players
    const asked = stage.players.find(({ key }) => key === c.req.query('as')) ?? first
    if (!asked) throw new Error('nobody is on the stage')
    return asked
  }

  const shown = async (c: Context): Promise<Shown> => {
    const chosen = langs.find(lang => lang === c.req.query('lang'))
    if (chosen && !c.finalized && c.req.path === '/')
      setCookie(c, 'lang', chosen, { path: '/', sameSite: 'Lax' })
    const cookie = langs.find(lang => lang === getCookie(c, 'lang'))
    const lang = chosen ?? cookie ?? langFor(c.req.header('accept-language'))
    const view = { lang, t: speaker(lang) }
    const next = await stage.nextMeeting()
    return { view, stage, player: playerOf(c), windowOf: player => windowOf(c, player), next }
  }
  return web
}

function windowOf(c: Context, { windowPort }: Player): string {
  return `http://${new URL(c.req.url).hostname}:${windowPort}/`
}
