import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { followUps } from '../../src/followups/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import type { MeetingLevel } from '../../src/meetings/meeting.ts'
import { plan } from '../../src/meetings/planning.ts'
import { meetings } from '../../src/meetings/store.ts'
import { type ChatWorld, chatWorld } from '../helpers/chat.ts'
import { granted } from '../helpers/people.ts'
import { district, subdistrict } from '../helpers/world.ts'
import { typed } from './samples.ts'

const community = '350203001001'
const street = '350203001000'
const whole = '350203000000'
const point = '活动室漏水，无修缮经费'
const decision = '十月底前拨付修缮经费'

/** Second, third and fourth Tuesdays at 09:30 in Shanghai: the community, the street, the district. */
async function threeLevels(world: ChatWorld) {
  for (const [level, unit, nth] of [
    ['community', community, 2],
    ['subdistrict', street, 3],
    ['district', whole, 4],
  ] as const satisfies readonly (readonly [MeetingLevel, string, number])[]) {
    const rule = `FREQ=MONTHLY;BYDAY=${nth}TU`
    granted(await plan(world.kit, loadHolidays(), { level, unit, rule, time: '09:30' }))
  }
}

test('from the lead’s chat a point reaches the district within two months, and its decision comes back there', async () => {
  const world = await chatWorld({ now: '2026-09-01T02:00:00Z' })
  await threeLevels(world)
  const { user, person } = await world.join('甲', 'lead', community)
  const clock = buildClock(world.kit)
  const at = async (moment: string) => {
    world.clock.set(moment)
    await clock.tick()
  }
  const idOf = async (unit: string, month: string) =>
    (await world.store.list(meetings, 'unit', unit)).find(each => each.month === month)?.id ?? ''
  const post = async (id: string, what: string, fields: Record<string, string>) =>
    expect((await world.post(`/meetings/${id}/${what}`, fields)).status).toBe(303)

  // 7 and 8 September: reminded, the meeting held, and reported in plain words with what could not be solved.
  await at('2026-09-07T02:00:00Z')
  expect((await user.waitsFor('会议提醒')).text).not.toContain('传达')
  await at('2026-09-08T03:10:00Z')
  await user.waitsFor('会议快报')
  await user.says('已开 12人')
  await user.waitsFor('有没有需要上级协调解决的问题')
  await user.says(point)
  await user.presses(await user.waitsFor('签到表照片'), '完成')

  // 15 September: the lead signs in at the street's meeting; the street has the point and hands it on.
  await at('2026-09-15T01:10:00Z')
  await user.waitsFor('开始签到')
  await user.says('到')
  await user.waitsFor('已签到 09:10')
  await at('2026-09-15T03:10:00Z')
  const first = await idOf(community, '2026-09')
  const key = `point:${first}`
  world.actAs(subdistrict)
  const street1 = await idOf(street, '2026-09')
  expect(await (await world.get(`/meetings/${street1}`)).text()).toContain(point)
  await post(street1, 'agenda', { key, outcome: 'raised' })
  expect((await user.waitsFor('已提交上级会议研究')).text).toContain(point)
  await post(street1, 'minutes', typed({ text: '一、活动室修缮提请区里研究' }))

  // 22 September: the district settles it and decides; the lead hears of that at once.
  await at('2026-09-22T03:10:00Z')
  world.actAs(district)
  const district1 = await idOf(whole, '2026-09')
  expect(await (await world.get(`/meetings/${district1}`)).text()).toContain(point)
  await post(district1, 'agenda', { key, outcome: 'settled' })
  await post(district1, 'resolutions', { what: decision, owner: street, due: '2026-10-30' })
  await post(district1, 'minutes', typed({ text: '一、拨付修缮经费' }))
  expect((await user.waitsFor('研究解决')).text).toContain(point)

  // 20 October: the street conveys the decision.
  await at('2026-10-20T03:10:00Z')
  world.actAs(subdistrict)
  const street2 = await idOf(street, '2026-10')
  const [kept] = await world.store.all(followUps)
  await post(street2, 'convey', { decision: kept?.id ?? '', said: 'conveyed' })
  await post(street2, 'minutes', typed({ text: '一、传达区级例会' }))

  // 9 November: the reminder of the own meeting brings what is to be conveyed there.
  await at('2026-11-09T02:00:00Z')
  expect((await user.waitsFor('请在会上传达')).text).toContain(`1. ${decision}`)
  world.actAs({ ...person, lang: 'zh-CN' })
  world.clock.set('2026-11-10T02:00:00Z')
  await post(await idOf(community, '2026-11'), 'convey', { decision: kept?.id ?? '', said: 'conveyed' })
  const told = user.sees().filter(({ text }) => /问题答复|请在会上传达/.test(text ?? ''))
  expect(told).toHaveLength(3)
})
