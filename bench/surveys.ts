import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import { type Bench, median } from './bench.ts'
import { withServers } from './servers.ts'

const connections = 32
const repeats = 5
/** Of one repeat; both servers have been warmed up for as long before the first. */
const seconds = 2

/** The built server on loopback, beside a bare Hono server that gives the same bytes and headers and parses the same body. */
export const surveysBench: Bench = {
  name: 'surveys',
  async run(tell) {
    await withServers(async servers => {
      const product = await servers.product()
      const url = product.url + (await openRound(product.cli))
      const empty = await fetch(url)
      const page = await empty.text()
      const thanks = await (await fetch(url, { method: 'POST', body: new URLSearchParams(answer()) })).text()
      const bare = await servers.bare(page, thanks, empty.headers)

      tell({ name: 'survey page as sent', value: Buffer.byteLength(page), floor: 14 * 1024, unit: 'bytes' })
      const pages = await sideBySide(bare.url, url, reading)
      tell({
        name: `pages a second; bare Hono ${Math.round(pages.bare.rate)}`,
        value: pages.ours.rate,
        floor: pages.bare.rate * 0.8,
        unit: 'pages/s',
        atLeast: true,
      })
      const answers = await sideBySide(bare.url, url, sending)
      tell({
        name: `stored, fsynced answers a second; bare Hono ${Math.round(answers.bare.rate)}`,
        value: answers.ours.rate,
        floor: answers.bare.rate * 0.6,
        unit: 'answers/s',
        atLeast: true,
      })
      tell({
        name: `99 % of answers at ${connections} connections within; bare Hono ${answers.bare.p99} ms`,
        value: answers.ours.p99,
        floor: 15,
        unit: 'ms',
      })
    })
  },
}

type Load = Pick<autocannon.Options, 'method' | 'headers' | 'requests'>

const reading: Load = {}
const sending: Load = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  requests: [{ setupRequest: request => ({ ...request, body: answer() }) }],
}

interface Measured {
  /** A second. */
  readonly rate: number
  readonly p99: number
}

/** The middle of several measurements, taken in turns so that whatever slows the machine down meets both. */
async function sideBySide(
  bare: string,
  ours: string,
  load: Load,
): Promise<{ bare: Measured; ours: Measured }> {
  const under = (url: string) => autocannon({ url, connections, duration: seconds, ...load })
  for (const url of [bare, ours]) await under(url)
  const results: { bare: autocannon.Result; ours: autocannon.Result }[] = []
  for (let n = 0; n < repeats; n += 1) results.push({ bare: await under(bare), ours: await under(ours) })
  if (results.some(one => one.ours.non2xx > 0 || one.ours.errors > 0))
    throw new Error('a request was not served')
  const middle = (all: readonly autocannon.Result[]): Measured => ({
    rate: median(all.map(({ requests }) => requests.mean)),
    p99: median(all.map(({ latency }) => latency.p99)),
  })
  return { bare: middle(results.map(one => one.bare)), ours: middle(results.map(one => one.ours)) }
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
