import sharp from 'sharp'
import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { runCommand } from '../../src/commands.ts'
import { outbox } from '../../src/delivery/store.ts'
import { meetingFiles } from '../../src/kept-files.ts'
import { tell } from '../../src/meetings/reporting.ts'
import { attachments, attendances, meetings } from '../../src/meetings/store.ts'
import { talks } from '../../src/meetings/talks.ts'
import { type ChatWorld, chatWorld } from '../helpers/chat.ts'
import { photo as photoOf } from '../helpers/files.ts'
import { enrol, granted } from '../helpers/people.ts'
import { lead } from '../helpers/world.ts'

/** Monday 12 October 2026, 10:00 in Shanghai; the meetings are on the second Tuesday at half past nine. */
const start = '2026-10-12T02:00:00Z'
const subdistrict = '350203001000'
const community = '350203001001'

const aPhoto = async (seed = 1) => Buffer.from(await photoOf(seed))

async function meetingWorld(...levels: readonly (readonly [level: string, unit: string])[]) {
  const world = await chatWorld({ now: start })
  const clock = buildClock(world.kit)
  const at = async (moment: string) => {
    world.clock.set(moment)
    await clock.tick()
  }
  for (const [level, unit] of levels) await plan(world, level, unit)
  return { ...world, at, tick: clock.tick }
}

const run = async (world: ChatWorld, ...argv: string[]) => {
  const readFile = async () => new Uint8Array()
  const { out, err } = await runCommand(world.kit, { argv: [...argv, '--json'], lang: 'en', readFile })
  if (err) throw new Error(err)
  return JSON.parse(out)
}
const plan = (world: ChatWorld, level: string, unit: string) =>
  run(
    world,
    ...['meetings', 'plan', '--level', level, '--unit', unit],
    ...['--rule', 'FREQ=MONTHLY;BYDAY=2TU', '--time', '09:30'],
  )
const enrolColleague = (world: ChatWorld) => enrol(world, '王理事', 'lead', community)
const listed = async (world: ChatWorld) => (await run(world, 'meetings', 'list'))[0]

test('a lead is reminded, signs in by the button, and is counted at once', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const { user } = await world.join('甲', 'lead', community)
  await world.tick()
  expect((await user.waitsFor('会议提醒')).text).toContain('2026-10-13 周二 09:30')
  await world.at('2026-10-13T01:01:00Z')
  const open = await user.waitsFor('开始签到')
  expect(await listed(world)).toMatchObject({ expected: 1, present: 0 })
  await user.presses(open, '签到')
  await user.waitsFor('已签到 09:01')
  expect(await listed(world)).toMatchObject({ expected: 1, present: 1, status: 'planned' })
  world.clock.set('2026-10-13T01:05:00Z')
  await user.presses(open, '签到')
  await user.waitsFor('已签到 09:01')
  await world.at('2026-10-13T01:32:00Z')
  await user.says('/meetings')
  await user.waitsFor('（街道、进行中）')
  await world.at('2026-10-13T03:01:00Z')
  expect(await listed(world)).toMatchObject({ present: 1, status: 'held' })
  expect(user.sees().filter(message => message.text?.includes('尚未签到'))).toEqual([])
})

test('only those who are missing are urged, and the convening office gets one digest', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const came = await world.join('甲', 'lead', community)
  const missing = await world.join('乙', 'lead', '350203001004')
  const staff = await world.join('街道', 'subdistrict', subdistrict)
  await world.at('2026-10-13T01:20:00Z')
  await came.user.waitsFor('开始签到')
  await came.user.says('到')
  await came.user.waitsFor('已签到 09:20')
  await world.at('2026-10-13T01:33:00Z')
  await world.at('2026-10-13T01:34:00Z')
  await missing.user.waitsFor('尚未签到')
  await world.at('2026-10-13T03:00:00Z')
  await world.at('2026-10-13T03:01:00Z')
  const digest = await staff.user.waitsFor('到会情况')
  expect(digest.text).toContain('应到 2 人，实到 1 人')
  expect(digest.text).toContain('蜂巢山社区')
  expect(came.user.sees().some(message => message.text?.includes('尚未签到'))).toBe(false)
  expect(staff.user.sees().filter(message => message.text?.includes('到会情况'))).toHaveLength(1)
})

test('the convening office urges in chat those who have not signed in, and not again at once', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const came = await world.join('甲', 'lead', community)
  const missing = await world.join('乙', 'lead', '350203001004')
  const staff = await world.join('街道', 'subdistrict', subdistrict)
  world.clock.set('2026-10-13T01:20:00Z')
  await came.user.says('签到')
  await came.user.waitsFor('已签到 09:20')
  await staff.user.says('催一下')
  const asked = await staff.user.waitsFor('要催办哪一次会议')
  await staff.user.presses(asked, '催未签到的人签到')
  await staff.user.waitsFor('已催办 1 人：乙')
  await missing.user.waitsFor('尚未签到')
  await staff.user.presses(asked, '催未签到的人签到')
  await staff.user.waitsFor('10-13 09:20 刚提醒过，请在 10-13 09:35 以后再催')
  await missing.user.says('催一下')
  await missing.user.waitsFor('没有需要催办的人')
  expect(came.user.sees().some(message => message.text?.includes('尚未签到'))).toBe(false)
})

test('what is over when the program comes back is not sent late', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const { user } = await world.join('甲', 'lead', community)
  await world.at('2026-10-13T04:00:00Z')
  await user.says('/meetings')
  await user.waitsFor('近期会议')
  expect(user.sees().filter(message => /【/.test(message.text ?? ''))).toEqual([])
})

test('plain words: leave keeps its kind only, a deputy the post, too early is said', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const { user, person } = await world.join('甲', 'lead', community)
  await user.says('签到')
  await user.waitsFor('签到 10-13 09:00 开始')
  await user.says('收到')
  await user.waitsFor('签到 10-13 09:00 开始')
  await user.says('请假')
  const which = await user.waitsFor('请选择请假类别')
  await user.presses(which, '病假')
  await user.waitsFor('已提交请假（病假），待召集单位批准')
  await user.says('请假 孩子生病')
  await user.waitsFor('已提交请假（事假），待召集单位批准')
  const kept = JSON.stringify(await world.store.list(attendances, 'person', person.id))
  expect(kept).not.toContain('孩子')
  await user.says('代会 副会长')
  await user.waitsFor('已登记代会（副会长）')
  await user.says('帮乙签到')
  await user.waitsFor('不能代他人签到')
})

test('leave is approved or declined with a button by those who convene, once, and by nobody else', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const staff = await world.join('周科员', 'subdistrict', subdistrict)
  const jia = await world.join('甲', 'lead', community)
  const yi = await world.join('乙', 'lead', '350203001004')
  await jia.user.says('请假 孩子生病')
  await jia.user.waitsFor('待召集单位批准')
  expect(await listed(world)).toMatchObject({ expected: 2, leave: 0, pending: 1 })
  const asked = await staff.user.waitsFor('【请假待批】')
  expect(asked.text).toContain('甲 申请请假（事假）')
  expect(asked.text).not.toContain('孩子')
  await staff.user.presses(asked, '批准')
  await staff.user.waitsFor('甲：请假（事假）')
  await jia.user.waitsFor('请假（事假）已批准')
  expect(await listed(world)).toMatchObject({ leave: 1, pending: 0 })
  await yi.user.says('请假 开会')
  const second = await staff.user.waitsFor('乙 申请请假（公务）')
  await staff.user.presses(second, '不批准')
  await yi.user.waitsFor('请假（公务）未获批准')
  await yi.user.says('请假 开会')
  await yi.user.waitsFor('这次请假未获批准')
  expect(await listed(world)).toMatchObject({ leave: 1, pending: 0 })
})

test('a button decides on the leave that its message told of, not on one that was asked for since', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const staff = await world.join('周科员', 'subdistrict', subdistrict)
  const jia = await world.join('甲', 'lead', community)
  await jia.user.says('请病假')
  const sick = await staff.user.waitsFor('甲 申请请假（病假）')
  await jia.user.says('请假 孩子生病')
  const personal = await staff.user.waitsFor('甲 申请请假（事假）')
  await staff.user.presses(sick, '批准')
  await staff.user.waitsFor('对方已改报其他类别的请假')
  expect(await listed(world)).toMatchObject({ leave: 0, pending: 1 })
  await staff.user.presses(personal, '批准')
  await jia.user.waitsFor('请假（事假）已批准')
})

test('a post holder who comes instead is kept by name, anybody else by post; whoever is not expected can observe', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const jia = await world.join('甲', 'lead', community)
  await enrolColleague(world)
  const staff = await world.join('周科员', 'subdistrict', subdistrict)
  await jia.user.says('代会 由李会计参加')
  await jia.user.waitsFor('由谁代会？')
  await jia.user.says('代会 由王理事参加，副会长')
  await jia.user.waitsFor('已登记代会（副会长）')
  const [kept] = await world.store.list(attendances, 'person', jia.person.id)
  expect(kept?.now).toMatchObject({ kind: 'deputy', post: '副会长', deputy: expect.any(String) })
  await staff.user.says('列席')
  await staff.user.waitsFor('现在没有可以列席签到的会议')
  await world.at('2026-10-13T01:01:00Z')
  await staff.user.says('列席')
  await staff.user.waitsFor('已登记列席 09:01')
  await jia.user.says('列席')
  await jia.user.waitsFor('您在应到名单中，请直接签到')
  expect(await listed(world)).toMatchObject({ present: 1 })
})

test('the quick report in chat, to the end and once more', async () => {
  const world = await meetingWorld(['community', community])
  const { user } = await world.join('甲', 'lead', community)
  await world.at('2026-10-13T03:01:00Z')
  const asked = await user.waitsFor('会议快报')
  await user.presses(asked, '已开')
  await user.waitsFor('到会多少人')
  await user.says('到会１８人，缺３')
  const unresolved = await user.waitsFor('到会 18 人、缺 3 人')
  expect(await listed(world)).toMatchObject({ status: 'held', expected: 21, present: 18 })
  expect(unresolved.text).toContain('没有请点')
  await user.says('活动室漏水，请街道协调维修')
  const photo = await user.waitsFor('签到表照片')
  await user.sendsPhoto({ name: 'sheet.jpg', bytes: Buffer.from([1, 2, 3]) })
  await user.waitsFor('无法接收')
  world.emulator.fault({ method: 'file', as: 'reset' })
  await user.sendsPhoto({ name: 'sheet.jpg', bytes: await aPhoto() })
  await user.waitsFor('文件没有取到')
  await user.sendsPhoto({ name: 'sheet.jpg', bytes: await aPhoto() })
  await user.waitsFor('快报已完成')
  // The second picture of an album, and the button of a report that is complete.
  await user.sendsPhoto({ name: 'sheet.jpg', bytes: await aPhoto(200) })
  await user.waitsFor('签到表照片已保存')
  await user.presses(photo, '完成')
  await user.waitsFor('快报已完成')
  const [meeting] = await world.store.list(meetings, 'unit', community)
  expect(meeting?.report).toMatchObject({ present: 18, missing: 3, unresolved: '活动室漏水，请街道协调维修' })
  const files = await world.store.list(attachments, 'meeting', meeting?.id ?? '')
  expect(files).toMatchObject([
    { about: 'sheet', kind: 'jpeg' },
    { about: 'sheet', kind: 'jpeg' },
  ])
  const { exif } = await sharp(await meetingFiles(world.kit).read(files[0]?.hash ?? '', 'jpeg')).metadata()
  expect(exif).toBeUndefined()
  world.clock.set('2026-10-13T07:01:00Z')
  await user.sendsPhoto({ name: 'sheet.jpg', bytes: await aPhoto(3) })
  await user.waitsFor('没有说明这是哪一项的材料')
})

test.each([
  ['已开 12人', '到会 12 人', { status: 'held', present: 12 }],
  ['没开 下雨', '未开，原因：下雨', { status: 'notHeld', present: 0 }],
  ['改到周五下午3点', '2026-10-16 周五 15:00', { status: 'moved', starts: '2026-10-16T07:00:00.000Z' }],
])('“%s” after a community meeting', async (text, answer, row) => {
  const world = await meetingWorld(['community', community])
  const { user } = await world.join('甲', 'lead', community)
  await world.at('2026-10-13T03:01:00Z')
  await user.says(text)
  await user.waitsFor(answer)
  expect(await listed(world)).toMatchObject(row)
})

test('a meeting that was moved is asked for again when its new time is over', async () => {
  const world = await meetingWorld(['community', community])
  const { user } = await world.join('甲', 'lead', community)
  await world.at('2026-10-13T03:01:00Z')
  await user.waitsFor('会议快报')
  await user.says('改到周五下午3点')
  await user.waitsFor('已改期')
  await world.at('2026-10-15T07:30:00Z')
  await user.waitsFor('会议提醒')
  await world.at('2026-10-16T08:31:00Z')
  await user.waitsFor('会议快报')
})

test('a report that was left is gone on with after a restart, can be stopped, and lets other words through', async () => {
  const world = await meetingWorld(['community', community])
  const { user, person } = await world.join('甲', 'lead', community)
  await world.at('2026-10-13T03:01:00Z')
  await user.says('/report')
  const asked = await user.waitsFor('开了吗')
  await user.presses(asked, '已开')
  await user.waitsFor('到会多少人')
  await world.chat.stop()
  await world.startChat()
  await user.says('今天天气不错')
  await user.waitsFor('没有看懂')
  await user.says('/report')
  await user.waitsFor('到会多少人')
  await user.says('/cancel')
  await user.waitsFor('已停止填写')
  expect(await world.store.find(talks, person.id)).toBe(undefined)
  await user.presses(asked, '已开')
  await user.waitsFor('到会多少人')
  await user.says('算了')
  await user.waitsFor('已停止填写')
  expect(await world.store.find(talks, person.id)).toBe(undefined)
})

test('what was reported is not asked for, and asked for again only its number can be put right', async () => {
  const world = await meetingWorld(['community', community])
  const { user } = await world.join('甲', 'lead', community)
  await world.chat.stop()
  // The question waits, and on the web it is answered meanwhile.
  await world.at('2026-10-13T03:01:00Z')
  const [own] = await world.store.list(meetings, 'unit', community)
  const report = { present: 11, missing: 1 }
  granted(await tell(world.kit, own?.id ?? '', lead, { kind: 'held', report }))
  const states = async () =>
    (await world.store.all(outbox))
      .filter(({ message }) => message.kind === 'meeting.report')
      .map(({ state }) => state.name)
  expect(await states()).toEqual(['cancelled'])
  await world.startChat()
  await user.says('/report')
  const again = await user.waitsFor('已报：到会 11 人。')
  await user.presses(again, '更正')
  await user.waitsFor('到会多少人')
  await user.says('12 came, 2 missing')
  await user.waitsFor('到会 12 人、缺 2 人')
})

test('a forged or foreign press changes nothing', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict], ['community', community])
  await world.join('甲', 'lead', community)
  const other = await world.join('乙', 'lead', '350203003001')
  await world.at('2026-10-13T03:01:00Z')
  const [own] = await world.store.list(meetings, 'unit', community)
  const [called] = await world.store.list(meetings, 'unit', subdistrict)
  await other.user.says('/meetings')
  const message = await other.user.waitsFor('近期')
  await other.user.forges(message, `v1|checkin|${called?.id}|`)
  await other.user.waitsFor('不在这次会议的应到名单中')
  await other.user.forges(message, `v1|report|${own?.id}|weather`)
  await other.user.waitsFor('不在您的管理范围内')
  expect(await world.store.all(attendances)).toEqual([])
  expect((await world.store.get(meetings, own?.id ?? '')).status).toBe('planned')
})

test('/checkin signs in, and tells leads at their own meeting that people are counted there', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict])
  const { user } = await world.join('甲', 'lead', community)
  world.clock.set('2026-10-13T01:45:00Z')
  await user.says('/checkin')
  await user.waitsFor('已签到 09:45（迟到）')
  const own = await meetingWorld(['community', community])
  const lead = await own.join('乙', 'lead', community)
  own.clock.set('2026-10-13T01:45:00Z')
  await lead.user.says('签到')
  await lead.user.waitsFor('社区例会不逐人签到')
})

test('whatever is typed is answered', async () => {
  const world = await meetingWorld(['subdistrict', subdistrict], ['community', community])
  const { user } = await world.join('甲', 'lead', community)
  await world.at('2026-10-13T03:01:00Z')
  const odd = [
    '嗯嗯',
    '12',
    '到不了',
    '改期',
    '没开',
    '？',
    '😀',
    '/nothing',
    '签到吗',
    '代会',
    '应到20',
    '请假 '.repeat(200),
  ]
  for (const text of odd) {
    const before = user.sees().length
    await user.says(text)
    await expect.poll(() => user.sees().length, { interval: 5 }).toBeGreaterThan(before)
  }
})
