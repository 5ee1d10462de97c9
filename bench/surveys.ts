import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import type { Bench } from './bench.ts'
import { withServers } from './servers.ts'

const connections = 32
const seconds = 4

/** The built server on loopback, beside a bare Hono server that gives and parses the same bytes. */
export const surveysBench: Bench = {
  name: 'surveys',
  async run(tell) {
    await withServers(async servers => {
      const product = await servers.product()
      const url = product.url + (await openRound(product.cli))
      const page = await (await fetch(url)).text()
      const thanks = await (await fetch(url, { method: 'POST', body: new URLSearchParams(answer()) })).text()
      const bare = await servers.bare(page, thanks)

      tell({ name: 'survey page as sent', value: Buffer.byteLength(page), floor: 14 * 1024, unit: 'bytes' })
      const barePages = await read(bare.url)
      const pages = await read(url)
      tell({
        name: `pages a second; bare Hono ${Math.round(barePages.requests.mean)}`,
        value: pages.requests.mean,
        floor: barePages.requests.mean * 0.8,
        unit: 'pages/s',
        atLeast: true,
      })
      const bareAnswers = await send(bare.url)
      const answers = await send(url)
      if (answers.non2xx > 0) throw new Error(`${answers.non2xx} answers were not taken`)
      tell({
        name: `stored, fsynced answers a second; bare Hono ${Math.round(bareAnswers.requests.mean)}`,
        value: answers.requests.mean,
        floor: bareAnswers.requests.mean * 0.6,
        unit: 'answers/s',
        atLeast: true,
      })
      tell({
        name: `99 % of answers at ${connections} connections within; bare Hono ${bareAnswers.latency.p99} ms`,
        value: answers.latency.p99,
        floor: 15,
        unit: 'ms',
      })
    })
  },
}

/** One resident's answer to the six themes, with an id of its own each time. */
function answer(): string {
  const id = randomBytes(9).toString('hex')
  return `_id=${id}&overall=5&attitude=4&speed=5&openness=3&activities=4&response=dontknow&opinion=`
}

async function openRound(cli: <T>(...argv: string[]) => Promise<T>): Promise<string> {
  const days = ['--opens', '2000-01-01', '--closes', '2999-12-31', '--basis', 'broad']
  const asked = ['--form', 'satisfaction', '--units', 'all']
  const { links } = await cli<{ links: { url: string }[] }>('survey', 'open', ...asked, ...days)
  return new URL(links[0]?.url ?? '').pathname
}

/** Measured after a second of warming up. */
async function read(url: string): Promise<autocannon.Result> {
  await autocannon({ url, connections, duration: 1 })
  return autocannon({ url, connections, duration: seconds })
}

async function send(url: string): Promise<autocannon.Result> {
  const options = (duration: number): autocannon.Options => ({
    url,
    connections,
    duration,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    requests: [{ setupRequest: request => ({ ...request, body: answer() }) }],
  })
  await autocannon(options(1))
  return autocannon(options(seconds))
}
