import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { runCommand } from '../../src/commands.ts'
import { meetings } from '../../src/meetings/store.ts'
import { talks } from '../../src/meetings/talks.ts'
import { chatWorld } from '../helpers/chat.ts'

const subdistrict = '350203001000'

test('whoever convened a meeting sends its minutes in chat; stopping, or new questions, keep nothing', async () => {
  const world = await chatWorld({ now: '2026-10-12T02:00:00Z' })
  const { user, person } = await world.join('周科员', 'subdistrict', subdistrict)
  const lead = await world.join('甲', 'lead', '350203001001')
  await user.says('/minutes')
  await user.waitsFor('没有您召集的')
  await runCommand(world.kit, {
    argv: [
      ...['meetings', 'plan', '--level', 'subdistrict', '--unit', subdistrict],
      ...['--rule', 'FREQ=MONTHLY;BYDAY=2TU', '--time', '09:30', '--json'],
    ],
    lang: 'en',
    readFile: async () => new Uint8Array(),
  })
  await buildClock(world.kit).tick()
  world.clock.set('2026-10-13T03:10:00Z')
  const kept = async () =>
    (await world.store.list(meetings, 'unit', subdistrict)).find(each => each.month === '2026-10')?.minutes
      ?.text
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
  await user.says('1. 部署年终评定\n2. 已开 12人 的社区上报')
  await user.waitsFor('已保存')
  expect(await kept()).toBe('1. 部署年终评定\n2. 已开 12人 的社区上报')
  await user.says('/minutes')
  await user.waitsFor('新的会替换')
})
