import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { jsx } from 'hono/jsx'
import type { Logger } from 'pino'
import { z } from 'zod'
import { openChat } from './chat.ts'
import { buildClock } from './clock.ts'
import { collections, factLogs } from './collections.ts'
import { runCommand } from './commands.ts'
import type { Pace } from './delivery/pace.ts'
import { openKit } from './kit.ts'
import { firstLink } from './people/links.ts'
import { closed, listen } from './server.ts'
import type { Settings } from './settings.ts'
import type { Kit } from './shared/kit.ts'
import { verifyFolder } from './shared/store/json/verify.ts'
import type { Instant } from './shared/time.ts'
import { langs } from './shared/words.ts'
import { buildWeb } from './web.tsx'

export interface Running {
  readonly url: string
  /** Whether a bot runs; without `BOT_TOKEN` messages are in the web inbox only. */
  readonly chatIsOn: boolean
  /** A one-time address for the first district account, until somebody has come in. */
  readonly firstLink: string | undefined
  readonly kit: Kit
  /** Asks every feature what is due now, without waiting for the minute. */
  tick(): Promise<void>
  /** Ends intake, finishes what is under way, and gives the data folder free. */
  stop(): Promise<void>
}

export interface Instead {
  /** The machine's clock, unless another one is given. */
  readonly now?: () => Instant
  /** How fast messages go out; as Telegram allows unless told. */
  readonly pace?: Pace
}

/** Starts the product: store, web, command line. Throws named errors that say what to do. */
export async function start(settings: Settings, log: Logger, instead: Instead = {}): Promise<Running> {
  renderWithoutContexts()
  const { kit, listen: hear, close } = await openKit(settings, log, instead.now)
  const chat = await openChat(kit, { ...settings, ...(instead.pace ? { pace: instead.pace } : {}) })
  const web = buildWeb(kit, {
    ...settings,
    chatLink: chat.link,
    chatHealth: chat.health,
    telegram: chat.receive,
  })
  const server = await listen(web.fetch, { hostname: settings.host, port: settings.port })
  hear(async request => {
    const { argv, cwd, lang } = requestSchema.parse(request)
    return runCommand(kit, {
      argv,
      lang,
      readFile: path => readFile(resolve(cwd, path)),
      chatLink: chat.link,
      verify: () => verifyFolder(settings.folder, collections, factLogs),
    })
  })
  await chat.start()
  const clock = buildClock(kit)
  clock.start()
  return {
    url: kit.publicUrl,
    chatIsOn: chat.isOn,
    kit,
    tick: clock.tick,
    firstLink: await firstLink(kit, settings.lang),
    async stop() {
      await clock.stop()
      await chat.stop()
      await closed(server)
      await close()
    },
  }
}

/**
 * hono/jsx looks for AsyncLocalStorage when it first renders, for the contexts of async components; to have one in use makes
 * every promise of the process two to three times as dear. No page of ours has contexts, so it is made to find none.
 */
function renderWithoutContexts(): void {
  const { getBuiltinModule } = process
  Reflect.set(process, 'getBuiltinModule', () => undefined)
  try {
    void jsx('i', {}).toString()
  } finally {
    Reflect.set(process, 'getBuiltinModule', getBuiltinModule)
  }
}

/** What the command line asks a running server. */
const requestSchema = z.object({ argv: z.array(z.string()), cwd: z.string(), lang: z.enum(langs) })
