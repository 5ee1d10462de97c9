import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Composer } from 'grammy'
import { pino } from 'pino'
import { buildBot, outboxApi } from '../src/bot.ts'
import { choose } from '../src/delivery/choose.ts'
import { buildDispatcher } from '../src/delivery/dispatcher.ts'
import { Pace } from '../src/delivery/pace.ts'
import { defaultDeliverySettings, deliverySettings, keepDeliverySettings } from '../src/delivery/settings.ts'
import { outbox, queue } from '../src/delivery/store.ts'
import { telegramChannel } from '../src/delivery/telegram.ts'
import { type EmulatorOptions, openEmulator } from '../src/demo/emulator/emulator.ts'
import { telegramLimits } from '../src/demo/emulator/limits.ts'
import type { Actor } from '../src/shared/actor.ts'
import type { BotContext } from '../src/shared/bot/context.ts'
import { failedUpdates, seenUpdates } from '../src/shared/bot/store.ts'
import { newId, newSecret } from '../src/shared/ids.ts'
import { openJsonStore } from '../src/shared/store/json/open.ts'
import { instant } from '../src/shared/time.ts'
import { type Bench, median } from './bench.ts'

const now = () => instant(new Date().toISOString())
const actor: Actor = { id: 'bench', name: 'bench', lang: 'zh-CN', duties: [] }

export const chatBench: Bench = {
  name: 'chat',
  async run(tell) {
    await withChat({}, async ({ emulator, answeredAt, bot }) => {
      bot.start()
      const times: number[] = []
      for (let i = 0; i < 200; i++) {
        const user = emulator.user({ name: String(i) })
        const before = performance.now()
        await user.says('签到')
        await user.waitsFor('好')
        if (i >= 20) times.push(performance.now() - before)
      }
      const api = outboxApi(emulator.token, emulator.url)
      const bare: number[] = []
      for (let i = 0; i < 100; i++) {
        const before = performance.now()
        await api.getMe()
        await api.getMe()
        bare.push(performance.now() - before)
      }
      const own = median(times) - median(bare)
      tell({ name: 'an update answered, less two bare calls of the API', value: own, floor: 5, unit: 'ms' })
      if (answeredAt.size !== 200) throw new Error('an update was lost')
    })
    const latencyMs = 200
    await withChat(
      { latencyMs, limits: telegramLimits },
      async ({ emulator, answeredAt, bot, remind, dispatcher }) => {
        const users = Array.from({ length: 1000 }, (_, i) => emulator.user({ name: String(i) }))
        const asking = emulator.user({ name: 'asking' })
        for (const user of users) await user.says('/start')
        await outboxApi(emulator.token, emulator.url).deleteWebhook({ drop_pending_updates: true })
        await remind(users.map(user => user.id))
        bot.start()
        await dispatcher.start()
        await setTimeout(4000)
        await asking.says('签到')
        await asking.waitsFor('好')
        const calls = emulator.calls.filter(call => call.method === 'sendMessage')
        const reply = calls.find(call => call.params.chat_id === asking.id)
        const queued = (reply?.atMs ?? 0) - latencyMs - (answeredAt.get(asking.id) ?? 0)
        tell({ name: 'a reply among reminders waits in our queue', value: queued, floor: 200, unit: 'ms' })
        const sent = () => emulator.calls.filter(call => call.method === 'sendMessage')
        while (sent().length < 1001) await setTimeout(50)
        const all = sent()
        const seconds = ((all.at(-1)?.atMs ?? 0) - (all[0]?.atMs ?? 0)) / 1000
        const pace = (all.length - 1) / seconds / 25
        tell({ name: 'share of the permitted pace', value: pace, floor: 0.95, unit: 'share', atLeast: true })
        const refused = all.filter(call => call.status === 429).length
        tell({ name: '429 provoked', value: refused, floor: 0, unit: 'refusals' })
      },
    )
    await withChat({}, async ({ store, remind }) => {
      await remind(Array.from({ length: 10_000 }, (_, i) => i + 1))
      const times: number[] = []
      const [first] = await store.list(outbox, 'waiting', 'chat')
      for (let i = 0; i < 150; i++) {
        // As after sending: the waiting rows are not the same as in the step before.
        if (first)
          await store.write('bench', tx => tx.change(outbox, first.id, row => ({ ...row, attempts: i + 1 })))
        const before = performance.now()
        choose(await store.list(outbox, 'waiting', 'chat'), now(), 2, new Set())
        // A step comes many times a second: what counts is a program that has run for some seconds.
        if (i >= 100) times.push(performance.now() - before)
      }
      tell({ name: 'a step with 10,000 waiting rows', value: median(times), floor: 5, unit: 'ms' })
    })
  },
}

/** Bot, dispatcher and store in a folder of their own, against a Bot API server of our own. */
async function withChat(
  options: EmulatorOptions,
  work: (chat: Awaited<ReturnType<typeof openAll>>) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
  const chat = await openAll(folder, options)
  try {
    await work(chat)
  } finally {
    await Promise.all([chat.bot.stop(), chat.dispatcher.stop()])
    await chat.emulator.close()
    await chat.store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function openAll(folder: string, options: EmulatorOptions) {
  const log = pino({ level: 'silent' })
  const collections = [outbox, deliverySettings, seenUpdates, failedUpdates]
  const store = await openJsonStore({ folder, collections, factLogs: [], now, log })
  const kit = {
    store,
    now,
    newId,
    newSecret,
    publicUrl: 'http://127.0.0.1',
    zone: 'Asia/Shanghai',
    files: folder,
    log,
  }
  const emulator = await openEmulator(options)
  const pace = new Pace()
  const answeredAt = new Map<number, number>()
  const composer = new Composer<BotContext>()
  composer.on('message:text', ctx => {
    answeredAt.set(ctx.chat.id, performance.now())
    return ctx.answer('好')
  })
  const bot = await buildBot(kit, {
    token: emulator.token,
    apiRoot: emulator.url,
    pace,
    features: [{ composer, commands: [] }],
    actorOf: async () => actor,
    bindChat: async () => actor,
    setLang: async () => {},
    setReach: async () => {},
    welcomeBack: async () => {},
    groups: { left: async () => {}, moved: async () => {} },
  })
  const dispatcher = buildDispatcher({
    kit,
    pace,
    channel: telegramChannel(outboxApi(emulator.token, emulator.url)),
    whereabouts: async person => ({ chat: Number(person), reachable: true, lang: 'zh-CN' }),
    unreachable: async () => {},
  })
  const remind = (chats: readonly number[]) =>
    store.write('bench', async tx => {
      await keepDeliverySettings(tx, { ...defaultDeliverySettings, quiet: null })
      for (const chat of chats) {
        const to = String(chat)
        await queue(tx, { key: `bench:${to}`, kind: 'bench', to, text: '例会提醒', repeatable: true }, now())
      }
    })
  return { store, emulator, answeredAt, bot, dispatcher, remind }
}
