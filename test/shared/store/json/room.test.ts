import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../../../src/shared/store/port.ts'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { answers } from '../contract.ts'

const open = (folder: string) => openTestStore({ folder, factLogs: [answers] })
const answer = (id: string) => ({ id, unit: 'x', level: 5 })
const fileIn = (folder: string) => join(folder, 'facts', 'answers', 'round-1.jsonl')

async function idsIn(store: Store): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of store.facts(answers, 'round-1')) ids.push(id)
  return ids
}

/** A stream in a store that was not closed: twenty answers that were acknowledged, then as many that were under way. */
async function underWay() {
  const folder = await testFolder()
  const store = await open(folder)
  const send = (name: string) =>
    Promise.all(Array.from({ length: 20 }, (_, n) => store.append(answers, 'round-1', answer(`${name}${n}`))))
  await send('kept')
  const acknowledged = (await readFile(fileIn(folder), 'utf8')).trimEnd().length + 1
  await send('late')
  const bytes = await readFile(fileIn(folder))
  return { folder, store, bytes, acknowledged, lines: bytes.toString().trimEnd().length + 1 }
}

test('under load a file has room behind its lines, which it gives back when it is closed', async () => {
  const { folder, store, lines } = await underWay()
  expect((await stat(fileIn(folder))).size).toBeGreaterThan(lines)
  await store.close()
  expect((await stat(fileIn(folder))).size).toBe(lines)
})

test('who writes alone makes no room', async () => {
  const folder = await testFolder()
  const store = await open(folder)
  for (const id of ['a', 'b', 'c']) await store.append(answers, 'round-1', answer(id))
  expect(await readFile(fileIn(folder), 'utf8')).not.toContain('  ')
})

test('room that a crash left is not taken for a torn line', async () => {
  const { bytes } = await underWay()
  const folder = await testFolder()
  await mkdir(dirname(fileIn(folder)), { recursive: true })
  await writeFile(fileIn(folder), bytes)
  const store = await open(folder)
  expect(await idsIn(store)).toHaveLength(40)
  expect(await readdir(dirname(fileIn(folder)))).toEqual(['round-1.jsonl'])
})

test('whatever sectors a power cut keeps of a write, within its room and across its end, all that was acknowledged is there and more can come', async () => {
  const { bytes, acknowledged, lines } = await underWay()
  const first = Math.floor(acknowledged / 512)
  const sectors = Math.ceil(lines / 512) - first
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: sectors, maxLength: sectors }),
      fc.nat(sectors),
      fc.boolean(),
      async (reached, roomEnd, cut) => {
        const left = Buffer.from(bytes)
        for (const [index, isThere] of reached.entries()) {
          const from = Math.max(acknowledged, (first + index) * 512)
          const to = Math.max(from, Math.min(lines, (first + index + 1) * 512))
          if (!isThere) left.fill(index === roomEnd ? '\n' : ' ', from, to)
        }
        const folder = await testFolder()
        await mkdir(dirname(fileIn(folder)), { recursive: true })
        await writeFile(fileIn(folder), cut ? left.subarray(0, lines) : left)
        const store = await open(folder)
        const counted = (await store.counts(answers, 'round-1')).get('all')
        const kept = await idsIn(store)
        expect(counted).toBe(kept.length)
        expect(kept.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, n) => `kept${n}`))
        if (reached.every(Boolean)) expect(kept).toHaveLength(40)
        await store.append(answers, 'round-1', answer('next'))
        expect(await idsIn(store)).toEqual([...kept, 'next'])
        await store.close()
      },
    ),
    { numRuns: 15 },
  )
})
