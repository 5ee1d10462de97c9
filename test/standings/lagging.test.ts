import { describe, expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { outbox } from '../../src/delivery/store.ts'
import { followUps } from '../../src/followups/store.ts'
import { ratings } from '../../src/ratings/store.ts'
import { highlights, laggings } from '../../src/standings/store.ts'
import { enrol } from '../helpers/people.ts'
import { refusedAt } from '../helpers/refused.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'

const community = '350203001001'
const page = `/standings/lagging/2026/${community}`
const listing = {
  ...{
    reasons: '例会召开不足',
    helper: '350203001000',
    post: '街道计生协会秘书长',
    plan: '每月补齐例会和台账',
  },
  ...{ check1: '2026-12-20', check2: '2027-02-01' },
}

/** A district in whose cycle one community was found below 合格. */
async function withOneBelow() {
  const world = await newWorld({ now: '2026-12-01T01:00:00Z' })
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  await world.store.write('test', tx =>
    tx.change(ratings, `2026-${community}`, old => ({
      ...old,
      state: 'final' as const,
      grade: 'notQualified' as const,
    })),
  )
  world.actAs(subdistrict)
  return {
    ...world,
    text: async (path: string) => (await world.get(path)).text(),
    lagging: () => world.store.find(laggings, `2026-${community}`),
  }
}

describe('a lagging community', () => {
  test('is proposed by its grade, listed with helper, plan and checks, and its plan becomes a follow-up', async () => {
    const world = await withOneBelow()
    expect(await world.text('/standings/lagging')).toContain('Below 合格 and not listed yet')
    // The first check may be today.
    expect((await world.post(page, { ...listing, check1: '2026-12-01' })).status).toBe(303)
    expect(await world.lagging()).toMatchObject({
      helper: { unit: '350203001000', post: '街道计生协会秘书长' },
      checks: [{ on: '2026-12-01' }, { on: '2027-02-01' }],
    })
    expect(await world.store.all(followUps)).toMatchObject([
      { owner: community, confirmer: '350203001000', due: '2027-02-01', source: { kind: 'lagging' } },
    ])
    expect((await world.post(page, listing)).status).toBe(409)
  })

  test.each([
    ['a community that is not below', '350203001004', {}, ''],
    ['a check in the past', community, { check1: '2026-11-30' }, 'check1'],
    ['a community as its own helper', community, { helper: community }, 'helper'],
    ['words about persons', community, { reasons: '联系户走访不足' }, 'reasons'],
    ['a plan of blanks', community, { plan: ' ' }, 'plan'],
  ])('is not listed: %s', async (_, code, more, field) => {
    const world = await withOneBelow()
    const answer = await world.post(`/standings/lagging/2026/${code}`, { ...listing, ...more })
    if (field) await refusedAt(answer, field, 'value="街道计生协会秘书长"')
    else expect(answer.status).toBe(409)
    expect(await world.store.all(laggings)).toEqual([])
    expect(await world.store.all(followUps)).toEqual([])
  })

  test('is not a lead’s to list, and lifting is the district’s, with a reason', async () => {
    const world = await withOneBelow()
    world.actAs(lead)
    expect((await world.post(page, listing)).status).toBe(403)
    world.actAs(subdistrict)
    await world.post(page, listing)
    expect((await world.post(`${page}/lift`, { reason: '已达标' })).status).toBe(403)
    world.actAs(district)
    await refusedAt(await world.post(`${page}/lift`, { reason: '' }), 'lift-reason', '每月补齐例会和台账')
    expect(await world.text('/summary')).toContain('0 of 1 lifted')
    expect((await world.post(`${page}/lift`, { reason: '例会、台账均已补齐' })).status).toBe(303)
    expect(await world.lagging()).toMatchObject({ lifted: { on: '2026-12-01', byName: 'district-1' } })
    expect(await world.text('/summary')).toContain('1 of 1 lifted')
    expect((await world.post(`${page}/dates`, { on: '2026-12-30' })).status).toBe(409)
  })

  test('a check is written down from its day on, once, with what was found', async () => {
    const world = await withOneBelow()
    await world.post(page, listing)
    const done = { on: '2026-12-20', outcome: 'noProgress', note: '例会仍缺一次' }
    world.actAs(subdistrict)
    await world.post(`${page}/dates`, { on: '2026-12-01' })
    const mute = { on: '2026-12-01', outcome: 'noProgress', note: '' }
    const kept = '<option value="noProgress" selected="">'
    await refusedAt(await world.post(`${page}/checks`, mute), 'check-note', kept)
    const past = await world.post(`${page}/dates`, { on: '2026-11-30' })
    await refusedAt(past, 'date-on', 'value="2026-11-30"')
    expect((await world.post(`${page}/checks`, done)).status).toBe(422)
    world.clock.set('2026-12-20T02:00:00Z')
    expect((await world.post(`${page}/checks`, done)).status).toBe(303)
    expect((await world.post(`${page}/checks`, done)).status).toBe(409)
    expect((await world.lagging())?.checks[1]?.done).toMatchObject({
      outcome: 'noProgress',
      note: '例会仍缺一次',
    })
    expect((await world.post(`${page}/dates`, { on: '2027-01-10' })).status).toBe(303)
    expect((await world.lagging())?.checks.map(({ on }) => on)).toEqual([
      '2026-12-01',
      '2026-12-20',
      '2027-01-10',
      '2027-02-01',
    ])
  })

  test('its helpers and its subdistrict are reminded once, three days before a check', async () => {
    const world = await withOneBelow()
    const { person } = await enrol(world, '乙', 'subdistrict', '350203001000')
    await world.post(page, listing)
    const reminders = async () => {
      await buildClock(world.kit).tick()
      return (await world.store.list(outbox, 'to', person.id)).filter(
        ({ message }) => message.kind === 'lagging.check',
      )
    }
    world.clock.set('2026-12-16T02:00:00Z')
    expect(await reminders()).toEqual([])
    for (const day of ['17', '18', '20']) {
      world.clock.set(`2026-12-${day}T02:00:00Z`)
      expect(await reminders()).toHaveLength(1)
    }
  })
})

describe('highlights', () => {
  const text = { unit: '350203001000', theme: '会员之家', text: '把会员之家建在小区入口，每周开放三次。' }

  test('a subdistrict has two a year at most, and a withdrawn one leaves its place', async () => {
    const world = await withOneBelow()
    const add = (more = {}) => world.post('/standings/highlights', { ...text, ...more })
    expect((await add()).status).toBe(303)
    expect((await add({ unit: community })).status).toBe(303)
    expect((await add()).status).toBe(422)
    const [first] = await world.store.all(highlights)
    await world.post(`/standings/highlights/${first?.id}/withdraw`, {})
    expect((await add()).status).toBe(303)
    expect(await world.text('/summary')).toContain('1 of 1 subdistrict has one')
  })

  test('are the subdistrict’s, and about work', async () => {
    const world = await withOneBelow()
    const add = (more = {}) => world.post('/standings/highlights', { ...text, ...more })
    expect((await add({ text: '走访联系户' })).status).toBe(422)
    expect((await add({ unit: '350203012008' })).status).toBe(403)
    world.actAs(lead)
    expect((await add()).status).toBe(403)
    expect(await world.store.all(highlights)).toEqual([])
  })
})

describe('advanced subdistricts', () => {
  test('are proposed by the records and decided by the district, against them with a reason', async () => {
    const world = await withOneBelow()
    const path = '/standings/advanced/350203001000'
    expect((await world.post(path, { advanced: 'yes', reason: 'x' })).status).toBe(403)
    world.actAs(district)
    const mute = await world.post(path, { advanced: 'yes' })
    await refusedAt(mute, '350203001000-reason', '<details open=""><summary>Decide</summary>')
    const long = await world.post(path, { advanced: 'yes', reason: '好'.repeat(301) })
    await refusedAt(long, '350203001000-reason', `>${'好'.repeat(301)}</textarea>`)
    expect((await world.post(path, { advanced: 'no' })).status).toBe(303)
    expect((await world.post(path, { advanced: 'yes' })).status).toBe(422)
    await world.post(path, { advanced: 'yes', reason: '试点街道，成效明显' })
    const { advancedSubdistricts } = await import('../../src/standings/store.ts')
    expect(await world.store.get(advancedSubdistricts, '2026-350203001000')).toMatchObject({
      advanced: true,
      reason: '试点街道，成效明显',
      before: [{ advanced: false }],
      version: '2026.1',
      criteria: expect.arrayContaining([
        expect.objectContaining({ measure: 'qualifiedOrBetter', met: false }),
      ]),
    })
    expect(await world.text('/standings/advanced')).toContain('试点街道，成效明显')
    expect((await world.post('/standings/advanced/350203001001', { advanced: 'no' })).status).toBe(404)
  })

  test('stay those of the last year with figures until the new one has any, and every page says which year it is', async () => {
    const world = await withOneBelow()
    const lit = { unit: '350203001000', theme: '会员之家', text: '把会员之家建在小区入口，每周开放三次。' }
    await world.post('/standings/highlights', lit)
    world.actAs(district)
    await world.post('/standings/advanced/350203001000', { advanced: 'no' })
    await world.store.write('test', tx =>
      tx.change(ratings, '2026-350203001004', old => ({ ...old, revision: 1, values: { members: 300 } })),
    )
    await world.post('/ratings', { year: '2027' })
    const advanced = await world.text('/standings/advanced')
    expect(advanced).toContain('Year 2026 (2027 is open and has nothing yet)')
    expect(advanced).toContain('href="/standings/advanced?year=2027"')
    expect(advanced).toContain('not advanced</span>')
    expect(await world.text('/standings/highlights')).toContain(
      'Year 2026 (2027 is open and has nothing yet)',
    )
    const index = await world.text('/standings')
    for (const said of ['2026: 0 meet the criteria', '2026: 1 subdistrict has one'])
      expect(index).toContain(said)
    for (const page of ['/', '/summary'])
      expect(await world.text(page)).toContain('Rating cycle 2026 (2027 is open and has no figures yet)')

    // Any year can be looked at and decided on, whatever the page would show by itself.
    expect(await world.text('/standings/advanced?year=2027')).not.toContain('not advanced</span>')
    await world.post('/standings/advanced/350203001004?year=2027', { advanced: 'no' })
    await world.post('/standings/advanced/350203001000?year=2027', { advanced: 'no' })
    const { advancedSubdistricts } = await import('../../src/standings/store.ts')
    expect((await world.store.all(advancedSubdistricts)).map(({ id }) => id)).toEqual([
      '2026-350203001000',
      '2027-350203001000',
    ])

    // The first entry of the new year brings its figures.
    await world.post('/standings/highlights', lit)
    expect(await world.text('/standings/highlights')).not.toContain('2026')
    await world.store.write('test', tx =>
      tx.change(ratings, '2027-350203001004', old => ({ ...old, revision: 1, grade: 'qualified' as const })),
    )
    expect(await world.text('/standings/advanced')).toContain('Year 2027 ')
    expect(await world.text('/summary')).toContain('Rating cycle 2027<')
  })
})
