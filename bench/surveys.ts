import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import { type Bench, median } from './bench.ts'
import { type Servers, withServers } from './servers.ts'

const connections = 32
/** Both servers anew: how well V8 compiles the same program differs from start to start by a tenth. */
const starts = 3
const repeats = 3
/** Of one repeat; both servers have been warmed up for as long before the first. */
const seconds = 2

/** The built server on loopback, beside a bare Hono server that gives the same bytes and headers and parses the same body. */
export const surveysBench: Bench = {
  name: 'surveys',
  async run(tell) {
    const all: Start[] = []
    while (all.length < starts) await withServers(async servers => void all.push(await measured(servers)))
    const bytes = Math.max(...all.map(one => one.bytes))
    tell({ name: 'survey page as sent', value: bytes, floor: 14 * 1024, unit: 'bytes' })
    const pages = middle(all.map(one => one.pages))
    tell({
      name: `pages a second; bare Hono ${pages.bare}`,
      value: pages.ours.rate,
      floor: pages.bareRate * 0.8,
      unit: 'pages/s',
      atLeast: true,
    })
    const answers = middle(all.map(one => one.answers))
    tell({
      name: `stored, fsynced answers a second; bare Hono ${answers.bare}`,
      value: answers.ours.rate,
      floor: answers.bareRate * 0.6,
      unit: 'answers/s',
      atLeast: true,
    })
    tell({
      name: `99 % of answers at ${connections} connections within`,
      value: median(all.map(one => one.answers.ours.p99)),
      floor: 15,
      unit: 'ms',
    })
  },
}

/** What one start of both servers gave. */
interface Start {
  readonly bytes: number
  readonly pages: Pair
  readonly answers: Pair
}

interface Pair {
  readonly bare: Measured
  readonly ours: Measured
}

interface Measured {
  /** A second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p99: number
}

async function measured(servers: Servers): Promise<Start> {
  const product = await servers.product()
  const url = product.url + (await openRound(product.cli))
  const empty = await fetch(url)
  const page = await empty.text()
  const thanks = await (await fetch(url, { method: 'POST', body: new URLSearchParams(answer()) })).text()
  const bare = await servers.bare(page, thanks, empty.headers)
  return {
    bytes: Buffer.byteLength(page),
    pages: await sideBySide(bare.url, url, reading),
    answers: await sideBySide(bare.url, url, sending),
  }
}

/** The start whose ratio is the middle one, with the ratios of all. */
function middle(pairs: readonly Pair[]): { ours: Measured; bare: string; bareRate: number } {
  const ratio = ({ bare, ours }: Pair) => ours.rate / bare.rate
  const sorted = pairs.toSorted((one, other) => ratio(one) - ratio(other))
  const { bare, ours } = sorted[Math.floor(sorted.length / 2)] as Pair
  const ratios = sorted.map(pair => ratio(pair).toFixed(2)).join(', ')
  return {
    ours,
    bare: `${Math.round(bare.rate)}; ratios of ${pairs.length} starts ${ratios}`,
    bareRate: bare.rate,
  }
}

type Load = Pick<autocannon.Options, 'method' | 'headers' | 'requests'>

const reading: Load = {}
const sending: Load = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  requests: [{ setupRequest: request => ({ ...request, body: answer() }) }],
}

/** The middle of several measurements, taken in turns so that whatever slows the machine down meets both. */
async function sideBySide(bare: string, ours: string, load: Load): Promise<Pair> {
  const under = (url: string) => autocannon({ url, connections, duration: seconds, ...load })
  for (const url of [bare, ours]) await under(url)
  const results: { bare: autocannon.Result; ours: autocannon.Result }[] = []
  for (let n = 0; n < repeats; n += 1) results.push({ bare: await under(bare), ours: await under(ours) })
  if (results.some(one => one.ours.non2xx > 0 || one.ours.errors > 0))
    throw new Error('a request was not served')
  const medians = (all: readonly autocannon.Result[]): Measured => ({
    rate: median(all.map(({ requests }) => requests.mean)),
    p99: median(all.map(({ latency }) => latency.p99)),
  })
  return { bare: medians(results.map(one => one.bare)), ours: medians(results.map(one => one.ours)) }
}

/** One resident's answer to the six themes, with an id of its own each time. */
export function answer(): string {
  const id = randomBytes(9).toString('hex')
  return `_id=${id}&overall=5&attitude=4&speed=5&openness=3&activities=4&response=dontknow&opinion=`
}

async function openRound(cli: <T>(...argv: string[]) => Promise<T>): Promise<string> {
  const days = ['--opens', '2000-01-01', '--closes', '2999-12-31', '--basis', 'broad']
  const asked = ['--form', 'satisfaction', '--units', 'all']
  const { links } = await cli<{ links: { url: string }[] }>('survey', 'open', ...asked, ...days)
  return new URL(links[0]?.url ?? '').pathname
}
