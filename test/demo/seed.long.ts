import { expect, test } from 'vitest'
import { collections } from '../../src/collections.ts'
import { seeded } from './seeded.ts'

test('two runs of the seed leave the same records', { timeout: 300_000 }, async () => {
  const [one, other] = [await seeded(), await seeded()]
  for (const { name } of collections) expect(await other.read(name), name).toEqual(await one.read(name))
})
