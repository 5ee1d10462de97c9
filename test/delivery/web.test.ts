import { expect, test } from 'vitest'
import { deliveryId, outbox } from '../../src/delivery/store.ts'
import { chatWorld } from '../helpers/chat.ts'
import { signIn } from '../helpers/people.ts'

const subdistrictUnit = '350203001000'
const unit = '350203001001'
const elsewhere = '350203012008'

async function office() {
  const world = await chatWorld()
  const lin = await world.join('林主任', 'lead', unit)
  const staff = await world.join('周科员', 'subdistrict', subdistrictUnit)
  const notice = (key: string, to: string, text = '明天 9:30 例会') =>
    world.send({ key, kind: 'notice', to, text, repeatable: true })
  const asLin = await signIn(world, lin.person)
  const asStaff = await signIn(world, staff.person)
  const page = async (path: string, who: { cookie: string }) =>
    (await world.get(path, { ...who, 'accept-language': 'zh-CN' })).text()
  return { ...world, lin, staff, notice, asLin, asStaff, page }
}

test('a message is in the inbox with its links until it is read, and the menu counts it', async () => {
  const { lin, send, asLin, page, post, delivery } = await office()
  const buttons = [[{ label: '查看会议', url: 'http://localhost:3000/meetings/x' }]]
  await send({
    key: 'k',
    kind: 'notice',
    to: lin.person.id,
    text: '第一行\n第二行',
    buttons,
    repeatable: true,
  })
  const inbox = await page('/inbox', asLin)
  expect(inbox).toContain('第一行\n第二行')
  expect(inbox).toContain('href="http://localhost:3000/meetings/x"')
  expect(inbox).toContain('我的消息（1）')
  expect((await post('/inbox/read', {}, asLin)).status).toBe(303)
  expect(await page('/inbox', asLin)).not.toContain('我的消息（1）')
  expect((await delivery('k')).readAt).not.toBeNull()
})

test('staff see who was reached, who was not and why; leads do not see the page', async () => {
  const { lin, staff, notice, asLin, asStaff, page, get, delivery } = await office()
  staff.user.blocks()
  await notice('a', lin.person.id)
  await notice('b', staff.person.id)
  await expect.poll(async () => (await delivery('b')).state.name).toBe('failed')
  await expect.poll(async () => (await delivery('a')).state.name).toBe('sent')
  const all = await page('/deliveries', asStaff)
  expect(all).toContain('林主任')
  expect(all).toContain('对方屏蔽了机器人')
  const notReached = await page('/deliveries?show=notReached', asStaff)
  expect(notReached).toContain('请电话通知')
  expect(notReached).not.toContain('林主任')
  expect((await get('/deliveries', asLin)).status).toBe(403)
})

test('a message that did not arrive is sent again by hand, once', async () => {
  const { lin, notice, asStaff, post, delivery } = await office()
  lin.user.blocks()
  await notice('a', lin.person.id)
  await expect.poll(async () => (await delivery('a')).state.name).toBe('failed')
  lin.user.unblocks()
  await expect
    .poll(async () => (await post(`/deliveries/${deliveryId('a')}/again`, {}, asStaff)).status)
    .toBe(303)
  await expect.poll(async () => (await delivery('a')).state.name).toMatch(/sent|failed/)
  expect((await post(`/deliveries/${deliveryId('none')}/again`, {}, asStaff)).status).toBe(404)
})

test('what has gone cannot be taken back, what waits can, and others’ messages are out of reach', async () => {
  const { join, lin, notice, asStaff, post, delivery, store, clock, send } = await office()
  await notice('a', lin.person.id)
  await expect.poll(async () => (await delivery('a')).state.name).toBe('sent')
  expect((await post(`/deliveries/${deliveryId('a')}/cancel`, {}, asStaff)).status).toBe(409)
  expect((await post(`/deliveries/${deliveryId('a')}/again`, {}, asStaff)).status).toBe(409)
  const later = { notBefore: '2026-10-06T01:00:00.000Z' as ReturnType<typeof clock.now> }
  await send({ key: 'w', kind: 'notice', to: lin.person.id, text: '明早', repeatable: true, ...later })
  expect((await post(`/deliveries/${deliveryId('w')}/cancel`, {}, asStaff)).status).toBe(303)
  expect((await store.get(outbox, deliveryId('w'))).state.name).toBe('cancelled')
  const other = await join('外街道', 'lead', elsewhere)
  await notice('o', other.person.id)
  expect((await post(`/deliveries/${deliveryId('o')}/cancel`, {}, asStaff)).status).toBe(403)
})

test('without a bot the page says how to switch chat on', async () => {
  const { asStaff, page } = await office()
  expect(await page('/deliveries', asStaff)).toContain('BOT_TOKEN')
})
