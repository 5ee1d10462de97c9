import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { finalise } from '../../src/ratings/award.ts'
import { ratingsClock } from '../../src/ratings/clock.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import { ratingDesk } from '../../src/ratings/desk.ts'
import type { ComputedFigures } from '../../src/ratings/figures.ts'
import { gradeRows } from '../../src/ratings/grade-row.ts'
import { inForce } from '../../src/ratings/in-force.ts'
import type { Rating } from '../../src/ratings/rating.ts'
import { saveSection } from '../../src/ratings/self-assessment.ts'
import { ratings } from '../../src/ratings/store.ts'
import { summaryReader } from '../../src/read-summary.ts'
import { keptFiles } from '../../src/shared/files/kept-files.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'
import { testFolder } from '../helpers/store.ts'
import { district, lead, newWorld } from '../helpers/world.ts'
import { rubricJson } from './rubric.ts'

const code = '350203001001'
const day = plainDate('2027-03-01')
const until = (date: string) => ({
  certificate: { number: '1', from: plainDate('2025-12-16'), until: plainDate(date) },
})
const of = (cycle: string, more: Partial<Rating>): Rating => ({
  ...newRating(cycle, code, '鸿山社区', '350203001000'),
  ...more,
})
const won = of('2026', { state: 'final', grade: 'firstClass', ...until('2029-12-15') })

test.each<readonly [string, readonly Rating[], unknown]>([
  ['nothing was ever decided', [of('2027', {})], undefined],
  ['its own, until its last day', [won], ['firstClass', '2026', '2029-12-15']],
  [
    'its own on its last day',
    [of('2023', { state: 'final', grade: 'qualified', ...until('2027-03-01') })],
    ['qualified', '2023', '2027-03-01'],
  ],
  ['the earlier one, while the new cycle runs', [of('2027', {}), won], ['firstClass', '2026', '2029-12-15']],
  [
    'the newer one, also when it is lower',
    [of('2027', { state: 'final', grade: 'qualified', ...until('2030-12-15') }), won],
    ['qualified', '2027', '2030-12-15'],
  ],
  [
    '未达标 of the newer cycle takes the place of an older grade',
    [of('2027', { state: 'final', grade: 'notQualified' }), won],
    ['notQualified', '2027', null],
  ],
  [
    'a veto in the running cycle, at once',
    [of('2027', { state: 'vetoed', vetoed: true, grade: 'notQualified' }), won],
    ['notQualified', '2027', null],
  ],
  [
    'what is left after a downgrade',
    [of('2027', {}), { ...won, state: 'downgraded', grade: 'qualified' }],
    ['qualified', '2026', '2029-12-15'],
  ],
  [
    'none after the last day, entered or not',
    [of('2027', {}), of('2023', { state: 'final', grade: 'qualified', ...until('2027-02-28') })],
    null,
  ],
  ['none once it has expired', [of('2023', { state: 'expired', ...until('2027-02-28') })], null],
  [
    'the older one again while an appeal has opened the newer one',
    [of('2027', { state: 'reReview', grade: null }), won],
    ['firstClass', '2026', '2029-12-15'],
  ],
])('the grade in force is %s', (_what, newestFirst, expected) => {
  const held = inForce(newestFirst, day).get(code)
  expect(held ? [held.grade, held.cycle, held.until] : held).toEqual(expected)
})

/** A world with a community named 一流 in 2026, and the cycle of 2027 open. */
async function twoCycles() {
  const world = await newWorld({ now: '2026-12-01T01:00:00Z' })
  let held = 12
  const parts = {
    figuresOf: async (): Promise<ComputedFigures> => ({
      meetingsHeld: { value: held, asOf: plainDate('2026-12-01') },
    }),
    workdays: async () => () => ({ date: plainDate('2026-12-08'), unsure: false }),
    rubricJson: async () => rubricJson(),
    files: keptFiles(await testFolder()),
  }
  const desk = ratingDesk(world.kit, parts)
  await desk.openYear(district, 2026)
  await world.store.write('test', tx =>
    tx.change(ratings, `2026-${code}`, rating => ({
      ...rating,
      state: 'publicNotice' as const,
      notice: { from: plainDate('2026-12-01'), until: plainDate('2026-12-08'), unsure: false },
      result: { ...rating.result, projected: 'firstClass' as const },
    })),
  )
  const acts = async (rule: Parameters<typeof desk.change>[3]) => {
    const outcome = await desk.change(district, '2026', code, rule)
    if (isRefusal(outcome)) throw new Error(outcome.code)
  }
  world.clock.set('2026-12-09T01:00:00Z')
  await acts(finalise)
  await desk.openYear(district, 2027)
  return {
    ...world,
    desk,
    tick: ratingsClock(world.kit, parts),
    held: (months: number) => {
      held = months
    },
  }
}

test('the summary goes on counting last year’s grade beside the projected one of the running cycle', async () => {
  const world = await twoCycles()
  const saved = await world.desk.change(lead, '2027', code, (rating, hand) =>
    saveSection(rating, { section: 'A', base: 0, values: { councilSize: 9 }, notes: {} }, hand),
  )
  expect(isRefusal(saved)).toBe(false)
  const row = (await gradeRows(world.store, plainDate('2026-12-09'))).rows.find(each => each.code === code)
  expect(row).toMatchObject({
    grade: 'firstClass',
    inForce: { cycle: '2026', until: '2029-12-08', number: `2026-${code}` },
    projected: 'notQualified',
  })
  const summary = await summaryReader(world.kit)(district)
  expect(summary.targets[0]).toMatchObject({ count: 1, projectedCount: 0 })
  world.actAs(lead)
  const page = await (await world.get(`/ratings/2027/${code}`)).text()
  expect(page).toContain('Named for 2026, valid until <time>2029-12-08</time>')
  world.actAs(district)
  expect(await (await world.get('/ratings/2027')).text()).toContain('in force: First-class (2026)')
})

test('the clock lets a grade expire on the day after its last, once, with its mark in the history', async () => {
  const world = await twoCycles()
  const graded = () => world.store.get(ratings, `2026-${code}`)
  world.clock.set('2029-12-08T15:59:00Z')
  await world.tick()
  expect((await graded()).state).toBe('final')
  // Midnight in Shanghai.
  world.clock.set('2029-12-08T16:00:00Z')
  for (let tick = 0; tick < 3; tick += 1) await world.tick()
  const expired = await graded()
  expect([expired.state, expired.grade]).toEqual(['expired', null])
  expect(expired.history.filter(event => event.action === 'expire')).toMatchObject([
    { by: 'clock', level: 'district', changes: [{ item: 'grade', from: 'firstClass', to: '' }] },
  ])
})

test('once a day the clock takes new figures into projected grades; nobody has to open the form', async () => {
  const world = await twoCycles()
  await world.desk.change(lead, '2027', code, (rating, hand) =>
    saveSection(rating, { section: 'A', base: 0, values: { councilSize: 9 }, notes: {} }, hand),
  )
  const running = () => world.store.get(ratings, `2027-${code}`)
  const before = await running()
  await world.tick()
  expect(await running()).toBe(before)
  world.held(3)
  await world.tick()
  expect(await running()).toBe(before)
  world.clock.set('2026-12-10T01:00:00Z')
  await world.tick()
  const after = await running()
  expect(after.figures.meetingsHeld?.value).toBe(3)
  expect((before.result.score ?? 0) - (after.result.score ?? 0)).toBe(4.5)
  expect([after.revision, after.history.length]).toEqual([before.revision, before.history.length])
})

test('the clock asks the ratings too', async () => {
  const world = await twoCycles()
  world.clock.set('2029-12-09T01:00:00Z')
  await buildClock(world.kit).tick()
  expect((await world.store.get(ratings, `2026-${code}`)).state).toBe('expired')
})
