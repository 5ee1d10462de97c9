import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { openEmulator } from '../../src/demo/emulator/emulator.ts'
import { openTestStore, testFolder } from '../helpers/store.ts'
import { checkIns, crashCollections } from './crash-store.ts'

test('killed again and again, it loses no reminder and no confirmed check-in, and marks what it repeats', async () => {
  const folder = await testFolder()
  const emulator = await openEmulator({ latencyMs: 40 })
  onTestFinished(() => emulator.close())
  const users = Array.from({ length: 40 }, (_, i) => emulator.user({ name: `组长${i}` }))
  for (const user of users) await user.says('签到')
  const program = async (): Promise<ChildProcess> => {
    const chats = users.map(user => user.id).join(',')
    const child = join(import.meta.dirname, 'crash-child.ts')
    const args = ['--import', 'tsx', child, folder, emulator.url, emulator.token, chats]
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(started.stdout, 'data')
    return started
  }
  for (const ms of [120, 300]) {
    const running = await program()
    await after(ms)
    const ended = once(running, 'exit')
    running.kill('SIGKILL')
    await ended
  }
  const last = await program()
  const remindersOf = (user: (typeof users)[number]) =>
    user.sees().flatMap(each => (each.text?.includes('例会提醒') ? [each.text] : []))
  const isServed = (user: (typeof users)[number]) =>
    remindersOf(user).length > 0 && user.sees().some(each => each.text?.startsWith('已签到'))
  await expect.poll(() => users.filter(user => !isServed(user)).length, { timeout: 15_000 }).toBe(0)
  const ended = once(last, 'exit')
  last.kill('SIGTERM')
  await ended

  const store = await openTestStore({ folder, collections: crashCollections })
  expect(await store.all(checkIns)).toHaveLength(40)
  expect((await store.all(outbox)).map(row => row.state.name)).toEqual(users.map(() => 'sent'))
  const repeated = users.map(remindersOf).filter(texts => texts.length > 1)
  for (const texts of repeated) expect(texts.slice(1).every(text => text.startsWith('（重发）'))).toBe(true)
  expect(repeated.length).toBeLessThanOrEqual(2 * 24)
  expect(emulator.pending()).toBe(0)
}, 30_000)
