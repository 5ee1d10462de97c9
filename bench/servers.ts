import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../src/demo/free-port.ts'

const root = join(import.meta.dirname, '..')

/** What the HTTP server adds to every response by itself. */
const ofTheConnection = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']

export interface Servers {
  /** Starts the built product on a store of its own, with the sample district's units or what `prepare` puts there. */
  product(
    prepare?: (folder: string) => Promise<void>,
  ): Promise<{ url: string; cli: <T>(...argv: string[]) => Promise<T> }>
  /**
   * Starts the built product on a folder that is there, and signs in as its first district account, unless somebody has
   * before and has the cookie.
   */
  office(folder: string, cookie?: string): Promise<Office>
  /** Starts a bare Hono server that gives these two pages, under the headers with which the product gave the first. */
  bare(page: string, thanks: string, headers: Headers): Promise<{ url: string }>
}

/** A server in use, as somebody of the district's office sees it. */
export interface Office {
  readonly url: string
  /** With which every request is made. */
  readonly headers: { readonly cookie: string }
  /** What the server's process holds in memory now, in MiB; Linux tells it. */
  memoryMb(): Promise<number>
  /** Ends it in order. */
  stop(): Promise<void>
}

/** Lends servers on loopback to `work`, in processes of their own; they are gone when it ends. */
export async function withServers(work: (servers: Servers) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
  const children: ChildProcess[] = []
  const start = async (port: number, args: readonly string[], env: NodeJS.ProcessEnv) => {
    children.push(spawn(process.execPath, args, { env, stdio: 'ignore' }))
    const url = `http://127.0.0.1:${port}`
    await answering(url)
    return { url }
  }
  const servers: Servers = {
    async product(prepare) {
      if (prepare) await prepare(folder)
      const port = await freePort()
      const settings = { DATA_DIR: folder, PORT: String(port), RATE_LIMITS: 'off', LOG_LEVEL: 'silent' }
      const env = { PATH: process.env.PATH, ...settings }
      const { url } = await start(port, [join(root, 'dist/main.js')], env)
      const cli = async (...argv: string[]) => {
        const call = [join(root, 'dist/cli.js'), ...argv, '--json']
        return JSON.parse((await promisify(execFile)(process.execPath, call, { env })).stdout)
      }
      if (!prepare) await cli('units', 'import', join(root, 'data/units-350203.csv'))
      return { url, cli }
    },
    async office(data, known) {
      const port = await freePort()
      const settings = { DATA_DIR: data, PORT: String(port), RATE_LIMITS: 'off', LOG_LEVEL: 'silent' }
      const env = { PATH: process.env.PATH, ...settings }
      const child = spawn(process.execPath, [join(root, 'dist/main.js')], { env, stdio: 'pipe' })
      children.push(child)
      const origin = `http://127.0.0.1:${port}`
      const link = await firstLinkIn(child.stdout)
      const cookie = link ? await enteredBy(link) : (known ?? '')
      const memoryMb = async () => {
        const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
        return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
      }
      const stop = async () => {
        child.kill()
        await once(child, 'exit')
      }
      return { url: origin, headers: { cookie }, memoryMb, stop }
    },
    async bare(page, thanks, headers) {
      const port = await freePort()
      const own = [...headers].filter(([name]) => !ofTheConnection.includes(name))
      // Pages are longer than what a process may be given as its arguments.
      const file = join(folder, `bare-${port}.json`)
      await writeFile(file, JSON.stringify({ page, thanks, headers: Object.fromEntries(own) }))
      return start(port, ['--import', 'tsx', join(root, 'bench/bare.ts'), String(port), file], process.env)
    },
  }
  try {
    await work(servers)
  } finally {
    for (const child of children) {
      if (child.exitCode === null && child.kill()) await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The first way in, which a server tells when it has started; undefined when somebody has come in already. Reads on to the end:
 * a server whose words nobody takes would fail.
 */
function firstLinkIn(told: Readable): Promise<string | undefined> {
  return new Promise(resolve => {
    let text = ''
    told.on('data', piece => {
      text += piece
      // What is told last: that there is no chat.
      if (text.includes('BOT_TOKEN')) resolve(/http\S+\/sign-in\/\S+/.exec(text)?.[0])
    })
  })
}

/** Comes in by a link; gives the cookie. */
async function enteredBy(link: string): Promise<string> {
  const { origin } = new URL(link)
  const entered = await fetch(link, { method: 'POST', headers: { origin }, redirect: 'manual' })
  return entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Waits until a server answers, whatever it says. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 2_400; tries++) {
    if (await fetch(url, { redirect: 'manual' }).catch(() => undefined)) return
    await pause(25)
  }
  throw new Error(`no server answers at ${url}`)
}
