import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { followUps } from '../../src/followups/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { draftOf, fieldsOf } from '../../src/meetings/minutes.ts'
import { plan } from '../../src/meetings/planning.ts'
import { attendances, meetings } from '../../src/meetings/store.ts'
import { usualAgenda } from '../../src/meetings/usual-agenda.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld, subdistrict } from '../helpers/world.ts'
import { readXml } from '../helpers/xml.ts'
import { typed } from './samples.ts'

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
  return { world, id, lead, post, text, kept: () => world.store.get(meetings, id) }
}

test('final minutes are read-only; what has to be set right is added under its date', async () => {
  const { world, id, post, text, kept } = await meeting()
  expect((await post('minutes/final')).status).toBe(422)
  await post('minutes', typed({ text: '一、通报三季度工作', chair: '王主任' }))
  expect((await post('minutes/additions', { addition: '更正' })).status).toBe(409)
  expect((await post('minutes/final')).status).toBe(303)
  const fixed = await kept()
  expect(fixed).toMatchObject({ status: 'held', minutes: { chair: '王主任', final: { by: subdistrict.id } } })
  const again = await post('minutes', typed({ text: '改写' }))
  expect([again.status, again.text.includes('The minutes are final')]).toEqual([409, true])
  expect((await post('minutes/additions', { addition: ' ' })).status).toBe(422)
  expect((await post('minutes/additions', { addition: '第一项的数字应为 38' })).status).toBe(303)
  expect((await kept()).minutes).toMatchObject({
    text: '一、通报三季度工作',
    at: fixed.minutes?.at,
    additions: [{ text: '第一项的数字应为 38', at: '2026-10-13T02:40:00.000Z' }],
  })
  expect((await world.get(`/meetings/${id}/minutes/edit`)).status).toBe(409)
  expect(await text()).toContain('第一项的数字应为 38')
})

test('minutes at their longest are taken, and can be written anew', async () => {
  const { world, id, kept } = await meeting()
  const fields = (sign: string) => [
    ['text', sign.repeat(20_000)] as const,
    ...Array.from({ length: 40 }, (_, at) => [
      [`title.i${at}`, sign.repeat(120)] as const,
      [`points.i${at}`, sign.repeat(6000)] as const,
      [`problems.i${at}`, sign.repeat(1000)] as const,
    ]).flat(),
    // What the series' agenda offers is taken out.
    ...Array.from({ length: 12 }, (_, at) => [`title.t${at + 1}`, ''] as const),
  ]
  const write = async (sign: string) => {
    const body = new FormData()
    const before = new Map(fieldsOf(draftOf(await kept(), usualAgenda.subdistrict)))
    for (const [name, now] of fields(sign)) {
      body.append(name, now)
      body.append(`was.${name}`, before.get(name) ?? '')
    }
    const headers = { origin: 'http://localhost:3000' }
    return world.web.request(`http://localhost:3000/meetings/${id}/minutes`, {
      method: 'POST',
      body,
      headers,
    })
  }
  expect((await write('甲')).status).toBe(303)
  expect((await write('乙')).status).toBe(303)
  expect((await kept()).minutes).toMatchObject({ text: '乙'.repeat(20_000), items: { length: 40 } })
})

test('once they are final no resolution is added and nobody signs in, asks for leave or sends a deputy', async () => {
  const { world, lead, post } = await meeting()
  await post('minutes', typed({ text: '一' }))
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
  const board = await (
    await world.get(`/meetings/${(await world.store.all(attendances))[0]?.meeting}`)
  ).text()
  expect(board).toContain('(was: absent; corrected: 纸质签到表)')
})

test('only who convenes makes them final', async () => {
  const { world, lead, post } = await meeting()
  await post('minutes', typed({ text: '一' }))
  world.actAs(lead)
  expect((await post('minutes/final')).status).toBe(403)
  expect((await post('minutes/additions', { addition: '更正' })).status).toBe(403)
})

test('they are issued with time, numbers, chair, recorder and each resolution’s owner and date', async () => {
  const { world, id, lead, post, text } = await meeting()
  world.actAs(lead)
  await post('sign-in')
  world.actAs(subdistrict)
  await post('resolutions', { what: '更新会员小组名册', owner: community, due: '2026-10-30' })
  const item = { 'points.t2': '上月三项已办结', 'problems.t2': '活动室漏水' }
  const head = { chair: '王主任', recorder: '周科员', place: '二楼会议室', from: '09:40', until: '10:30' }
  await post('minutes', typed({ ...item, ...head, text: '散会' }))
  expect(await text('/minutes')).toContain('draft')
  await post('minutes/final')
  // As it is read: dates have marks of their own that keep them on one line.
  const issued = (await text('/minutes')).replace(/<[^>]+>/g, '')
  for (const part of [
    ...['2026-10-13 Tue 09:40–10:30', '二楼会议室', '王主任', '周科员', '更新会员小组名册', '2026-10-30'],
    ...['1. 检查上次会议决定事项办理情况', '上月三项已办结', '活动室漏水', '散会'],
    '1 expected, 1 present, 0 on leave, 0 absent, 0 observing',
  ]) {
    expect(issued).toContain(part)
  }
  // An item of the agenda that nobody came to is not issued.
  expect(issued).not.toContain('业务学习')
  const file = await world.get(`/meetings/${id}/minutes.docx`)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.docx$/)
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const body = readXml(Buffer.from(parts['word/document.xml'] ?? []).toString()).text()
  for (const part of ['王主任', '上月三项已办结', '更新会员小组名册', '2026-10-30'])
    expect(body).toContain(part)
  expect(body).not.toContain('甲')
  expect(issued).not.toContain('draft')
  expect(issued).not.toContain('甲')
})

test('two who write at once keep what each wrote; where both wrote, the later one is asked', async () => {
  const { world, id, post, text, kept } = await meeting()
  const page = await text('/minutes/edit')
  expect(page).toContain('value="传达上级会议精神"')
  await post('minutes', typed({ 'points.t1': '传达区例会精神' }))
  // The other drew the form before that, and wrote into another item and into the same one.
  const mine = { 'points.t1': '传达市里精神', 'points.t2': '三项已办结' }
  const both = await post('minutes', typed(mine))
  expect([both.status, both.text.includes('传达区例会精神'), both.text.includes('传达市里精神')]).toEqual([
    409,
    true,
    true,
  ])
  const points = async () => (await kept()).minutes?.items.map(item => item.points)
  expect(await points()).toEqual(['传达区例会精神', '三项已办结', '', '', ''])
  expect(both.text).toContain('name="was.points.t1" value="传达区例会精神"')
  const brought = '传达区例会和市里精神'
  await post('minutes', typed({ 'points.t1': brought }, { 'points.t1': '传达区例会精神' }))
  expect((await points())?.[0]).toBe(brought)
  const again = await world.web.request(`http://localhost:3000/meetings/${id}/minutes`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', accept: 'application/json', 'accept-language': 'en' },
    body: new URLSearchParams(typed({ 'points.t1': '别的' })),
  })
  expect([again.status, await again.json()]).toEqual([
    409,
    { text: 'Somebody else changed this at the same time; press Save to compare.' },
  ])
})

test('an item is added, emptied away, and refused when it is too long; nothing is kept then', async () => {
  const { post, kept } = await meeting()
  const items = async () => (await kept()).minutes?.items.map(({ title }) => title)
  await post('minutes', typed({ 'title.abc': '临时议题', 'points.abc': '一\r\n二' }))
  expect((await items())?.at(-1)).toBe('临时议题')
  expect((await kept()).minutes?.items.at(-1)?.points).toBe('一\n二')
  const gone = { 'title.abc': '', 'points.abc': '' }
  await post('minutes', typed(gone, { 'title.abc': '临时议题', 'points.abc': '一\n二' }))
  expect(await items()).not.toContain('临时议题')
  const long = await post('minutes', typed({ chair: '王', 'title.t9': '长'.repeat(121) }))
  expect([long.status, long.text.includes('longer than 120 characters')]).toEqual([422, true])
  expect((await kept()).minutes?.chair).toBeUndefined()
  expect((await post('minutes', typed({ from: '25:00' }))).status).toBe(422)
  const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`title.n${at}`, '议题']))
  expect((await post('minutes', typed(many))).status).toBe(422)
})

test('minutes that were kept before there were items are shown and can be gone on with', async () => {
  const { world, id, post, text } = await meeting()
  const old = JSON.parse(JSON.stringify(await world.store.get(meetings, id)))
  const minutes = { text: '一、通报三季度工作', by: subdistrict.id, at: '2026-10-13T02:35:00.000Z' }
  const read = meetings.schema.parse({ ...old, minutes })
  await world.store.write('test', tx => tx.change(meetings, id, () => read))
  expect(await text('/minutes/edit')).toContain('一、通报三季度工作</textarea>')
  await post('minutes', typed({ 'title.a': '补记', 'points.a': '已传达' }))
  const issued = await text('/minutes')
  for (const part of ['一、通报三季度工作', '补记', '已传达']) expect(issued).toContain(part)
})
