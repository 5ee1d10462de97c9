import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { followUps } from '../../src/followups/store.ts'
import { inspections } from '../../src/inspections/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { ratingFigures } from '../../src/rating-figures.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { plainDate } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { district, newWorld, subdistrict } from '../helpers/world.ts'
import { fullMarks } from './samples.ts'

const community = '350203001001'

/** A community's meeting of Tuesday 13 October 2026, 09:30 in Shanghai; it is 10:00 on that day. */
async function meeting() {
  const world = await newWorld({ now: '2026-10-12T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const lead: Actor = { id: person.id, name: '甲', lang: 'en', duties: [{ role: 'lead', unit: community }] }
  const rule = 'FREQ=MONTHLY;BYDAY=2TU'
  const input = { level: 'community' as const, unit: community, rule, time: '09:30', headCount: 20 }
  const { meetings } = granted(await plan(world.kit, loadHolidays(), input))
  const id = meetings[0]?.id ?? ''
  world.clock.set('2026-10-13T02:00:00Z')
  world.actAs(subdistrict)
  const text = async (path = `/inspections/${id}`) => (await world.get(path)).text()
  const post = (step: string, fields: Record<string, string> = {}) =>
    world.post(`/inspections/${id}/${step}`, fields)
  return { world, lead, id, text, post }
}

test('two inspectors fill the sheet on site; the mean stands, the faults become follow-ups and the lead is told', async () => {
  const { world, lead, id, text, post } = await meeting()
  expect(await text('/inspections')).toContain(`/inspections/${id}`)
  expect((await post('sheet', { ...fullMarks, _way: 'onSite' })).status).toBe(303)
  world.actAs(district)
  await post('sheet', { ...fullMarks, reviewed: '8', training: '0', conveyed: '5' })
  await post('faults', { what: '上月决定未逐项检查', advice: '列入议程第一项', due: '2026-11-10' })
  expect(await text()).toContain('mean 91.5 points (excellent)')
  expect((await post('conclude')).status).toBe(303)
  expect(await world.store.get(inspections, id)).toMatchObject({
    sheets: [{ total: 100 }, { total: 83 }],
    concluded: { mean: 91.5, band: 'excellent' },
  })
  expect(await world.store.all(followUps)).toMatchObject([
    {
      owner: community,
      confirmer: '350203001000',
      due: '2026-11-10',
      what: '上月决定未逐项检查（整改建议：列入议程第一项）',
      source: { kind: 'inspection', id },
    },
  ])
  const told = await world.store.list(outbox, 'to', lead.id)
  expect(told.map(row => row.message.kind)).toContain('inspection.concluded')
})

test('the lead is told in one message of all that was found, and in one of the second look', async () => {
  const { world, lead, post } = await meeting()
  const told = async () => (await world.store.list(outbox, 'to', lead.id)).map(({ message }) => message)
  await post('sheet', { ...fullMarks, notice: '0', signIn: '0', conveyed: '0', reviewed: '0' })
  for (const what of ['上月决定未逐项检查', '签到表未公示', '会议通知未附议程'])
    await post('faults', { what, advice: '整改', due: '2026-11-10' })
  await post('conclude')
  expect((await told()).map(({ kind, text, buttons }) => [kind, text, buttons.flat().length])).toEqual([
    [
      'inspection.concluded',
      [
        'Inspection of 鸿山社区计生协会例会: 55 points (fail).',
        '4 things to put right:',
        '1. 上月决定未逐项检查（整改建议：整改）, due 11-10',
        '2. 签到表未公示（整改建议：整改）, due 11-10',
        '3. 会议通知未附议程（整改建议：整改）, due 11-10',
        '4. 例会检查不合格（55 分），须全面整改并报整改结果, due 11-12',
        'Please look at it and reply.',
      ].join('\n'),
      5,
    ],
  ])
  world.actAs(lead)
  for (const { id } of await world.store.all(followUps))
    await world.post(`/followups/${id}`, { act: 'submit', note: '已整改' })
  world.actAs(district)
  await post('recheck', { outcome: 'notPassed', finding: '议程仍未随通知发出' })
  const second = (await told()).filter(({ kind }) => kind !== 'inspection.concluded')
  expect(second.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Re-check not passed, .*议程仍未随通知发出.*\n4 things were looked at:\n1\. /),
  ])
})

test('the association sees the result once it is concluded, answers, hands in, and the re-check closes or returns', async () => {
  const { world, lead, id, text, post } = await meeting()
  await post('sheet', fullMarks)
  await post('faults', { what: '签到表未公示', advice: '张贴', due: '2026-10-30' })
  world.actAs(lead)
  expect((await world.get(`/inspections/${id}`)).status).toBe(403)
  expect((await post('reply', { reply: '已知悉' })).status).toBe(409)
  expect((await post('sheet', fullMarks)).status).toBe(403)
  world.actAs(subdistrict)
  await post('conclude')
  expect((await post('reply', { reply: 'x' })).status).toBe(403)
  world.actAs(lead)
  expect(await text('/inspections')).toContain('100 points · excellent')
  expect((await post('reply', { reply: '' })).status).toBe(422)
  expect((await post('reply', { reply: '本周内整改' })).status).toBe(303)
  world.actAs(subdistrict)
  const early = await text()
  expect(early).toContain('本周内整改')
  expect(early).toContain('nothing to re-check')
  expect(early).not.toContain('name="outcome"')
  expect((await post('recheck', { outcome: 'passed', finding: '已看' })).status).toBe(409)
  const [fault] = await world.store.all(followUps)
  const submit = async () => {
    world.actAs(lead)
    await world.post(`/followups/${fault?.id}`, { act: 'submit', note: '已张贴' })
    world.actAs(subdistrict)
  }
  await submit()
  expect((await post('recheck', { outcome: 'notPassed', finding: '' })).status).toBe(422)
  await post('recheck', { outcome: 'notPassed', finding: '位置不显眼' })
  expect(await world.store.get(followUps, fault?.id ?? '')).toMatchObject({ state: 'returned' })
  await submit()
  await post('recheck', { outcome: 'passed', finding: '已张贴在公示栏' })
  expect(await world.store.get(followUps, fault?.id ?? '')).toMatchObject({ state: 'closed' })
  expect(await world.store.get(inspections, id)).toMatchObject({
    rechecks: [{ passed: false }, { passed: true, text: '已张贴在公示栏' }],
  })
})

test('below 60 points the association has to put it right by a date', async () => {
  const { world, post } = await meeting()
  const poor = { ...fullMarks, notice: '0', signIn: '0', conveyed: '0', reviewed: '0' }
  await post('sheet', poor)
  await post('conclude')
  expect(await world.store.all(followUps)).toMatchObject([
    { owner: community, due: '2026-11-12', what: '例会检查不合格（55 分），须全面整改并报整改结果' },
  ])
})

test('what is missing or impossible is refused with its sentence and nothing is kept', async () => {
  const { world, id, text, post } = await meeting()
  const short = await post('sheet', { ...fullMarks, notice: '' })
  expect([short.status, (await short.text()).includes('Notice at least one day ahead')]).toEqual([422, true])
  expect((await post('sheet', { ...fullMarks, present: '21' })).status).toBe(422)
  expect((await post('sheet', { ...fullMarks, resident: '1' })).status).toBe(422)
  expect((await post('conclude')).status).toBe(409)
  expect((await post('faults', { what: '问题', due: '2026-11-10' })).status).toBe(422)
  expect((await post('faults', { what: '问题', advice: '改', due: '2026-10-12' })).status).toBe(422)
  expect(await world.store.all(inspections)).toEqual([])
  await post('sheet', fullMarks)
  await post('conclude')
  expect((await post('sheet', { ...fullMarks, notice: '0' })).status).toBe(409)
  expect(await text()).toContain('100 points')
  world.clock.set('2026-10-13T01:00:00Z')
  world.actAs({ ...subdistrict, duties: [{ role: 'subdistrict', unit: '350203003000' }] })
  expect((await world.get(`/inspections/${id}`)).status).toBe(403)
})

test('a meeting that has not begun cannot be inspected', async () => {
  const { world, post } = await meeting()
  world.clock.set('2026-10-13T01:00:00Z')
  const early = await post('sheet', fullMarks)
  expect([early.status, (await early.text()).includes('10-13 09:30')]).toEqual([409, true])
})

test('the sheet begins with what the records know', async () => {
  const { text } = await meeting()
  const page = await text()
  expect(page).toContain('filled in from the records')
  expect(page).toMatch(/name="inMonth"[^>]*value="10"[^>]*checked/)
})

test('the ratings know the mean, so the lead is not asked', async () => {
  const { world, post } = await meeting()
  const asked = {
    community,
    starts: plainDate('2025-11-01'),
    ends: plainDate('2026-10-31'),
    asOf: plainDate('2026-10-20'),
    overdueDays: 30,
  }
  const figures = ratingFigures(world.kit)
  expect((await figures(asked)).inspectionMean).toBeUndefined()
  await post('sheet', { ...fullMarks, training: '0' })
  await post('conclude')
  expect((await figures(asked)).inspectionMean).toEqual({
    value: 95,
    asOf: '2026-10-20',
    link: '/inspections',
  })
})
