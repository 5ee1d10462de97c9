import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { Chats, type UserRecord } from './chats.ts'
import { ApiError, apiErrors } from './errors.ts'
import { errorOf, type Fault, Faults } from './faults.ts'
import { type Limits, Meter } from './limits.ts'
import { type Command, metered, methods, type Server } from './methods.ts'
import { parseMultipart } from './multipart.ts'
import type { Files, Params } from './parameters.ts'
import { type People, peopleOf } from './people.ts'
import { Updates, type WireUpdate } from './updates.ts'

export interface EmulatorOptions {
  readonly token?: string
  readonly username?: string
  /** Milliseconds since 1970 for the dates of messages; the machine's clock unless told. */
  readonly now?: () => number
  /** Sending limits; none unless told, so that tests do not wait. */
  readonly limits?: Limits
  /** What the network takes for each call. */
  readonly latencyMs?: number
  /** How long after a failed delivery the webhook is called again. */
  readonly webhookRetryMs?: number
}

/** One call of the bot as it came in, for tests that count. */
export interface Call {
  readonly method: string
  readonly params: Params
  readonly status: number
  readonly atMs: number
}

/** A Bot API server of our own on loopback: the real bot talks to it over HTTP, people are played by the program. */
export interface Emulator extends People {
  /** What `TELEGRAM_API_ROOT` is set to. */
  readonly url: string
  readonly token: string
  readonly bot: UserRecord
  readonly calls: readonly Call[]
  /** How many updates the bot has not confirmed yet. */
  readonly pending: () => number
  fault(fault: Fault): void
  /** Delivers an update of any content, well-formed or not. */
  deliver(update: WireUpdate, chat?: number): void
  /** The next updates count on from here, as after a quiet week. */
  restartIds(at: number): void
  commandsFor(scope: string, language: string): readonly Command[]
  close(): Promise<void>
}

type Env = { Bindings: HttpBindings }

export async function openEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const token = options.token ?? '1:emulated-token'
  const bot: UserRecord = {
    id: 1,
    is_bot: true,
    first_name: '三联创',
    username: options.username ?? 'slc_bot',
  }
  const chats = new Chats(bot, options.now ?? Date.now)
  const updates = new Updates({ firstId: 100_001, retryMs: options.webhookRetryMs ?? 50 })
  const server: Server = { chats, updates, callbacks: new Map(), commands: new Map() }
  const faults = new Faults()
  const meter = options.limits ? new Meter(options.limits) : undefined
  const calls: Call[] = []

  const run = async (method: string, params: Params, files: Files): Promise<unknown> => {
    if (method === 'getUpdates') {
      const number = (name: string, otherwise: number) => Number(params[name] ?? otherwise)
      const allowed = Array.isArray(params.allowed_updates) ? params.allowed_updates.map(String) : undefined
      return await updates.take(
        number('offset', 0),
        number('limit', 100),
        number('timeout', 0) * 1000,
        allowed,
      )
    }
    const known = methods[method]
    if (!known) throw apiErrors.unknownMethod()
    const wait = metered.has(method) ? meter?.refuses(Number(params.chat_id), performance.now()) : undefined
    if (wait !== undefined) throw apiErrors.tooMany(wait)
    return known(server, params, files)
  }

  const answer = async (c: Context<Env>) => {
    const method = c.req.param('method') ?? ''
    const { params, files } = await readParams(c)
    const tell = (status: number) => calls.push({ method, params, status, atMs: performance.now() })
    if (options.latencyMs) await new Promise(done => setTimeout(done, options.latencyMs))
    try {
      if (c.req.param('bot') !== `bot${token}`) throw apiErrors.unauthorized()
      const fault = faults.meet(method, params.chat_id === undefined ? undefined : Number(params.chat_id))
      if (fault !== undefined && typeof fault !== 'string') throw errorOf(fault)
      if (fault === 'silence') return await untilGone(c)
      if (fault !== 'reset') {
        const result = await run(method, params, files)
        tell(fault ? 0 : 200)
        if (!fault) return c.json({ ok: true, result })
      } else tell(0)
      c.env.incoming.socket.destroy()
      return c.body(null)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      tell(error.code)
      const { code, message, parameters } = error
      return Response.json(
        { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) },
        { status: code },
      )
    }
  }

  const app = new Hono<Env>()
  app.get('/file/:bot/*', async c => {
    const id = c.req.path.split('/').at(-1) ?? ''
    if (c.req.param('bot') !== `bot${token}`) return c.body(null, 401)
    const fault = faults.meet('file', undefined)
    if (fault === 'silence') return await untilGone(c)
    if (fault) return c.body(null, 502)
    return c.body(new Uint8Array(chats.file(id).bytes))
  })
  app.all('/:bot/:method', answer)

  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as HttpServer
  await new Promise<void>((ready, fail) => http.once('listening', ready).once('error', fail))
  const { port } = http.address() as AddressInfo

  return {
    ...peopleOf(server),
    url: `http://127.0.0.1:${port}`,
    token,
    bot,
    calls,
    pending: () => updates.pending,
    fault: fault => faults.add(fault),
    deliver: (update, chat = 0) => updates.put({ ...update, chat }),
    restartIds: at => updates.restartIds(at),
    commandsFor: (scope, language) => server.commands.get(`${scope}|${language}`) ?? [],
    close: async () => {
      updates.close()
      await new Promise<void>(done => {
        http.close(() => done())
        http.closeAllConnections()
      })
    },
  }
}

async function readParams(c: Context<Env>): Promise<{ params: Params; files: Files }> {
  const type = c.req.header('content-type') ?? ''
  const query: Record<string, unknown> = c.req.query()
  if (type.startsWith('multipart/form-data')) {
    const { fields, files } = parseMultipart(Buffer.from(await c.req.arrayBuffer()), type)
    return { params: { ...query, ...Object.fromEntries(fields) }, files }
  }
  const text = await c.req.text()
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return { params: { ...query, ...(body as Params) }, files: new Map() }
}

/** Says nothing until the bot has given up. */
async function untilGone(c: Context<Env>) {
  await new Promise<void>(gone => c.env.incoming.socket.once('close', () => gone()))
  return c.body(null)
}
