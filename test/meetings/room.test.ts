import { expect, onTestFinished, test, vi } from 'vitest'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { isFresh, roomCode } from '../../src/meetings/room-code.ts'
import { attendances, roomSecrets } from '../../src/meetings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { instant } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld, subdistrict } from '../helpers/world.ts'

const unit = '350203001000'
const community = '350203001001'

test.each([
  ['2026-10-13T01:30:00Z', '2026-10-13T01:30:29Z', true],
  ['2026-10-13T01:30:00Z', '2026-10-13T01:30:59Z', true],
  ['2026-10-13T01:30:29Z', '2026-10-13T01:30:59Z', true],
  ['2026-10-13T01:30:29Z', '2026-10-13T01:31:00Z', false],
  ['2026-10-13T01:30:30Z', '2026-10-13T01:30:29Z', false],
])('a code shown at %s and sent at %s is taken: %s', (shown, sent, taken) => {
  const secret = { id: 'm', secret: 's' }
  expect(isFresh(secret, roomCode(secret, instant(shown)), instant(sent))).toBe(taken)
})

test('a code of another meeting or another secret is not taken', () => {
  const now = instant('2026-10-13T01:30:00Z')
  expect(isFresh({ id: 'm', secret: 's' }, roomCode({ id: 'n', secret: 's' }, now), now)).toBe(false)
  expect(isFresh({ id: 'm', secret: 's' }, roomCode({ id: 'm', secret: 't' }, now), now)).toBe(false)
  expect(isFresh({ id: 'm', secret: 's' }, '', now)).toBe(false)
})

/** A subdistrict's meeting of Tuesday 13 October 2026, 09:30 in Shanghai; it is 09:10 and the screen is on. */
async function room() {
  const world = await newWorld({ now: '2026-10-12T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const lead: Actor = { id: person.id, name: '甲', lang: 'en', duties: [{ role: 'lead', unit: community }] }
  const input = { level: 'subdistrict' as const, unit, rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30' }
  const id = granted(await plan(world.kit, loadHolidays(), input)).meetings[0]?.id ?? ''
  world.clock.set('2026-10-13T01:10:00Z')
  world.actAs(subdistrict)
  const screen = await world.get(`/meetings/${id}/room`)
  const secret = await world.store.get(roomSecrets, id)
  const codePath = () => `/meetings/${id}/scan/${roomCode(secret, world.clock.now())}`
  return { world, lead, id, screen, codePath }
}

test('whoever scans the screen signs in as themselves, once, and the board says by whom it was kept', async () => {
  const { world, lead, screen, codePath } = await room()
  expect(await screen.text()).toContain('0 / 1')
  const path = codePath()
  world.actAs(lead)
  world.clock.set('2026-10-13T01:10:45Z')
  expect(await (await world.get(path)).text()).toContain('You sign in as 甲')
  expect(await world.store.all(attendances)).toEqual([])
  expect((await world.post(path, { person: 'somebody' })).status).toBe(303)
  expect((await world.post(path, {})).status).toBe(303)
  expect(await world.store.all(attendances)).toMatchObject([
    { person: lead.id, now: { kind: 'present', way: 'code', by: lead.id } },
  ])
})

test('a stale code is refused with its sentence, and so is who is not expected', async () => {
  const { world, lead, codePath } = await room()
  const old = codePath()
  world.actAs(lead)
  world.clock.set('2026-10-13T01:11:00Z')
  const stale = await world.post(old, {})
  expect([stale.status, (await stale.text()).includes('scan the one on the screen again')]).toEqual([
    409,
    true,
  ])
  world.actAs(subdistrict)
  expect((await world.post(codePath(), {})).status).toBe(403)
  expect(await world.store.all(attendances)).toEqual([])
})

test('with the code whoever is not expected observes, and who signed in leaves early', async () => {
  const { world, lead, id, codePath } = await room()
  const { person } = await enrol(world, '区干事', 'district', '350203000000')
  world.actAs({
    id: person.id,
    name: '区干事',
    lang: 'en',
    duties: [{ role: 'district', unit: '350203000000' }],
  })
  expect(await (await world.get(codePath())).text()).toContain('Sign in as an observer')
  expect((await world.post(codePath(), { as: 'observer' })).status).toBe(303)
  world.actAs(lead)
  expect((await world.post(codePath(), { as: 'observer' })).status).toBe(409)
  await world.post(codePath(), {})
  expect((await world.post(`/meetings/${id}/leave-early`, {})).status).toBe(409)
  world.clock.set('2026-10-13T02:00:00Z')
  expect(await (await world.get(`/meetings/${id}`)).text()).toContain('Leave early')
  expect((await world.post(`/meetings/${id}/leave-early`, {})).status).toBe(303)
  const kept = await world.store.list(attendances, 'meeting', id)
  expect(kept.map(({ person, now }) => [person, now.kind, now.way]).sort()).toEqual(
    [
      [lead.id, 'leftEarly', 'web'],
      [person.id, 'observer', 'code'],
    ].sort(),
  )
  world.actAs(subdistrict)
  expect(await (await world.get(`/meetings/${id}`)).text()).toContain('observer: 区干事')
})

test('staff approve leave on the page, and correct with the kind of leave; the lead cannot', async () => {
  const { world, lead, id } = await room()
  const path = `/meetings/${id}`
  world.actAs(lead)
  await world.post(`${path}/leave`, { leave: 'sick' })
  expect(await (await world.get(path)).text()).toContain('You: leave (sick, not answered yet)')
  const asked = `${path}/leave/${id}-${lead.id}`
  expect((await world.post(asked, { decision: 'approve' })).status).toBe(403)
  world.actAs(subdistrict)
  expect(await (await world.get(path)).text()).toContain('Leave to decide on')
  expect((await world.post(`${path}/leave/nobody`, { decision: 'approve' })).status).toBe(404)
  expect((await world.post(asked, { decision: 'approve' })).status).toBe(303)
  expect(await (await world.get(path)).text()).not.toContain('Leave to decide on')
  const correction = { person: lead.id, kind: 'leave', correctLeave: 'official', because: '补报公务' }
  await world.post(`${path}/correct`, correction)
  const [record] = await world.store.list(attendances, 'meeting', id)
  expect(record?.now).toMatchObject({ kind: 'leave', leave: 'official', approval: 'approved', way: 'staff' })
  expect(record?.before.map(({ was, reason }) => [was.leave, was.approval, reason])).toEqual([
    ['sick', 'asked', ''],
    ['sick', 'approved', '补报公务'],
  ])
})

test('only so many boards of a meeting are live at once, and of them one person has ten', async () => {
  const { world, id } = await room()
  const open = () => world.get(`/meetings/${id}/live`)
  const tenOf = async (person: string) => {
    world.actAs({ ...subdistrict, id: person })
    const opened = await Promise.all(Array.from({ length: 10 }, open))
    expect(opened.map(({ status }) => status)).toEqual(opened.map(() => 200))
    return opened
  }
  const first = await tenOf('p0')
  expect((await open()).status).toBe(429)
  expect((await world.get(`/meetings/${id}/room/live`)).status).toBe(429)
  const others = []
  for (let at = 1; at < 10; at++) others.push(...(await tenOf(`p${at}`)))
  world.actAs({ ...subdistrict, id: 'p10' })
  expect((await open()).status).toBe(429)
  // Those who close theirs make room, for others and for themselves.
  await Promise.all(first.map(each => each.body?.cancel()))
  await expect.poll(async () => (await open()).status).toBe(200)
  world.actAs({ ...subdistrict, id: 'p0' })
  await expect.poll(async () => (await open()).status).toBe(200)
  await Promise.all(others.map(each => each.body?.cancel()))
})

test('a board that is open when the store closes ends quietly', async () => {
  const { world, id } = await room()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const reader = (await world.get(`/meetings/${id}/live`)).body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await world.store.close()
  await expect.poll(async () => (await reader?.read())?.done).toBe(true)
  expect(said).not.toHaveBeenCalled()
})

test('whoever only asks for the headers of a board takes nobody’s place', async () => {
  const { world, id } = await room()
  const path = `${world.kit.publicUrl}/meetings/${id}/live`
  for (let at = 0; at < 10; at++) {
    const asked = Array.from({ length: 10 }, () => world.web.request(path, { method: 'HEAD' }))
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]))
  }
  const live = await world.get(`/meetings/${id}/live`)
  expect(live.status).toBe(200)
  await live.body?.cancel()
})

test('the screen is for who convenes; its code changes while it is live; the sheet is printed with names', async () => {
  const { world, lead, id } = await room()
  const live = await world.get(`/meetings/${id}/room/live`)
  const reader = live.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  const first = await next()
  world.clock.set('2026-10-13T01:10:30Z')
  expect(await next()).not.toBe(first)
  await reader?.cancel()
  expect(await (await world.get(`/meetings/${id}/sheet`)).text()).toContain('甲')
  world.actAs(lead)
  expect((await world.get(`/meetings/${id}/room`)).status).toBe(403)
  expect((await world.get(`/meetings/${id}/sheet`)).status).toBe(403)
})
