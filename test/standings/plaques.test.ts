import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import type { Rating } from '../../src/ratings/rating.ts'
import { ratings } from '../../src/ratings/store.ts'
import { yearlyReviews } from '../../src/ratings/yearly.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { handOver, type Plaque, takeOff, whyOff } from '../../src/standings/plaque.ts'
import { plaques } from '../../src/standings/store.ts'
import { granted } from '../helpers/people.ts'
import { refusedAt } from '../helpers/refused.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'

const [a, b, c] = ['350203001001', '350203001004', '350203001006'] as const

/** A rating that was named in the cycle of 2026. */
function named(community: string, grade: Rating['grade'] = 'firstClass', more: Partial<Rating> = {}): Rating {
  const certificate = {
    number: `2026-${community}`,
    from: plainDate('2026-12-20'),
    until: plainDate('2029-12-19'),
  }
  const fresh = newRating('2026', community, `社区${community.slice(-3)}`, '350203001000')
  return { ...fresh, state: 'final', grade, certificate, ...more }
}

/** Handed over on 2027-01-14, with what stood on it on that day. */
function hanging() {
  const rating = named(a)
  const held = {
    grade: 'firstClass',
    cycle: '2026',
    until: plainDate('2029-12-19'),
    number: `2026-${a}`,
  } as const
  const hand = {
    by: { id: 'd', name: '区' },
    now: instant('2027-01-15T02:00Z'),
    today: plainDate('2027-01-15'),
  }
  const over = (on: string) => handOver(rating, held, [], { id: 'p', on: plainDate(on) }, hand)
  const off = (plaque: Plaque, on: string) =>
    takeOff(plaque, { on: plainDate(on), note: '', due: 'veto' }, hand)
  return { rating, held, over, off, plaque: granted(over('2027-01-14')) }
}

test('a plaque goes up from the day of its certificate on, and comes off from its own day on', () => {
  const { over, off, plaque } = hanging()
  expect([over('2026-12-19'), over('2026-12-20')]).toMatchObject([{ code: 'tooEarly' }, { id: 'p' }])
  expect([off(plaque, '2027-01-13'), off(plaque, '2027-01-14')]).toMatchObject([
    { code: 'tooEarly' },
    { takenOff: { reason: 'veto' } },
  ])
})

test('a plaque holds on its last day and has to come off on the day after', () => {
  const { rating, held, plaque } = hanging()
  const on = (day: string) => whyOff(plaque, rating, held, plainDate(day))
  expect([on('2029-12-19'), on('2029-12-20')]).toEqual([undefined, 'expiry'])
})

async function withNamed(...all: readonly Rating[]) {
  const world = await newWorld({ now: '2027-01-15T02:00:00Z' })
  await world.store.write('test', async tx => {
    for (const rating of all) await tx.add(ratings, rating)
  })
  world.actAs(district)
  return {
    ...world,
    text: async (path = '/standings/plaques') => (await world.get(path)).text(),
    handOver: (on: string, ...of: readonly string[]) =>
      world.post('/standings/plaques/hand-over', { on, rating: of.map(code => `2026-${code}`) }),
    change: (code: string, more: Partial<Rating>) =>
      world.store.write('test', tx => tx.change(ratings, `2026-${code}`, old => ({ ...old, ...more }))),
    list: async () => {
      const argv = ['plaque', 'list', '--json']
      const { out } = await runCommand(world.kit, {
        argv,
        lang: 'en',
        readFile: async () => new Uint8Array(),
      })
      return JSON.parse(out) as readonly Record<string, unknown>[]
    },
  }
}

test('plaques are handed over at one ceremony; those below 合格 have none', async () => {
  const world = await withNamed(named(a), named(b, 'qualified'), named(c, 'notQualified'))
  expect(await world.text()).toContain('To hand over (2)')
  expect((await world.handOver('2027-01-14', a, b)).status).toBe(303)
  expect(await world.list()).toMatchObject([
    { code: a, status: 'hanging', grade: 'firstClass', certificate: `2026-${a}`, handedOver: '2027-01-14' },
    { code: b, status: 'hanging', grade: 'qualified', until: '2029-12-19' },
  ])
})

test('nothing is handed over twice, too early, in days to come or by anybody but the district; and then nothing at all', async () => {
  const world = await withNamed(named(a), named(b))
  await refusedAt(await world.handOver('2026-12-01', a), 'hand-over-on', 'value="2026-12-01"')
  const late = await world.handOver('2027-02-01', a)
  await refusedAt(late, 'hand-over-on', `name="rating" value="2026-${b}"/>`)
  await world.handOver('2027-01-10', a)
  expect((await world.handOver('2027-01-10', b, a)).status).toBe(409)
  for (const other of [subdistrict, lead]) {
    world.actAs(other)
    expect((await world.handOver('2027-01-10', b)).status).toBe(403)
  }
  expect(await world.store.all(plaques)).toHaveLength(1)
})

test.each([
  ['a veto', { vetoed: true, state: 'vetoed', grade: 'notQualified' }, 'veto'],
  ['a downgrade', { state: 'downgraded', grade: 'qualified' }, 'downgrade'],
  ['an appeal', { state: 'reReview', grade: null, certificate: undefined }, 'appeal'],
  ['the end of its time', { state: 'expired', grade: null }, 'expiry'],
] as const)('after %s a plaque has to come off, with that reason', async (_, change, reason) => {
  const world = await withNamed(named(a))
  await world.handOver('2027-01-10', a)
  await world.change(a, change)
  expect((await world.list())[0]).toMatchObject({
    status: reason === 'downgrade' ? 'toHandOver' : 'toTakeOff',
  })
  const [plaque] = await world.store.all(plaques)
  const off = (fields: Record<string, string>) =>
    world.post(`/standings/plaques/${plaque?.id}/take-off`, fields)
  expect((await off({ on: '2027-01-09' })).status).toBe(422)
  expect((await off({ on: '2027-01-15' })).status).toBe(303)
  expect((await world.store.get(plaques, plaque?.id ?? '')).takenOff).toMatchObject({
    on: '2027-01-15',
    reason,
  })
  expect((await off({ on: '2027-01-15' })).status).toBe(409)
})

test('a plaque that holds comes off only with a note', async () => {
  const world = await withNamed(named(a))
  await world.handOver('2027-01-10', a)
  const [plaque] = await world.store.all(plaques)
  const path = `/standings/plaques/${plaque?.id}/take-off`
  const mute = await world.post(path, { on: '2027-01-15' })
  await refusedAt(mute, `${plaque?.id}-note`, 'value="2027-01-15"')
  await world.post(path, { on: '2027-01-15', note: '破损换发' })
  expect((await world.store.get(plaques, plaque?.id ?? '')).takenOff).toMatchObject({ reason: 'replaced' })
  expect(await world.text()).toContain('To hand over (1)')
})

test('a year after the certificate a light review is due, until one is recorded', () => {
  const due = (today: string, more: Partial<Rating> = {}) =>
    yearlyReviews(named(a, 'firstClass', more), plainDate(today), 'Asia/Shanghai', false)
  expect(due('2027-12-19')).toEqual({ done: [], next: '2027-12-20', isDue: false })
  expect(due('2027-12-20').isDue).toBe(true)
  const event = {
    ...{
      at: instant('2027-12-22T00:00:00Z'),
      by: 'd',
      byName: 'd',
      level: 'district' as const,
      action: 'review' as const,
    },
    ...{ from: 'final' as const, to: 'final' as const, reason: '整改不到位', items: [] },
    changes: [{ item: 'review', from: '', to: 'failed' }],
  }
  const reviewed = due('2027-12-23', { history: [event] })
  expect(reviewed).toMatchObject({ isDue: false, done: [{ passed: false, reason: '整改不到位' }] })
  expect(due('2028-12-21', { history: [event] }).isDue).toBe(false)
  expect(due('2028-12-22', { history: [event] }).isDue).toBe(true)
  expect(
    due('2029-12-30', { history: [{ ...event, at: instant('2028-12-30T00:00:00Z') }] }).next,
  ).toBeUndefined()
})

test('the public list has who holds a grade today, and only they; CSV and XLSX carry the register', async () => {
  const world = await withNamed(named(a), named(b, 'notQualified', { vetoed: true, state: 'vetoed' }))
  await world.handOver('2027-01-10', a)
  expect((await world.text('/standings/plaques.csv')).split('\r\n')[1]).toContain(`2026-${a}`)
  expect((await world.get('/standings/plaques.xlsx')).status).toBe(200)
  world.actAs(undefined)
  const list = await world.text('/named')
  expect(list).toContain('社区001')
  expect(list).not.toContain('社区004')
  world.clock.set('2029-12-20T02:00:00Z')
  expect(await world.text('/named')).toContain('No association holds a grade')
})
