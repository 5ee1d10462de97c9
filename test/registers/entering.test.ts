import { describe, expect, test } from 'vitest'
import { councilCategories, readValue } from '../../src/registers/fields.ts'
import { termState } from '../../src/registers/figures.ts'
import { postsHeld } from '../../src/registers/posts.ts'
import { sheets } from '../../src/registers/store.ts'
import { assessmentYear, yearOn } from '../../src/shared/assessment-year.ts'
import { plainDate } from '../../src/shared/time.ts'
import { enrol } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { theRubric } from '../ratings/rubric.ts'

const community = '350203001001'
const page = `/registers/2026/${community}`

async function opened() {
  const world = await newWorld({ now: '2026-10-20T01:00:00Z' })
  world.actAs(lead)
  const sheet = () => world.store.find(sheets, `2026-${community}`)
  return { ...world, sheet, text: async (path: string) => (await world.get(path)).text() }
}

describe('what people type', () => {
  test.each([
    ['yuan', '12,000', 12000],
    ['yuan', '１２０００．５元', 12000.5],
    ['yuan', '-3', undefined],
    ['yuan', '1.234', undefined],
    ['yuan', '100000001', undefined],
    ['count', '320 人', 320],
    ['count', '3.5', undefined],
    ['yesNo', '是', true],
    ['yesNo', 'No', false],
    ['yesNo', '也许', undefined],
    ['date', '2027年5月31日', '2027-05-31'],
    ['date', '20270531', '2027-05-31'],
    ['date', '2027-02-30', undefined],
  ] as const)('%s “%s” is %s', (kind, typed, value) => {
    expect(readValue(kind, typed)).toBe(value)
  })
})

test('an assessment year has twelve months from November on, and a day falls into one', () => {
  const year = assessmentYear('2026', 11)
  expect([year.starts, year.ends, year.months[0], year.months[11]]).toEqual([
    '2025-11-01',
    '2026-10-31',
    '2025-11',
    '2026-10',
  ])
  expect(assessmentYear('2026', 1)).toMatchObject({ starts: '2026-01-01', ends: '2026-12-31' })
  expect(['2026-10-31', '2026-11-01'].map(day => yearOn(plainDate(day), 11))).toEqual(['2026', '2027'])
  expect(yearOn(plainDate('2026-12-31'), 1)).toBe('2026')
})

test('a term counts until its end, half a year later it has expired, and after a year nothing counts', () => {
  const on = plainDate('2026-10-31')
  expect(['2026-10-31', '2026-10-30', '2025-10-31', '2025-10-30'].map(ends => termState(ends, on))).toEqual([
    'valid',
    'expired',
    'expired',
    'expiredOverYear',
  ])
})

test('the council’s categories are the choices of the rubric', () => {
  const question = theRubric().form.questions.find(({ name }) => name === 'councilCategories')
  const choices = question && 'choices' in question ? question.choices.map(({ value }) => value) : []
  expect(choices).toEqual([...councilCategories])
})

test('posts are known from the people of the association; a vice president is no president', () => {
  const holder = (post: string, unit = community) => ({ post, duties: [{ role: 'lead', unit, since: '' }] })
  const held = (...all: ReturnType<typeof holder>[]) => postsHeld(all as never, community)
  expect(held(holder('专职副会长'))).toEqual(['fullTimeVicePresident'])
  expect(held(holder('会长、秘书长'))).toEqual(['president', 'secretaryGeneral'])
  expect(held(holder('社区计生协会会长'), holder('副秘书长'))).toEqual(['president'])
  expect(held(holder('Full-time vice president'))).toEqual(['fullTimeVicePresident'])
  expect(held(holder('会长', '350203001004'))).toEqual([])
})

describe('the sheet of an association', () => {
  test('a lead fills it in on one page, and everything that was entered is kept with its day and name', async () => {
    const world = await opened()
    const answer = await world.post(page, {
      base: '0',
      fundsPlanned: '20,000',
      fundsReceived: '18000',
      members: '320',
    })
    expect(answer.status).toBe(303)
    expect(await world.sheet()).toMatchObject({
      values: { fundsPlanned: 20000, fundsReceived: 18000, members: 320 },
      updated: { funds: '2026-10-20', members: '2026-10-20' },
      history: [{ byName: 'lead-1', way: 'form' }],
    })
    await world.post(page, { base: '1', fundsPlanned: '20000', fundsReceived: '20000', members: '320' })
    const kept = await world.sheet()
    expect(kept?.history[1]?.changes).toEqual([{ field: 'fundsReceived', from: 18000, to: 20000 }])
    expect(await world.text(page)).toContain('Funds received (yuan) 18000 → 20000')
  })

  test('what cannot be read is said at its field, and nothing is kept', async () => {
    const world = await opened()
    const answer = await world.post(page, { base: '0', fundsPlanned: 'two', members: '5' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('“Funds planned (yuan)” cannot be read')
    expect(await world.sheet()).toBeUndefined()
  })

  test('two people do not overwrite each other’s entry, but may fill in different fields', async () => {
    const world = await opened()
    await world.post(page, { base: '0', fundsPlanned: '20000' })
    world.actAs(subdistrict)
    expect((await world.post(page, { base: '0', fundsPlanned: '30000' })).status).toBe(409)
    expect((await world.post(page, { base: '0', fundsPlanned: '20000', members: '12' })).status).toBe(303)
    expect((await world.sheet())?.values).toEqual({ fundsPlanned: 20000, members: 12 })
  })

  test('the subdistrict’s cadre is the subdistrict’s to enter, never a lead’s', async () => {
    const world = await opened()
    const own = '/registers/2026/350203001000'
    expect((await world.post(own, { base: '0', cadreInPost: 'yes' })).status).toBe(403)
    expect((await world.get('/registers/2026/350203001004')).status).toBe(403)
    world.actAs(subdistrict)
    await world.post(own, { base: '0', cadreInPost: 'yes', fundsPlanned: '1' })
    expect((await world.store.find(sheets, '2026-350203001000'))?.values).toEqual({ cadreInPost: true })
  })

  test('a post that is held by somebody registered is told, not asked', async () => {
    const world = await opened()
    const { person } = await enrol(world, '甲', 'lead', community)
    await world.store.write('test', async tx => {
      const { people } = await import('../../src/people/store.ts')
      return tx.change(people, person.id, old => ({ ...old, post: '秘书长' }))
    })
    const html = await world.text(page)
    expect(html).toContain('nothing to enter')
    expect(html).not.toContain('name="secretaryGeneral"')
    expect(html).toContain('name="president"')
  })

  test('last year’s council is offered and marked; it counts only when it is saved', async () => {
    const world = await opened()
    await world.post(`/registers/2025/${community}`, { base: '0', council_health: '3', fundsPlanned: '9000' })
    const html = await world.text(page)
    expect(html).toMatch(/name="council_health"[^>]*value="3"/)
    expect(html).toContain('they count once you save')
    expect(html).toContain('last year: 9000')
    expect(html).not.toMatch(/name="fundsPlanned"[^>]*value="9000"/)
    expect(await world.sheet()).toBeUndefined()
  })

  test('years that are not there are not found', async () => {
    const world = await opened()
    for (const year of ['1999', '2030', 'x']) expect((await world.get(`/registers/${year}`)).status).toBe(404)
  })
})

describe('the table of a subdistrict', () => {
  const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'register.csv')
  const importFile = '/registers/2026/import'

  test('what goes out comes in again, filled in', async () => {
    const world = await opened()
    world.actAs(subdistrict)
    const out = await (await world.get('/registers/2026/register.csv')).text()
    const [head = '', ...lines] = out.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toContain('Funds planned (yuan)')
    const at = head.split(',').indexOf('Funds planned (yuan)')
    const filled = lines
      .filter(line => !line.startsWith('350203001000'))
      .map(line => line.split(',').with(at, '15000').join(','))
    const answer = await world.post(importFile, { file: csv(head, ...filled) })
    expect(await answer.text()).toContain(`${filled.length} units updated`)
    expect(await world.sheet()).toMatchObject({
      values: { fundsPlanned: 15000 },
      history: [{ way: 'import' }],
    })
  })

  test('one fault and nothing is imported; each is told with its line', async () => {
    const world = await opened()
    world.actAs(subdistrict)
    const answer = await world.post(importFile, {
      file: csv(
        '代码,经费预算（元）,有一名在职干部负责',
        `${community},15000,`,
        '350203001004,很多,',
        '350203012008,1,',
        `${community},2,`,
        '350203001006,,是',
      ),
    })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const told of [
      'Line 3',
      'Line 4',
      'Line 5',
      'Line 6',
      'in the table twice',
      'is no subdistrict or community of yours',
      'is not a field of this level',
    ])
      expect(text).toContain(told)
    expect(await world.sheet()).toBeUndefined()
  })
})

test('the district sees its subdistricts, and the communities of one', async () => {
  const world = await opened()
  await world.post(page, { base: '0', fundsReceived: '100' })
  world.actAs(district)
  expect(await world.text('/registers/2026')).toContain('/registers/2026?unit=350203001000')
  const one = await world.text('/registers/2026?unit=350203001000')
  expect(one).toContain('Activity funds met')
  expect(one).toContain('Rewards not entered')
})
