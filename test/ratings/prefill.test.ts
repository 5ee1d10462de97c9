import { expect, test } from 'vitest'
import { newRating } from '../../src/ratings/cycle.ts'
import { earlierOf, filledIn, offeredFor } from '../../src/ratings/prefill.ts'
import { ratings } from '../../src/ratings/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { district, lead, newWorld } from '../helpers/world.ts'
import { excellent, theRubric } from './rubric.ts'

const code = '350203001001'
const rubric = theRubric()
const hand = { rubric, today: plainDate('2026-11-20') }
const of = (cycle: string, values: Record<string, unknown> = {}) => ({
  ...newRating(cycle, code, '鸿山社区', '350203001000'),
  values,
})
const sectionA = () => {
  const found = rubric.sections[0]
  if (!found) throw new Error('no section')
  return found
}

test('the newest earlier cycle with answers is the one that is offered', () => {
  const now = of('2027')
  const all = [
    of('2024', { councilSize: 7 }),
    of('2025', { councilSize: 8 }),
    of('2026'),
    now,
    of('2028', { councilSize: 9 }),
  ]
  expect(earlierOf(now, all)).toEqual({ cycle: '2025', values: { councilSize: 8 } })
  expect(earlierOf(of('2024'), all)).toBeUndefined()
})

test('offered is what is asked again and would be taken; what the records know is not', () => {
  const earlier = { cycle: '2026', values: { ...excellent, councilSize: 'nine', goneQuestion: 1 } }
  const offered = offeredFor(sectionA(), of('2027'), earlier, hand)
  expect(offered.members).toBe(300)
  expect(offered).not.toHaveProperty('councilSize')
  expect(offered).not.toHaveProperty('goneQuestion')
  expect(offered).not.toHaveProperty('careActivities')
  const known = { ...of('2027'), figures: { residents: { value: 6000, asOf: plainDate('2026-11-20') } } }
  expect(offeredFor(sectionA(), known, earlier, hand)).not.toHaveProperty('residents')
})

test('only blanks are filled in, and each of them is named', () => {
  expect(filledIn({ members: 310 }, { members: 300, councilSize: 9 })).toEqual({
    values: { members: 310, councilSize: 9 },
    taken: ['councilSize'],
  })
})

test('on the page last year is shown and put in on request; kept only by saving', async () => {
  const world = await newWorld({ now: '2026-11-20T01:30:00Z' })
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  await world.store.write('test', tx =>
    tx.change(ratings, `2026-${code}`, rating => ({ ...rating, values: { councilSize: 9, members: 300 } })),
  )
  await world.post('/ratings', { year: '2027' })
  world.actAs(lead)
  const at = `/ratings/2027/${code}`
  const blank = await (await world.get(`${at}/self/A`)).text()
  expect(blank).toContain('2026: 300')
  expect(blank).toContain('Fill blanks from 2026 (2)')
  expect(blank).not.toContain('value="300"')

  const filled = await world.post(`${at}/self/A`, { base: '0', go: 'prefill', members: '310' })
  const html = await filled.text()
  expect(filled.status).toBe(200)
  expect(html).toContain('1 answer of 2026 filled in and not saved yet')
  expect(html).toContain('value="310"')
  expect(html).toContain('name="councilSize" type="text"')
  expect(html.match(/from last year, please check/g)).toHaveLength(1)
  expect((await world.store.get(ratings, `2027-${code}`)).values).toEqual({})

  await world.post(`${at}/self/A`, { base: '0', members: '310', councilSize: '9' })
  expect((await world.store.get(ratings, `2027-${code}`)).values).toEqual({ councilSize: 9, members: 310 })
  await world.post(`${at}/submit`, { target: 'qualified' })
  expect((await world.post(`${at}/self/A`, { base: '0', go: 'prefill' })).status).toBe(409)
})
