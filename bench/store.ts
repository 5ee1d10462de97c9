import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { JsonStore } from '../src/shared/store/json/store.ts'
import { type Bench, median } from './bench.ts'
import { answer, answers, openBenchStore, rating, ratings } from './store-world.ts'

/** The longest that anything may hold up everything else. */
const blockMs = 20

export const storeBench: Bench = {
  name: 'store',
  async run(tell) {
    await inFolder(async folder => {
      const store = await openBenchStore(folder)
      const bareMs = await bareFsyncMs(folder)
      const emptyMs = await appendMs(store, 'small', 0)
      tell({
        name: 'append, empty stream, beside a bare write and fsync',
        value: emptyMs,
        floor: bareMs * 3 + 1,
        unit: 'ms',
      })
      await fill(store, 'large', 100_000)
      const fullMs = await appendMs(store, 'large', 100_000)
      tell({
        name: 'append, 100,000 facts present, beside none',
        value: fullMs,
        floor: emptyMs * 1.5 + 0.5,
        unit: 'ms',
      })
      tell({
        name: 'fsyncs of 100 appends at once',
        value: await fsyncsOfAHundred(store),
        floor: 10,
        unit: 'fsyncs',
      })
      tell({
        name: 'longest block while writing and snapshotting, beside a bare loop of 2 ms slices',
        value: await longestBlockMs(store),
        floor: blockMs + (await bareBlockMs()),
        unit: 'ms',
      })
      await store.close()
    })
    await inFolder(async folder => {
      const store = await openBenchStore(folder)
      await fill(store, 'round', 1_000_000)
      await store.close()
      const { facts, ms, rssMb, peakMb } = await startOf(folder)
      tell({
        name: 'facts found again at a start',
        value: facts,
        floor: 1_000_000,
        unit: 'facts',
        atLeast: true,
      })
      tell({ name: 'start with 1,000,000 facts', value: ms, floor: 4_000, unit: 'ms' })
      tell({ name: 'memory with 1,000,000 facts', value: rssMb, floor: 350, unit: 'MiB' })
      tell({ name: 'most memory during that start', value: peakMb, floor: 450, unit: 'MiB' })
    })
  },
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the disk itself takes for 200 bytes, the median of 40. */
async function bareFsyncMs(folder: string): Promise<number> {
  const file = await open(join(folder, 'bare'), 'a')
  const took: number[] = []
  for (let n = 0; n < 40; n += 1) {
    const began = performance.now()
    await file.appendFile('x'.repeat(200))
    await file.datasync()
    took.push(performance.now() - began)
  }
  await file.close()
  return median(took)
}

/** One append after another, the median of 100. */
async function appendMs(store: JsonStore, stream: string, first: number): Promise<number> {
  const took: number[] = []
  for (let n = first; n < first + 100; n += 1) {
    const began = performance.now()
    await store.append(answers, stream, answer(n))
    took.push(performance.now() - began)
  }
  return median(took)
}

async function fill(store: JsonStore, stream: string, facts: number): Promise<void> {
  const together = 5_000
  for (let first = 0; first < facts; first += together) {
    const batch = Array.from({ length: together }, (_, n) => store.append(answers, stream, answer(first + n)))
    await Promise.all(batch)
  }
}

async function fsyncsOfAHundred(store: JsonStore): Promise<number> {
  const before = store.stats.syncs
  await Promise.all(Array.from({ length: 100 }, (_, n) => store.append(answers, 'hundred', answer(n))))
  return store.stats.syncs - before
}

/** What the machine itself holds up a loop that works in slices of 2 ms for a second. */
async function bareBlockMs(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const end = performance.now() + 1_000
  while (performance.now() < end) {
    const slice = performance.now() + 2
    while (performance.now() < slice) Math.sqrt(slice)
    await setImmediate()
  }
  delay.disable()
  return delay.max / 1e6
}

/** 5,000 ratings added by one command, then 200 changes of them and 600 appends, while snapshots are written all the time. */
async function longestBlockMs(store: JsonStore): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await store.write('bench', async tx => {
    for (let n = 0; n < 5_000; n += 1) await tx.add(ratings, rating(n))
  })
  for (let round = 0; round < 20; round += 1) {
    const snapshot = store.snapshot()
    const changes = Array.from({ length: 10 }, (_, n) =>
      store.write('bench', tx =>
        tx.change(ratings, `rating-${round * 10 + n}`, doc => ({ ...doc, text: `${round}` })),
      ),
    )
    const appends = Array.from({ length: 30 }, (_, n) =>
      store.append(answers, 'busy', answer(round * 30 + n)),
    )
    await Promise.all([snapshot, ...changes, ...appends])
    await setTimeout(10)
  }
  delay.disable()
  return delay.max / 1e6
}

async function startOf(folder: string): Promise<Record<'facts' | 'ms' | 'rssMb' | 'peakMb', number>> {
  const script = join(import.meta.dirname, 'store-start.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder])
  return JSON.parse(stdout) as Record<'facts' | 'ms' | 'rssMb' | 'peakMb', number>
}
