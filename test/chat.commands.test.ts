import { expect, test } from 'vitest'
import { runCommand } from '../src/commands.ts'
import type { ChatUser } from '../src/demo/emulator/people.ts'
import { openFollowUp } from '../src/followups/ledger.ts'
import { plainDate } from '../src/shared/time.ts'
import { chatWorld } from './helpers/chat.ts'
import { newRound } from './surveys/opening.ts'

const [district, subdistrict, unit] = ['350203000000', '350203001000', '350203001001']

test('/survey gives the link and the code of the own unit, and staff the page of theirs', async () => {
  const { join, store, emulator } = await chatWorld()
  const lin = await join('林主任', 'lead', unit)
  await lin.user.says('/survey')
  await lin.user.waitsFor('没有正在进行')
  const round = await newRound(store, { units: [subdistrict] })
  const link = round.units.find(each => each.code === unit)?.link
  await lin.user.says('/survey')
  const poster = await lin.user.waitsFor(`http://localhost:3000/s/${link}`)
  expect(poster.caption).toContain('截止 2026-10-20')
  expect(poster.photo?.[0]?.file_size).toBeGreaterThan(200)
  const zhou = await join('周科员', 'subdistrict', subdistrict)
  await zhou.user.says('/survey')
  await zhou.user.waitsFor(
    `7 个单位，截止 2026-10-20。各单位的链接和二维码：http://localhost:3000/surveys/${round.id}`,
  )
  const group = emulator.group({ title: '群', members: [lin.user] })
  await lin.user.says('/survey', group)
  await lin.user.waitsFor('单独对话', { where: group })
})

test('/summary tells the targets, and staff get the tables with them', async () => {
  const { join } = await chatWorld()
  const lin = await join('林主任', 'lead', unit)
  const chen = await join('陈主任', 'district', district)
  await chen.user.says('/summary')
  const sheet = await chen.user.waitsFor(message => message.document !== undefined)
  expect(sheet.document?.file_name).toMatch(/\.xlsx$/)
  expect(sheet.document?.file_size).toBeGreaterThan(3000)
  await lin.user.says('/summary')
  await lin.user.waitsFor(/./)
  await lin.user.says('/help')
  await lin.user.waitsFor('/signin')
  expect(lin.user.sees().some(message => message.document)).toBe(false)
})

test('/tasks lists what is to do and what is to confirm, with what is overdue', async () => {
  const world = await chatWorld()
  const { join, store, clock } = world
  const lin = await join('林主任', 'lead', unit)
  const zhou = await join('周科员', 'subdistrict', subdistrict)
  await lin.user.says('/tasks')
  await lin.user.waitsFor('现在没有需要您')
  await store.write('test', async tx => {
    const source = { kind: 'meeting' as const, id: 'm', title: '例会' }
    const means = { by: 'test', at: clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
    const due = plainDate('2026-10-08')
    await openFollowUp(tx, { id: 'f1', source, owner: unit, what: '更新会员小组名册', due }, means)
    await openFollowUp(tx, { id: 'f2', source, owner: subdistrict, what: '汇总名册', due }, means)
  })
  const says = async (user: ChatUser, first: string) => {
    await user.says('/tasks')
    return (await user.waitsFor(first)).text
  }
  expect(await says(lin.user, '由您办理 1 项')).toBe(
    '由您办理 1 项：\n1. 更新会员小组名册（待办，期限 2026-10-08）\n点序号办理。',
  )
  clock.set('2026-10-09T01:00:00Z')
  expect(await says(lin.user, '超期')).toContain('（待办，期限 2026-10-08，已超期）')
  expect(await says(zhou.user, '汇总名册')).not.toContain('更新会员小组名册')
})

test('/rating tells how the own association stands, and staff how many stand where', async () => {
  const { join, kit } = await chatWorld()
  const lin = await join('林主任', 'lead', unit)
  const chen = await join('陈主任', 'district', district)
  await lin.user.says('/rating')
  await lin.user.waitsFor('评定还没有开始')
  const readFile = () => Promise.reject(new Error('no file'))
  await runCommand(kit, { argv: ['rating', 'open', '--year', '2026'], lang: 'en', readFile })
  await lin.user.says('/rating')
  const told = await lin.user.waitsFor('鸿山社区：')
  expect(told.text).toMatch(/得分 –，尚无等次$/)
  await chen.user.says('/rating')
  expect((await chen.user.waitsFor('共 99 个协会')).text).toMatch(/：99 个$/)
})
