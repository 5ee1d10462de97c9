import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { type Bench, median } from './bench.ts'
import { prepareRatings } from './ratings-world.ts'
import { withServers } from './servers.ts'
import { communityCode, districtCode } from './staff-world.ts'

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
      const { url, cli } = await servers.product(folder => prepareRatings(folder, communities, year))
      const enter = async (role: string, unit: string) => {
        const asked = ['people', 'invite', '--name', role, '--role', role, '--unit', unit]
        const { code } = await cli<{ code: string }>(...asked)
        return cookieOf(await posted(`${url}/invitation/${code}`, {}, ''))
      }
      const office = await enter('district', districtCode)
      const lead = await enter('lead', communityCode(0))
      const list = `/ratings/${year}`
      const form = `${list}/${communityCode(0)}/self/A`
      for (const [name, path, cookie] of [
        ['rating list', list, office],
        ['rating list, page 10', `${list}?page=10`, office],
        ['form page', form, lead],
        [
          'scoring table',
          `${list}/${communityCode(10)}/review`,
          await enter('subdistrict', `${communityCode(10).slice(0, 9)}000`),
        ],
        ['fairness view', `${list}/fairness`, office],
      ] as const) {
        const given = await page(url + path, cookie)
        const bare = await servers.bare(await given.text(), '', given.headers)
        const floor = await read(bare.url, '')
        const { latency } = await read(url + path, cookie)
        tell({
          name: `${name} of ${communities}, 99 % at ${connections} connections within; bare Hono ${floor.latency.p99} ms`,
          value: latency.p99,
          floor: 30,
          unit: 'ms',
        })
      }
      const saved = await saves(url, form, lead)
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

/** Measured after a second of warming up. */
async function read(url: string, cookie: string): Promise<autocannon.Result> {
  const options = { url, connections, headers: { cookie } }
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: seconds })
  if (result.non2xx > 0) throw new Error(`${url} was refused ${result.non2xx} times`)
  return result
}

/** The number of members is changed again and again, as fast as each change is on disk. */
async function saves(url: string, form: string, cookie: string): Promise<number> {
  const took: number[] = []
  let base = String(/name="base-A3" value="(\d+)"/.exec(await (await page(url + form, cookie)).text())?.[1])
  for (let n = 0; n < 200; n += 1) {
    const began = performance.now()
    const answered = await posted(
      `${url}${form}/items/A3`,
      { members: String(100 + n), 'base-A3': base },
      cookie,
    )
    const answer = (await answered.json()) as { state: string; base: number }
    if (answer.state !== 'saved') throw new Error(`an item was ${answer.state}`)
    base = String(answer.base)
    if (n >= 50) took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN
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

function posted(url: string, fields: Record<string, string>, cookie: string): Promise<Response> {
  const headers = { origin: new URL(url).origin, cookie }
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
}

async function page(url: string, cookie: string): Promise<Response> {
  const answered = await fetch(url, { redirect: 'manual', headers: { cookie } })
  if (answered.status !== 200) throw new Error(`${url} gave ${answered.status}`)
  return answered
}

function cookieOf(answered: Response): string {
  const cookie = answered.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  if (cookie === '') throw new Error(`nobody was let in: ${answered.status}`)
  return cookie
}
