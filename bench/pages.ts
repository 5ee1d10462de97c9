import autocannon from 'autocannon'
import type { Bench } from './bench.ts'
import type { Servers } from './servers.ts'

const connections = 8
const seconds = 3
/** Pages that are read between two writes. */
const pagesPerWrite = 20
/** What staff wait for at most, of 99 in a hundred pages. */
const mostMs = 30

export interface Read {
  readonly name: string
  readonly url: string
  readonly headers: { readonly cookie: string }
  /** Changes a record behind the page; a page that nothing ever changes would be measured frozen. */
  readonly write?: () => Promise<void>
}

type Tell = Parameters<Bench['run']>[0]

/**
 * Tells how long 99 of a hundred readings of a page take at most, beside a bare Hono server that gives the same bytes under the same
 * headers in the same run; and the same while somebody writes after every twentieth page.
 */
export async function tellPage(
  servers: Servers,
  { name, url, headers, write }: Read,
  tell: Tell,
): Promise<void> {
  const given = await fetch(url, { redirect: 'manual', headers })
  if (given.status !== 200) throw new Error(`${url} gave ${given.status}`)
  const text = await given.text()
  const bare = await servers.bare(text, '', given.headers)
  const floor = await read(bare.url, headers)
  const ours = await read(url, headers)
  const sizes = `${Math.round(Buffer.byteLength(text) / 1024)} KB`
  const rates = `${Math.round(ours.requests.mean)} pages/s beside ${Math.round(floor.requests.mean)}`
  const told = `99 % at ${connections} connections within`
  tell({
    name: `${name}, ${sizes}: ${told}; bare Hono ${slowest(floor)} ms, ${rates}`,
    value: slowest(ours),
    floor: mostMs,
    unit: 'ms',
  })
  if (!write) return
  const written = await read(url, headers, write)
  tell({
    name: `${name}, a write after every ${pagesPerWrite} pages: ${told}`,
    value: slowest(written),
    floor: mostMs,
    unit: 'ms',
  })
}

/** Milliseconds of 99 in a hundred pages; where not one came in time, as long as was measured. */
const slowest = ({ latency, requests }: autocannon.Result): number =>
  requests.total === 0 ? seconds * 1_000 : latency.p99

/** Measured after a second of warming up. */
async function read(
  url: string,
  headers: Read['headers'],
  write?: Read['write'],
): Promise<autocannon.Result> {
  const options = { url, connections, headers }
  await autocannon({ ...options, duration: 1 })
  const writes: Promise<void>[] = []
  let pages = 0
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ ...options, duration: seconds }, (error, found) =>
      error ? reject(error) : resolve(found),
    )
    running.on('response', () => {
      pages += 1
      if (write && pages % pagesPerWrite === 0) writes.push(write())
    })
  })
  await Promise.all(writes)
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} was not always served`)
  return result
}
