import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { followUps } from '../../src/followups/store.ts'
import { attendances, meetings } from '../../src/meetings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { enrol } from '../helpers/people.ts'
import { district, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { typed } from './samples.ts'

const unit = '350203001000'
const community = '350203001001'
const monthly = { rhythm: 'month', nth: '2', weekday: 'TU', time: '09:30', policy: 'next' }

/** Monday 12 October 2026, 10:00 in Shanghai. */
async function planned(level: 'subdistrict' | 'community', at = '2026-10-12T02:00:00Z') {
  const world = await newWorld({ now: at })
  const invited = await enrol(world, '甲', 'lead', community)
  const lead: Actor = {
    id: invited.person.id,
    name: '甲',
    lang: 'en',
    duties: [{ role: 'lead', unit: community }],
  }
  world.actAs(subdistrict)
  const of = level === 'community' ? community : unit
  const answer = await world.post('/meetings/plan', { level, unit: of, ...monthly })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/meetings?unit=${of}`])
  const [meeting] = await world.store.list(meetings, 'unit', of)
  return { world, lead, id: meeting?.id ?? '', path: `/meetings/${meeting?.id}` }
}
const text = async (world: World, path: string) => (await world.get(path)).text()
const meetingOf = (world: World, id: string) => world.store.get(meetings, id)

test('staff plan a series; the overview shows its meetings, its rule in words and the year', async () => {
  const { world } = await planned('subdistrict')
  const shown = await text(world, `/meetings?unit=${unit}`)
  expect(shown).toContain('2026-10-13 Tue 09:30–11:00')
  expect(shown).toContain('every month, second Tue')
  expect(shown).toContain('2026 at a glance')
})

test('an empty overview says what to do next', async () => {
  const world = await newWorld()
  world.actAs(district)
  const shown = await text(world, '/meetings')
  expect(shown).toContain('Plan a series first')
  expect(shown).toContain('no meetings yet at this level or the one below')
  expect(await text(world, '/meetings?unit=350203001001')).not.toContain('or the one below')
})

test('an expected lead signs in on the web, and it is on the board at once', async () => {
  const { world, lead, path } = await planned('subdistrict')
  world.clock.set('2026-10-13T01:10:00Z')
  const before = await text(world, path)
  expect(before).toContain('0 / 1')
  expect(before).toContain('needed for a quorum')
  world.actAs(lead)
  expect(await text(world, '/meetings')).toContain('sign in')
  expect((await world.post(`${path}/sign-in`, {})).status).toBe(303)
  expect(await text(world, path)).toContain('You: present 09:10')
  world.actAs(subdistrict)
  const board = await text(world, path)
  expect(board).toContain('1 / 1')
  expect(board).toContain('present 09:10')
})

test('the live board sends itself, and again when somebody signs in', async () => {
  const { world, lead, path } = await planned('subdistrict')
  world.clock.set('2026-10-13T01:10:00Z')
  const live = await world.get(`${path}/live`)
  expect(live.headers.get('content-type')).toContain('text/event-stream')
  const reader = live.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  expect(await next()).toContain('0 / 1')
  world.actAs(lead)
  await world.post(`${path}/sign-in`, {})
  expect(await next()).toContain('1 / 1')
  await reader?.cancel()
})

test('too early and outside the list are refused with their sentence', async () => {
  const { world, lead, path } = await planned('subdistrict')
  world.actAs(lead)
  const early = await world.post(`${path}/sign-in`, {})
  expect([early.status, await early.text()]).toEqual([409, expect.stringContaining('10-13 09:00')])
  world.actAs(subdistrict)
  world.clock.set('2026-10-13T01:10:00Z')
  expect((await world.post(`${path}/sign-in`, {})).status).toBe(403)
  expect(await world.store.all(attendances)).toEqual([])
})

test('another subdistrict neither sees nor changes the meeting', async () => {
  const { world, path } = await planned('subdistrict')
  world.actAs({ ...subdistrict, duties: [{ role: 'subdistrict', unit: '350203003000' }] })
  expect((await world.get(path)).status).toBe(403)
  expect((await world.post(`${path}/cancel`, { why: 'x' })).status).toBe(403)
  expect((await world.post('/meetings/plan', { level: 'subdistrict', unit, ...monthly })).status).toBe(403)
})

test('a lead plans for the own association and for no other', async () => {
  const { world, lead } = await planned('subdistrict')
  world.actAs(lead)
  expect(
    (await world.post('/meetings/plan', { level: 'community', unit: community, ...monthly })).status,
  ).toBe(303)
  expect((await world.post('/meetings/plan', { level: 'subdistrict', unit, ...monthly })).status).toBe(403)
})

test('a rule that never comes keeps what was typed', async () => {
  const { world } = await planned('subdistrict')
  const rule = 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'
  const answer = await world.post('/meetings/plan', { level: 'subdistrict', unit, ...monthly, rule })
  const shown = await answer.text()
  expect(answer.status).toBe(422)
  expect(shown).toContain('never comes to a day')
  expect(shown).toContain(rule)
})

test('the quick report on the web', async () => {
  const { world, lead, id, path } = await planned('community')
  world.actAs(lead)
  expect((await world.post(`${path}/report`, { present: '18' })).status).toBe(409)
  world.clock.set('2026-10-13T03:10:00Z')
  expect(await text(world, '/meetings')).toContain('waiting for its report')
  expect((await world.post(`${path}/report`, { present: '-1' })).status).toBe(422)
  await world.post(`${path}/report`, { present: '18', missing: '3', unresolved: '活动室漏水' })
  expect(await meetingOf(world, id)).toMatchObject({ status: 'held', report: { present: 18, missing: 3 } })
  const shown = await text(world, path)
  expect(shown).toContain('18 / 21')
  expect(shown).toContain('活动室漏水')
})

test('a meeting is moved or cancelled with a reason, and those expected hear of it', async () => {
  const { world, id, path } = await planned('subdistrict')
  const nowhere = await world.post(`${path}/move`, { date: '2026-10-15', time: '14:00' })
  expect(nowhere.status).toBe(422)
  await world.post(`${path}/move`, { date: '2026-10-15', time: '14:00', reason: '台风' })
  expect(await meetingOf(world, id)).toMatchObject({
    status: 'moved',
    month: '2026-10',
    starts: '2026-10-15T06:00:00.000Z',
    changes: [{ reason: '台风', from: { starts: '2026-10-13T01:30:00.000Z' } }],
  })
  await world.post(`${path}/cancel`, { why: '合并召开' })
  expect((await meetingOf(world, id)).status).toBe('cancelled')
  expect((await world.post(`${path}/move`, { date: '2026-10-16', time: '14:00', reason: 'x' })).status).toBe(
    409,
  )
})

test('staff correct a sign-in with a reason; the old value stays', async () => {
  const { world, lead, path } = await planned('subdistrict')
  world.clock.set('2026-10-13T01:50:00Z')
  world.actAs(lead)
  await world.post(`${path}/sign-in`, {})
  expect(
    (await world.post(`${path}/correct`, { person: lead.id, kind: 'present', because: 'x' })).status,
  ).toBe(403)
  world.actAs(subdistrict)
  expect((await world.post(`${path}/correct`, { person: lead.id, kind: 'present' })).status).toBe(422)
  await world.post(`${path}/correct`, { person: lead.id, kind: 'present', because: '网络故障' })
  const [record] = await world.store.all(attendances)
  expect(record).toMatchObject({
    now: { kind: 'present', way: 'staff' },
    before: [{ was: { kind: 'late' } }],
  })
})

test('a sheet entered afterwards, or minutes, say that it was held; who was expected then stands', async () => {
  const { world, lead, id, path } = await planned('subdistrict')
  const clock = buildClock(world.kit)
  world.clock.set('2026-10-13T03:10:00Z')
  await world.post(`${path}/correct`, { person: lead.id, kind: 'present', because: '纸质签到表' })
  expect((await meetingOf(world, id)).status).toBe('held')
  await clock.tick()
  await enrol(world, '乙', 'lead', '350203001004')
  expect(await text(world, path)).toContain('1 / 1')
})

test('minutes and resolutions: without an owner refused, else in the ledger until the level above confirms', async () => {
  const { world, lead, path } = await planned('subdistrict')
  world.clock.set('2026-10-13T03:10:00Z')
  await world.post(`${path}/minutes`, typed({ text: '一、通报三季度工作' }))
  expect(await text(world, path)).toContain('一、通报三季度工作')
  const what = '更新会员小组名册'
  const ownerless = await world.post(`${path}/resolutions`, { what, due: '2026-10-30' })
  expect(ownerless.status).toBe(422)
  expect(await ownerless.text()).toContain('Every resolution needs a responsible unit and a due date.')
  expect((await world.post(`${path}/resolutions`, { what, owner: community })).status).toBe(422)
  await world.post(`${path}/resolutions`, { what, owner: community, due: '2026-10-30' })
  const [followUp] = await world.store.all(followUps)
  const one = `/followups/${followUp?.id}`
  world.actAs(lead)
  expect(await text(world, '/followups')).toContain(what)
  expect((await world.post(one, { act: 'confirm', note: '' })).status).toBe(409)
  expect((await world.post(one, { act: 'submit', note: '' })).status).toBe(422)
  expect((await world.post(one, { act: 'submit', note: '已更新' })).status).toBe(303)
  expect((await world.post(one, { act: 'confirm' })).status).toBe(403)
  world.actAs(subdistrict)
  await world.post(one, { act: 'confirm' })
  expect((await world.store.get(followUps, followUp?.id ?? '')).state).toBe('closed')
  expect(await text(world, path)).toContain('closed')
})

test('a series that ends takes its coming meetings with it and is made no more', async () => {
  const { world, id } = await planned('subdistrict')
  const { series } = await meetingOf(world, id)
  await world.post(`/meetings/series/${series}/end`, {})
  expect(await world.store.all(meetings)).toEqual([])
  await buildClock(world.kit).tick()
  expect(await world.store.all(meetings)).toEqual([])
})
