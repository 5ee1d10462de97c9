import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collections, factLogs } from '../../src/collections.ts'
import { newId } from '../../src/shared/ids.ts'
import { importUnits } from '../../src/units/register.ts'
import { startProgram } from '../helpers/program.ts'
import { openTestStore, testFolder } from '../helpers/store.ts'
import { sampleUnits } from '../helpers/world.ts'
import { fully } from './asking.ts'
import { newRound } from './opening.ts'

test('every answer that was acknowledged is there after kill -9', { timeout: 60_000 }, async () => {
  const folder = await testFolder()
  const store = await openTestStore({ collections, factLogs, folder })
  await importUnits(store, 'test', sampleUnits())
  const round = await newRound(store, { opens: '2000-01-01', closes: '2999-12-31' })
  await store.close()
  const path = `/s/${round.units[0]?.link}`

  const first = await startProgram(folder, path)
  const acknowledged: string[] = []
  const people = Array.from({ length: 8 }, async () => {
    for (;;) {
      const id = newId()
      if ((await post(first.url + path, id)) !== 201) return
      acknowledged.push(id)
    }
  })
  while (acknowledged.length < 100) await pause(5)
  first.child.kill('SIGKILL')
  await Promise.all(people)

  const second = await startProgram(folder, path)
  const again = await Promise.all(acknowledged.map(id => post(second.url + path, id)))
  expect(new Set(again)).toEqual(new Set([200]))
})

/** The status with which an answer was met; undefined when the server is gone. */
async function post(url: string, id: string): Promise<number | undefined> {
  try {
    const body = new URLSearchParams({ _id: id, ...fully })
    const response = await fetch(url, { method: 'POST', body })
    await response.arrayBuffer()
    return response.status
  } catch {
    return undefined
  }
}
