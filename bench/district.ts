import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import autocannon from 'autocannon'
import { type Bench, median } from './bench.ts'
import { type Office, withServers } from './servers.ts'
import { openDistrict } from './staff-world.ts'

const communities = 1_000
const few = 10_000
const many = 1_000_000
const connections = 8
const repeats = 5
const sampleMs = 20

/** A large district on the built server, over HTTP: its start, its results, all of its answers given out. */
export const districtBench: Bench = {
  name: 'district',
  async run(tell) {
    const folders = await Promise.all([few, many].map(() => mkdtemp(join(tmpdir(), 'slc-bench-'))))
    const [small = '', large = ''] = folders
    try {
      const fewRound = await filled(small, few)
      const round = await filled(large, many)
      await withServers(async servers => {
        const results = `/surveys/${round}/results.csv`
        // What the bench's own process has counted, the built program counts anew, once: its functions are written otherwise.
        const first = await servers.office(large)
        await get(first, results)
        await first.stop()
        const began = performance.now()
        const office = await servers.office(large, first.headers.cookie)
        const table = await (await get(office, results)).text()
        const startMs = performance.now() - began
        if (!table.includes(String(many / communities))) throw new Error('answers are missing')
        const of = `with ${many} answers`
        tell({ name: `start ${of}, to the first results`, value: startMs, floor: 4_000, unit: 'ms' })
        tell({ name: `memory ${of}`, value: await office.memoryMb(), floor: 350, unit: 'MiB' })

        const other = await servers.office(small)
        const [slow, quick] = await inTurns(
          () => read(office, results),
          () => read(other, `/surveys/${fewRound}/results.csv`),
        )
        const p99 = median(slow.map(({ latency }) => latency.p99))
        const rateOf = (all: readonly autocannon.Result[]) => median(all.map(({ requests }) => requests.mean))
        const at = `results of ${communities} communities ${of}`
        tell({ name: `99 % of ${at}, at ${connections} connections`, value: p99, floor: 10, unit: 'ms' })
        tell({
          name: `${at}, beside ${few} answers`,
          value: rateOf(quick) / rateOf(slow),
          floor: 1.3,
          unit: 'times as long',
        })

        const file = await download(office, `/surveys/${round}/answers.csv`)
        if (file.lines !== many + 1) throw new Error(`${file.lines} lines were given out`)
        tell({ name: `${many} answers as CSV`, value: file.ms, floor: 15_000, unit: 'ms' })
        tell({ name: `memory that this takes`, value: file.peakMb - file.beforeMb, floor: 100, unit: 'MiB' })
      })
    } finally {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    }
  },
}

async function filled(folder: string, answers: number): Promise<string> {
  const district = await openDistrict(folder, communities)
  await district.answer(answers)
  await district.close()
  return district.round
}

async function get({ url, headers }: Office, path: string): Promise<Response> {
  const response = await fetch(url + path, { headers })
  if (response.status !== 200) throw new Error(`${path} gave ${response.status}`)
  return response
}

async function read({ url, headers }: Office, path: string): Promise<autocannon.Result> {
  const result = await autocannon({ url: url + path, headers, connections, duration: 2 })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path} was not served`)
  return result
}

/** Both after a warm-up, several times in turns. */
async function inTurns<T>(one: () => Promise<T>, other: () => Promise<T>): Promise<[T[], T[]]> {
  await one()
  await other()
  const results: [T[], T[]] = [[], []]
  for (let n = 0; n < repeats; n += 1) {
    results[0].push(await one())
    results[1].push(await other())
  }
  return results
}

/** Reads a file to its end, looking at the server's memory all the while. */
async function download(office: Office, path: string) {
  const beforeMb = await office.memoryMb()
  let peakMb = beforeMb
  const watching = setInterval(async () => {
    peakMb = Math.max(peakMb, await office.memoryMb())
  }, sampleMs)
  const began = performance.now()
  let lines = 0
  try {
    for await (const bytes of (await get(office, path)).body ?? [])
      for (const byte of bytes) if (byte === 10) lines += 1
  } finally {
    clearInterval(watching)
  }
  return { ms: performance.now() - began, lines, beforeMb, peakMb }
}
