import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFolder } from '../../../../src/shared/store/json/verify.ts'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { answers, associations, visits } from '../contract.ts'

const collections = [associations, visits]
const association = (id: string) => ({ id, name: id, tags: [] })
const verify = (folder: string) => verifyFolder(folder, collections, [answers])

/** Two commands in the archive, one in the journal, two facts and a checkpoint of them. */
async function folderInUse() {
  const folder = await testFolder()
  const store = await openTestStore({ folder, collections, factLogs: [answers], checkpointFacts: 2 })
  await store.write('liu', tx => tx.add(associations, association('a')))
  await store.write('liu', tx => tx.add(visits, { id: 'v', association: 'a', points: 1 }))
  await store.snapshot()
  await store.write('liu', tx => tx.change(associations, 'a', doc => ({ ...doc, name: 'A' })))
  for (const id of ['f', 'g']) await store.append(answers, 'round-1', { id, unit: 'x', level: 5 })
  return { folder, store, stream: join(folder, 'facts', 'answers', 'round-1.jsonl') }
}

test('a folder in order is told with its numbers, also while its store is open', async () => {
  const { folder, store } = await folderInUse()
  const wellKept = {
    ok: true,
    faults: [],
    notes: [],
    commands: 3,
    records: { associations: 1, visits: 1 },
    facts: { answers: { 'round-1': 2 } },
  }
  expect(await verify(folder)).toEqual(wellKept)
  await store.close()
  expect(await verify(folder)).toEqual(wellKept)
})

test('a folder without a store is not in order', async () => {
  const folder = await testFolder()
  expect(await verify(folder)).toMatchObject({ ok: false, faults: [`${folder} holds no store`] })
})

test('an unfinished line at the end is worth a note', async () => {
  const { folder, store, stream } = await folderInUse()
  await store.close()
  await appendFile(stream, '{"v":1')
  expect(await verify(folder)).toMatchObject({ ok: true, notes: [`${stream} ends with 6 unfinished bytes`] })
})

const spoilt: [string, string, (folder: string) => Promise<unknown>][] = [
  [
    'a record that somebody edited in its file',
    'visits v is not as the journal has it',
    async folder => {
      const path = join(folder, 'visits.json')
      await writeFile(path, (await readFile(path, 'utf8')).replace('"points": 1', '"points": 100'))
    },
  ],
  [
    'a part of the archive that went away',
    'the commands 1 to 2 are missing',
    folder =>
      rename(join(folder, 'journal/archive/000000000001.jsonl'), join(folder, 'journal/archive/elsewhere')),
  ],
  [
    'damage in the archive',
    '000000000001.jsonl is damaged at byte 0',
    async folder => {
      const path = join(folder, 'journal/archive/000000000001.jsonl')
      await writeFile(path, (await readFile(path, 'utf8')).replace('liu', 'wu!'))
    },
  ],
  [
    'a fact that came twice',
    'holds the fact f twice',
    async folder => {
      const path = join(folder, 'facts/answers/round-1.jsonl')
      const text = await readFile(path, 'utf8')
      await appendFile(path, text.slice(0, text.indexOf('\n') + 1))
    },
  ],
  [
    'a collection’s file that is none',
    'associations.json is not a file of this store',
    folder => writeFile(join(folder, 'associations.json'), '[]'),
  ],
]

test.each(spoilt)('%s is found', async (_, words, spoil) => {
  const { folder, store } = await folderInUse()
  await store.close()
  await spoil(folder)
  const report = await verify(folder)
  expect(report.ok).toBe(false)
  expect(report.faults.join('\n')).toContain(words)
})
