import { Api } from 'grammy'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { buildDispatcher, type DispatcherParts } from '../../src/delivery/dispatcher.ts'
import type { NewMessage } from '../../src/delivery/message.ts'
import { Pace, telegramPace } from '../../src/delivery/pace.ts'
import { deliverySettings } from '../../src/delivery/settings.ts'
import { claimed } from '../../src/delivery/states.ts'
import { deliveryId, outbox, queue, unqueue } from '../../src/delivery/store.ts'
import { telegramChannel } from '../../src/delivery/telegram.ts'
import { openEmulator } from '../../src/demo/emulator/emulator.ts'
import { telegramLimits } from '../../src/demo/emulator/limits.ts'
import { makePress } from '../../src/shared/bot/press.ts'
import { instant, plusMinutes } from '../../src/shared/time.ts'
import { openTestStore } from '../helpers/store.ts'

const start = instant('2026-10-21T01:00:00Z')

async function office(options: Parameters<typeof openEmulator>[0] = {}) {
  const emulator = await openEmulator(options)
  onTestFinished(() => emulator.close())
  const store = await openTestStore({ collections: [outbox, deliverySettings] })
  let now = start
  const chats = new Map<string, number>()
  const lost = new Set<string>()
  const kit = { store, now: () => now, zone: 'Asia/Shanghai', log: pino({ level: 'silent' }) }
  const parts: DispatcherParts = {
    kit,
    channel: telegramChannel(new Api(emulator.token, { apiRoot: emulator.url })),
    pace: new Pace({ ...telegramPace, perChatMs: 20 }),
    whereabouts: async person => ({ chat: chats.get(person), reachable: !lost.has(person), lang: 'zh-CN' }),
    unreachable: async person => {
      lost.add(person)
    },
  }
  const running = async (given: Partial<DispatcherParts> = {}) => {
    const dispatcher = buildDispatcher({ ...parts, ...given })
    await dispatcher.start()
    onTestFinished(() => dispatcher.stop())
    return dispatcher
  }
  const person = async (name: string) => {
    const user = emulator.user({ name })
    await user.starts()
    chats.set(name, user.id)
    return user
  }
  const ask = (to: string, text: string, given: Partial<NewMessage> = {}) => {
    const message = { key: `reminder:${text}:${to}`, kind: 'reminder', to, text, repeatable: true, ...given }
    return store.write('test', tx => queue(tx, message, now))
  }
  const stateOf = async (to: string, text: string) =>
    (await store.get(outbox, deliveryId(`reminder:${text}:${to}`))).state
  const later = (minutes: number) => {
    now = plusMinutes(now, minutes)
  }
  return { emulator, store, lost, running, person, ask, stateOf, later }
}

test('what is queued arrives with its buttons, once however often it is asked for', async () => {
  const { running, person, ask, stateOf } = await office()
  const ann = await person('ann')
  const buttons = [
    [{ label: '签到', data: makePress('checkin', 'occ1') }],
    [{ label: '打开', url: 'http://localhost:3000/x' }],
  ]
  await ask('ann', '例会 9:30', { buttons })
  await ask('ann', '例会 9:30', { buttons })
  await running()
  const got = await ann.waitsFor('例会 9:30')
  expect(got.reply_markup?.inline_keyboard).toEqual([[{ text: '签到', callback_data: 'v1|checkin|occ1|' }]])
  await expect
    .poll(() => stateOf('ann', '例会 9:30'))
    .toMatchObject({ name: 'sent', messageId: got.message_id })
  expect(ann.sees()).toHaveLength(1)
})

test('a person who blocked the bot is not tried again', async () => {
  const { emulator, lost, running, person, ask, stateOf } = await office()
  const ann = await person('ann')
  ann.blocks()
  await running()
  await ask('ann', '一')
  await expect.poll(() => stateOf('ann', '一')).toMatchObject({ name: 'failed', cause: 'blocked' })
  await ask('ann', '二')
  await expect.poll(() => stateOf('ann', '二')).toMatchObject({ name: 'failed', cause: 'blocked' })
  expect(emulator.calls.filter(call => call.method === 'sendMessage')).toHaveLength(1)
  expect([...lost]).toEqual(['ann'])
})

test('a person without a chat, and chat switched off, are told apart', async () => {
  const { running, ask, stateOf } = await office()
  await ask('bo', '一')
  const dispatcher = await running()
  await expect.poll(() => stateOf('bo', '一')).toMatchObject({ name: 'failed', cause: 'noChat' })
  await dispatcher.stop()
  await running({ channel: undefined })
  await ask('bo', '二')
  await expect.poll(() => stateOf('bo', '二')).toMatchObject({ name: 'failed', cause: 'chatOff' })
})

test('a 429 pauses everything for as long as Telegram asks', async () => {
  const { emulator, running, person, ask, later, stateOf } = await office()
  const ann = await person('ann')
  const bo = await person('bo')
  emulator.fault({
    method: 'sendMessage',
    as: { code: 429, description: 'Too Many Requests', retryAfter: 1 },
  })
  await ask('ann', '一')
  await running()
  await expect.poll(() => stateOf('ann', '一')).toMatchObject({ name: 'retry', cause: 'slower' })
  const refusedAt = emulator.calls.at(-1)?.atMs ?? 0
  await ask('bo', '二')
  later(1)
  await ann.waitsFor('一')
  await bo.waitsFor('二')
  const sent = emulator.calls.filter(call => call.method === 'sendMessage' && call.status === 200)
  expect(Math.min(...sent.map(call => call.atMs)) - refusedAt).toBeGreaterThan(900)
})

test.each([
  ['a 502', { code: 502, description: 'Bad Gateway' }, 0],
  ['a connection cut before', 'reset', 0],
  ['a connection cut after', 'resetAfter', 1],
] as const)('after %s a reminder goes again, marked, and minutes do not', async (_, as, arrived) => {
  const { emulator, running, person, ask, later, stateOf } = await office()
  const ann = await person('ann')
  const bo = await person('bo')
  emulator.fault({ method: 'sendMessage', chat: ann.id, as })
  emulator.fault({ method: 'sendMessage', chat: bo.id, as })
  await ask('ann', '提醒')
  await ask('bo', '纪要', { repeatable: false })
  await running()
  await expect.poll(() => stateOf('ann', '提醒')).toMatchObject({ name: 'retry' })
  await expect.poll(() => stateOf('bo', '纪要')).toMatchObject({ name: 'unknown' })
  later(1)
  await ann.waitsFor('（重发）提醒')
  expect(ann.sees()).toHaveLength(arrived + 1)
  expect(bo.sees()).toHaveLength(arrived)
})

test('a server that cannot be reached is tried again without a mark', async () => {
  const { running, person, ask, later, stateOf } = await office()
  const ann = await person('ann')
  await ask('ann', '一')
  const nowhere = telegramChannel(new Api('1:x', { apiRoot: 'http://127.0.0.1:9' }))
  const dispatcher = await running({ channel: nowhere })
  await expect.poll(() => stateOf('ann', '一')).toMatchObject({ name: 'retry', cause: 'ECONNREFUSED' })
  await dispatcher.stop()
  later(1)
  await running()
  expect((await ann.waitsFor('一')).text).toBe('一')
})

test('what was under way when the program died is sent again, marked, if it may be repeated', async () => {
  const { store, running, person, ask, later, stateOf } = await office()
  const ann = await person('ann')
  for (const text of ['提醒', '纪要']) await ask('ann', text, { repeatable: text === '提醒' })
  await store.write('test', async tx => {
    for (const row of await tx.all(outbox)) await tx.change(outbox, row.id, each => claimed(each, start))
  })
  await running()
  later(1)
  await ann.waitsFor('（重发）提醒')
  expect(await stateOf('ann', '纪要')).toMatchObject({ name: 'unknown', cause: 'stopped' })
})

test('reminders whose time has passed are dropped, cancelled ones are not sent', async () => {
  const { store, running, person, ask, later, stateOf } = await office()
  const ann = await person('ann')
  await ask('ann', '早', { notAfter: plusMinutes(start, 10) })
  await ask('ann', '撤')
  await store.write('test', tx => unqueue(tx, 'reminder:撤:ann', start))
  later(11)
  await ask('ann', '新')
  await running()
  await ann.waitsFor('新')
  expect((await stateOf('ann', '早')).name).toBe('expired')
  expect((await stateOf('ann', '撤')).name).toBe('cancelled')
  expect(ann.sees()).toHaveLength(1)
})

test('a long text arrives in parts, the buttons under the last', async () => {
  const { running, person, ask } = await office()
  const ann = await person('ann')
  const lines = Array.from({ length: 300 }, (_, i) => `${i} 社区例会已开，实到十二人，决定事项三项`).join(
    '\n',
  )
  await ask('ann', lines, { buttons: [[{ label: '好', data: makePress('ok') }]] })
  await running()
  await ann.waitsFor('299 社区')
  const parts = ann.sees()
  expect(parts.map(each => each.text).join('\n')).toBe(lines)
  expect(parts.map(each => each.reply_markup !== undefined)).toEqual([false, true])
})

test('many go out at the permitted pace without provoking a 429', async () => {
  const { emulator, running, person, ask } = await office({ limits: telegramLimits, latencyMs: 20 })
  const names = Array.from({ length: 60 }, (_, i) => `p${i}`)
  for (const name of names) await person(name)
  for (const name of names) await ask(name, '通知')
  const before = performance.now()
  await running({ pace: new Pace() })
  const sent = () => emulator.calls.filter(call => call.method === 'sendMessage')
  await expect.poll(() => sent().length).toBe(60)
  expect(sent().every(call => call.status === 200)).toBe(true)
  expect(performance.now() - before).toBeGreaterThan(1900)
})

test('stopping waits for what is under way', async () => {
  const { running, person, ask, stateOf } = await office({ latencyMs: 150 })
  const ann = await person('ann')
  await ask('ann', '一')
  const dispatcher = await running()
  await expect.poll(() => stateOf('ann', '一')).toMatchObject({ name: 'sending' })
  await dispatcher.stop()
  expect(await stateOf('ann', '一')).toMatchObject({ name: 'sent' })
  expect(ann.sees()).toHaveLength(1)
})
