import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { ratings } from '../../src/ratings/store.ts'
import { enrol } from '../helpers/people.ts'
import { refusedAt } from '../helpers/refused.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { contactFields } from './playing.ts'
import { excellent, fieldsOf, theRubric } from './rubric.ts'

const rubric = theRubric()
const code = '350203001001'
const at = `/ratings/2026/${code}`

async function withCycle() {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  world.actAs(district)
  const opened = await world.post('/ratings', { year: '2026' })
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/ratings/2026'])
  return world
}

function ratingOf(world: World) {
  return world.store.get(ratings, `2026-${code}`)
}

async function saveAll(world: World, state: Record<string, unknown> = excellent) {
  for (const section of rubric.sections) {
    const { revision } = await ratingOf(world)
    const fields = { ...fieldsOf(section.id, state), base: String(revision), go: 'next' }
    expect((await world.post(`${at}/self/${section.id}`, fields)).status).toBe(303)
  }
}

/** The review table as the page draws it, sent back with some scores changed. */
async function review(world: World, changes: Record<string, string>) {
  const html = await (await world.get(`${at}/review`)).text()
  const drawn = [...html.matchAll(/<input name="(score-\w+)" value="([^"]*)"/g)]
  const base = /name="base" value="(\d+)"/.exec(html)?.[1] ?? ''
  const fields = Object.fromEntries(drawn.map(found => [found[1] ?? '', found[2] ?? '']))
  return world.post(`${at}/review`, { ...fields, base, ...changes })
}

test('a cycle is opened once, by the district, for the 99 communities of the day', async () => {
  const world = await withCycle()
  expect(await world.store.list(ratings, 'cycle', '2026')).toHaveLength(99)
  const again = await world.post('/ratings', { year: '2026' })
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('open already')])
  expect((await world.post('/ratings', { year: 'soon' })).status).toBe(422)
  world.actAs(subdistrict)
  expect((await world.post('/ratings', { year: '2027' })).status).toBe(403)
})

test('everyone sees their own: the lead one association, the subdistrict its communities, the district all', async () => {
  const world = await withCycle()
  const list = await (await world.get('/ratings/2026')).text()
  expect(list).toContain('Page 1 of 2')
  world.actAs(subdistrict)
  const own = await (await world.get('/ratings/2026')).text()
  expect(own).toContain(`/ratings/2026/${code}`)
  expect(own).not.toContain('/ratings/2026/350203006')
  expect((await world.get('/ratings/2026/350203006004')).status).toBe(403)
  world.actAs(lead)
  const first = await world.get('/ratings')
  expect(first.headers.get('location')).toBe(at)
  expect((await world.get('/ratings/2026/350203001004')).status).toBe(403)
  expect((await world.get('/ratings/2020')).status).toBe(404)
  expect((await world.get('/ratings/2026/350203999999')).status).toBe(404)
})

test('a lead fills the form section by section and sees the points at once', async () => {
  const world = await withCycle()
  world.actAs(lead)
  expect(await (await world.get(`${at}/self/A`)).text()).toContain('0 of 5 points now')
  const saved = await world.post(`${at}/self/A`, { ...fieldsOf('A'), base: '0', go: 'next' })
  expect(saved.headers.get('location')).toBe(`${at}/self/B?saved`)
  expect(await (await world.get(`${at}/self/A?saved`)).text()).toContain('comes to 32 points')
  expect((await ratingOf(world)).values).toMatchObject({ councilSize: 9, termState: 'valid' })
})

test('a wrong answer keeps what was typed, says what is wrong, and stores nothing', async () => {
  const world = await withCycle()
  world.actAs(lead)
  const refused = await world.post(`${at}/self/A`, { ...fieldsOf('A'), councilSize: 'nine', base: '0' })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain('value="nine"')
  expect(html).toContain('id="councilSize-fault"')
  expect(html).toContain('value="300"')
  expect((await ratingOf(world)).values).toEqual({})
})

test('of two people on one section the later one is told what changed, and may then save', async () => {
  const world = await withCycle()
  world.actAs(lead)
  await world.post(`${at}/self/A`, { ...fieldsOf('A'), base: '0' })
  const other = { ...lead, id: 'lead-2', name: 'lead-2' }
  world.actAs(other)
  const refused = await world.post(`${at}/self/A`, { ...fieldsOf('A'), members: '250', base: '0' })
  const html = await refused.text()
  expect(refused.status).toBe(409)
  expect(html).toContain('lead-1 changed it from “Not given” to “300”')
  expect(html).toContain('value="250"')
  expect((await ratingOf(world)).values).toMatchObject({ members: 300 })
  const base = /name="base" value="(\d+)"/.exec(html)?.[1] ?? ''
  const saved = await world.post(`${at}/self/A`, { ...fieldsOf('A'), members: '250', base })
  expect([saved.status, (await ratingOf(world)).values.members]).toEqual([303, 250])
})

test('two people on two sections do not get into each other’s way', async () => {
  const world = await withCycle()
  world.actAs(lead)
  await world.post(`${at}/self/A`, { ...fieldsOf('A'), base: '0' })
  const saved = await world.post(`${at}/self/B`, { ...fieldsOf('B'), base: '0' })
  expect([saved.status, (await ratingOf(world)).values]).toEqual([
    303,
    expect.objectContaining({ members: 300, fundsPlanned: 20000 }),
  ])
})

test('from the self-assessment over a return to 合格: the acceptance score counts', async () => {
  const world = await withCycle()
  world.actAs(lead)
  const early = await world.post(`${at}/submit`, { target: 'qualified' })
  expect([early.status, await early.text()]).toEqual([409, expect.stringContaining('Nothing')])
  await saveAll(world)
  expect((await world.post(`${at}/submit`, {})).status).toBe(422)
  await world.post(`${at}/submit`, { target: 'qualified' })
  const submitted = await ratingOf(world)
  expect([submitted.state, submitted.result.selfScore]).toEqual(['selfSubmitted', 93])
  expect(submitted.result.projected).toBe('qualified')
  expect((await world.get(`${at}/self/A`)).status).toBe(409)

  world.actAs(subdistrict)
  const steps = (fields: Record<string, string | readonly string[]>) => world.post(`${at}/steps`, fields)
  expect((await steps({ action: 'return', reason: '说明' })).status).toBe(409)
  await steps({ action: 'startReview' })
  // Who returns it need not know the items by their numbers.
  expect(await (await world.get(at)).text()).toContain('value="E1"/> E1 Publicity activities')
  await refusedAt(
    await steps({ action: 'return', reason: '', items: 'E1' }),
    'return-reason',
    '<input type="checkbox" name="items" value="E1" checked=""/>',
  )
  await refusedAt(await steps({ action: 'return', reason: '请核对' }), 'return-items', '>请核对</textarea>')
  await refusedAt(
    await steps({ action: 'return', reason: '请核对', items: 'Z9' }),
    'return-items',
    '<details open=""><summary>Return to the community</summary>',
  )
  expect((await steps({ action: 'return', reason: '活动次数与记录不符', items: ['E1', 'E2'] })).status).toBe(
    303,
  )

  world.actAs(lead)
  expect(await (await world.get(`${at}/self/E`)).text()).toContain('活动次数与记录不符')
  const { revision } = await ratingOf(world)
  await world.post(`${at}/self/E`, {
    ...fieldsOf('E', { ...excellent, publicityActivities: 10 }),
    base: String(revision),
  })
  await world.post(`${at}/submit`, { target: 'qualified' })

  world.actAs(subdistrict)
  expect(await (await world.get(`${at}/review`)).text()).toContain('Changed since the return')
  const unreasoned = await review(world, { 'score-A5': '3', go: 'decide' })
  expect([unreasoned.status, await unreasoned.text()]).toEqual([
    422,
    expect.stringContaining('The score of A5 differs from the one below; say why.'),
  ])
  const tooMuch = await review(world, { 'score-A5': '5.5', 'reason-A5': '佐证' })
  expect([tooMuch.status, await tooMuch.text()]).toEqual([422, expect.stringContaining('between 0 and 5')])
  const accepted = await review(world, { 'score-A5': '3', 'reason-A5': '缺经费档案', go: 'decide' })
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, at])
  const rating = await ratingOf(world)
  expect(rating.state).toBe('subdistrictAccepted')
  expect(rating.result).toMatchObject({
    selfScore: 92,
    subdistrictScore: 90,
    score: 90,
    projected: 'qualified',
  })

  world.actAs(district)
  const page = await (await world.get(at)).text()
  expect(page).toContain('缺经费档案')
  expect((await steps({ action: 'accept' })).status).toBe(403)
  expect((await steps({ action: 'propose' })).status).toBe(409)
  expect((await world.post('/ratings/2026/sample', { seed: '1234567' })).status).toBe(303)
  expect(await (await world.get('/ratings/2026')).text()).toContain('seed 1234567')
  expect((await ratingOf(world)).sampled).toBe(true)
  const checked = await review(world, { go: 'decide' })
  expect(checked.status).toBe(303)
  expect((await ratingOf(world)).state).toBe('proposed')
  await world.post('/ratings/2026/notice', { ...contactFields, go: 'announce' })
  // Five workdays after Monday 5 October, which like the two days after it is a holiday; Saturday the 10th is worked.
  expect((await ratingOf(world)).notice).toMatchObject({ from: '2026-10-05', until: '2026-10-13' })
  expect((await steps({ action: 'finalise' })).status).toBe(409)
  world.clock.set('2026-10-14T01:00:00Z')
  expect((await steps({ action: 'finalise' })).status).toBe(303)
  expect(await ratingOf(world)).toMatchObject({
    state: 'final',
    grade: 'qualified',
    certificate: { number: `2026-${code}`, from: '2026-10-14', until: '2029-10-13' },
  })
  expect((await ratingOf(world)).history.map(event => event.action)).toEqual([
    ...Array.from({ length: 5 }, () => 'save'),
    'submit',
    'startReview',
    'return',
    'save',
    'submit',
    'startReview',
    'score',
    'accept',
    'startCheck',
    'check',
    'verify',
    'announce',
    'finalise',
  ])
})

test('of two reviewers the later one is not let overwrite the earlier one unseen', async () => {
  const world = await withCycle()
  world.actAs(lead)
  await saveAll(world)
  await world.post(`${at}/submit`, { target: 'firstClass' })
  world.actAs(subdistrict)
  const base = String((await ratingOf(world)).revision)
  expect((await review(world, { 'score-E1': '5', 'reason-E1': '核实 10 次' })).status).toBe(303)
  const late = await review(world, { base, 'score-E1': '4', 'reason-E1': '核实 8 次' })
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Somebody else changed')])
  expect((await ratingOf(world)).subdistrictReview?.scores.E1).toBe(5)
})

test('a rubric’s pages speak Chinese to those who do', async () => {
  const world = await withCycle()
  world.actAs(lead)
  const html = await (await world.get(`${at}/self/A`, { 'accept-language': 'zh-CN' })).text()
  expect(html).toContain('组织健全')
  expect(html).toContain('现得 0 / 5 分')
})

test('the lead is told of a return in one message: its reason, what is to be put right, and the way to the form', async () => {
  const world = await withCycle()
  const { person } = await enrol(world, '李负责', 'lead', code)
  world.actAs({ ...lead, id: person.id })
  await saveAll(world)
  await world.post(`${at}/submit`, { target: 'qualified' })
  world.actAs(subdistrict)
  await world.post(`${at}/steps`, { action: 'startReview' })
  const asked = {
    'measure-A5': '补齐档案',
    'due-A5': '2026-12-01',
    'measure-E1': '补录',
    'due-E1': '2026-12-10',
  }
  await review(world, asked)
  await world.post(`${at}/steps`, { action: 'return', reason: '活动次数与记录不符', items: ['E1'] })
  const [row, ...more] = await world.store.list(outbox, 'to', person.id)
  expect(more).toEqual([])
  expect(row?.message.text).toContain('活动次数与记录不符')
  expect(row?.message.text).toContain('2 items to put right:\n1. A5 档案资料：补齐档案, due 12-01\n2. E1 ')
  expect(row?.message.buttons.flat()).toEqual([
    expect.objectContaining({ label: 'Act on 1' }),
    expect.objectContaining({ label: 'Act on 2' }),
    expect.objectContaining({ url: `http://localhost:3000${at}/self/E#E1`, signedIn: true }),
  ])
})
