import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { isIncluded } from '../../src/surveys/merkle.ts'
import { readReceipt, receiptLeaf } from '../../src/surveys/receipts.ts'
import { receiptRoots } from '../../src/surveys/store.ts'
import { district, type World } from '../helpers/world.ts'
import { answer, cli, command, newAskingWorld } from './asking.ts'

interface Told {
  readonly size: number
  readonly root: string
  readonly roots: readonly { readonly on: string; readonly size: number; readonly root: string }[]
  readonly leaves: readonly string[]
}

const receiptIn = async (page: Promise<Response>) =>
  /id="receipt">\s*([\w-]+)/.exec(await (await page).text())?.[1] ?? ''

async function closedWith(count: number) {
  const world = await newAskingWorld()
  const receipts: string[] = []
  for (let at = 0; at < count; at++) receipts.push(await receiptIn(answer(world, world.round.path)))
  expect((await world.get(`/r/${world.round.id}/receipts`)).status).toBe(404)
  expect((await command(world, 'survey', 'receipts', world.round.id)).code).toBe(1)
  await command(world, 'survey', 'close', world.round.id)
  return { world, id: world.round.id, receipts }
}

const told = (world: World, id: string) => cli<Told>(world, 'survey', 'receipts', id)

test('a receipt is read however it is typed', () => {
  expect(readReceipt(' k7m2 9qtx')).toBe('K7M2-9QTX')
  for (const wrong of ['', 'K7M2', 'K7M2-9QT1', 'K7M2-9QTXX']) expect(readReceipt(wrong)).toBeUndefined()
})

test('when a round has closed, every receipt is proven by what is published', async () => {
  const { world, id, receipts } = await closedWith(7)
  const { size, root, leaves } = await told(world, id)
  expect([size, leaves.length]).toEqual([7, 7])
  expect(leaves).toEqual(receipts.map(receipt => receiptLeaf(receipt).toString('hex')).sort())
  expect(await (await world.get(`/r/${id}/receipts.txt`)).text()).toBe(
    leaves.map(leaf => `${leaf}\n`).join(''),
  )
  for (const receipt of receipts) {
    const page = await world.get(`/r/${id}/receipts?receipt=${receipt.toLowerCase()}`)
    const text = await page.text()
    expect(text).toContain(`The receipt ${receipt} is among the 7 answers`)
    expect(text).toContain(root)
    const download = await world.get(`/r/${id}/proof.json?receipt=${receipt}`)
    expect(download.headers.get('content-disposition')).toContain(`receipt-${receipt}.json`)
    const proof = (await download.json()) as { index: number; size: number; path: string[]; root: string }
    const path = proof.path.map(hash => Buffer.from(hash, 'hex'))
    expect(isIncluded(receiptLeaf(receipt), { ...proof, path }, Buffer.from(root, 'hex'))).toBe(true)
  }
  const foreign = await (await world.get(`/r/${id}/receipts?receipt=K7M2-9QTX`)).text()
  expect(foreign).toContain('not among those of this survey')
  expect((await world.get(`/r/${id}/proof.json?receipt=K7M2-9QTX`)).status).toBe(404)
  expect(await (await world.get(`/r/${id}`)).text()).toContain(`/r/${id}/receipts`)
})

test('the root is fixed when the round ends, and once more when it was reopened', async () => {
  const { world, id } = await closedWith(2)
  await buildClock(world.kit).tick()
  const [fixed] = await world.store.all(receiptRoots)
  expect(fixed).toMatchObject({ round: id, size: 2, on: '2026-10-05' })
  expect((await told(world, id)).roots).toEqual([fixed])

  world.actAs(district)
  await world.post(`/surveys/${id}/reopen`, { reason: '停电', closes: '2026-10-30' })
  await answer(world, world.round.path)
  world.clock.set('2026-10-31T01:30:00Z')
  const again = await told(world, id)
  expect(again.roots.map(({ on, size }) => [on, size])).toEqual([
    ['2026-10-05', 2],
    ['2026-10-30', 3],
  ])
  expect(again.roots.map(({ root }) => root)).toEqual([fixed?.root, again.root])
})

test('the page says so when the answers give another root than the one that was fixed', async () => {
  const { world, id } = await closedWith(2)
  const { root } = await told(world, id)
  await world.store.write('test', tx =>
    tx.change(receiptRoots, `${id}-0`, was => ({
      ...was,
      root: root.replace(/^./, c => (c === '0' ? '1' : '0')),
    })),
  )
  const page = await (await world.get(`/r/${id}/receipts`)).text()
  expect(page).toContain('changed afterwards')
})
