import { expect, test } from 'vitest'
import { followUps } from '../../src/followups/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { attendances, meetings } from '../../src/meetings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld, subdistrict } from '../helpers/world.ts'

const unit = '350203001000'
const community = '350203001001'

/** A subdistrict's meeting of Tuesday 13 October 2026, 09:30 to 11:00 in Shanghai; it is 10:40. */
async function meeting() {
  const world = await newWorld({ now: '2026-10-12T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const lead: Actor = { id: person.id, name: '甲', lang: 'en', duties: [{ role: 'lead', unit: community }] }
  const input = { level: 'subdistrict' as const, unit, rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30' }
  const planned = granted(await plan(world.kit, loadHolidays(), input))
  const id = planned.meetings[0]?.id ?? ''
  world.clock.set('2026-10-13T02:40:00Z')
  world.actAs(subdistrict)
  const post = async (path: string, fields: Record<string, string> = {}) => {
    const answer = await world.post(`/meetings/${id}/${path}`, fields)
    return { status: answer.status, text: answer.status === 303 ? '' : await answer.text() }
  }
  const text = async (path = '') => (await world.get(`/meetings/${id}${path}`)).text()
  return { world, lead, post, text, kept: () => world.store.get(meetings, id) }
}

test('final minutes are read-only; what has to be set right is added under its date', async () => {
  const { post, text, kept } = await meeting()
  expect((await post('minutes/final')).status).toBe(422)
  await post('minutes', { text: '一、通报三季度工作', chair: '王主任' })
  expect((await post('minutes/additions', { addition: '更正' })).status).toBe(409)
  expect((await post('minutes/final')).status).toBe(303)
  const fixed = await kept()
  expect(fixed).toMatchObject({ status: 'held', minutes: { chair: '王主任', final: { by: subdistrict.id } } })
  const again = await post('minutes', { text: '改写' })
  expect([again.status, again.text.includes('The minutes are final')]).toEqual([409, true])
  expect((await post('minutes/additions', { addition: ' ' })).status).toBe(422)
  expect((await post('minutes/additions', { addition: '第一项的数字应为 38' })).status).toBe(303)
  expect((await kept()).minutes).toMatchObject({
    text: '一、通报三季度工作',
    at: fixed.minutes?.at,
    additions: [{ text: '第一项的数字应为 38', at: '2026-10-13T02:40:00.000Z' }],
  })
  expect(await text()).not.toContain('name="text"')
  expect(await text()).toContain('第一项的数字应为 38')
})

test('once they are final no resolution is added and nobody signs in, asks for leave or sends a deputy', async () => {
  const { world, lead, post } = await meeting()
  await post('minutes', { text: '一' })
  await post('minutes/final')
  const resolution = { what: '更新名册', owner: community, due: '2026-10-30' }
  expect((await post('resolutions', resolution)).status).toBe(409)
  expect(await world.store.all(followUps)).toEqual([])
  world.actAs(lead)
  for (const [path, fields] of [
    ['sign-in', {}],
    ['leave', { leave: 'sick' }],
    ['deputy', { post: '副会长' }],
  ] as const) {
    const answer = await post(path, fields)
    expect([answer.status, answer.text.includes('The minutes are final')]).toEqual([409, true])
  }
  expect(await world.store.all(attendances)).toEqual([])
  world.actAs(subdistrict)
  const paper = { person: lead.id, kind: 'present', because: '纸质签到表' }
  expect((await post('correct', paper)).status).toBe(303)
})

test('only who convenes makes them final', async () => {
  const { world, lead, post } = await meeting()
  await post('minutes', { text: '一' })
  world.actAs(lead)
  expect((await post('minutes/final')).status).toBe(403)
  expect((await post('minutes/additions', { addition: '更正' })).status).toBe(403)
})

test('they are issued with time, numbers, chair, recorder and each resolution’s owner and date', async () => {
  const { world, lead, post, text } = await meeting()
  world.actAs(lead)
  await post('sign-in')
  world.actAs(subdistrict)
  await post('resolutions', { what: '更新会员小组名册', owner: community, due: '2026-10-30' })
  await post('minutes', { text: '一、通报三季度工作', chair: '王主任' })
  expect(await text('/minutes')).toContain('draft')
  await post('minutes/final')
  const issued = await text('/minutes')
  for (const part of [
    ...['2026-10-13 Tue 09:30–11:00', '王主任', '一、通报三季度工作', '更新会员小组名册', '2026-10-30'],
    '1 expected, 1 present, 0 on leave, 0 absent, 0 observing',
  ]) {
    expect(issued).toContain(part)
  }
  expect(issued).not.toContain('draft')
  expect(issued).not.toContain('甲')
})
