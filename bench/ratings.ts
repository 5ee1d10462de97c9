import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { type Bench, median } from './bench.ts'
import { office, prepareRatings, reviewed, reviewer, writer, writers } from './ratings-world.ts'
import { withServers } from './servers.ts'

const communities = 1_000
const connections = 8
const seconds = 3
const year = 2026
/** About what a journal line with one rating weighs. */
const lineBytes = 16_384

/** A district of a thousand communities on the built server, each page beside a bare Hono server that gives the same bytes. */
export const ratingsBench: Bench = {
  name: 'ratings',
  async run(tell) {
    await withServers(async servers => {
      const { url } = await servers.product(folder => prepareRatings(folder, communities, year))
      const list = `/ratings/${year}`
      const forms = Array.from({ length: writers }, (_, n) => {
        const { secret, community } = writer(n)
        return { path: `${list}/${community}/self/A`, secret }
      })
      const by = (secret: string, ...paths: string[]) => paths.map(path => ({ path, secret }))
      for (const [name, asked] of [
        ['rating list', by(office, list)],
        ['rating list, page 10', by(office, `${list}?page=10`)],
        [`form pages of ${writers} associations`, forms],
        ['scoring table', by(reviewer, `${list}/${reviewed}/review`)],
        ['fairness view', by(office, `${list}/fairness`)],
      ] as const) {
        const [first] = asked
        if (!first) continue
        const given = await page(url + first.path, first.secret)
        const bare = await servers.bare(await given.text(), '', given.headers)
        const floor = await read(bare.url, by('', '/'))
        const { latency } = await read(url, asked)
        tell({
          name: `${name} of ${communities}, 99 % at ${connections} connections within; bare Hono ${floor.latency.p99} ms`,
          value: latency.p99,
          floor: 30,
          unit: 'ms',
        })
      }
      const busy = new AbortController()
      const saving = saveEvery(100, url, forms, busy.signal)
      const { latency } = await read(url, by(office, list))
      busy.abort()
      const kept = await saving
      tell({
        name: `rating list while forms are saved (${kept} items in ${seconds + 1} s), 99 % at ${connections} connections within`,
        value: latency.p99,
        floor: 30,
        unit: 'ms',
      })
      const saved = await saves(url, forms)
      const disk = await appends(lineBytes)
      tell({
        name: `an item saved, 99 % within; an append and fsync of ${lineBytes} bytes ${disk.toFixed(2)} ms`,
        value: saved,
        floor: 20,
        unit: 'ms',
      })
      const began = performance.now()
      const opened = await posted(`${url}/ratings`, { year: String(year + 1) }, office)
      if (opened.status !== 303) throw new Error(`opening a cycle gave ${opened.status}`)
      tell({
        name: `opening a cycle of ${communities}`,
        value: performance.now() - began,
        floor: 1_000,
        unit: 'ms',
      })
    })
  },
}

interface Asked {
  readonly path: string
  readonly secret: string
}

/** The pages in turn, measured after a second of warming up. */
async function read(url: string, asked: readonly Asked[]): Promise<autocannon.Result> {
  const requests = asked.map(({ path, secret }) => ({ path, headers: cookieOf(secret) }))
  const options = { url, connections, requests }
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: seconds })
  if (result.non2xx > 0) throw new Error(`${asked[0]?.path} was refused ${result.non2xx} times`)
  return result
}

/** Somebody who fills in a form: the number of members is changed again and again, each time from what it was. */
async function typing(url: string, { path, secret }: Asked) {
  let base = String(/name="base-A3" value="(\d+)"/.exec(await (await page(url + path, secret)).text())?.[1])
  return async (n: number) => {
    const fields = { members: String(100 + n), 'base-A3': base }
    const answered = await posted(`${url}${path}/items/A3`, fields, secret)
    const answer = (await answered.json()) as { state: string; base: number }
    if (answer.state !== 'saved') throw new Error(`an item was ${answer.state}`)
    base = String(answer.base)
  }
}

/** Ten items in each form, as fast as each change is on disk: 99 % of them take no longer. */
async function saves(url: string, forms: readonly Asked[]): Promise<number> {
  const took: number[] = []
  const writing = await Promise.all(forms.map(form => typing(url, form)))
  for (let n = 0; n < 10; n += 1) {
    for (const save of writing) {
      const began = performance.now()
      await save(n)
      if (n >= 2) took.push(performance.now() - began)
    }
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN
}

/** Saves an item every so many milliseconds, in one form after another, until it is told to end; how many it saved. */
async function saveEvery(
  ms: number,
  url: string,
  forms: readonly Asked[],
  end: AbortSignal,
): Promise<number> {
  const writing = await Promise.all(forms.map(form => typing(url, form)))
  let count = 0
  while (!end.aborted) {
    await writing[count % writing.length]?.(1_000 + count)
    count += 1
    await pause(ms)
  }
  return count
}

/** The median of appending so many bytes to a file and waiting for the disk. */
async function appends(bytes: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
  const file = await open(join(folder, 'journal'), 'a')
  const line = Buffer.alloc(bytes, 'a')
  const took: number[] = []
  for (let n = 0; n < 50; n += 1) {
    const began = performance.now()
    await file.write(line)
    await file.sync()
    took.push(performance.now() - began)
  }
  await file.close()
  await rm(folder, { recursive: true, force: true })
  return median(took)
}

function posted(url: string, fields: Record<string, string>, secret: string): Promise<Response> {
  const headers = { origin: new URL(url).origin, ...cookieOf(secret) }
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
}

async function page(url: string, secret: string): Promise<Response> {
  const answered = await fetch(url, { redirect: 'manual', headers: cookieOf(secret) })
  if (answered.status !== 200) throw new Error(`${url} gave ${answered.status}`)
  return answered
}

const cookieOf = (secret: string) => ({ cookie: `session=${secret}` })
