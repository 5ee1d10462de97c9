import { expect, test } from 'vitest'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { meetings } from '../../src/meetings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { granted } from '../helpers/people.ts'
import { district, lead, newWorld, type World } from '../helpers/world.ts'

const community = '350203001001'
const path = `/meetings?unit=${community}`

const read = async (world: World, actor: Actor, at = path, lang = 'en') => {
  world.actAs(actor)
  return (await world.get(at, { 'accept-language': lang })).text()
}

async function planned(): Promise<World> {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  const series = { level: 'community' as const, unit: community, rule: 'FREQ=MONTHLY;BYDAY=2TU' }
  granted(await plan(world.kit, loadHolidays(), { ...series, time: '09:30' }))
  return world
}

test('what was drawn for one person holds nothing of that person for the next', async () => {
  const world = await planned()
  for (const _ of ['first', 'again']) {
    const office = await read(world, district)
    expect(office).toContain('/meetings/holidays')
    expect(office).toContain('href="/deliveries"')
    expect(office).toContain('district-1')
    const own = await read(world, lead)
    expect(own).not.toContain('/meetings/holidays')
    expect(own).not.toContain('href="/deliveries"')
    expect(own).not.toContain('district-1')
    expect(own).toContain('lead-1')
    expect(await read(world, lead, path, 'zh-CN')).toContain('跳到正文')
  }
})

test('a report is seen at once in the list, the strip and the calendar', async () => {
  const world = await planned()
  const calendar = `/meetings/calendar?unit=${community}`
  const [first] = await world.store.list(meetings, 'unit', community)
  const id = first?.id ?? ''
  const before = await read(world, lead)
  expect(before).toContain('Assessment year 2026 at a glance')
  expect(before).toContain('2025-11 to 2026-10')
  expect(before).toContain('href="/inspections/figures?year=2026"')
  expect(before).toContain('none due 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9; still to come 10<')
  expect(await read(world, lead, calendar)).toContain(`<a class="" href="/meetings/${id}">`)
  world.clock.set('2026-10-13T02:00:00Z')
  const badge = (word: string) => new RegExp(`<span class="badge \\w*">${word}</span>`)
  const during = await read(world, lead)
  expect(during).toMatch(badge('under way'))
  expect(during).toContain('under way 10<')
  expect(await read(world, lead, calendar)).toContain('(under way)</a>')
  expect(await read(world, lead, `${calendar}&day=2026-10-13`)).toContain('· under way</li>')
  expect(await read(world, lead, `/meetings/${id}`, 'zh-CN')).toMatch(badge('进行中'))
  world.clock.set('2026-10-13T05:00:00Z')
  const unsaid = await read(world, lead)
  expect(unsaid).toContain('missing 10')
  expect(unsaid).toMatch(badge('to be reported'))
  await world.post(`/meetings/${id}/report`, { present: '12' })
  const after = await read(world, lead)
  expect(after).toContain('held 10')
  expect(after).toContain('12 / 12')
  const november = `${path}&year=2027`
  expect(await read(world, lead, november)).toContain('still to come 11;')
  const other = (await world.store.list(meetings, 'unit', community))[1]
  await world.post(`/meetings/${other?.id}/cancel`, { why: '停水' })
  expect(await read(world, lead, `${calendar}&month=2026-11`)).toContain(
    `<a class="muted" href="/meetings/${other?.id}">`,
  )
})
