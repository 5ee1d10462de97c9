import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFolder } from '../../../../src/shared/store/json/verify.ts'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { answers } from '../contract.ts'

const answer = (id: string) => ({ id, unit: 'xiahe', level: 5 })
const factLogs = [answers]

async function withLinks(ids: readonly string[]) {
  const folder = await testFolder()
  const path = join(folder, 'facts', 'answers', 'round-1.jsonl')
  const open = () => openTestStore({ folder, factLogs })
  const store = await open()
  for (const id of ids) await store.spend(answers, 'round-1', answer(id), `token-${id}`)
  return { folder, path, open, store }
}

test('what links a token to a fact is gone from the folder once it is forgotten, and the order in which they came', async () => {
  const ids = Array.from({ length: 50 }, (_, at) => `id-${String(at).padStart(2, '0')}`)
  const { folder, path, store } = await withLinks(ids)
  expect(await readFile(`${path}.linked`, 'utf8')).toContain('token-id-07')
  await store.unlink(answers, 'round-1')
  expect((await readdir(join(folder, 'facts', 'answers'))).sort()).toEqual([
    'round-1.jsonl',
    'round-1.jsonl.spent',
  ])
  const facts = await readFile(path, 'utf8')
  expect(facts).not.toContain('token')
  const order = [...facts.matchAll(/"id":"(id-\d\d)"/g)].map(found => found[1])
  expect(order.toSorted()).toEqual(ids)
  expect(order).not.toEqual(ids)
  const spent = JSON.parse((await readFile(`${path}.spent`, 'utf8')).trim())
  expect(spent.tokens).toEqual(ids.map(id => `token-${id}`))
})

test('a crash at any point of forgetting loses no fact, counts none twice and frees no token', async () => {
  const { folder, path, open, store } = await withLinks(['a', 'b', 'c'])
  const saved = await testFolder()
  await copyFile(`${path}.linked`, join(saved, 'linked'))
  await store.unlink(answers, 'round-1')
  await store.close()
  const whole = await readFile(path)
  const firstLine = whole.subarray(0, whole.indexOf(10) + 1)

  for (const main of [undefined, firstLine, whole]) {
    await copyFile(join(saved, 'linked'), `${path}.linked`)
    if (main) await writeFile(path, main)
    else await rm(path)
    expect(await verifyFolder(folder, [], factLogs)).toMatchObject({
      ok: true,
      facts: { answers: { 'round-1': 3 } },
    })
    const again = await open()
    expect((await again.counts(answers, 'round-1')).get('all')).toBe(3)
    await again.unlink(answers, 'round-1')
    expect((await again.counts(answers, 'round-1')).get('all')).toBe(3)
    const used = { added: false, spent: true }
    expect(await again.spend(answers, 'round-1', answer('d'), 'token-b')).toEqual(used)
    await again.close()
    expect(await readdir(join(folder, 'facts', 'answers'))).not.toContain('round-1.jsonl.linked')
    expect((await verifyFolder(folder, [], factLogs)).facts).toEqual({ answers: { 'round-1': 3 } })
  }
})

test('an unfinished line is cut off without being put aside, since it holds a link', async () => {
  const { folder, path, open, store } = await withLinks(['a'])
  await store.close()
  const whole = await readFile(`${path}.linked`, 'utf8')
  await writeFile(`${path}.linked`, `${whole}{"v":1,"fact":{"id":"b"},"token":"half`)
  const again = await open()
  expect(await again.spend(answers, 'round-1', answer('b'), 'half')).toEqual({ added: true })
  await again.close()
  expect(await readdir(join(folder, 'facts', 'answers'))).toEqual(['round-1.jsonl.linked'])
})

test('a damaged list of used tokens is refused: a token could be used again', async () => {
  const { path, open, store } = await withLinks(['a'])
  await store.unlink(answers, 'round-1')
  await store.close()
  await writeFile(`${path}.spent`, (await readFile(`${path}.spent`, 'utf8')).replace('token-a', 'token-b'))
  await expect((await open()).counts(answers, 'round-1')).rejects.toThrow('is damaged')
})
