import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Api, Bot, InlineKeyboard, InputFile } from 'grammy'
import { afterEach, expect, test } from 'vitest'
import { type Emulator, type EmulatorOptions, openEmulator } from '../../src/demo/emulator/emulator.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function emulated(options?: EmulatorOptions) {
  const emulator = await openEmulator(options)
  open.push(() => emulator.close())
  return { emulator, api: new Api(emulator.token, { apiRoot: emulator.url }) }
}

/** A started private chat. */
async function withAnn(options?: EmulatorOptions) {
  const { emulator, api } = await emulated(options)
  const ann = emulator.user({ name: '安' })
  await ann.starts()
  return { emulator, api, ann }
}

async function pollingBot(emulator: Emulator, install: (bot: Bot) => void) {
  const bot = new Bot(emulator.token, { client: { apiRoot: emulator.url } })
  install(bot)
  await bot.init()
  void bot.start()
  open.push(() => bot.stop())
  return bot
}

const keyboard = (data: string) => ({ reply_markup: new InlineKeyboard().text('签到', data) })

test('a real bot answers a command, a press and an edit', async () => {
  const { emulator } = await emulated()
  await pollingBot(emulator, bot => {
    bot.command('start', ctx => ctx.reply(`你好 ${ctx.match}`, keyboard('in|1')))
    bot.on('callback_query:data', async ctx => {
      await ctx.answerCallbackQuery({ text: '收到', show_alert: true })
      await ctx.editMessageText(`已签到 ${ctx.callbackQuery.data}`)
    })
  })
  const ann = emulator.user({ name: '安', language_code: 'zh-hans' })
  await ann.starts('abc_1')
  const hello = await ann.waitsFor('你好 abc_1')
  expect(await ann.presses(hello, '签到')).toEqual({ text: '收到', alert: true })
  await ann.waitsFor('已签到 in|1')
  expect(ann.sees()).toMatchObject([{ text: '已签到 in|1' }])
  expect(ann.sees()[0]?.reply_markup).toBeUndefined()
})

test('updates come again until a higher offset confirms them', async () => {
  const { api, ann } = await withAnn()
  await ann.says('签到')
  const first = await api.getUpdates({})
  expect(first).toHaveLength(2)
  expect(await api.getUpdates({ offset: first[0]?.update_id ?? 0 })).toHaveLength(2)
  expect(await api.getUpdates({ offset: (first[1]?.update_id ?? 0) + 1 })).toHaveLength(0)
})

test('a long poll waits for what comes', async () => {
  const { emulator, api } = await emulated()
  const waiting = api.getUpdates({ timeout: 5 })
  const ann = emulator.user({ name: '安' })
  await ann.says('到')
  expect((await waiting)[0]?.message?.text).toBe('到')
})

test('a second poll ends the first with 409', async () => {
  const { emulator, api } = await emulated()
  const first = api.getUpdates({ timeout: 5 }).catch(error => error)
  await expect.poll(() => emulator.pending()).toBe(0)
  await new Promise(done => setTimeout(done, 20))
  await api.getUpdates({ timeout: 0 })
  expect(await first).toMatchObject({ error_code: 409 })
})

test('a webhook gets the secret, and again what it did not answer with 200', async () => {
  const { emulator, api } = await emulated({ webhookRetryMs: 5 })
  const got: { secret: unknown; id: number }[] = []
  const http = createServer(async (request, response) => {
    const body = (await new Response(request as never).json()) as { update_id: number }
    got.push({ secret: request.headers['x-telegram-bot-api-secret-token'], id: body.update_id })
    response.writeHead(got.length === 1 ? 500 : 200).end()
  }).listen(0, '127.0.0.1')
  open.push(async () => http.close())
  await new Promise(ready => http.once('listening', ready))
  await api.setWebhook(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`, { secret_token: 's3' })
  await emulator.user({ name: '安' }).says('到')
  await expect.poll(() => got.length).toBe(2)
  expect(got[0]).toEqual(got[1])
  expect(got[0]?.secret).toBe('s3')
  await expect.poll(() => emulator.pending()).toBe(0)
  await expect(api.getUpdates({})).rejects.toMatchObject({ error_code: 409 })
  await api.deleteWebhook()
  expect((await api.getWebhookInfo()).url).toBe('')
})

test.each<[string, (api: Api, chat: number) => Promise<unknown>, number, string]>([
  ['an empty text', (api, chat) => api.sendMessage(chat, ' '), 400, 'message text is empty'],
  ['4097 characters', (api, chat) => api.sendMessage(chat, 'x'.repeat(4097)), 400, 'message is too long'],
  [
    '65 bytes on a button',
    (api, chat) => api.sendMessage(chat, 'a', keyboard('x'.repeat(65))),
    400,
    'BUTTON_DATA_INVALID',
  ],
  [
    '22 Chinese characters on a button',
    (api, chat) => api.sendMessage(chat, 'a', keyboard('签'.repeat(22))),
    400,
    'BUTTON_DATA_INVALID',
  ],
  ['a chat nobody opened', api => api.sendMessage(77, 'a'), 400, 'chat not found'],
  ['an edit of nothing', (api, chat) => api.editMessageText(chat, 99, 'a'), 400, 'message to edit not found'],
  [
    'an edit of another’s message',
    (api, chat) => api.editMessageText(chat, 1, 'a'),
    400,
    "message can't be edited",
  ],
  ['an old callback', api => api.answerCallbackQuery('77'), 400, 'query is too old'],
  [
    'a command in Chinese',
    api => api.setMyCommands([{ command: '签到', description: 'x' }]),
    400,
    'commands',
  ],
  [
    'a button to localhost',
    (api, chat) =>
      api.sendMessage(chat, 'a', { reply_markup: new InlineKeyboard().url('x', 'http://localhost:3000/') }),
    400,
    'Wrong HTTP URL',
  ],
])('%s is refused', async (_, call, code, text) => {
  const { api, ann } = await withAnn()
  await expect(call(api, ann.id)).rejects.toMatchObject({
    error_code: code,
    description: expect.stringContaining(text),
  })
})

test('4096 characters and 64 bytes are taken', async () => {
  const { api, ann } = await withAnn()
  await api.sendMessage(ann.id, 'x'.repeat(4096), keyboard('x'.repeat(64)))
  expect(ann.sees()).toHaveLength(1)
})

test('an edit that changes nothing is told so', async () => {
  const { api, ann } = await withAnn()
  const sent = await api.sendMessage(ann.id, 'a', keyboard('1'))
  await expect(api.editMessageText(ann.id, sent.message_id, 'a', keyboard('1'))).rejects.toMatchObject({
    description: expect.stringContaining('message is not modified'),
  })
  expect(await api.editMessageText(ann.id, sent.message_id, 'a')).toMatchObject({ text: 'a' })
})

test('nobody can be written to before they started, after they blocked, after they left', async () => {
  const { emulator, api } = await emulated()
  const bo = emulator.user({ name: '波' })
  const told = () =>
    api.sendMessage(bo.id, 'x').then(
      () => 'sent',
      error => error.description,
    )
  expect(await told()).toBe("Forbidden: bot can't initiate conversation with a user")
  await bo.starts()
  expect(await told()).toBe('sent')
  bo.blocks()
  expect(await told()).toBe('Forbidden: bot was blocked by the user')
  bo.unblocks()
  expect(await told()).toBe('sent')
  bo.leavesTelegram()
  expect(await told()).toBe('Forbidden: user is deactivated')
  const kinds = (await api.getUpdates({})).map(update => update.my_chat_member?.new_chat_member.status)
  expect(kinds).toEqual([undefined, 'kicked', 'member'])
})

test('a document goes out by multipart and comes back by download', async () => {
  const { emulator, api, ann } = await withAnn()
  await api.sendDocument(ann.id, new InputFile(Buffer.from('社区,等次\n'), '导出.csv'), { caption: '汇总' })
  const seen = await ann.waitsFor('汇总')
  expect(seen.document).toMatchObject({ file_name: '导出.csv', file_size: 14 })
  await ann.sendsPhoto({ name: 'sheet.jpg', bytes: Buffer.from([1, 2, 3]) })
  const photo = (await api.getUpdates({ offset: -1 }))[0]?.message?.photo?.[0]
  const file = await api.getFile(photo?.file_id ?? '')
  const bytes = await (
    await fetch(`${emulator.url}/file/bot${emulator.token}/${file.file_path}`)
  ).arrayBuffer()
  expect(Buffer.from(bytes)).toEqual(Buffer.from([1, 2, 3]))
})

test('a group shows the bot commands and replies to it, and nothing else', async () => {
  const { emulator, api, ann } = await withAnn()
  const group = emulator.group({ title: '一社区', members: [ann] })
  const sent = await api.sendMessage(group.id, '例会')
  await ann.says('随便说说', group)
  await ann.says('/help', group)
  await ann.says('/help@other_bot', group)
  await ann.says('到', group, ann.sees(group)[0])
  const texts = (await api.getUpdates({})).flatMap(update => update.message?.text ?? [])
  expect(texts).toEqual(['/start', '/help', '到'])
  expect(sent.chat.type).toBe('group')
  const bigger = group.upgrades()
  await expect(api.sendMessage(group.id, 'x')).rejects.toMatchObject({
    parameters: { migrate_to_chat_id: bigger.id },
  })
  await api.sendMessage(bigger.id, 'x')
})

test('too many at once meet a 429 with the time to wait', async () => {
  const limits = { perSecond: 3, chatBurst: 2, groupPerMinute: 20, penaltySeconds: 7 }
  const { emulator, api, ann } = await withAnn({ limits })
  await api.sendMessage(ann.id, '1')
  await api.sendMessage(ann.id, '2')
  await expect(api.sendMessage(ann.id, '3')).rejects.toMatchObject({ parameters: { retry_after: 7 } })
  const others = [emulator.user({ name: '1' }), emulator.user({ name: '2' })]
  for (const other of others) await other.starts()
  await api.sendMessage(others[0]?.id ?? 0, '1')
  await expect(api.sendMessage(others[1]?.id ?? 0, '1')).rejects.toMatchObject({ error_code: 429 })
})

test('faults happen once, before or after the effect', async () => {
  const { emulator, api, ann } = await withAnn()
  const send = (text: string) => api.sendMessage(ann.id, text)
  emulator.fault({
    method: 'sendMessage',
    as: { code: 429, description: 'Too Many Requests', retryAfter: 3 },
  })
  await expect(send('a')).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })
  emulator.fault({ method: 'sendMessage', as: 'reset' })
  await expect(send('b')).rejects.toThrow('Network request')
  emulator.fault({ method: 'sendMessage', as: 'resetAfter' })
  await expect(send('c')).rejects.toThrow('Network request')
  await send('d')
  expect(ann.sees().map(each => each.text)).toEqual(['c', 'd'])
})

test('commands are kept by scope and language', async () => {
  const { emulator, api } = await emulated()
  await api.setMyCommands([{ command: 'help', description: '帮助' }], { language_code: 'zh' })
  expect(emulator.commandsFor('default', 'zh')).toEqual([{ command: 'help', description: '帮助' }])
  expect(await api.getMyCommands()).toEqual([])
})

test('a wrong token and an unknown method are refused', async () => {
  const { emulator, api } = await emulated()
  await expect(new Api('2:no', { apiRoot: emulator.url }).getMe()).rejects.toMatchObject({ error_code: 401 })
  await expect((api.raw as never as { nothing: () => Promise<unknown> }).nothing()).rejects.toMatchObject({
    error_code: 404,
  })
})
