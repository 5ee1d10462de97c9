import { expect, test } from 'vitest'
import { openFollowUp } from '../../src/followups/ledger.ts'
import { followUps } from '../../src/followups/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { chatWorld } from '../helpers/chat.ts'
import { granted } from '../helpers/people.ts'

const [street, community, other] = ['350203001000', '350203001001', '350203001004']

/** A community's follow-up, due on 30 October; its lead, one of another community, and the street's clerk are in chat. */
async function taskWorld() {
  const world = await chatWorld({ now: '2026-10-13T02:00:00Z' })
  const lead = (await world.join('林主任', 'lead', community)).user
  const stranger = (await world.join('王主任', 'lead', other)).user
  const clerk = (await world.join('周科员', 'subdistrict', street)).user
  const opened = (id: string, what: string, due: string) =>
    world.store.write('test', async tx => {
      const source = { kind: 'inspection' as const, id: 'i', title: '例会 2026-10-08' }
      const asked = { id, source, owner: community, what, due: plainDate(due) }
      const by = { by: 'test', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
      granted(await openFollowUp(tx, asked, by))
    })
  await opened('f', '更新名册', '2026-10-30')
  const kept = () => world.store.get(followUps, 'f')
  return { ...world, lead, stranger, clerk, kept, opened }
}

test('a follow-up goes its whole way in chat: begun, extended, submitted, returned, submitted again, confirmed', async () => {
  const { lead, clerk, kept } = await taskWorld()
  await lead.says('/tasks')
  await lead.presses(await lead.waitsFor('由您办理 1 项'), '1')
  const card = await lead.waitsFor('来源：检查问题，例会 2026-10-08')
  await lead.presses(card, '开始办理')
  const begun = await lead.waitsFor('已登记')
  expect(begun.text).toContain('（办理中）')

  await lead.presses(begun, '申请延期')
  await lead.waitsFor('请回复新的期限和原因')
  await lead.says('等待印制')
  await lead.waitsFor('延期原因：等待印制。请回复新的期限（晚于 2026-10-30）')
  await lead.says('延到10月20日')
  await lead.waitsFor('新的期限须晚于 2026-10-30')
  await lead.says('延到11月31日')
  await lead.waitsFor('没有这一天')
  await lead.says('延到11月6日')
  await lead.waitsFor('申请延期至：2026-11-06')
  expect(await kept()).toMatchObject({ state: 'extensionRequested', wanted: '2026-11-06' })

  await clerk.says('/tasks')
  await clerk.presses(await clerk.waitsFor('待您确认 1 项'), '1')
  await clerk.presses(await clerk.waitsFor('最近说明：等待印制'), '同意延期')
  await clerk.waitsFor('期限：2026-11-06（办理中）')

  const submits = async (result: string) => {
    await lead.says('/tasks')
    await lead.presses(await lead.waitsFor('由您办理 1 项'), '1')
    await lead.presses(await lead.waitsFor('责任单位：鸿山社区'), '报办理结果')
    await lead.waitsFor('的办理结果')
    await lead.says(result)
    await lead.waitsFor('（待确认）')
  }
  const finds = async () => {
    await clerk.says('/tasks')
    await clerk.presses(await clerk.waitsFor('待您确认 1 项'), '1')
    return clerk.waitsFor('（待确认）')
  }
  await submits('已更新')
  await clerk.presses(await finds(), '退回')
  await clerk.waitsFor('还缺什么')
  await clerk.says('缺两个小组')
  await clerk.waitsFor('（已退回）')
  await submits('已补齐')
  await clerk.presses(await finds(), '确认办结')
  await clerk.waitsFor('（已办结）')
  const { state, due, steps } = await kept()
  expect({ state, due }).toEqual({ state: 'closed', due: '2026-11-06' })
  expect(steps.map(({ to, note }) => [to, note])).toEqual([
    ['inProgress', ''],
    ['extensionRequested', '等待印制'],
    ['inProgress', ''],
    ['submitted', '已更新'],
    ['returned', '缺两个小组'],
    ['submitted', '已补齐'],
    ['closed', ''],
  ])
})

test('an extension asked for in one message, without a button, is understood; only what is missing is asked for', async () => {
  const { lead, stranger, clerk, kept, opened, clock } = await taskWorld()
  await stranger.says('申请延期到12月5日，人手不足')
  await stranger.waitsFor('现在没有可以申请延期的督办事项')
  await lead.says('申请延期到10月20日，等待印制')
  await lead.waitsFor('新的期限须晚于 2026-10-30')
  await lead.says('11月6日')
  await lead.waitsFor('申请延期至：2026-11-06')
  expect(await kept()).toMatchObject({ wanted: '2026-11-06', steps: [{ note: '等待印制' }] })
  await lead.says('申请延期到12月5日，还没印好')
  await lead.waitsFor('事项现为“申请延期”')
  await clerk.says('/tasks')
  await clerk.presses(await clerk.waitsFor('待您确认 1 项'), '1')
  await clerk.presses(await clerk.waitsFor('最近说明：等待印制'), '不同意延期')
  await clerk.waitsFor('不同意延期的原因')
  await clerk.says('名册月底要用')
  await clerk.waitsFor('已登记')

  await opened('g', '补齐台账', '2026-10-16')
  await lead.says('申请延期 下周三 人手不足')
  const which = await lead.waitsFor('为哪一项申请延期')
  expect(which.text).toContain('1. 补齐台账')
  await lead.says('今天天气不错')
  await lead.waitsFor('没有看懂')
  await lead.says('1')
  await lead.waitsFor('申请延期至：2026-10-21')
  await lead.says('更新名册申请延期一周')
  await lead.waitsFor('“更新名册”申请延期至 2026-11-06。请回复原因')
  await lead.says('不申请了')
  await lead.waitsFor('已取消')
  await lead.says('申请延期')
  await lead.waitsFor('“更新名册”期限为 2026-10-30。请回复新的期限和原因')

  clock.set('2026-10-31T02:00:00Z')
  await lead.says('申请延期到12月5日，等待印制 更新名册')
  await lead.waitsFor('期限 2026-10-30 已过，延期须在期限前申请')
  expect((await kept()).wanted).toBeUndefined()
})

test('a press that is forged, of somebody else’s, or comes again after something was done does nothing', async () => {
  const { lead, stranger, clerk, kept } = await taskWorld()
  await lead.says('/tasks')
  const list = await lead.waitsFor('由您办理 1 项')
  await lead.presses(list, '1')
  const card = await lead.waitsFor('责任单位：鸿山社区')
  await stranger.says('/tasks')
  const none = await stranger.waitsFor('现在没有需要您')
  for (const arg of ['', 'begin.0', 'confirm.0', 'nothing', 'submit']) {
    await stranger.forges(none, `v1|task|f|${arg}`)
    await stranger.waitsFor('这件督办事项不由您办理')
  }
  await stranger.forges(none, 'v1|task|unknown|')
  await stranger.waitsFor('没有这件督办事项')
  await lead.forges(card, 'v1|task|f|confirm.0')
  await lead.waitsFor('这件督办事项不由您办理')
  await clerk.says('/tasks')
  await clerk.forges(await clerk.waitsFor('现在没有需要您'), 'v1|task|f|submit.0')
  await clerk.waitsFor('这件督办事项不由您办理')
  expect((await kept()).steps).toEqual([])

  await lead.presses(card, '开始办理')
  await lead.waitsFor('已登记')
  await lead.forges(card, 'v1|task|f|begin.0')
  await lead.waitsFor('未重复登记')
  expect((await kept()).steps).toHaveLength(1)
})

test('what is asked ends with /cancel, another command, and what is clearly about a meeting stays so', async () => {
  const { lead, kept, clock } = await taskWorld()
  const asked = async () => {
    await lead.says('/tasks')
    await lead.presses(await lead.waitsFor('由您办理 1 项'), '1')
    await lead.presses(await lead.waitsFor('责任单位：鸿山社区'), '报办理结果')
    await lead.waitsFor('的办理结果')
  }
  await asked()
  await lead.says('签到')
  await lead.waitsFor(/会/)
  await lead.says('/cancel')
  await lead.waitsFor('已取消，没有登记')
  await asked()
  await lead.says('/survey')
  await lead.waitsFor('没有正在进行')
  await lead.says('名册都已经更新完了')
  await lead.waitsFor(/./)
  await asked()
  clock.set('2026-10-13T04:30:00Z')
  await lead.says('名册都已经更新完了')
  await lead.waitsFor(/./)
  expect((await kept()).steps).toEqual([])
})
