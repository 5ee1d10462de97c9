import { expect, test } from 'vitest'
import { ratings } from '../../src/ratings/store.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { excellent, fieldsOf, theRubric } from './rubric.ts'

const rubric = theRubric()
const at = '/ratings/2026/350203001001'
const other = { ...lead, id: 'lead-2', name: '王副会长' }
const colleague = { ...subdistrict, id: 'subdistrict-2', name: '街道乙' }

async function aForm() {
  const world = await newWorld()
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  world.actAs(lead)
  const saves = async (path: string, fields: Record<string, string | readonly string[]>) => {
    const answered = await world.post(`${at}/${path}`, fields)
    return { status: answered.status, ...((await answered.json()) as Answer) }
  }
  return {
    ...world,
    rating: () => world.store.get(ratings, '2026-350203001001'),
    item: (item: string, fields: Record<string, string | readonly string[]>) =>
      saves(`self/${item[0]}/items/${item}`, fields),
    row: (row: string, fields: Record<string, string>) => saves(`review/rows/${row}`, fields),
  }
}

interface Answer {
  readonly state: string
  readonly base: number
  readonly said: string
  readonly lines?: readonly string[]
  readonly values: Record<string, readonly string[]>
  readonly figures: Record<string, string>
  readonly marks: Record<string, string>
}

async function submitted(world: Pick<World, 'post'> & { rating: () => Promise<{ revision: number }> }) {
  for (const section of rubric.sections) {
    const base = String((await world.rating()).revision)
    await world.post(`${at}/self/${section.id}`, { ...fieldsOf(section.id, excellent), base })
  }
  await world.post(`${at}/submit`, { target: 'firstClass' })
}

test('an item is saved by itself, with its points, and found again on another device', async () => {
  const form = await aForm()
  const answer = await form.item('A3', { members: '３００', base: '0', 'base-A3': '0' })
  expect(answer).toMatchObject({ status: 200, state: 'saved', said: 'Saved 09:30', base: 1 })
  expect(answer.values).toMatchObject({ members: ['300'], 'note-A3': [] })
  expect(answer.figures.section).toMatch(/^\d+ of 25$/)
  expect((await form.rating()).values).toEqual({ members: 300 })
  const page = await (await form.get(`${at}/self/A`)).text()
  expect(page).toContain('value="300"')
  expect(page).toContain('name="base-A3" value="1"')
})

test('saving what is there already changes nothing', async () => {
  const form = await aForm()
  await form.item('A3', { members: '300', 'base-A3': '0' })
  const again = await form.item('A3', { members: '300', 'base-A3': '0' })
  expect([again.state, again.base, (await form.rating()).history]).toEqual([
    'saved',
    1,
    [expect.objectContaining({ action: 'save', revision: 1 })],
  ])
})

test('a wrong answer is said at its item, and nothing is kept', async () => {
  const form = await aForm()
  const answer = await form.item('A3', { members: 'many', 'base-A3': '0' })
  expect([answer.status, answer.state]).toEqual([422, 'wrong'])
  expect(answer.said).not.toBe('')
  expect((await form.rating()).values).toEqual({})
})

test('of two who change the same answer the later one is told both values and by whom, and decides', async () => {
  const form = await aForm()
  await form.item('A3', { members: '280', 'base-A3': '0' })
  form.actAs(other)
  await form.item('A3', { members: '300', 'base-A3': '1' })
  form.actAs(lead)
  const late = await form.item('A3', { members: '250', 'note-A3': '已核对', 'base-A3': '1' })
  expect(late).toMatchObject({ status: 409, state: 'choose', base: 2, values: { members: ['300'] } })
  expect(late.lines).toEqual([expect.stringMatching(/^A3 .+: 王副会长 changed it from “280” to “300”$/)])
  expect((await form.rating()).values.members).toBe(300)
  const mine = await form.item('A3', { members: '250', 'note-A3': '已核对', 'base-A3': String(late.base) })
  expect(mine.state).toBe('saved')
  expect(await form.rating()).toMatchObject({ values: { members: 250 }, notes: { A3: '已核对' } })
})

test('what two people change at different places of one item is kept of both', async () => {
  const form = await aForm()
  await form.item('A3', { members: '280', 'base-A3': '0' })
  form.actAs(other)
  await form.item('A3', { members: '300', 'base-A3': '1' })
  form.actAs(lead)
  const late = await form.item('A3', { members: '280', 'note-A3': '含流动会员', 'base-A3': '1' })
  expect(late).toMatchObject({ state: 'saved', values: { members: ['300'], 'note-A3': ['含流动会员'] } })
  expect(await form.rating()).toMatchObject({ values: { members: 300 }, notes: { A3: '含流动会员' } })
})

test('the whole form, sent from an old page, leaves what only others changed', async () => {
  const form = await aForm()
  await form.post(`${at}/self/A`, { ...fieldsOf('A'), base: '0' })
  form.actAs(other)
  await form.item('A3', { members: '301', 'base-A3': '1' })
  form.actAs(lead)
  const whole = { ...fieldsOf('A'), councilSize: '11', base: '1' }
  expect((await form.post(`${at}/self/A`, whole)).status).toBe(303)
  expect((await form.rating()).values).toMatchObject({ members: 301, councilSize: 11 })
})

test('an item that was saved by itself is not in the way of the whole form', async () => {
  const form = await aForm()
  await form.item('A3', { members: '280', 'base-A3': '0' })
  const whole = { ...fieldsOf('A'), members: '290', base: '0', 'base-A3': '1' }
  expect((await form.post(`${at}/self/A`, whole)).status).toBe(303)
  expect((await form.rating()).values.members).toBe(290)
})

test('only those who may fill in now save items: not staff, not another’s lead, not after the hand-in', async () => {
  const form = await aForm()
  const fields = { members: '280', 'base-A3': '0' }
  form.actAs(subdistrict)
  expect((await form.item('A3', fields)).status).toBe(403)
  form.actAs({ ...lead, duties: [{ role: 'lead', unit: '350203001004' }] })
  expect((await form.item('A3', fields)).status).toBe(403)
  form.actAs(lead)
  expect((await form.item('Z9', fields)).status).toBe(404)
  await submitted(form)
  expect((await form.item('A3', { members: '1', 'base-A3': '9' })).status).toBe(409)
})

test('a reviewer’s row is saved by itself, begins the acceptance, and needs a reason where it differs', async () => {
  const form = await aForm()
  await submitted(form)
  form.actAs(subdistrict)
  const base = String((await form.rating()).revision)
  const bare = await form.row('E1', { 'score-E1': '5', 'base-E1': base })
  expect(bare).toMatchObject({ status: 422, state: 'wrong' })
  expect(bare.said).toContain('E1 differs')
  const saved = await form.row('E1', { 'score-E1': '5', 'reason-E1': '核实 10 次', 'base-E1': base })
  expect(saved).toMatchObject({
    state: 'saved',
    values: { 'score-E1': ['5'], 'reason-E1': ['核实 10 次'] },
    figures: { gap: '1' },
    marks: { open: 'no', differs: 'yes' },
  })
  const same = await form.row('E2', { 'score-E2': '4', 'base-E2': base })
  expect(same.marks).toEqual({ open: 'no', differs: 'no' })
  expect(await form.rating()).toMatchObject({
    state: 'subdistrictReview',
    subdistrictReview: { scores: { E1: 5, E2: 4 } },
  })
  const page = await (await form.get(`${at}/review`)).text()
  expect(page.match(/data-open="no"/g)).toHaveLength(2)
  expect(page.match(/data-differs="yes"/g)).toHaveLength(1)
  expect((await form.row('opinion', { opinion: '同意推荐', 'base-opinion': base })).state).toBe('saved')
  expect((await form.row('Z9', {})).status).toBe(404)
})

test('two reviewers on one table keep each other’s rows, and choose where both scored one', async () => {
  const form = await aForm()
  await submitted(form)
  form.actAs(subdistrict)
  const base = String((await form.rating()).revision)
  const html = await (await form.get(`${at}/review`)).text()
  const drawn = [...html.matchAll(/<input name="(score-\w+)" value="([^"]*)"/g)]
  const table = Object.fromEntries(drawn.map(found => [found[1] ?? '', found[2] ?? '']))
  await form.row('E1', { 'score-E1': '5', 'reason-E1': '核实 10 次', 'base-E1': base })
  form.actAs(colleague)
  const late = await form.row('E1', { 'score-E1': '4', 'reason-E1': '核实 8 次', 'base-E1': base })
  expect(late).toMatchObject({ status: 409, state: 'choose', values: { 'score-E1': ['5'] } })
  expect(late.lines).toEqual([
    'E1 Score: subdistrict-1 changed it from “Not given” to “5”',
    'E1 Reason: subdistrict-1 changed it from “Not given” to “核实 10 次”',
  ])
  // The whole table as the colleague has it on the screen, E1 untouched: the first one's score stays.
  const whole = await form.post(`${at}/review`, { ...table, base, 'score-A5': '4', 'reason-A5': '缺一类' })
  expect(whole.status).toBe(303)
  expect((await form.rating()).subdistrictReview).toMatchObject({
    scores: { E1: 5, A5: 4 },
    reasons: { E1: '核实 10 次', A5: '缺一类' },
  })
})

test('after a return the reviewer sees every changed answer as it was and as it is', async () => {
  const form = await aForm()
  await submitted(form)
  form.actAs(subdistrict)
  await form.post(`${at}/steps`, { action: 'startReview' })
  await form.post(`${at}/steps`, { action: 'return', reason: '次数不符', items: 'E1' })
  form.actAs(lead)
  const base = String((await form.rating()).revision)
  const saved = await form.item('E1', { publicityActivities: '9', 'base-E1': base })
  await form.item('E1', { publicityActivities: '10', 'base-E1': String(saved.base) })
  await form.post(`${at}/submit`, { target: 'qualified' })
  form.actAs(subdistrict)
  const page = await (await form.get(`${at}/review`)).text()
  expect(page.match(/Changed since the return/g)).toHaveLength(1)
  expect(page).toMatch(/: 12 → 10</)
})
