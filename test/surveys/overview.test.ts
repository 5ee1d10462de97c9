import { expect, test } from 'vitest'
import { plainDate } from '../../src/shared/time.ts'
import { satisfactionOf } from '../../src/surveys/overview.ts'
import { answer, fully, newAskingWorld, openRound } from './asking.ts'

const [hongshan, fengchaoshan, renan] = ['350203001001', '350203001004', '350203003001']
const today = plainDate('2026-10-06')

test('a community’s satisfaction is what its newest round says; planned ones say nothing yet', async () => {
  const world = await newAskingWorld({ now: '2026-10-05T01:30:00Z' })
  const newer = await openRound(world, { units: hongshan, opens: '2026-10-06', basis: 'strict' })
  await openRound(world, { units: hongshan, opens: '2026-10-07' })
  await answer(world, world.round.paths[0] ?? '')
  await answer(world, world.round.paths[1] ?? '', { ...fully, overall: '3' })
  world.clock.set('2026-10-06T01:30:00Z')
  await answer(world, newer.path, { ...fully, overall: '3' })

  const book = await satisfactionOf(world.store, today)
  expect(book.of(hongshan)).toMatchObject({
    round: newer.id,
    basis: 'strict',
    rate: 0,
    valid: 1,
    strict: 0,
    broad: 1,
  })
  expect(book.of(fengchaoshan)).toMatchObject({ round: world.round.id, rate: 1, valid: 1, verdict: 'tooFew' })
  expect(book.of(renan)).toBeUndefined()
})

test('together, units are pooled within the newest round that asked at least half of them, never across rounds', async () => {
  const world = await newAskingWorld()
  await answer(world, world.round.paths[0] ?? '')
  await answer(world, world.round.paths[1] ?? '', { ...fully, overall: '1' })
  const both = await satisfactionOf(world.store, today)
  expect(both.together([hongshan, fengchaoshan, renan])).toMatchObject({
    valid: 2,
    broad: 0.5,
    weighted: null,
  })
  expect(both.together([renan])).toBeUndefined()

  const newer = await openRound(world, { units: hongshan, opens: '2026-10-06' })
  world.clock.set('2026-10-06T01:30:00Z')
  await answer(world, newer.path)
  const newest = (await satisfactionOf(world.store, today)).together([hongshan, fengchaoshan])
  expect(newest).toMatchObject({ valid: 1, broad: 1 })
})

test('a round of a few units does not speak for all of them', async () => {
  const world = await newAskingWorld()
  await answer(world, world.round.paths[0] ?? '')
  await answer(world, world.round.paths[1] ?? '', { ...fully, overall: '1' })
  const newer = await openRound(world, { units: hongshan, opens: '2026-10-06' })
  world.clock.set('2026-10-06T01:30:00Z')
  await answer(world, newer.path)

  const book = await satisfactionOf(world.store, today)
  const all = book.together([hongshan, fengchaoshan, renan])
  expect(all).toMatchObject({ round: world.round.id, valid: 2, broad: 0.5 })
  expect(book.of(hongshan)).toMatchObject({ round: newer.id, valid: 1 })
})
