import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { followUps } from '../../src/followups/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import type { MeetingLevel } from '../../src/meetings/meeting.ts'
import { plan } from '../../src/meetings/planning.ts'
import { allSeries, meetings } from '../../src/meetings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { enrol, granted } from '../helpers/people.ts'
import { district, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { typed } from './samples.ts'

const community = '350203001001'
const street = '350203001000'
const whole = '350203000000'

/** Three series over September to November 2026, all at 09:30 in Shanghai: community 8 and 9, street 15, district 22. */
async function threeLevels() {
  const world = await newWorld({ now: '2026-09-01T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const lead: Actor = { id: person.id, name: '甲', lang: 'en', duties: [{ role: 'lead', unit: community }] }
  const planned = async (level: MeetingLevel, unit: string, nth: number) =>
    granted(
      await plan(world.kit, loadHolidays(), {
        level,
        unit,
        rule: `FREQ=MONTHLY;BYDAY=${nth}TU`,
        time: '09:30',
      }),
    )
  await planned('community', community, 2)
  await planned('subdistrict', street, 3)
  await planned('district', whole, 4)
  return { world, lead }
}

async function meetingIn(world: World, unit: string, month: string): Promise<string> {
  const found = (await world.store.list(meetings, 'unit', unit)).find(meeting => meeting.month === month)
  return found?.id ?? ''
}

test('a community’s open point reaches the district within two months, and the decision comes back to it', async () => {
  const { world, lead } = await threeLevels()
  const as = async (actor: Actor, moment: string, unit: string, month: string) => {
    world.actAs(actor)
    world.clock.set(moment)
    await buildClock(world.kit).tick()
    const id = await meetingIn(world, unit, month)
    return {
      id,
      text: async () => (await world.get(`/meetings/${id}`)).text(),
      post: async (what: string, fields: Record<string, string>) =>
        (await world.post(`/meetings/${id}/${what}`, fields)).status,
      kept: () => world.store.get(meetings, id),
    }
  }

  // 8 September: the community reports what it cannot solve by itself.
  const first = await as(lead, '2026-09-08T03:10:00Z', community, '2026-09')
  await first.post('report', { present: '12', missing: '2', unresolved: '活动室漏水，无修缮经费' })

  // 15 September: the street has it on its agenda, cannot solve it either, and hands it on.
  const street1 = await as(subdistrict, '2026-09-15T03:10:00Z', street, '2026-09')
  expect(await street1.text()).toContain('活动室漏水，无修缮经费')
  const key = `point:${first.id}`
  expect(await street1.post('agenda', { key, outcome: 'nothing' })).toBe(422)
  expect(await street1.post('agenda', { key: 'point:other', outcome: 'raised' })).toBe(404)
  expect(await street1.post('agenda', { key, outcome: 'raised' })).toBe(303)
  await street1.post('minutes', typed({ text: '一、活动室修缮提请区里研究' }))
  expect(await street1.kept()).toMatchObject({ status: 'held', agenda: [{ key, outcome: 'raised' }] })

  // 22 September: the district has it with the community's name, settles it and decides.
  const district1 = await as(district, '2026-09-22T03:10:00Z', whole, '2026-09')
  expect(await district1.text()).toContain('活动室漏水，无修缮经费')
  expect(await district1.post('agenda', { key, outcome: 'raised' })).toBe(409)
  expect(await district1.post('agenda', { key, outcome: 'settled' })).toBe(303)
  await district1.post('resolutions', { what: '十月底前拨付修缮经费', owner: street, due: '2026-10-30' })
  await district1.post('minutes', typed({ text: '一、拨付修缮经费' }))
  const [decision] = await world.store.all(followUps)
  const convey = (said: string) => ({ decision: decision?.id ?? '', said })

  // 13 October: nothing reaches the community past the street, which has not met since.
  const second = await as(lead, '2026-10-13T03:10:00Z', community, '2026-10')
  expect(await second.text()).not.toContain('To convey from above')
  expect(await second.post('convey', convey('conveyed'))).toBe(404)

  // 20 October: the street conveys it, and no longer has the point on its own agenda.
  const street2 = await as(subdistrict, '2026-10-20T03:10:00Z', street, '2026-10')
  expect(await street2.text()).toContain('十月底前拨付修缮经费')
  expect(await street2.text()).not.toContain('活动室漏水，无修缮经费')
  expect(await street2.post('convey', convey('not'))).toBe(303)
  expect(await street2.text()).toContain('not conveyed')
  expect(await street2.post('convey', convey('conveyed'))).toBe(303)
  await street2.post('minutes', typed({ text: '一、传达区级例会' }))

  // 10 November: it is back where it began, and stays to be conveyed until somebody says that it was.
  const third = await as(lead, '2026-11-10T03:10:00Z', community, '2026-11')
  expect(await third.text()).toContain('十月底前拨付修缮经费')
  expect(await third.post('convey', convey('conveyed'))).toBe(303)
  expect((await third.kept()).conveyed).toMatchObject([{ decision: decision?.id, done: true, by: lead.id }])
  await third.post('report', { present: '14' })
  const fourth = await as(lead, '2026-12-08T03:10:00Z', community, '2026-12')
  expect(await fourth.text()).not.toContain('十月底前拨付修缮经费')
  expect(await world.store.all(allSeries)).toHaveLength(3)
})

test('what is kept comes again; an open resolution of a community is proposed until it is closed', async () => {
  const { world, lead } = await threeLevels()
  world.clock.set('2026-09-08T03:10:00Z')
  world.actAs(lead)
  const first = await meetingIn(world, community, '2026-09')
  await world.post(`/meetings/${first}/report`, { present: '12' })
  const asked = { what: '更新小组名册', owner: community, due: '2026-10-30' }
  await world.post(`/meetings/${first}/resolutions`, asked)
  const [own] = await world.store.all(followUps)
  const street1 = await meetingIn(world, street, '2026-09')
  const street2 = await meetingIn(world, street, '2026-10')
  world.actAs(subdistrict)
  const early = await world.post(`/meetings/${street1}/agenda`, {
    key: `followUp:${own?.id}`,
    outcome: 'kept',
  })
  expect(early.status).toBe(409)
  world.clock.set('2026-09-15T03:10:00Z')
  await world.post(`/meetings/${street1}/agenda`, { key: `followUp:${own?.id}`, outcome: 'kept' })
  const shown = async (id: string) => (await world.get(`/meetings/${id}`)).text()
  expect(await shown(street2)).toContain('更新小组名册')
  world.actAs(lead)
  await world.post(`/followups/${own?.id}`, { act: 'submit', note: '已更新' })
  world.actAs(subdistrict)
  await world.post(`/followups/${own?.id}`, { act: 'confirm' })
  expect(await shown(street2)).not.toContain('更新小组名册')
})

test('a problem that the minutes hand on stands on the agenda of the level above', async () => {
  const { world, lead } = await threeLevels()
  world.clock.set('2026-09-08T03:10:00Z')
  world.actAs(lead)
  const first = await meetingIn(world, community, '2026-09')
  await world.post(`/meetings/${first}/report`, { present: '12' })
  const item = { 'title.t2': '检查', 'problems.t2': '场地不足', 'raised.t2': 'yes' }
  await world.post(`/meetings/${first}/minutes`, typed({ ...item, 'problems.t3': '自行解决的问题' }))
  const street1 = await meetingIn(world, street, '2026-09')
  world.actAs(subdistrict)
  world.clock.set('2026-09-15T03:10:00Z')
  const shown = await (await world.get(`/meetings/${street1}`)).text()
  expect(shown).toContain('场地不足')
  expect(shown).not.toContain('自行解决的问题')
  const key = `problem:${first}:t2`
  expect((await world.post(`/meetings/${street1}/agenda`, { key, outcome: 'raised' })).status).toBe(303)
})
