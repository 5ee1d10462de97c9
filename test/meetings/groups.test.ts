import { expect, test } from 'vitest'
import { outboxApi } from '../../src/bot.ts'
import { buildClock } from '../../src/clock.ts'
import { runCommand } from '../../src/commands.ts'
import { groupChats } from '../../src/delivery/groups.ts'
import type { GroupChat } from '../../src/demo/emulator/people.ts'
import { chatWorld } from '../helpers/chat.ts'
import { signIn } from '../helpers/people.ts'

const subdistrict = '350203001000'
const [first, second] = ['350203001001', '350203001004']
const readFile = async () => new Uint8Array()

/** A subdistrict's meeting on Tuesday 13 October 2026, 09:30, its two leads and a member of its staff in a group. */
async function groupWorld() {
  const world = await chatWorld({ now: '2026-10-12T02:00:00Z' })
  const { tick } = buildClock(world.kit)
  const at = async (moment: string) => {
    world.clock.set(moment)
    await tick()
  }
  const staff = await world.join('周科员', 'subdistrict', subdistrict)
  const jia = await world.join('甲', 'lead', first)
  const yi = await world.join('乙', 'lead', second)
  const planned = await runCommand(world.kit, {
    argv: [
      ...['meetings', 'plan', '--level', 'subdistrict', '--unit', subdistrict],
      ...['--rule', 'FREQ=MONTHLY;BYDAY=2TU', '--time', '09:30', '--json'],
    ],
    lang: 'en',
    readFile,
  })
  expect(planned.err ?? '').toBe('')
  const group = world.emulator.group({ title: '计生工作群', members: [staff.user, jia.user, yi.user] })
  const bind = async () => {
    await staff.user.says('/bind', group)
    await staff.user.waitsFor('本群已绑定', { where: group })
  }
  const boards = (where: GroupChat) => staff.user.sees(where).filter(each => each.text?.includes('应到'))
  return { ...world, at, staff, jia, yi, group, bind, boards }
}

test('a group has one message per meeting, edited as people answer, and closed with the figures', async () => {
  const { at, staff, jia, yi, group, bind, boards, emulator, store } = await groupWorld()
  await staff.user.waitsFor('发送 /bind', { where: group })
  await bind()
  expect(await store.all(groupChats)).toMatchObject([
    { id: subdistrict, chat: group.id, title: '计生工作群' },
  ])
  await at('2026-10-13T01:01:00Z')
  const board = await jia.user.waitsFor('应到 2 人，已到 0 人', { where: group })
  expect((await jia.user.presses(board, '签到')).text).toContain('已签到 09:01')
  expect((await jia.user.waitsFor('已到 1 人', { where: group })).message_id).toBe(board.message_id)
  await yi.user.says('请假 身体不舒服')
  await yi.user.waitsFor('未签到 1 人（其中待批请假 1 人）', { where: group })
  await staff.user.presses(await staff.user.waitsFor('【请假待批】'), '批准')
  const edited = await yi.user.waitsFor('请假 1 人', { where: group })
  expect(edited.text).not.toContain('身体')
  expect(edited.reply_markup?.inline_keyboard.flat().map(each => each.text)).toEqual(['签到'])
  const eve = emulator.user({ name: '路人' })
  expect((await eve.presses(board, '签到')).text).toContain('尚未绑定')
  expect((await staff.user.presses(board, '签到')).text).not.toContain('已签到')
  await at('2026-10-13T03:01:00Z')
  const closed = await staff.user.waitsFor('【到会情况】', { where: group })
  expect(closed.message_id).toBe(board.message_id)
  expect(closed.reply_markup).toBeUndefined()
  expect(boards(group)).toHaveLength(1)
})

test('only staff bind a group, for their own units; commands in the wrong chat are answered with the right one', async () => {
  const { jia, staff, group, store, bind, emulator, join } = await groupWorld()
  await jia.user.says('/bind', group)
  await jia.user.waitsFor('只有该单位或上级的工作人员', { where: group })
  await staff.user.says('/bind 没有这个单位', group)
  await staff.user.waitsFor('您的管理范围内没有', { where: group })
  await staff.user.says('/bind')
  await staff.user.waitsFor('请在群里发送')
  await jia.user.says('/checkin', group)
  await jia.user.waitsFor('单独对话', { where: group })
  await staff.user.says(`/bind ${first}`, group)
  await staff.user.waitsFor('本群已绑定', { where: group })
  await bind()
  expect((await store.all(groupChats)).map(each => each.id)).toEqual([subdistrict])
  const menu = emulator.commandsFor(`chat_member${group.id}`, '').map(each => each.command)
  expect(menu).toEqual(['bind', 'unbind', 'help'])
  expect(emulator.commandsFor('all_group_chats', '').map(each => each.command)).toEqual(['help'])
  const bound = staff.user.sees(group).at(-1)
  if (bound) await jia.user.forges(bound, `v1|bind|${first}|`)
  await jia.user.waitsFor('只有该单位或上级的工作人员', { where: group })
  const other = await join('吴科员', 'subdistrict', '350203003000')
  await other.user.says('/bind', group)
  await other.user.waitsFor('您管理范围之外', { where: group })
  expect((await store.all(groupChats)).map(each => each.id)).toEqual([subdistrict])
  await jia.user.says('/unbind', group)
  await jia.user.waitsFor('只有该单位或上级的工作人员', { where: group })
  await staff.user.says('/unbind', group)
  await staff.user.waitsFor('已解除', { where: group })
  expect(await store.all(groupChats)).toEqual([])
})

test('a group that becomes a supergroup stays bound, and its message is sent anew there', async () => {
  const { at, jia, group, bind, store, boards } = await groupWorld()
  await bind()
  await at('2026-10-13T01:01:00Z')
  const board = await jia.user.waitsFor('已到 0 人', { where: group })
  const upgraded = group.upgrades()
  await expect.poll(async () => (await store.all(groupChats))[0]?.chat).toBe(upgraded.id)
  await jia.user.presses(board, '签到')
  await jia.user.waitsFor('已到 1 人', { where: upgraded })
  expect(boards(upgraded)).toHaveLength(1)
})

test('also when Telegram tells it only by refusing the old id', async () => {
  const { at, jia, group, bind, store, emulator, chat, startChat } = await groupWorld()
  await bind()
  await chat.stop()
  const upgraded = group.upgrades()
  await outboxApi(emulator.token, emulator.url).deleteWebhook({ drop_pending_updates: true })
  await startChat()
  await at('2026-10-13T01:01:00Z')
  await jia.user.waitsFor('已到 0 人', { where: upgraded })
  expect((await store.all(groupChats))[0]?.chat).toBe(upgraded.id)
})

test('a bot that is taken out of a group is no longer bound to it', async () => {
  const { group, bind, store } = await groupWorld()
  await bind()
  group.expels()
  await expect.poll(() => store.all(groupChats)).toEqual([])
})

test('staff see and end the bindings of their own units on the web', async () => {
  const world = await groupWorld()
  await world.bind()
  const asStaff = await signIn(world, world.staff.person)
  const asLead = await signIn(world, world.jia.person)
  expect(await (await world.get('/deliveries/groups', asStaff)).text()).toContain('计生工作群')
  expect((await world.get('/deliveries/groups', asLead)).status).toBe(403)
  expect((await world.post('/deliveries/groups/chat/end', { unit: subdistrict }, asLead)).status).toBe(403)
  expect((await world.post('/deliveries/groups/chat/end', { unit: '350203003000' }, asStaff)).status).toBe(
    403,
  )
  expect((await world.post('/deliveries/groups/chat/end', { unit: subdistrict }, asStaff)).status).toBe(303)
  expect(await world.store.all(groupChats)).toEqual([])
})
