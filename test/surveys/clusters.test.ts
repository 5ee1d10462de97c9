import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { followUps } from '../../src/followups/store.ts'
import { clustersOf } from '../../src/surveys/clusters.ts'
import { importUnits } from '../../src/units/register.ts'
import { fully, newAskingWorld, openRound } from './asking.ts'
import { round, standard } from './world.ts'

const limited = {
  ...round({ units: ['350206001001'] }),
  standard: { ...standard, cluster: { answers: 5, share: 0.2, workdays: 5 } },
}

const counted = (levels: readonly number[], dontKnow = 0) =>
  new Map([
    ...levels.map((count, at) => [`350206001001|overall|${5 - at}`, count] as const),
    ['350206001001|overall|dontknow', dontKnow] as const,
  ])

test.each([
  ['four of four are too few', [0, 0, 0, 4, 0], 0, false],
  ['five of five', [0, 0, 0, 2, 3], 0, true],
  ['five of 25 are a fifth', [10, 10, 0, 5, 0], 0, true],
  ['five of 26 are less', [10, 11, 0, 5, 0], 0, false],
  ['不了解 leaves the denominator', [10, 10, 0, 0, 5], 50, true],
  ['fairly satisfied is not negative', [0, 0, 25, 4, 0], 0, false],
])('a cluster of negative answers: %s', (_, levels, dontKnow, expected) => {
  expect(clustersOf(limited, counted(levels, dontKnow)).length === 1).toBe(expected)
})

test('a form that sets no numbers follows nothing up', () => {
  expect(clustersOf(round({ units: ['350206001001'] }), counted([0, 0, 0, 50, 0]))).toEqual([])
})

const window = '350203001001-1'

async function answered(units: string, times: number, changed: Partial<typeof fully>) {
  const world = await newAskingWorld()
  if (units === window) {
    const csv = `code,level,name,parent\n${window},window,服务窗口,350203001001\n`
    await importUnits(world.store, 'test', Buffer.from(csv))
  }
  const { path } = await openRound(world, { units })
  const more = async (count: number, answers: Partial<typeof fully>) => {
    for (let at = 0; at < count; at++) {
      const _id = `${'0'.repeat(8)}${(more.made++).toString().padStart(4, '0')}`
      expect((await world.post(path, { _id, ...fully, ...answers })).status).toBe(201)
    }
  }
  more.made = 0
  await more(times, changed)
  const clock = buildClock(world.kit)
  const tickAt = async (moment: string) => {
    world.clock.set(moment)
    await clock.tick()
    return world.store.all(followUps)
  }
  return { world, more, tickAt }
}

test('a cluster is followed up once a round, unit and theme, with five workdays to answer', async () => {
  const { more, tickAt } = await answered('350203001001', 4, { speed: '1' })
  expect(await tickAt('2026-10-09T01:30:00Z')).toEqual([])
  await more(1, { speed: '2' })
  expect(await tickAt('2026-10-09T01:45:00Z')).toEqual([])
  const opened = await tickAt('2026-10-09T02:00:00Z')
  // Friday; 10 October is a Saturday worked to make up for the National Day holiday.
  expect(opened).toMatchObject([
    {
      source: { kind: 'negativeRating' },
      owner: '350203001001',
      confirmer: '350203001000',
      due: '2026-10-15',
      state: 'open',
    },
  ])
  expect(opened[0]?.what).toContain('5 份有效答卷有 5 份不满意')
  await more(20, { speed: '1' })
  expect(await tickAt('2026-10-09T09:00:00Z')).toEqual(opened)
  expect(await tickAt('2026-10-21T01:00:00Z')).toEqual(opened)
})

test('a round that closes is looked at once more, and at once', async () => {
  const { more, tickAt } = await answered('350203001001', 0, {})
  expect(await tickAt('2026-10-20T15:50:00Z')).toEqual([])
  await more(5, { attitude: '2' })
  expect(await tickAt('2026-10-20T15:59:00Z')).toEqual([])
  expect(await tickAt('2026-10-20T16:00:00Z')).toHaveLength(1)
})

test('a window’s cluster goes to the community that runs it', async () => {
  const { tickAt } = await answered(window, 5, { overall: '1' })
  const [followUp] = await tickAt('2026-10-06T01:30:00Z')
  expect(followUp).toMatchObject({ owner: '350203001001', confirmer: '350203001000' })
  expect(followUp?.what).toContain('服务窗口')
})
