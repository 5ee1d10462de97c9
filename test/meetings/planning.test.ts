import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { outbox } from '../../src/delivery/store.ts'
import { callExtra } from '../../src/meetings/extra.ts'
import { followingOf } from '../../src/meetings/following.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { tell } from '../../src/meetings/reporting.ts'
import { meetings } from '../../src/meetings/store.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { enrol, granted, office } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'

const unit = '350203001000'
const community = '350203001001'
const zone = 'Asia/Shanghai'
const calendar = loadHolidays()

/** Monday 5 October 2026; the subdistrict meets on second Tuesdays, the community some days later. */
async function following(days: number) {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const above = { level: 'subdistrict' as const, unit, rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30' }
  const { meetings: planned } = granted(await plan(world.kit, calendar, above))
  const below = {
    level: 'community' as const,
    unit: community,
    rule: '',
    follows: { days, count: 'days' as const },
    time: '15:00',
  }
  granted(await plan(world.kit, calendar, below))
  return { world, person, above: planned[0]?.id ?? '' }
}
const own = async (world: World) =>
  (await world.store.list(meetings, 'unit', community))
    .map(({ starts, month, shift }) => `${month} ${starts.slice(0, 10)}${shift ? ` from ${shift.from}` : ''}`)
    .sort()

test('a community’s meeting follows the subdistrict’s by days, on workdays and within the days it is due', async () => {
  expect(await own((await following(3)).world)).toEqual(['2026-10 2026-10-16', '2026-11 2026-11-13'])
  // The fifth day is a Sunday in October: the Monday is still within a week, so it is taken.
  expect(await own((await following(5)).world)).toEqual([
    '2026-10 2026-10-19 from 2026-10-18',
    '2026-11 2026-11-16 from 2026-11-15',
  ])
  // The eleventh day is a Saturday and later than due anyhow.
  expect((await own((await following(11)).world))[0]).toBe('2026-10 2026-10-26 from 2026-10-24')
})

test('it moves along when the meeting above is moved, its lead is told, and one moved by hand stays', async () => {
  const { world, above } = await following(3)
  const clock = buildClock(world.kit)
  await clock.tick()
  granted(
    await tell(world.kit, above, office, { kind: 'moved', to: instant('2026-10-20T01:30Z'), reason: '台风' }),
  )
  await clock.tick()
  expect((await own(world))[0]).toBe('2026-10 2026-10-23')
  const [first] = await world.store.list(meetings, 'unit', community)
  expect(first?.changes).toMatchObject([{ cause: 'above', from: { starts: '2026-10-16T07:00:00.000Z' } }])
  const told = (await world.store.all(outbox))
    .map(({ message }) => message.text)
    .filter(text => text.includes('鸿山'))
  expect(told).toEqual([expect.stringContaining('the meeting above was moved')])
  const byHand = { kind: 'moved', to: instant('2026-10-29T07:00Z'), reason: '活动室维修' } as const
  granted(await tell(world.kit, first?.id ?? '', office, byHand))
  granted(
    await tell(world.kit, above, office, {
      kind: 'moved',
      to: instant('2026-10-21T01:30Z'),
      reason: '再调整',
    }),
  )
  await clock.tick()
  expect((await own(world))[0]).toBe('2026-10 2026-10-29')
  const late = await world.store.get(meetings, first?.id ?? '')
  const { days, isLate } = followingOf(late, await world.store.list(meetings, 'unit', unit), zone) ?? {}
  expect([days, isLate]).toEqual([8, true])
  world.actAs(lead)
  expect(await (await world.get(`/meetings/${late.id}`)).text()).toContain(
    'later than the 7 days in which it is due',
  )
})

test('a district’s meeting follows nothing', async () => {
  const world = await newWorld()
  const input = {
    level: 'district' as const,
    unit: '350203000000',
    rule: '',
    follows: { days: 3, count: 'days' as const },
    time: '09:30',
  }
  const refused = await plan(world.kit, calendar, input)
  expect(isRefusal(refused) && refused.code).toBe('nothingAbove')
})

test.each([
  [{ time: '25:00' }, 'noSuchTime'],
  [{ time: '9点' }, 'noSuchTime'],
  [{ date: plainDate('2026-10-01') }, 'extraInPast'],
  [{ unit: '999999999999' }, 'unknownUnit'],
  [{ level: 'district' as const }, 'wrongLevel'],
])('an extra meeting with %j is refused as %s', async (wrong, code) => {
  const world = await newWorld()
  const input = {
    level: 'subdistrict' as const,
    unit,
    title: '防台部署',
    date: plainDate('2026-10-07'),
    time: '15:00',
  }
  const refused = await callExtra(world.kit, calendar, { ...input, ...wrong })
  expect(isRefusal(refused) && refused.code).toBe(code)
  expect(await world.store.all(meetings)).toEqual([])
})

test('an extra meeting is called on the web, reminded of, moved and cancelled with a reason', async () => {
  const world = await newWorld()
  await enrol(world, '甲', 'lead', community)
  const fields = { unit, title: '防台部署会', date: '2026-10-07', time: '15:00' }
  world.actAs(lead)
  expect((await world.post('/meetings/extra', fields)).status).toBe(403)
  world.actAs(subdistrict)
  const past = await world.post('/meetings/extra', { ...fields, date: '2026-10-04' })
  expect(past.status).toBe(422)
  expect(await past.text()).toContain('called before it begins')
  const called = await world.post('/meetings/extra', fields)
  const path = called.headers.get('location') ?? ''
  const [meeting] = await world.store.all(meetings)
  expect(meeting).toMatchObject({
    series: '',
    month: '2026-10',
    starts: '2026-10-07T07:00:00.000Z',
    status: 'planned',
  })
  world.clock.set('2026-10-06T08:00:00Z')
  await buildClock(world.kit).tick()
  expect((await world.store.all(outbox)).map(({ message }) => message.text)).toEqual([
    expect.stringContaining('Reminder: 防台部署会'),
  ])
  await world.post(`${path}/move`, { date: '2026-10-08', time: '15:00', reason: '台风提前' })
  expect((await world.post(`${path}/cancel`, {})).status).toBe(422)
  await world.post(`${path}/cancel`, { why: '台风转向' })
  expect((await world.store.get(meetings, meeting?.id ?? '')).status).toBe('cancelled')
})

test('the overview says what is next, and reads the year in words; a page holds twenty units', async () => {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  granted(
    await plan(world.kit, calendar, {
      level: 'subdistrict',
      unit,
      rule: 'FREQ=MONTHLY;BYDAY=2TU',
      time: '09:30',
    }),
  )
  world.actAs(lead)
  const own = await (await world.get('/meetings')).text()
  expect(own).toContain('is on 10-13; the community’s meeting is due by 2026-10-20 and not planned yet')
  expect(own).toContain(`/meetings/extra?unit=${community}`)
  world.actAs(subdistrict)
  const mine = await (await world.get(`/meetings?unit=${unit}`)).text()
  expect(mine).toContain('still to come 10</title>')
  world.actAs(district)
  const text = async (query: string) => (await world.get(`/meetings?${query}`)).text()
  const first = await text('level=community')
  expect(first).toContain('page 1 of 5')
  expect([...first.matchAll(/<svg class="strip" role="img"/g)]).toHaveLength(21)
  expect([...(await text('level=community&page=5')).matchAll(/<svg class="strip" role="img"/g)]).toHaveLength(
    20,
  )
})

test('the calendar shows a month of a unit and its levels, with days off and a day in full', async () => {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  granted(
    await plan(world.kit, calendar, {
      level: 'community',
      unit,
      rule: 'FREQ=MONTHLY;BYDAY=2WE',
      time: '00:30',
    }),
  )
  const text = async (query: string) => (await world.get(`/meetings/calendar?${query}`)).text()
  world.actAs(subdistrict)
  expect(await text('month=2026-10')).toContain('No meetings in this month')
  const below = await text('month=2026-10&level=community&day=2026-10-14')
  expect(below).toMatch(/00:30 <a href="[^"]+">鸿山社区计生协会例会<\/a> · 鸿山社区/)
  expect(below).toContain('more</a>')
  expect(below).toContain('<h2>2026-10-14</h2>')
  expect(below).toMatch(/1 off/)
  expect(below).toMatch(/10 worked/)
  world.actAs(lead)
  expect(await text('month=2026-11')).toContain('00:30')
  expect((await world.get('/meetings/calendar?month=2026-13&level=x&page=z')).status).toBe(200)
})

test('meetings in figures: a line a unit on the page, as CSV and as XLSX, no share over 100 %', async () => {
  const { world, above } = await following(3)
  world.clock.set('2026-10-16T09:00:00Z')
  const [first] = await world.store.list(meetings, 'unit', community)
  const report = { present: 9, missing: 1 }
  granted(await tell(world.kit, first?.id ?? '', office, { kind: 'held', report }))
  expect(above).not.toBe('')
  world.actAs(subdistrict)
  const page = await (await world.get('/inspections/figures?level=community')).text()
  expect(page).toContain('90.0%')
  const csv = await (await world.get('/inspections/figures.csv?level=community')).text()
  const line = csv.split('\r\n').find(each => each.startsWith('鸿山社区'))
  expect(line).toBe('鸿山社区,1,1,1,1,1,0.9,0,,0,0,0')
  const xlsx = await world.get('/inspections/figures.xlsx?level=community')
  expect([
    xlsx.status,
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ]).toEqual([200, 'PK'])
})
