import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { outbox } from '../../src/delivery/store.ts'
import { ratingParts } from '../../src/rating-parts.ts'
import { ratingDesk } from '../../src/ratings/desk.ts'
import { doStep } from '../../src/ratings/doing.ts'
import { isDone, milestonesOf } from '../../src/ratings/milestones.ts'
import type { RatingEvent } from '../../src/ratings/rating.ts'
import type { Action } from '../../src/ratings/steps.ts'
import { appeals, ratings } from '../../src/ratings/store.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { theRubric } from './rubric.ts'

const [a, b, c] = ['350203001001', '350203001004', '350203001006'] as const

async function aDay(now: string) {
  const world = await newWorld({ now })
  const desk = ratingDesk(world.kit, ratingParts(world.kit))
  granted(await desk.openYear(district, 2026))
  const clock = buildClock(world.kit)
  const put = (code: string, change: object) =>
    world.store.write('test', tx => tx.change(ratings, `2026-${code}`, was => ({ ...was, ...change })))
  return {
    ...world,
    desk,
    put,
    at: async (moment: string) => {
      world.clock.set(moment)
      await clock.tick()
    },
    told: async (person: string, kind: string) =>
      (await world.store.list(outbox, 'to', person))
        .filter(({ message }) => message.kind === kind)
        .map(({ message }) => message.text),
    step: (code: string, action: Action, reason = '') =>
      desk.change(action === 'selfCheck' ? lead : subdistrict, '2026', code, (rating, hand) =>
        doStep(
          rating,
          { action, reason, items: [], passed: true },
          () => ({ date: plainDate('2026-12-31'), unsure: false }),
          hand,
        ),
      ),
  }
}

test('the dates of a year come in their order, those of the acceptance after the year itself', () => {
  const cycle = { starts: plainDate('2025-11-01') }
  expect(milestonesOf(cycle, theRubric()).map(({ kind, from, due }) => [kind, from, due])).toEqual([
    ['selfCheck', '2025-11-01', '2026-01-31'],
    ['selfCheck', '2026-02-01', '2026-04-30'],
    ['selfCheck', '2026-05-01', '2026-07-31'],
    ['midYear', '2025-11-01', '2026-07-31'],
    ['selfSubmit', '2025-11-01', '2026-10-31'],
    ['acceptance', '2025-11-01', '2026-11-30'],
    ['verification', '2025-11-01', '2026-12-31'],
  ])
})

test('a self-check counts for its own quarter, a mid-year inspection once, and both need a draft', async () => {
  const world = await aDay('2026-04-10T01:00:00Z')
  expect(await world.step(a, 'selfCheck')).toMatchObject({ code: 'nothingFilled' })
  await world.put(a, { values: { members: 300 } })
  granted(await world.step(a, 'selfCheck'))
  expect(await world.step(a, 'midYear')).toMatchObject({ code: 'reasonNeeded' })
  granted(await world.step(a, 'midYear', '档案齐全，活动偏少'))
  const rating = await world.store.get(ratings, `2026-${a}`)
  const done = milestonesOf({ starts: plainDate('2025-11-01') }, theRubric()).map(each =>
    isDone(each, rating, 'Asia/Shanghai'),
  )
  expect(done).toEqual([true, true, false, true, false, false, false])
  await world.put(a, { state: 'selfSubmitted' })
  expect(await world.step(a, 'midYear', '补记')).toMatchObject({ code: 'outOfOrder' })
})

test.each([
  ['2026-01-31T15:59:00Z', false],
  ['2026-01-31T16:00:00Z', true],
])('a self-check at %s counts for the quarter that begins on 1 February in Shanghai: %s', (at, counts) => {
  const [, second] = milestonesOf({ starts: plainDate('2025-11-01') }, theRubric())
  const event = { action: 'selfCheck', at: instant(at) } as RatingEvent
  expect(second && isDone(second, { state: 'draft', history: [event] }, 'Asia/Shanghai')).toBe(counts)
})

test('a lead who lags is reminded a week and a day before the date and on the day after; who is done is not', async () => {
  const world = await aDay('2026-10-20T01:00:00Z')
  const { person: late } = await enrol(world, '甲负责', 'lead', a)
  const { person: early } = await enrol(world, '乙负责', 'lead', b)
  await world.put(b, { state: 'selfSubmitted' })
  for (const day of ['23', '24', '25', '30', '31']) await world.at(`2026-10-${day}T01:00:00Z`)
  await world.at('2026-10-31T02:00:00Z')
  await world.at('2026-11-01T01:00:00Z')
  expect(await world.told(late.id, 'rating.date')).toHaveLength(3)
  const texts = (await world.told(late.id, 'rating.date')).join('\n')
  for (const part of ['in 7 days', 'in 1 day,', 'was due by 2026-10-31']) expect(texts).toContain(part)
  expect(await world.told(early.id, 'rating.date')).toEqual([])
})

test('staff get one message a workday with what waits for their own level and units, and none when nothing does', async () => {
  const world = await aDay('2026-09-14T01:00:00Z')
  const { person: own } = await enrol(world, '街道甲', 'subdistrict', '350203001000')
  const { person: other } = await enrol(world, '街道乙', 'subdistrict', '350203006000')
  const { person: office } = await enrol(world, '区办', 'district', '350203000000')
  await world.put(a, { state: 'selfSubmitted' })
  await world.put(b, { state: 'subdistrictReview' })
  await world.put(c, { state: 'reReview' })
  await world.store.write('test', tx =>
    tx.add(appeals, {
      id: `2026-${c}`,
      cycle: '2026',
      by: 'lead-9',
      byName: '丙',
      at: instant('2026-09-01T01:00:00Z'),
      reason: '复核',
      due: plainDate('2026-09-11'),
    }),
  )
  await world.at('2026-09-15T00:10:00Z')
  expect(await world.told(own.id, 'rating.digest')).toEqual([])
  await world.at('2026-09-15T00:31:00Z')
  await world.put(b, { state: 'selfSubmitted' })
  await world.at('2026-09-15T05:00:00Z')
  const [mine, ...more] = await world.told(own.id, 'rating.digest')
  expect(more).toEqual([])
  expect(mine).toContain('Applications to accept: 1 (')
  expect(mine).toContain('Acceptances under way: 1 (')
  expect(mine).not.toContain('Objections')
  expect(mine).not.toContain('Mid-year')
  const [office1] = await world.told(office.id, 'rating.digest')
  expect(office1).toContain('Objections to re-review: 1 (')
  expect(office1).toMatch(/Appeals to decide: 1 \(.+overdue since 2026-09-11/)
  expect(office1).not.toContain('Applications')
  expect((await world.told(other.id, 'rating.digest')).join()).not.toContain('Applications')
  // Saturday 19 September 2026; on Sunday the 20th, a make-up day, people work.
  await world.at('2026-09-19T01:00:00Z')
  expect(await world.told(own.id, 'rating.digest')).toHaveLength(1)
  await world.at('2026-09-20T01:00:00Z')
  expect(await world.told(own.id, 'rating.digest')).toHaveLength(2)
  await world.at('2026-11-20T01:00:00Z')
  const november = (await world.told(own.id, 'rating.digest')).find(text => text.includes('2026-11-20'))
  expect(november).toContain('Acceptance by the subdistrict (due by 2026-11-30): 6 not done')
  await world.at('2026-12-01T01:00:00Z')
  const december = (await world.told(own.id, 'rating.digest')).find(text => text.includes('2026-12-01'))
  expect(december).toContain('(due by 2026-11-30, overdue): 6 not done')
})
