import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { meetings } from '../../src/meetings/store.ts'
import { urge, urgeRest, urgeStage } from '../../src/meetings/urging.ts'
import { instant } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { lead, newWorld, subdistrict } from '../helpers/world.ts'
import { aMeeting } from './samples.ts'

const zone = 'Asia/Shanghai'
const deed = (at: string) => ({ by: 's', at: instant(at), zone })

test('people are urged to answer, to sign in, to report, each in its time', () => {
  const meeting = aMeeting({ level: 'subdistrict' })
  const at = (text: string, of = meeting) => urgeStage(of, instant(text))
  const community = aMeeting({ level: 'community' })
  expect(meeting.starts).toBe('2026-10-13T01:30:00.000Z')
  expect(at('2026-10-12T01:29:00Z')).toBeUndefined()
  expect(at('2026-10-12T01:30:00Z')).toBe('before')
  expect(at('2026-10-13T01:00:00Z')).toBe('urge')
  expect(at('2026-10-13T03:00:00Z')).toBe('urge')
  expect(at('2026-10-13T03:00:01Z')).toBeUndefined()
  expect(at('2026-10-13T01:00:00Z', community)).toBeUndefined()
  expect(at('2026-10-13T03:00:01Z', community)).toBe('report')
  expect(at('2026-10-13T02:00:00Z', aMeeting({ status: 'cancelled' }))).toBeUndefined()
})

test('nobody is urged twice within the time of rest, which the clock’s reminders begin as well', () => {
  const meeting = aMeeting({ level: 'subdistrict', sent: ['before', 'open'] })
  expect(urge(meeting, ['a'], deed('2026-10-13T01:14:00Z'))).toMatchObject({
    code: 'urgedJustNow',
    values: { last: '10-13 09:00', again: '10-13 09:15' },
  })
  const urged = granted(urge(meeting, ['a', 'b'], deed('2026-10-13T01:15:00Z')))
  expect(urged.urged).toEqual([
    { stage: 'urge', persons: ['a', 'b'], ...{ by: 's', at: '2026-10-13T01:15:00.000Z' } },
  ])
  expect(urge(urged, ['a'], deed('2026-10-13T01:29:00Z'))).toMatchObject({ code: 'urgedJustNow' })
  expect(urgeRest(urged, 'before')?.again).toBe('2026-10-13T05:15:00.000Z')
  expect(urge(urged, [], deed('2026-10-13T01:31:00Z'))).toMatchObject({ code: 'nobodyToUrge' })
})

test('on its page whoever convenes a meeting urges those who have not signed in, and sees whom and when', async () => {
  const world = await newWorld({ now: '2026-10-12T02:00:00Z' })
  const came = (await enrol(world, '甲', 'lead', '350203001001')).person
  const missing = (await enrol(world, '乙', 'lead', '350203001004')).person
  const series = { level: 'subdistrict' as const, unit: '350203001000', rule: 'FREQ=MONTHLY;BYDAY=2TU' }
  granted(await plan(world.kit, loadHolidays(), { ...series, time: '09:30' }))
  const [meeting] = await world.store.list(meetings, 'unit', series.unit)
  const path = `/meetings/${meeting?.id}`
  const shown = async () => (await world.get(path)).text()
  const press = () => world.post(`${path}/urge`, {})
  world.clock.set('2026-10-13T01:10:00Z')
  world.actAs({ ...lead, id: came.id })
  await world.post(`${path}/sign-in`, {})
  expect(await shown()).not.toContain('Urge those')
  expect((await press()).status).toBe(403)
  world.actAs(subdistrict)
  expect(await shown()).toContain('Urge those who have not signed in')
  expect((await press()).headers.get('location')).toBe(path)
  const told = (await world.store.all(outbox)).filter(({ message }) =>
    message.key.startsWith('meeting.urged'),
  )
  // Like the clock's: bulk, so that quiet hours and the pace of chats hold for it, and not after the meeting.
  expect(told.map(({ message }) => message)).toMatchObject([
    { to: missing.id, kind: 'meeting.urge', priority: 'bulk', notAfter: meeting?.ends },
  ])
  const after = await shown()
  expect(after).toContain('10-13 09:10, subdistrict-1 urged 1 person: 乙')
  expect(after).toContain('last reminded at 10-13 09:10; you can urge them again from 10-13 09:25 on')
  expect(after).not.toContain('Urge those')
  expect([(await press()).status, await world.store.all(outbox)]).toEqual([409, expect.arrayContaining(told)])
})
