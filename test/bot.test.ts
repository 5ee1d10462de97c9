import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Composer } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { type BotParts, buildBot } from '../src/bot.ts'
import { Pace } from '../src/delivery/pace.ts'
import { openEmulator } from '../src/demo/emulator/emulator.ts'
import type { Actor } from '../src/shared/actor.ts'
import { type BotContext, isPress } from '../src/shared/bot/context.ts'
import { makePress } from '../src/shared/bot/press.ts'
import { failedUpdates, seenUpdates } from '../src/shared/bot/store.ts'
import { buildWeb } from '../src/web.tsx'
import { lead, newWorld } from './helpers/world.ts'

/** A bot with one small feature, and people whose chats are bound from the start. */
async function tryBot(install: (bot: Composer<BotContext>) => void, given: Partial<BotParts> = {}) {
  const world = await newWorld({ units: false })
  const emulator = await openEmulator({ webhookRetryMs: 5 })
  onTestFinished(() => emulator.close())
  const bound = new Map<number, Actor>()
  const reach: string[] = []
  const composer = new Composer<BotContext>()
  install(composer)
  const open = async () => {
    const bot = await buildBot(world.kit, {
      token: emulator.token,
      apiRoot: emulator.url,
      pace: new Pace(),
      features: [{ composer, commands: [{ command: 'try', text: { 'zh-CN': '试一试', en: 'try it' } }] }],
      actorOf: async chat => bound.get(chat),
      bindChat: async () => lead,
      setLang: async () => {},
      setReach: async (person, reachable) => {
        reach.push(`${person} ${reachable}`)
      },
      groups: { left: async () => {}, moved: async () => {} },
      welcomeBack: async person => {
        reach.push(`${person} true`)
      },
      polling: { pauseMs: [10, 50] },
      ...given,
    })
    onTestFinished(() => bot.stop())
    return bot
  }
  const bot = await open()
  bot.start()
  const member = (name: string) => {
    const user = emulator.user({ name })
    bound.set(user.id, { ...lead, id: name, name, lang: 'zh-CN' })
    return user
  }
  return { ...world, emulator, bot, open, member, reach }
}

const slow = () => {
  let go = () => {}
  const gate = new Promise<void>(done => {
    go = done
  })
  return { gate, go }
}

test('one chat is answered in order, chats beside each other', async () => {
  const { gate, go } = slow()
  const { member } = await tryBot(bot =>
    bot.on('message:text', async ctx => {
      if (ctx.plain === '慢') await gate
      await ctx.answer(`好 ${ctx.plain}`)
    }),
  )
  const ann = member('安')
  const bo = member('波')
  await ann.says('慢')
  await ann.says('快')
  await bo.says('到')
  await bo.waitsFor('好 到')
  expect(ann.sees()).toEqual([])
  go()
  await ann.waitsFor('好 快')
  expect(ann.sees().map(each => each.text)).toEqual(['好 慢', '好 快'])
})

test('an update that comes again is handled once, also after a restart', async () => {
  let handled = 0
  const { emulator, bot, open, member, store } = await tryBot(part =>
    part.on('message:text', ctx => {
      handled += 1
      return ctx.answer('好')
    }),
  )
  const ann = member('安')
  await ann.says('到')
  await ann.waitsFor('好')
  await bot.idle()
  await expect.poll(() => emulator.pending()).toBe(0)
  const [hour] = await store.all(seenUpdates)
  const update_id = hour?.ranges[0]?.[0] ?? 0
  const again = {
    update_id,
    message: { message_id: 1, date: 0, text: '到', chat: { id: ann.id, type: 'private' }, from: ann.record },
  }
  emulator.deliver(again, ann.id)
  await expect.poll(() => emulator.pending()).toBe(0)
  await bot.stop()
  const later = await open()
  await later.ingest(again as never)
  expect(handled).toBe(1)
})

test('what was not handled when the program stopped comes again', async () => {
  const first = slow()
  const calls: string[] = []
  const { emulator, bot, open, member } = await tryBot(part =>
    part.on('message:text', async ctx => {
      calls.push(ctx.plain)
      if (calls.length === 1) throw new Promise(() => {})
      await ctx.answer('好')
    }),
  )
  first.go()
  const ann = member('安')
  await bot.stop()
  await ann.says('到')
  expect(emulator.pending()).toBe(1)
  calls.push('restart')
  const later = await open()
  later.start()
  await ann.waitsFor('好')
  await expect.poll(() => emulator.pending()).toBe(0)
})

test('when ids begin anew after a quiet week, nothing is taken for known', async () => {
  const { emulator, member } = await tryBot(part =>
    part.on('message:text', ctx => ctx.answer(`好 ${ctx.plain}`)),
  )
  const ann = member('安')
  await ann.says('一')
  await ann.waitsFor('好 一')
  await expect.poll(() => emulator.pending()).toBe(0)
  emulator.restartIds(7)
  await ann.says('二')
  await ann.waitsFor('好 二')
})

test('a failure is told to the person and kept for staff without what was written', async () => {
  const { member, store } = await tryBot(part =>
    part.on('message:text', () => {
      throw new TypeError('secret illness')
    }),
  )
  const ann = member('安')
  await ann.says('请假 秘密')
  await ann.waitsFor('没有处理成功')
  await expect.poll(() => store.all(failedUpdates)).toHaveLength(1)
  const [failure] = await store.all(failedUpdates)
  expect(failure).toMatchObject({
    kind: 'message',
    chat: ann.id,
    error: expect.stringContaining('TypeError'),
  })
  expect(JSON.stringify(failure)).not.toMatch(/秘密|secret/)
})

test('a handler that never ends holds up its chat only for a while', async () => {
  const { member, store } = await tryBot(
    part =>
      part.on('message:text', async ctx => {
        if (ctx.plain === '挂') await new Promise(() => {})
        await ctx.answer(`好 ${ctx.plain}`)
      }),
    { capMs: 100 },
  )
  const ann = member('安')
  await ann.says('挂')
  await ann.says('到')
  await ann.waitsFor('没有处理成功')
  await ann.waitsFor('好 到')
  expect((await store.all(failedUpdates))[0]?.error).toContain('TookTooLong')
})

test('a press reaches its handler; old, forged and foreign ones are answered and change nothing', async () => {
  const pressed: string[] = []
  const { member } = await tryBot(part => {
    part.command('try', ctx => ctx.answer('签到？', [[{ label: '签到', data: makePress('in', 'occ1') }]]))
    part.filter(isPress('in'), async ctx => {
      pressed.push(`${ctx.actor?.id} ${ctx.press.id}`)
      await ctx.show('已签到 09:31')
    })
  })
  const ann = member('安')
  await ann.says('/try')
  const asked = await ann.waitsFor('签到？')
  await ann.presses(asked, '签到')
  const shown = await ann.waitsFor('已签到 09:31')
  expect(shown.message_id).toBe(asked.message_id)
  await ann.forges(asked, 'v1|in|occ1|')
  await ann.forges(asked, 'v1|drop|everything|')
  await ann.waitsFor('这个按钮已失效')
  await ann.forges(asked, '垃圾')
  await ann.waitsFor('这个按钮已失效')
  expect(pressed).toEqual(['安 occ1', '安 occ1'])
  expect(ann.sees()).toHaveLength(3)
})

test('what is not understood gets a helpful answer, in groups only when it was meant for the bot', async () => {
  const { emulator, member } = await tryBot(() => {})
  const ann = member('安')
  await ann.says('呵呵')
  await ann.waitsFor('没有看懂')
  await ann.sendsPhoto({ name: 'x.jpg', bytes: Buffer.from([1]) })
  await ann.waitsFor('没有说明这是哪一项的材料')
  await ann.says('/help')
  expect((await ann.waitsFor('/try 试一试')).text).toContain('/language')
  const group = emulator.group({ title: '群', members: [ann] })
  await ann.says('大家好', group)
  await ann.says('/nothing', group)
  await ann.waitsFor('没有看懂', { where: group })
  expect(ann.sees(group)).toHaveLength(1)
})

test('people without an account are told how to get an invitation, in their language', async () => {
  const { emulator } = await tryBot(part => part.on('message', ctx => ctx.answer('secret')))
  const stranger = emulator.user({ name: 'Eve', language_code: 'en' })
  await stranger.says('/summary')
  await stranger.waitsFor('Ask your subdistrict or the district association for an invitation')
  await stranger.starts()
  await stranger.waitsFor('invitation')
  expect(stranger.sees()).toHaveLength(2)
})

test('blocking and unblocking is noticed', async () => {
  const { member, reach } = await tryBot(() => {})
  const ann = member('安')
  await ann.starts()
  ann.blocks()
  ann.unblocks()
  await expect.poll(() => reach).toEqual(['安 true', '安 false', '安 true'])
})

test('the menu is set in both languages, and a bad start is tried again', async () => {
  const { emulator, bot } = await tryBot(() => {})
  await expect.poll(() => emulator.commandsFor('default', 'en').length).toBe(3)
  expect(emulator.commandsFor('default', '')[0]).toEqual({ command: 'try', description: '试一试' })
  await expect.poll(() => bot.health().lastCompleted ?? bot.username()).toBeDefined()
})

test('polling goes on after errors of every kind', async () => {
  const { emulator, bot, member } = await tryBot(part => part.on('message:text', ctx => ctx.answer('好')))
  const ann = member('安')
  await ann.says('一')
  await ann.waitsFor('好')
  for (const as of [
    { code: 502, description: 'Bad Gateway' },
    { code: 409, description: 'Conflict' },
    { code: 401, description: 'Unauthorized' },
    'reset',
    'resetAfter',
  ] as const)
    emulator.fault({ method: 'getUpdates', as })
  await ann.says('二')
  await ann.waitsFor('好')
  await ann.says('三')
  await ann.waitsFor('好')
  await expect.poll(() => emulator.pending()).toBe(0)
  expect(bot.health().trouble).toBeUndefined()
})

test('a Telegram that cannot be reached is told, and does not hold up the stop', async () => {
  const { bot } = await tryBot(() => {}, { apiRoot: 'http://127.0.0.1:9' })
  await expect.poll(() => bot.health().trouble).toContain('getMe')
  const before = performance.now()
  await bot.stop()
  expect(performance.now() - before).toBeLessThan(1000)
})

test('a reply is tried once more after a short 429 or a broken line', async () => {
  const { emulator, member } = await tryBot(part =>
    part.on('message:text', ctx => ctx.answer(`好 ${ctx.plain}`)),
  )
  const ann = member('安')
  emulator.fault({
    method: 'sendMessage',
    as: { code: 429, description: 'Too Many Requests', retryAfter: 1 },
  })
  await ann.says('一')
  await ann.waitsFor('好 一')
  emulator.fault({ method: 'sendMessage', as: 'reset' })
  await ann.says('二')
  await ann.waitsFor('好 二')
})

test('stopping finishes what is under way and confirms it', async () => {
  const { gate, go } = slow()
  const { emulator, bot, member } = await tryBot(part =>
    part.on('message:text', async ctx => {
      await ctx.answer('开始')
      await gate
      await ctx.answer('完成')
    }),
  )
  const ann = member('安')
  await ann.says('到')
  await ann.waitsFor('开始')
  const stopped = bot.stop()
  go()
  await stopped
  await ann.waitsFor('完成')
  expect(emulator.pending()).toBe(0)
})

test('Telegram may call instead: with the secret, again after a failure, and nobody else', async () => {
  let web: ReturnType<typeof buildWeb> | undefined
  let refuse = true
  const fetch = (request: Request) => {
    const answer = refuse || !web ? new Response(null, { status: 502 }) : web.fetch(request)
    refuse = false
    return answer
  }
  const http = serve({ fetch, hostname: '127.0.0.1', port: 0 }) as Server
  onTestFinished(() => {
    http.close()
  })
  await new Promise(ready => http.once('listening', ready))
  const webhookUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/telegram`
  const { kit, bot, member, emulator } = await tryBot(
    part => part.on('message:text', ctx => ctx.answer(`好 ${ctx.plain}`)),
    { webhookUrl },
  )
  web = buildWeb(kit, { rateLimits: false, trustProxy: false, telegram: bot.receive })
  const ann = member('安')
  await ann.says('一')
  await ann.says('二')
  await ann.waitsFor('好 二')
  await expect.poll(() => emulator.pending()).toBe(0)
  await expect.poll(() => bot.health().trouble).toBeUndefined()
  const body = JSON.stringify({ update_id: 1, message: { text: '签到', from: ann.record } })
  const headers = { 'content-type': 'application/json' }
  const forged = await web.request('/telegram', { method: 'POST', body, headers })
  expect(forged.status).toBe(401)
  expect(await bot.receive?.('wrong', JSON.parse(body))).toBe(401)
})

test('a flood from one person is cut off, and others are answered', async () => {
  const { gate, go } = slow()
  let handled = 0
  const { member, bot } = await tryBot(part =>
    part.on('message:text', async ctx => {
      if (ctx.plain === '到') return await ctx.answer('好')
      handled += 1
      await gate
    }),
  )
  const eve = member('闹')
  const ann = member('安')
  for (let i = 0; i < 300; i++) await eve.says('刷')
  await ann.says('到')
  await ann.waitsFor('好')
  go()
  await bot.idle()
  expect(handled).toBeLessThan(120)
})
