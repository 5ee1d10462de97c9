import { writeSync } from 'node:fs'
import { pino } from 'pino'
import { openJsonStore } from '../../../../src/shared/store/json/open.ts'
import { instant } from '../../../../src/shared/time.ts'
import { answers, associations, visits } from '../contract.ts'

// Writes as fast as it can and says what was acknowledged, until it is killed: `node crash-child.ts FOLDER FIRST`.
const [folder = '', first = '0'] = process.argv.slice(2)
const store = await openJsonStore({
  folder,
  collections: [associations, visits],
  factLogs: [answers],
  now: () => instant('2026-10-05T01:30:00.000Z'),
  log: pino({ level: 'silent' }),
  pace: { afterBytes: 4_000, afterMs: 20 },
})

let next = Number(first)
async function keepWriting(): Promise<never> {
  for (;;) {
    next += 1
    const id = `n${next}`
    await store.write('child', async tx => {
      await tx.add(associations, { id, name: id, tags: [] })
      await tx.add(visits, { id, association: id, points: next })
    })
    writeSync(1, `command ${id}\n`)
    await store.append(answers, 'round-1', { id, unit: 'x', level: 5 })
    writeSync(1, `fact ${id}\n`)
  }
}
await Promise.all(Array.from({ length: 20 }, keepWriting))
