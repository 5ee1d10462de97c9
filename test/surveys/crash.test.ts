import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { collections, factLogs } from '../../src/collections.ts'
import { newId } from '../../src/shared/ids.ts'
import { importUnits } from '../../src/units/register.ts'
import { openTestStore, testFolder } from '../helpers/store.ts'
import { sampleUnits } from '../helpers/world.ts'
import { fully } from './asking.ts'
import { newRound } from './opening.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

test('every answer that was acknowledged is there after kill -9', { timeout: 60_000 }, async () => {
  const folder = await testFolder()
  const store = await openTestStore({ collections, factLogs, folder })
  await importUnits(store, 'test', sampleUnits())
  const round = await newRound(store, { opens: '2000-01-01', closes: '2999-12-31' })
  await store.close()
  const path = `/s/${round.units[0]?.link}`

  const first = await startServer(folder, path)
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

  const second = await startServer(folder, path)
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

/** The real program in a process of its own; ready when it shows the page. */
async function startServer(folder: string, path: string): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      PORT: String(port),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const shown = await fetch(url + path).catch(() => undefined)
    if (shown?.ok) return { child, url }
    await pause(25)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port was given')
  return address.port
}
