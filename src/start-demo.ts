import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Logger } from 'pino'
import { Pace, telegramPace } from './delivery/pace.ts'
import { type Emulator, openEmulator } from './demo/emulator/emulator.ts'
import type { ChatUser } from './demo/emulator/people.ts'
import { buildExtras } from './demo/extras.ts'
import { forward, nextMeeting } from './demo/forward.ts'
import { freePort } from './demo/free-port.ts'
import { movingClock } from './demo/moving-clock.ts'
import { type Persona, parts, personas, sampleName } from './demo/personas.ts'
import { moment } from './demo/seed/workshop.ts'
import { chatsOpen, demoStarts, yearEnds } from './demo/seed/year.ts'
import type { Leap, Player, Stage } from './demo/stage.ts'
import { demoWeb } from './demo/web.tsx'
import { closed, openWindow, type Window } from './demo/window.ts'
import { enterByLink } from './people/entering.ts'
import { signInLinkFor } from './people/links.ts'
import { ratingParts } from './rating-parts.ts'
import { seedDemo } from './seed-demo.ts'
import { readSettings, type Settings } from './settings.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal } from './shared/refusal.ts'
import { dayTime, type Instant, plusHours } from './shared/time.ts'
import { start } from './start.ts'
import { readTree } from './units/store.ts'

export interface Demo {
  /** The demo's page. */
  readonly url: string
  /** The product itself. */
  readonly product: string
  readonly kit: Kit
  stop(): Promise<void>
}

/** Everything else of the settings – token, folder, addresses – is the demo's own. */
type DemoSettings = Pick<Settings, 'port' | 'zone' | 'lang' | 'logLevel'>

const leapHours: Record<Exclude<Leap, 'meeting'>, number> = { hour: 1, day: 24, week: 168 }

/**
 * Starts the product on a temporary store with the sample district, our own Bot API server beside it, and the demo's
 * page on the next port. On this machine only: whoever reaches it may act as anybody.
 */
export async function startDemo({ port, zone, lang, logLevel }: DemoSettings, log: Logger): Promise<Demo> {
  const host = '127.0.0.1'
  const folder = await mkdtemp(join(tmpdir(), 'sanlianchuang-demo-'))
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const end of ends.reverse()) await end()
  }
  try {
    const clock = movingClock(moment({ zone }, yearEnds))
    const emulator = await openEmulator({ now: () => Date.parse(clock.now()) })
    ends.push(() => emulator.close())
    const users = await usersOf(emulator, lang === 'en' ? 'en' : 'zh-hans')
    const productPort = port === 0 ? await freePort(host) : port
    const publicUrl = `http://${host}:${productPort}`
    const accounts = ofPersonas(persona => users[persona].id)
    const { cast, staff } = await seedDemo({ folder, zone, publicUrl, log, chats: { accounts, lang } })

    const settings: Settings = {
      ...readSettings({}),
      ...{ host, publicUrl, folder, zone, logLevel, lang },
      port: productPort,
      botToken: emulator.token,
      telegramApiRoot: emulator.url,
      rateLimits: false,
    }
    clock.moveTo(moment({ zone }, yearEnds))
    // The emulator does not mind how fast one chat is written to.
    const pace = new Pace({ ...telegramPace, perChatMs: 20 })
    const running = await start(settings, log, { now: clock.now, pace })
    ends.push(() => running.stop())
    const { kit, tick } = running
    const besides = new Set(personas.map(persona => cast[persona].id))
    const extras = buildExtras({ kit, clock, tick, ratingParts: ratingParts(kit), staff, besides })
    const machine = { clock, store: kit.store, tick, extras }
    for (const at of [chatsOpen, demoStarts]) await forward(machine, moment({ zone }, at))

    const windows = new Map<Persona, Window>()
    const demo = { port: port === 0 ? 0 : port + 1 }
    for (const persona of personas) {
      const window = await openWindow({
        target: running.url,
        host,
        framedBy: hostname => `http://${hostname}:${demo.port}`,
        signIn: () => sessionOf(kit, cast[persona].id),
      })
      windows.set(persona, window)
      ends.push(() => window.close())
    }
    const tree = await readTree(kit.store)
    const players = personas.map((key): Player => {
      const person = cast[key]
      const [duty] = person.duties
      return {
        key,
        person,
        unit: tree.find(duty?.unit ?? '')?.name ?? '',
        role: duty?.role ?? 'lead',
        user: users[key],
        windowPort: windows.get(key)?.port ?? 0,
      }
    })
    const units = new Set(players.flatMap(({ person }) => person.duties.map(duty => duty.unit)))
    const next = () => nextMeeting(kit.store, units, clock.now())
    const leaps = leaping(to => forward(machine, to))
    const stage: Stage = {
      players,
      zone,
      publicUrl,
      now: clock.now,
      isLeaping: leaps.isUnderWay,
      nextMeeting: async () => {
        const at = await next()
        return at && dayTime(at, zone)
      },
      leap: leap =>
        leaps.leap(async () =>
          leap === 'meeting' ? ((await next()) ?? clock.now()) : plusHours(clock.now(), leapHours[leap]),
        ),
    }
    const server = serve({ fetch: demoWeb(stage).fetch, hostname: host, port: demo.port })
    await new Promise((ready, fail) => server.once('listening', ready).once('error', fail))
    ends.push(() => closed(server))
    demo.port = (server.address() as AddressInfo).port
    return { url: `http://${host}:${demo.port}`, product: publicUrl, kit, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The people at the other end of the chat; each has opened it already, so that the bot may write. */
async function usersOf(emulator: Emulator, language_code: string): Promise<Record<Persona, ChatUser>> {
  const users = ofPersonas(persona => emulator.user({ name: sampleName(...parts[persona]), language_code }))
  for (const persona of personas) await users[persona].starts()
  return users
}

function ofPersonas<T>(make: (persona: Persona) => T): Record<Persona, T> {
  return Object.fromEntries(personas.map(persona => [persona, make(persona)])) as Record<Persona, T>
}

/** One leap after another; a second press while one is under way waits for its turn. */
function leaping(go: (to: Instant) => Promise<void>) {
  let underWay = 0
  let last: Promise<void> = Promise.resolve()
  return {
    isUnderWay: () => underWay > 0,
    leap: (to: () => Promise<Instant>): Promise<void> => {
      underWay += 1
      const mine = last.then(async () => go(await to()))
      last = mine.catch(() => undefined)
      return mine.finally(() => {
        underWay -= 1
      })
    },
  }
}

/** A session of a persona, as opening a sign-in link gives one. */
async function sessionOf(kit: Kit, person: string): Promise<string> {
  const link = await signInLinkFor(kit, person)
  const entered = isRefusal(link)
    ? link
    : await enterByLink(kit, new URL(link).pathname.split('/').at(-1) ?? '', {
        device: 'computer',
        lang: 'zh-CN',
      })
  if (isRefusal(entered)) throw new Error(`a persona could not sign in: ${entered.code}`)
  return entered.session
}
