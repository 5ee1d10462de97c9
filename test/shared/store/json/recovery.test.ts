import { appendFile, copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { collection, factLog } from '../../../../src/shared/store/declare.ts'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { answers, associations, visits } from '../contract.ts'

const collections = [associations, visits]
const factLogs = [answers]
const unreadable = (words: string) => ({ name: 'UnreadableStore', message: expect.stringContaining(words) })
const open = (folder: string) => openTestStore({ folder, collections, factLogs })
const association = (id: string) => ({ id, name: id, tags: ['held'] })

/** A folder whose journal holds one command for each id. */
async function folderWith(...ids: string[]): Promise<{ folder: string; journal: string }> {
  const folder = await testFolder()
  const store = await open(folder)
  for (const id of ids) await store.write('liu', tx => tx.add(associations, association(id)))
  await store.close()
  return { folder, journal: join(folder, 'journal', '000000000001.jsonl') }
}

test('a journal that was cut anywhere opens with the commands that are whole', async () => {
  const { folder, journal } = await folderWith('a', 'b', 'c')
  const whole = await readFile(journal)
  const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([offset]) => offset + 1)
  for (let size = 0; size <= whole.length; size += 7) {
    await writeFile(journal, whole.subarray(0, size))
    const store = await open(folder)
    expect(await store.all(associations)).toHaveLength(ends.filter(end => end <= size).length)
    await store.write('liu', tx => tx.add(visits, { id: 'v', association: 'a', points: 1 }))
    await store.close()
    const again = await open(folder)
    expect(await again.all(visits)).toHaveLength(1)
    await again.close()
  }
})

test('what is cut off the journal is put aside beside it', async () => {
  const { folder, journal } = await folderWith('a')
  const { length } = await readFile(journal)
  await appendFile(journal, '{"seq":2,"at":"2026-')
  await (await open(folder)).close()
  expect(await readFile(`${journal}.torn-at-${length}`, 'utf8')).toContain('{"seq":2,"at":"2026-')
})

test('damage in the middle of the journal refuses to start, and says where', async () => {
  const { folder, journal } = await folderWith('a', 'b', 'c')
  const text = await readFile(journal, 'utf8')
  await writeFile(journal, text.replace('"name":"b"', '"name":"B"'))
  await expect(open(folder)).rejects.toMatchObject(unreadable(`at byte ${text.indexOf('\n') + 1}`))
  expect(await readFile(journal, 'utf8')).toContain('"name":"B"')
})

test('a command that is missing from the journal refuses to start', async () => {
  const { folder, journal } = await folderWith('a', 'b', 'c')
  const lines = (await readFile(journal, 'utf8')).split('\n')
  await writeFile(journal, [lines[0], lines[2], ''].join('\n'))
  await expect(open(folder)).rejects.toMatchObject(unreadable('commands 2 to 2 are missing'))
})

test('a snapshot is an indented lowdb file, and the journal that it covers goes to the archive', async () => {
  const { folder } = await folderWith('a', 'b')
  const store = await open(folder)
  await store.snapshot()
  await store.write('liu', tx => tx.remove(associations, 'a'))
  await store.close()
  expect(await readFile(join(folder, 'associations.json'), 'utf8')).toBe(`{
  "version": 1,
  "covers": 2,
  "records": [
    {
      "id": "a",
      "name": "a",
      "tags": [
        "held"
      ]
    },
    {
      "id": "b",
      "name": "b",
      "tags": [
        "held"
      ]
    }
  ]
}
`)
  expect(await readdir(join(folder, 'journal', 'archive'))).toEqual(['000000000001.jsonl'])
  expect(await readdir(join(folder, 'journal'))).toEqual(['000000000003.jsonl', 'archive'])
  const again = await open(folder)
  expect(await again.all(associations)).toEqual([association('b')])
  expect(await again.history(associations, 'a')).toHaveLength(2)
})

test('a collection’s file that went away, or is not one, is noticed', async () => {
  const { folder } = await folderWith('a')
  const store = await open(folder)
  await store.snapshot()
  await store.close()
  const path = join(folder, 'associations.json')
  await writeFile(path, '{"version":1}')
  await expect(open(folder)).rejects.toMatchObject(
    unreadable('associations.json is not a file of this store'),
  )
  await rm(path)
  await expect(open(folder)).rejects.toMatchObject(unreadable('associations.json is missing'))
})

/** Two commands in the archive, one in the journal. */
async function folderInUse() {
  const { folder } = await folderWith('a')
  const store = await open(folder)
  await store.snapshot()
  await store.write('liu', tx => tx.add(associations, association('b')))
  await store.snapshot()
  await store.write('liu', tx => tx.remove(associations, 'a'))
  return { folder, store }
}

test.each([
  ['while the journal goes on after the archive', ['store.json', 'associations.json']],
  ['when all is archived', ['store.json', 'associations.json', 'journal/000000000003.jsonl']],
])('the collections’ files may be lost: they are made anew from the journal, %s', async (_, lost) => {
  const { folder, store } = await folderInUse()
  await store.close()
  for (const name of lost) await rm(join(folder, name))
  const again = await open(folder)
  const left = lost.length === 2 ? [association('b')] : [association('a'), association('b')]
  expect(await again.all(associations)).toEqual(left)
  await again.write('liu', tx => tx.add(associations, association('c')))
  await again.snapshot()
  await again.close()
  expect(await (await open(folder)).all(associations)).toEqual([...left, association('c')])
})

test('a copy made while the store is running opens, also when snapshots were written meanwhile', async () => {
  const { folder, store } = await folderInUse()
  const copy = await testFolder()
  for (const name of ['store.json', 'associations.json']) await copyFile(join(folder, name), join(copy, name))
  await store.snapshot()
  await store.write('liu', tx => tx.add(associations, association('d')))
  await cp(join(folder, 'journal'), join(copy, 'journal'), { recursive: true })
  const copied = await open(copy)
  expect(await copied.all(associations)).toEqual([association('b'), association('d')])
})

const grownUp = collection({
  name: 'associations',
  version: 3,
  schema: z.object({ id: z.string(), title: z.string(), members: z.int() }),
  upgrades: {
    1: old => ({ id: z.object({ id: z.string() }).parse(old).id, title: 'of old' }),
    2: old => ({ ...z.object({ id: z.string(), title: z.string() }).parse(old), members: 0 }),
  },
})

test.each([
  ['its file', true],
  ['the journal', false],
])('records of an older version are lifted when they are read from %s', async (_, snapshot) => {
  const { folder } = await folderWith('a')
  const before = await open(folder)
  if (snapshot) await before.snapshot()
  await before.close()
  const lifted = { id: 'a', title: 'of old', members: 0 }
  const store = await openTestStore({ folder, collections: [grownUp] })
  expect(await store.all(grownUp)).toEqual([lifted])
  expect(await store.history(grownUp, 'a')).toMatchObject([{ by: 'liu', doc: lifted }])
  await store.snapshot()
  await store.close()
  await expect(open(folder)).rejects.toMatchObject(
    unreadable('holds associations in version 3, this program knows version 1'),
  )
})

test('a collection that the program does not know refuses to start, from the journal and from its file', async () => {
  const { folder } = await folderWith('a')
  const words = unreadable('the collection associations, which this program does not know')
  await expect(openTestStore({ folder })).rejects.toMatchObject(words)
  const store = await open(folder)
  await store.snapshot()
  await store.close()
  await expect(openTestStore({ folder })).rejects.toMatchObject(words)
})

test('a record that the schema refuses names the collection and the field', async () => {
  const { folder } = await folderWith('a')
  const strict = collection({ name: 'associations', schema: z.object({ id: z.string(), name: z.int() }) })
  const opened = openTestStore({ folder, collections: [strict] })
  await expect(opened).rejects.toMatchObject(unreadable('associations is not valid: name: Invalid input'))
})

test('a key that became unique and is held twice refuses to start', async () => {
  const { folder } = await folderWith('a', 'b')
  const one = collection({ ...associations, queries: { tag: ({ tags }) => tags }, unique: ['tag'] })
  const opened = openTestStore({ folder, collections: [one] })
  await expect(opened).rejects.toMatchObject(unreadable('have the tag held'))
})

test('a stream of facts that was cut opens with the facts that are whole; damage in its middle is refused', async () => {
  const folder = await testFolder()
  const store = await open(folder)
  for (const id of ['a', 'b', 'c']) await store.append(answers, 'round-1', { id, unit: 'x', level: 5 })
  await store.close()
  const path = join(folder, 'facts', 'answers', 'round-1.jsonl')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.slice(0, -3))
  const cut = await open(folder)
  expect((await cut.counts(answers, 'round-1')).get('all')).toBe(2)
  expect(await cut.append(answers, 'round-1', { id: 'c', unit: 'x', level: 4 })).toEqual({ added: true })
  await cut.close()
  await writeFile(path, text.replace('"id":"b"', '"id":"x"'))
  const damaged = await open(folder)
  await expect(damaged.counts(answers, 'round-1')).rejects.toMatchObject(
    unreadable('round-1.jsonl is damaged'),
  )
})

test('facts of an older version are lifted when they are counted and read', async () => {
  const folder = await testFolder()
  const store = await open(folder)
  await store.append(answers, 'round-1', { id: 'a', unit: 'xiahe', level: 5 })
  await store.close()
  const newer = factLog({
    name: 'answers',
    version: 2,
    schema: z.object({ id: z.string(), place: z.string() }),
    upgrades: { 1: old => ({ id: 'a', place: z.object({ unit: z.string() }).parse(old).unit }) },
    counts: fact => [fact.place],
  })
  const again = await openTestStore({ folder, factLogs: [newer] })
  expect(await again.counts(newer, 'round-1')).toEqual(new Map([['xiahe', 1]]))
  for await (const fact of again.facts(newer, 'round-1')) expect(fact).toEqual({ id: 'a', place: 'xiahe' })
})
