import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { outboxApi } from '../../src/bot.ts'
import { outbox } from '../../src/delivery/store.ts'
import { openEmulator } from '../../src/demo/emulator/emulator.ts'
import { openTestStore, testFolder } from '../helpers/store.ts'
import { checkIns, crashCollections } from './crash-store.ts'

/** `npm run test:crash` kills fifty times; every other run a few times. */
const kills = Number(process.env.CRASH_KILLS ?? 2)
const size =
  kills > 5
    ? { reminders: 300, checkIns: 100, perSecond: 18 }
    : { reminders: 40, checkIns: 40, perSecond: 60 }
const longestRunMs = 600

test(`killed ${kills} times, it loses no reminder and no confirmed check-in, and marks what it repeats`, {
  timeout: 30_000 + kills * 10_000,
}, async () => {
  const folder = await testFolder()
  const emulator = await openEmulator({ latencyMs: 40 })
  onTestFinished(() => emulator.close())
  const users = Array.from({ length: size.reminders }, (_, i) => emulator.user({ name: `组长${i}` }))
  const signing = users.slice(0, size.checkIns)
  for (const user of users) await user.starts()
  await outboxApi(emulator.token, emulator.url).deleteWebhook({ drop_pending_updates: true })
  const program = async (): Promise<ChildProcess> => {
    const chats = users.map(user => user.id).join(',')
    const child = join(import.meta.dirname, 'crash-child.ts')
    const asked = [folder, emulator.url, emulator.token, chats, String(size.perSecond)]
    const args = ['--import', 'tsx', child, ...asked]
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(started.stdout, 'data')
    return started
  }
  /** What was under way when it was killed. */
  const inFlight = async () => {
    const store = await openTestStore({ folder, collections: crashCollections })
    const sending = await store.list(outbox, 'state', 'sending')
    await store.close()
    return sending.length
  }

  let interrupted = 0
  let signed = 0
  for (let kill = 0; kill < kills; kill++) {
    const until = Math.ceil(((kill + 1) * signing.length) / kills)
    const starting = program()
    for (; signed < until; signed++) await signing[signed]?.says('签到')
    const running = await starting
    await after(Math.random() * longestRunMs)
    const ended = once(running, 'exit')
    running.kill('SIGKILL')
    await ended
    interrupted += await inFlight()
  }
  const last = await program()
  const remindersOf = (user: (typeof users)[number]) =>
    user.sees().flatMap(each => (each.text?.includes('例会提醒') ? [each.text] : []))
  const isConfirmed = (user: (typeof users)[number]) =>
    user.sees().some(each => each.text === `已签到 ${user.id}`)
  await expect
    .poll(() => users.filter(user => remindersOf(user).length === 0).length, { timeout: 40_000 })
    .toBe(0)
  await expect.poll(() => signing.filter(user => !isConfirmed(user)).length).toBe(0)
  // The last answers are out before their updates are confirmed, which the next poll does.
  await expect.poll(() => emulator.pending()).toBe(0)
  const ended = once(last, 'exit')
  last.kill('SIGTERM')
  await ended

  const store = await openTestStore({ folder, collections: crashCollections })
  const kept = new Set((await store.all(checkIns)).map(({ id }) => id))
  expect(users.filter(user => isConfirmed(user) && !kept.has(String(user.id)))).toEqual([])
  expect(new Set((await store.all(outbox)).map(row => row.state.name))).toEqual(new Set(['sent']))
  // Fifty moments that all miss every message would show nothing.
  if (kills > 5) expect(interrupted).toBeGreaterThan(0)
  const texts = users.map(remindersOf)
  expect(texts.every(([, ...more]) => more.every(text => text.startsWith('（重发）')))).toBe(true)
  const doubled = texts.reduce((sum, each) => sum + each.length - 1, 0)
  expect(doubled).toBeLessThanOrEqual(interrupted)
  expect(emulator.pending()).toBe(0)
})
