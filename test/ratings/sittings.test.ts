import { expect, test } from 'vitest'
import type { RatingEvent } from '../../src/ratings/rating.ts'
import { sittingsOf } from '../../src/ratings/sittings.ts'
import { instant } from '../../src/shared/time.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'

const at = '/ratings/2026/350203001001'

const event = (time: string, by: string, more: Partial<RatingEvent> = {}): RatingEvent => ({
  ...{ at: instant(`2026-10-05T${time}:00Z`), by, byName: by, level: 'lead', action: 'save' },
  ...{ from: 'draft', to: 'draft', reason: '', items: [], changes: [] },
  ...more,
})
const told = (...history: RatingEvent[]) =>
  sittingsOf(history).map(sitting => sitting.map(each => `${each.by} ${each.at.slice(11, 16)}`).join(', '))

test('what one person types without a long pause is one sitting', () => {
  expect(
    told(event('01:00', '甲'), event('01:20', '甲'), event('01:50', '甲'), event('02:21', '甲')),
  ).toEqual(['甲 01:00, 甲 01:20, 甲 01:50', '甲 02:21'])
})

test('two who type at the same time have a sitting each', () => {
  expect(
    told(event('01:00', '甲'), event('01:01', '乙'), event('01:02', '甲'), event('01:03', '乙')),
  ).toEqual(['甲 01:00, 甲 01:02', '乙 01:01, 乙 01:03'])
})

test('another deed ends the sittings, and never joins one, however often it is done', () => {
  const check = { action: 'selfCheck' } as const
  const history = [
    event('01:00', '甲'),
    event('01:01', '甲', check),
    event('01:02', '甲', check),
    event('01:03', '甲'),
  ]
  expect(told(...history)).toEqual(['甲 01:00', '甲 01:01', '甲 01:02', '甲 01:03'])
})

test('no event is lost or changed', () => {
  const history = Array.from({ length: 60 }, (_, n) =>
    event(`0${n % 9}:${10 + (n % 50)}`, n % 3 === 0 ? '甲' : '乙', n % 7 === 0 ? { action: 'score' } : {}),
  ).sort((a, b) => (a.at < b.at ? -1 : 1))
  const all = sittingsOf(history).flat()
  expect(new Set(all)).toEqual(new Set(history))
  expect(all.length).toBe(history.length)
})

test('a form typed in one sitting is one line in its history, with every save behind it', async () => {
  const world = await newWorld()
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  world.actAs(lead)
  for (const members of ['100', '200', '300'])
    await world.post(`${at}/self/A/items/A3`, { members, 'base-A3': '99' })
  await world.post(`${at}/self/C/items/C4`, { 'note-C4': '有记录', 'base-C4': '99' })
  await world.post(`${at}/submit`, { target: 'qualified' })
  const page = await (await world.get(at)).text()
  const history = page.slice(page.indexOf('History ('))
  expect(history).toMatch(/^History \(2\)/)
  expect(history).toContain('2 items (A3, C4)')
  expect(history).toContain('Saved 4 times')
  for (const line of ['– → 100', '100 → 200', '200 → 300'])
    expect(history).toContain(line.slice(line.indexOf('→')))
  world.actAs(subdistrict)
  expect(await (await world.get(`${at}?lang=zh-CN`)).text()).toContain('2 项（A3、C4）')
})
