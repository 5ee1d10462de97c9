import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runStoreCommand } from '../../../src/commands.ts'
import { verifyFolder } from '../../../src/shared/store/json/verify.ts'
import { openTestStore, testFolder } from '../../helpers/store.ts'
import { answers, associations } from './contract.ts'

const call = (folder: string, ...argv: string[]) =>
  runStoreCommand({
    argv: ['store', ...argv],
    lang: 'en',
    readFile: () => Promise.reject(new Error('no files are read')),
    verify: () => verifyFolder(folder, [associations], [answers]),
  })

async function keptFolder(): Promise<string> {
  const folder = await testFolder()
  const store = await openTestStore({ folder, collections: [associations], factLogs: [answers] })
  await store.write('liu', tx => tx.add(associations, { id: 'a', name: 'a', tags: [] }))
  await store.append(answers, 'round-1', { id: 'f', unit: 'x', level: 5 })
  await store.snapshot()
  await store.close()
  return folder
}

test('store verify says that all is well, and how much that is', async () => {
  const folder = await keptFolder()
  expect(await call(folder, 'verify')).toEqual({
    out: 'All is well: 1 command, 1 record and 1 answer were checked one by one.\n',
    err: '',
    code: 0,
  })
  const { out } = await call(folder, 'verify', '--json')
  expect(JSON.parse(out)).toMatchObject({ ok: true, commands: 1, records: { associations: 1 } })
})

test('store verify is refused with every fault, also when the store would not open', async () => {
  const folder = await keptFolder()
  await writeFile(join(folder, 'associations.json'), '{')
  const { code, err } = await call(folder, 'verify')
  expect(code).toBe(1)
  expect(err).toContain('The data folder has 1 fault:')
  expect(err).toContain('associations.json is not a file of this store')
})
