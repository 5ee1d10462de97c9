import { writeSync } from 'node:fs'
import { Composer } from 'grammy'
import { pino } from 'pino'
import { buildBot, outboxApi } from '../../src/bot.ts'
import { buildDispatcher } from '../../src/delivery/dispatcher.ts'
import { Pace, telegramPace } from '../../src/delivery/pace.ts'
import { defaultDeliverySettings, keepDeliverySettings } from '../../src/delivery/settings.ts'
import { queue } from '../../src/delivery/store.ts'
import { telegramChannel } from '../../src/delivery/telegram.ts'
import type { Actor } from '../../src/shared/actor.ts'
import type { BotContext } from '../../src/shared/bot/context.ts'
import { newId, newSecret } from '../../src/shared/ids.ts'
import { openJsonStore } from '../../src/shared/store/json/open.ts'
import { instant } from '../../src/shared/time.ts'
import { checkIns, crashCollections } from './crash-store.ts'

// Sends a reminder to every chat and takes check-ins, until it is killed: `node crash-child.ts FOLDER ROOT TOKEN CHATS PER_SECOND`.
const [folder = '', apiRoot = '', token = '', chats = '', perSecond = ''] = process.argv.slice(2)
const now = () => instant(new Date().toISOString())
const log = pino({ level: 'silent' })
const store = await openJsonStore({ folder, collections: crashCollections, factLogs: [], now, log })
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
const lead: Actor = { id: 'lead', name: '组长', lang: 'zh-CN', duties: [] }
const pace = new Pace({ ...telegramPace, perSecond: Number(perSecond) })

const composer = new Composer<BotContext>()
composer.on('message:text', async ctx => {
  if (ctx.message.text !== '签到') return
  const id = String(ctx.chat.id)
  await store.write(id, async tx => (await tx.find(checkIns, id)) ?? (await tx.add(checkIns, { id })))
  await ctx.answer(`已签到 ${id}`)
})
const bot = await buildBot(kit, {
  token,
  apiRoot,
  pace,
  features: [{ composer, commands: [] }],
  actorOf: async () => lead,
  bindChat: async () => lead,
  setLang: async () => {},
  setReach: async () => {},
  welcomeBack: async () => {},
  groups: { left: async () => {}, moved: async () => {} },
  polling: { pauseMs: [20, 100] },
})
const dispatcher = buildDispatcher({
  kit,
  pace,
  channel: telegramChannel(outboxApi(token, apiRoot)),
  whereabouts: async person => ({ chat: Number(person), reachable: true, lang: 'zh-CN' }),
  unreachable: async () => {},
})
await store.write('child', async tx => {
  await keepDeliverySettings(tx, { ...defaultDeliverySettings, quiet: null })
  for (const to of chats.split(',')) {
    const message = { key: `reminder:${to}`, kind: 'reminder', to, text: '例会提醒', repeatable: true }
    await queue(tx, message, now())
  }
})
bot.start()
await dispatcher.start()
writeSync(1, 'ready\n')
process.once('SIGTERM', async () => {
  await Promise.all([bot.stop(), dispatcher.stop()])
  await store.close()
})
