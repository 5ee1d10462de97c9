import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { runCommand } from '../../src/commands.ts'
import { followUps } from '../../src/followups/store.ts'
import { meetings } from '../../src/meetings/store.ts'
import { talks } from '../../src/meetings/talks.ts'
import { readTree } from '../../src/units/store.ts'
import { type ChatWorld, chatWorld } from '../helpers/chat.ts'

const subdistrict = '350203001000'

async function planMonthly(world: ChatWorld) {
  await runCommand(world.kit, {
    argv: [
      ...['meetings', 'plan', '--level', 'subdistrict', '--unit', subdistrict],
      ...['--rule', 'FREQ=MONTHLY;BYDAY=2TU', '--time', '09:30', '--json'],
    ],
    lang: 'en',
    readFile: async () => new Uint8Array(),
  })
  await buildClock(world.kit).tick()
}

test('whoever convened a meeting sends its minutes in chat; stopping, or new questions, keep nothing', async () => {
  const world = await chatWorld({ now: '2026-10-12T02:00:00Z' })
  const { user, person } = await world.join('周科员', 'subdistrict', subdistrict)
  const lead = await world.join('甲', 'lead', '350203001001')
  await user.says('/minutes')
  await user.waitsFor('没有您召集的')
  await planMonthly(world)
  world.clock.set('2026-10-13T03:10:00Z')
  const kept = async () =>
    (await world.store.list(meetings, 'unit', subdistrict)).find(each => each.month === '2026-10')?.minutes
  await lead.user.says('/minutes')
  await lead.user.waitsFor('没有您召集的')
  await user.says('/minutes')
  await user.waitsFor('请发送')
  await user.says('/cancel')
  await user.waitsFor(/停止|取消/)
  await user.says('议程：年终评定')
  await user.waitsFor('没有看懂')
  await user.says('/minutes')
  await user.waitsFor('请发送')
  await world.store.write('test', tx => tx.change(talks, person.id, talk => ({ ...talk, form: 99 })))
  await user.says('问题：会员活动不足')
  await user.waitsFor('没有看懂')
  expect(await kept()).toBeUndefined()
  await user.says('/minutes')
  await user.waitsFor('请发送')
  await user.says('1. 部署年终评定\n已开 12人 的社区上报\n问题：会员活动不足')
  await user.waitsFor('新增议题 1 项')
  await user.says('到会人员一致同意，分两批推进各项工作')
  await user.waitsFor('新增议题 0 项')
  await user.says('2、业务学习\n决定：更新会员小组名册')
  const asked = await user.waitsFor('新增议题 1 项、决定 0 项')
  expect(asked.text).toContain('每项决定须有责任单位和完成期限')
  const owner = (await readTree(world.store)).find('350203001001')?.name
  await user.says(`决定：更新会员小组名册，${owner}，10月30日`)
  const noted = await user.waitsFor('决定 1 项')
  expect(await kept()).toMatchObject({
    text: '',
    items: [
      {
        title: '部署年终评定',
        points: '已开 12人 的社区上报\n到会人员一致同意，分两批推进各项工作',
        problems: '会员活动不足',
      },
      { title: '业务学习', points: '' },
    ],
  })
  const resolution = { what: '更新会员小组名册', owner: '350203001001', due: '2026-10-30' }
  expect(await world.store.all(followUps)).toMatchObject([resolution])
  await user.presses(noted, '完成')
  const whole = await user.waitsFor('会议记录已保存')
  expect(whole.text).toContain('一、部署年终评定')
  expect(whole.text).toContain('（责任单位：')
  await user.says('/minutes')
  await user.waitsFor('新发的内容接在后面')
})

test('a message of minutes that is delivered again, as after a crash, is noted once and answered as before', async () => {
  const world = await chatWorld({ now: '2026-10-12T02:00:00Z' })
  const { user } = await world.join('周科员', 'subdistrict', subdistrict)
  await planMonthly(world)
  world.clock.set('2026-10-13T03:10:00Z')
  const owner = (await readTree(world.store)).find('350203001001')?.name
  const kept = async () => ({
    minutes: (await world.store.list(meetings, 'unit', subdistrict)).map(each => each.minutes),
    resolutions: await world.store.all(followUps),
  })
  await user.says('/minutes')
  await user.waitsFor('请发送')
  const texts = ['1. 部署年终评定', `分两批推进\n决定：更新会员小组名册，${owner}，10月30日\n决定：另行安排`]
  for (const [at, text] of texts.entries()) {
    const message = await user.says(text)
    const answer = await user.waitsFor(`决定 ${at} 项`)
    const once = await kept()
    expect(once.resolutions).toHaveLength(at)
    const next = 200_000 + 100 * at
    world.emulator.deliver({ update_id: next, message }, user.id)
    world.emulator.restartIds(next + 1)
    expect((await user.waitsFor(`决定 ${at} 项`)).text).toBe(answer.text)
    expect(await kept()).toEqual(once)
  }
  // The same words in a message of their own are meant.
  await user.says('分两批推进')
  await user.waitsFor('新增议题 0 项、决定 0 项')
  const said = (await kept()).minutes.flatMap(minutes => minutes?.items ?? [])
  expect(said).toMatchObject([{ points: '分两批推进\n分两批推进' }])
})

test('minutes longer than a message are taken part by part, and come back in as many', async () => {
  const world = await chatWorld({ now: '2026-10-12T02:00:00Z' })
  const { user } = await world.join('周科员', 'subdistrict', subdistrict)
  await planMonthly(world)
  world.clock.set('2026-10-13T03:10:00Z')
  await user.says('/minutes')
  await user.waitsFor('请发送')
  const part = (n: number) => `${n}. 议题${n}\n${`第${n}项说明。`.repeat(600)}`
  for (const n of [1, 2, 3]) {
    await user.says(part(n))
    await user.waitsFor('新增议题 1 项')
  }
  await user.says('完成')
  await user.waitsFor('会议记录已保存')
  const shown = () =>
    user
      .sees()
      .map(message => message.text ?? '')
      .join('\n')
  await user.waitsFor(message => (message.text ?? '').includes('第3项说明'))
  for (const n of [1, 2, 3]) expect(shown().split(`第${n}项说明`).length - 1).toBe(600)
})
