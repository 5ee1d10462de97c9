import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { factLog } from '../../../../src/shared/store/declare.ts'
import { syncData } from '../../../../src/shared/store/json/disk.ts'
import { openTestStore } from '../../../helpers/store.ts'
import { answers, associations, visits } from '../contract.ts'

const options = { collections: [associations, visits], factLogs: [answers] }
const visit = (id: string) => ({ id, association: 'a', points: 1 })
const answer = (id: string) => ({ id, unit: 'x', level: 5 })

test('a hundred commands at once share a few fsyncs', async () => {
  const store = await openTestStore(options)
  const ids = Array.from({ length: 100 }, (_, n) => `v${n}`)
  await Promise.all(ids.map(id => store.write('liu', tx => tx.add(visits, visit(id)))))
  expect(store.stats).toMatchObject({ lines: 100 })
  expect(store.stats.syncs).toBeLessThanOrEqual(10)
})

test('a hundred facts at once share a few fsyncs', async () => {
  const store = await openTestStore(options)
  const ids = Array.from({ length: 100 }, (_, n) => `f${n}`)
  await Promise.all(ids.map(id => store.append(answers, 'round-1', answer(id))))
  expect(store.stats).toMatchObject({ lines: 100 })
  expect(store.stats.syncs).toBeLessThanOrEqual(10)
})

/** A disk that waits for `go`, or breaks when told so. */
function slowDisk() {
  let go: () => void = () => undefined
  let broken = false
  const opened = new Promise<void>(resolve => {
    go = resolve
  })
  const sync = async (file: Parameters<typeof syncData>[0]) => {
    await opened
    if (broken) throw new Error('ENOSPC: no space left on device')
    await syncData(file, false)
  }
  const breakNow = () => {
    broken = true
    go()
  }
  return { sync, go: () => go(), breakNow }
}

test('neither a write nor a reading of it resolves before it is on disk; the next command runs meanwhile', async () => {
  const disk = slowDisk()
  const store = await openTestStore({ ...options, sync: disk.sync })
  const seen: string[] = []
  const first = store.write('liu', tx => tx.add(visits, visit('v1'))).then(() => seen.push('first kept'))
  const second = store.write('liu', async tx => seen.push(`second sees ${(await tx.all(visits)).length}`))
  await expect.poll(() => seen).toEqual(['second sees 1'])
  const read = store.find(visits, 'v1').then(() => seen.push('read'))
  await store.all(associations)
  expect(seen).toEqual(['second sees 1'])
  disk.go()
  await Promise.all([first, second, read])
  expect(seen.slice(1).sort()).toEqual(['first kept', 'read'])
})

test('when the disk fails nothing is acknowledged and the store refuses everything from then on', async () => {
  const disk = slowDisk()
  const store = await openTestStore({ ...options, sync: disk.sync })
  const written = store.write('liu', tx => tx.add(visits, visit('v1')))
  const appended = store.append(answers, 'round-1', answer('a'))
  const failed = { name: 'StoreFailed', message: expect.stringContaining('could not write to disk') }
  const outcomes = Promise.all([
    expect(written).rejects.toMatchObject(failed),
    expect(appended).rejects.toMatchObject(failed),
  ])
  disk.breakNow()
  await outcomes
  await expect(store.write('liu', async () => 1)).rejects.toMatchObject(failed)
  await expect(store.find(visits, 'v1')).rejects.toMatchObject(failed)
  await expect(store.append(answers, 'round-1', answer('b'))).rejects.toMatchObject(failed)
  await expect(store.counts(answers, 'round-1')).rejects.toMatchObject(failed)
})

test('those who come again as soon as they are served share an fsync, though they come one after another', async () => {
  const store = await openTestStore(options)
  const rounds = 20
  await Promise.all(
    Array.from({ length: 10 }, async (_, person) => {
      for (let n = 0; n < rounds; n++) {
        await store.append(answers, 'round-1', answer(`p${person}n${n}`))
        for (let turns = 0; turns < person % 4; turns++) await setImmediate()
      }
    }),
  )
  expect(store.stats).toMatchObject({ lines: 200 })
  expect(store.stats.syncs).toBeLessThanOrEqual(2 * rounds)
})

test('several wait on the spot for a disk that was quick; for a slow one, and alone, a thread does', async () => {
  const onTheSpot: boolean[] = []
  let isSlow = false
  const sync = (_: unknown, now: boolean) => {
    onTheSpot.push(now)
    return isSlow ? new Promise<void>(done => setTimeout(done, 5)) : undefined
  }
  const store = await openTestStore({ ...options, sync })
  const both = (name: string) =>
    Promise.all(['a', 'b'].map(one => store.append(answers, 'round-1', answer(name + one))))
  await both('unknown')
  await both('quick')
  isSlow = true
  await both('still')
  await both('slow')
  isSlow = false
  await store.append(answers, 'round-1', answer('alone'))
  await both('again')
  expect(onTheSpot).toEqual([false, true, true, false, false, true])
})

test('who comes alone waits for nobody', async () => {
  const store = await openTestStore(options)
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => store.append(answers, 'round-1', answer(`many${n}`))),
  )
  for (let n = 0; n < 10; n++) await store.append(answers, 'round-2', answer(`alone${n}`))
  const timers = vi.spyOn(globalThis, 'setTimeout')
  for (let n = 10; n < 20; n++) await store.append(answers, 'round-2', answer(`alone${n}`))
  expect(timers).not.toHaveBeenCalled()
})

test('of what was posted only the ids stay in memory, not the text that they were cut out of', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const plain = factLog({ ...answers, isPlain: () => true })
  const store = await openTestStore({ factLogs: [plain] })
  const posted = (n: number) => `id-of-answer-${1_000_000 + n}&opinion=${n}${'.'.repeat(20_000)}`
  const used = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const before = used()
  await Promise.all(
    Array.from({ length: 1_000 }, (_, n) =>
      store.append(plain, 'round-1', answer(Buffer.from(posted(n)).toString().slice(0, 20))),
    ),
  )
  expect(await store.size(plain, 'round-1')).toBe(1_000)
  expect(used() - before).toBeLessThan(5)
})
