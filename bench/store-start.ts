import { performance } from 'node:perf_hooks'
import { answers, openBenchStore } from './store-world.ts'

// A process of its own, so that its memory is that of a store alone: opens, counts, and says what it took.
const [folder = ''] = process.argv.slice(2)
const began = performance.now()
const store = await openBenchStore(folder)
const facts = (await store.counts(answers, 'round')).get('all') ?? 0
const ms = performance.now() - began
const rssMb = process.memoryUsage().rss / 2 ** 20
const peakMb = process.resourceUsage().maxRSS / 2 ** 10
process.stdout.write(JSON.stringify({ facts, ms, rssMb, peakMb }))
await store.close()
