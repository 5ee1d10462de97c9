import { expect, test } from 'vitest'
import { people } from '../src/people/store.ts'
import { makePress } from '../src/shared/bot/press.ts'
import { chatWorld } from './helpers/chat.ts'
import { signIn } from './helpers/people.ts'

const unit = '350203001001'

/** With the web as a person who is signed in sees it. */
async function chatWithPages() {
  const world = await chatWorld()
  const signedIn = (who: { readonly id: string }) => signIn(world, who)
  const page = async (path: string, who: { readonly id: string }) =>
    (await world.get(path, { ...(await signedIn(who)), 'accept-language': 'zh-CN' })).text()
  return { ...world, signedIn, page }
}

test('an invitation binds the chat, a message reaches it, and the language can be changed', async () => {
  const { join, send, store, delivery } = await chatWorld()
  const { person, user } = await join('林主任', 'lead', unit)
  await send({ key: 'k1', kind: 'notice', to: person.id, text: '明天 9:30 例会', repeatable: true })
  await user.waitsFor('明天 9:30 例会')
  await expect.poll(async () => (await delivery('k1')).state.name).toBe('sent')
  await user.says('/language')
  await user.presses(await user.waitsFor('请选择语言'), 'English')
  await user.waitsFor('I speak English')
  expect((await store.get(people, person.id)).lang).toBe('en')
  await user.says('呵呵')
  await user.waitsFor('I did not understand')
})

test('a code works once; another account is refused with the reason', async () => {
  const { join, emulator } = await chatWorld()
  const { user } = await join('林主任', 'lead', unit)
  const code = user.sees().length
  expect(code).toBe(1)
  const eve = emulator.user({ name: '陌生人', language_code: 'zh' })
  await eve.starts('not-a-code')
  const told = await eve.waitsFor(/./)
  expect(told.text).not.toContain('/help')
  await eve.says('签到')
  await eve.waitsFor('尚未绑定')
})

test('a sign-in link is given in private and opens the web', async () => {
  const { join, emulator, web } = await chatWorld()
  const { user } = await join('林主任', 'lead', unit)
  await user.says('/signin')
  const link = /http\S+/.exec((await user.waitsFor('15 分钟')).text ?? '')?.[0] ?? ''
  expect((await web.request(link)).status).toBe(200)
  const group = emulator.group({ title: '群', members: [user] })
  await user.says('/signin', group)
  expect((await user.waitsFor('单独对话', { where: group })).text).not.toContain('http')
})

test('who blocked the bot is not written to until they are back', async () => {
  const { join, send, delivery, store } = await chatWorld()
  const { person, user } = await join('林主任', 'lead', unit)
  const ask = (key: string) =>
    send({ key, kind: 'notice', to: person.id, text: `通知 ${key}`, repeatable: true })
  user.blocks()
  await expect.poll(async () => (await store.get(people, person.id)).telegram?.reachable).toBe(false)
  await ask('a')
  await expect
    .poll(async () => (await delivery('a')).state)
    .toMatchObject({ name: 'failed', cause: 'blocked' })
  user.unblocks()
  await expect.poll(async () => (await store.get(people, person.id)).telegram?.reachable).toBe(true)
  await ask('b')
  await user.waitsFor('通知 b')
})

test('the level above is told of a person who cannot be reached, once a day', async () => {
  const { join, store } = await chatWorld()
  const lin = await join('林主任', 'lead', unit)
  const zhou = await join('周科员', 'subdistrict', '350203001000')
  const chen = await join('陈主任', 'district', '350203000000')
  lin.user.blocks()
  await zhou.user.waitsFor('林主任')
  lin.user.unblocks()
  lin.user.blocks()
  await expect.poll(async () => (await store.get(people, lin.person.id)).telegram?.reachable).toBe(false)
  zhou.user.blocks()
  await chen.user.waitsFor('周科员')
  expect(zhou.user.sees().filter(each => each.text?.includes('收不到消息'))).toHaveLength(1)
})

test('the menu shows what a person may do, in the person’s language', async () => {
  const { join, emulator } = await chatWorld()
  const { user } = await join('Lin', 'lead', unit, 'en')
  const menu = () => emulator.commandsFor(`chat${user.id}`, '').map(each => each.description)
  await expect.poll(menu).toContain('what you can do here')
  await user.says('/language')
  await user.presses(await user.waitsFor('Choose a language'), '中文')
  await expect.poll(menu).toContain('使用说明')
})

test('the bot goes on where it stopped', async () => {
  const { join, send, chat, startChat } = await chatWorld()
  const { person, user } = await join('林主任', 'lead', unit)
  await chat.stop()
  const buttons = [[{ label: '签到', data: makePress('old', 'x') }]]
  await send({ key: 'k', kind: 'notice', to: person.id, text: '提醒', buttons, repeatable: true })
  await user.says('呵呵')
  await startChat()
  await user.presses(await user.waitsFor('提醒'), '签到')
  await user.waitsFor('没有看懂')
  await user.waitsFor('这个按钮已失效')
})

test('who sent /stop gets no reminders in chat but in the web inbox, and all again at their wish', async () => {
  const { join, send, delivery, emulator, page } = await chatWithPages()
  const { person, user } = await join('林主任', 'lead', unit)
  const ask = (key: string) =>
    send({ key, kind: 'notice', to: person.id, text: `通知 ${key}`, repeatable: true })
  await user.says('/stop')
  const told = await user.waitsFor('已关闭')
  await ask('a')
  await expect.poll(async () => (await delivery('a')).state).toMatchObject({ name: 'failed', cause: 'muted' })
  expect(await page('/inbox', person)).toContain('通知 a')
  await user.says('/help')
  await user.waitsFor('/signin')
  await user.presses(told, '恢复提醒')
  await user.waitsFor('已恢复')
  await ask('b')
  await user.waitsFor('通知 b')
  await user.says('/stop')
  await user.waitsFor('已关闭')
  await user.starts()
  await user.waitsFor('您好')
  await ask('c')
  await user.waitsFor('通知 c')
  const group = emulator.group({ title: '群', members: [user] })
  await user.says('/stop', group)
  await user.waitsFor('单独对话', { where: group })
  await ask('d')
  await user.waitsFor('通知 d')
})

test('in the quiet hours the district has set, reminders wait and replies do not', async () => {
  const { join, send, clock, post, page, delivery, signedIn } = await chatWithPages()
  const { person, user } = await join('林主任', 'lead', unit)
  const chen = await join('陈主任', 'district', '350203000000')
  const asChen = await signedIn(chen.person)
  const set = (from: string, to: string) =>
    post('/deliveries/settings', { from, to, keepMessagesDays: '60', keepFailuresDays: '7' }, asChen)
  expect((await set('21:00', '')).status).toBe(422)
  expect((await set('21:00', '06:30')).status).toBe(303)
  expect(await page('/deliveries/settings', chen.person)).toContain('value="06:30"')
  expect(await page('/deliveries/settings', person)).toContain('消息设置由区级')
  clock.set('2026-10-05T13:30:00Z')
  await send({ key: 'late', kind: 'notice', to: person.id, text: '明早例会', repeatable: true })
  await user.says('/help')
  await user.waitsFor('/signin')
  expect((await delivery('late')).state.name).toBe('queued')
  clock.set('2026-10-05T22:30:00Z')
  await user.waitsFor('明早例会')
})
