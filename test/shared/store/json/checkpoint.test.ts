import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factLog } from '../../../../src/shared/store/declare.ts'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { answers } from '../contract.ts'

const answer = (id: number) => ({ id: `a${id}`, unit: 'x', level: (id % 5) + 1 })
const open = (folder: string, log = answers) =>
  openTestStore({ folder, factLogs: [log], checkpointFacts: 10 })

/** A folder with 30 facts and a checkpoint of them, and then 5 facts more. */
async function checkpointed(): Promise<{ folder: string; file: string; checkpoint: string }> {
  const folder = await testFolder()
  const file = join(folder, 'facts', 'answers', 'round-1.jsonl')
  for (const [first, last] of [[0, 30] as const, [30, 35] as const]) {
    const store = await open(folder)
    for (let id = first; id < last; id += 1) await store.append(answers, 'round-1', answer(id))
    await store.close()
  }
  return { folder, file, checkpoint: `${file}.checkpoint` }
}

const counted = { all: 35, 'x:1': 7, 'x:2': 7, 'x:3': 7, 'x:4': 7, 'x:5': 7 }

test('a stream opens from its checkpoint and the facts after it', async () => {
  let asked = 0
  const log = factLog({
    ...answers,
    counts: fact => {
      asked += 1
      return answers.counts(fact)
    },
  })
  const folder = await testFolder()
  const before = await open(folder, log)
  await Promise.all(Array.from({ length: 1_000 }, (_, id) => before.append(log, 'round-1', answer(id))))
  await before.close()
  asked = 0
  const store = await open(folder, log)
  expect(Object.fromEntries(await store.counts(log, 'round-1'))).toMatchObject({ all: 1_000, 'x:1': 200 })
  expect(asked).toBeLessThan(500)
  for (const id of [0, 7, 500, 999]) {
    expect(await store.append(log, 'round-1', answer(id))).toEqual({ added: false, stored: answer(id) })
  }
  expect(await store.append(log, 'round-1', answer(1_000))).toEqual({ added: true })
})

test('a store that was closed in order has few facts to count when it opens, however many there are', async () => {
  const folder = await testFolder()
  const file = join(folder, 'facts', 'answers', 'round-1.jsonl')
  for (const [first, last] of [[0, 200] as const, [200, 215] as const]) {
    const store = await open(folder)
    await Promise.all(
      Array.from({ length: last - first }, (_, n) => store.append(answers, 'round-1', answer(first + n))),
    )
    await store.close()
  }
  const { size } = await stat(file)
  expect(await readFile(`${file}.checkpoint`, 'utf8')).toContain(`"covers":${size}`)
})

test('the facts after a checkpoint are found and counted with those before it', async () => {
  const { folder } = await checkpointed()
  const store = await open(folder)
  expect(Object.fromEntries(await store.counts(answers, 'round-1'))).toEqual(counted)
  expect(await store.append(answers, 'round-1', answer(3))).toEqual({ added: false, stored: answer(3) })
  expect(await store.append(answers, 'round-1', answer(33))).toEqual({ added: false, stored: answer(33) })
})

test.each([
  ['is damaged', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('a7', 'b7'))],
  ['is cut', async (path: string) => truncate(path, 40)],
  ['is not one', async (path: string) => writeFile(path, 'anything')],
])('a checkpoint that %s is passed over', async (_, spoil) => {
  const { folder, checkpoint } = await checkpointed()
  await spoil(checkpoint)
  const store = await open(folder)
  expect(Object.fromEntries(await store.counts(answers, 'round-1'))).toEqual(counted)
})

test('a checkpoint of more facts than there are is passed over', async () => {
  const { folder, file } = await checkpointed()
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, `${lines.slice(0, 20).join('\n')}\n`)
  const store = await open(folder)
  expect((await store.counts(answers, 'round-1')).get('all')).toBe(20)
})

test('a log that counts differently has its facts counted anew', async () => {
  const { folder } = await checkpointed()
  const otherwise = factLog({ ...answers, counts: ({ level }) => [level > 3 ? 'content' : 'not'] })
  const store = await open(folder, otherwise)
  expect(Object.fromEntries(await store.counts(otherwise, 'round-1'))).toEqual({ content: 14, not: 21 })
})

test('so has one whose function is written the same but counts differently', async () => {
  const logWith = (bar: number) =>
    factLog({ ...answers, counts: ({ level }) => [level > bar ? 'over' : 'under'] })
  const folder = await testFolder()
  const before = await open(folder, logWith(3))
  for (let id = 0; id < 30; id += 1) await before.append(logWith(3), 'round-1', answer(id))
  await before.close()
  const store = await open(folder, logWith(4))
  expect(Object.fromEntries(await store.counts(logWith(4), 'round-1'))).toEqual({ over: 6, under: 24 })
})
