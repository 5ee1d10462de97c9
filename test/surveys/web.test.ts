import { expect, test } from 'vitest'
import { importUnits } from '../../src/units/register.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { answer, cli, fully, newAskingWorld, openRound } from './asking.ts'

const otherLead = { ...lead, id: 'lead-2', duties: [{ role: 'lead' as const, unit: '350203003001' }] }
const form = {
  form: 'satisfaction',
  opens: '2026-10-05',
  closes: '2026-10-20',
  basis: 'broad',
  which: 'some',
  unit: ['350203001001', '350203003000'],
}
const read = async (world: World, path: string) => {
  const response = await world.get(path)
  return { status: response.status, page: await response.text() }
}

test('without a survey, the district is told what to do next, and others what will appear', async () => {
  const world = await newWorld()
  world.actAs(district)
  expect((await read(world, '/surveys')).page).toContain('href="/surveys/new"')
  world.actAs(lead)
  const seen = await read(world, '/surveys')
  expect(seen.page).toContain('appear here')
  expect(seen.page).not.toContain('href="/surveys/new"')
})

test('the district opens a survey in the browser, for a community and a whole subdistrict', async () => {
  const world = await newWorld()
  world.actAs(district)
  const opened = await world.post('/surveys/new', form)
  expect(opened.status).toBe(303)
  const { page } = await read(world, opened.headers.get('location') ?? '')
  expect(page).toContain('鸿山社区')
  expect(page).toContain('镇海社区')
  expect(page).not.toContain('蜂巢山社区')
  expect((await read(world, '/surveys')).page).toContain('answers')
})

test('service windows can be chosen at each level, the district’s own too', async () => {
  const world = await newWorld()
  const windows = '350203000000-1,window,区服务站,350203000000\n350203001001-1,window,社区窗口,350203001001\n'
  await importUnits(world.store, 'test', Buffer.from(`code,level,name,parent\n${windows}`))
  world.actAs(district)
  const { page } = await read(world, '/surveys/new')
  for (const code of ['350203000000-1', '350203001001-1']) expect(page).toContain(`value="${code}"`)
})

test.each<[string, Partial<Record<keyof typeof form, string>>, string]>([
  ['a last day before the first', { opens: '2026-10-21' }, 'is before the opening date'],
  ['a last day that has passed', { opens: '2026-10-01', closes: '2026-10-02' }, 'has passed'],
  ['no units', { unit: '' }, 'at least one community'],
  ['some units and all of them', { which: 'all' }, 'Units are ticked'],
  ['an unknown form', { form: 'nothing' }, 'no form called nothing'],
  ['no basis', { basis: '' }, 'role="alert"'],
])('%s is told beside the form, and what was typed stays', async (_, wrong, sentence) => {
  const world = await newWorld()
  world.actAs(district)
  const response = await world.post('/surveys/new', { ...form, ...wrong })
  const page = await response.text()
  expect(response.status).toBe(422)
  expect(page).toContain(sentence)
  expect(page).toContain(`value="${wrong.closes ?? form.closes}"`)
  if (wrong.unit !== undefined) return
  expect(page).toMatch(/value="350203001001"[^>]*checked/)
  expect(page).toContain('<details class="group" open="">')
})

test('each sees the units of the own scope, and nobody else’s', async () => {
  const world = await newAskingWorld()
  const path = `/surveys/${world.round.id}`
  world.actAs(district)
  expect((await read(world, path)).page).toContain('蜂巢山社区')
  world.actAs(subdistrict)
  expect((await read(world, path)).page).toContain('蜂巢山社区')
  world.actAs(lead)
  const { page } = await read(world, path)
  expect(page).toContain('鸿山社区')
  expect(page).not.toContain('蜂巢山社区')
  world.actAs(otherLead)
  expect((await read(world, path)).status).toBe(403)
  expect((await read(world, '/surveys')).page).not.toContain(path)
  world.actAs(undefined)
  expect((await read(world, path)).status).toBe(303)
})

test.each([['/surveys/new'], ['/surveys/ROUND/close'], ['/surveys/ROUND/reopen']])(
  'only the district may post to %s',
  async path => {
    const world = await newAskingWorld()
    world.actAs(subdistrict)
    const answered = await world.post(path.replace('ROUND', world.round.id), { ...form, reason: '停电' })
    expect(answered.status).toBe(403)
  },
)

test('results tell the levels in words, the interval with its target, the verdict, and what would settle it', async () => {
  const world = await newAskingWorld()
  for (let each = 0; each < 33; each++) await answer(world, world.round.path)
  await answer(world, world.round.paths[1] ?? '', { ...fully, overall: '2' })
  world.actAs(district)
  const { page } = await read(world, `/surveys/${world.round.id}`)
  expect(page).toContain('<title>Very satisfied: 33, ')
  expect(page).toContain('<title>Rate 100%, 95 % interval 89.6% to 100%, target 90%</title>')
  expect(page).toContain('Cannot tell yet')
  expect(page).toContain('2 more valid answers would settle it')
  expect(page).toContain('Too few answers')
  expect(page).toContain('self-selected')
})

test('posters carry the name, the QR code and the short link; all of a subdistrict in one print', async () => {
  const world = await newWorld()
  const { id, links } = await openRound(world, { units: 'all' })
  world.actAs(subdistrict)
  const all = await read(world, `/surveys/${id}/posters`)
  expect(all.page.match(/<section class="sheet">/g)).toHaveLength(7)
  const one = await read(world, `/surveys/${id}/posters?of=350203001001`)
  expect(one.page.match(/<section class="sheet">/g)).toHaveLength(1)
  expect(one.page.replace('<wbr/>', '')).toContain(links.find(link => link.code === '350203001001')?.url)
  expect(one.page).toContain('aria-label="QR code of the questionnaire for 鸿山社区"')
  expect((await read(world, `/surveys/${id}/posters?of=350203003001`)).status).toBe(403)
})

test('a survey is closed and reopened with a reason, which is kept', async () => {
  const world = await newAskingWorld()
  const path = `/surveys/${world.round.id}`
  world.actAs(district)
  expect((await world.post(`${path}/close`, {})).status).toBe(303)
  expect((await world.post(`${path}/close`, {})).status).toBe(409)
  const refused = await world.post(`${path}/reopen`, { reason: '停电两天', closes: '2026-10-01' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('停电两天')])
  expect((await world.post(`${path}/reopen`, { reason: '停电两天', closes: '2026-10-30' })).status).toBe(303)
  expect((await read(world, path)).page).toContain('Reopened on 2026-10-05: 停电两天')
  expect((await answer(world, world.round.path)).status).toBe(201)
})

test('the public sees the result when the survey has ended, and of few answers nothing', async () => {
  const world = await newAskingWorld()
  const path = `/r/${world.round.id}`
  for (let each = 0; each < 36; each++) await answer(world, world.round.path)
  await answer(world, world.round.paths[1] ?? '', { ...fully, overall: '1' })
  expect((await read(world, path)).status).toBe(404)
  await cli(world, 'survey', 'close', world.round.id)
  const { status, page } = await read(world, path)
  expect(status).toBe(200)
  expect(page).toContain('fewer than 30')
  expect(page).toContain('35–39')
  expect(page).toContain('88.6% or more')
  // 37 receipts are public, and so is that nearly all of them answered the themes; how the 36 and the 1 share them is not.
  expect(page).not.toMatch(/\b36\b/)
})

test('the table and the page of results have every answer that came since they were last asked for, the table in the viewer’s language', async () => {
  const world = await newAskingWorld()
  const [here = '', there = ''] = world.round.paths
  const table = async (language = 'en') => {
    const headers = { 'accept-language': language }
    const file = await world.get(`/surveys/${world.round.id}/results.csv`, headers)
    return (await file.text()).trim().split('\r\n')
  }
  world.actAs(district)
  await answer(world, here)
  const first = await table()
  expect(first.at(-1)).toContain('All units,,1,')
  expect(await table()).toEqual(first)
  const page = async () => (await read(world, `/surveys/${world.round.id}`)).page
  expect(await page()).toContain('<title>Very satisfied: 1, ')
  await answer(world, there)
  expect((await table()).at(-1)).toContain('All units,,2,')
  expect(await page()).toContain('<title>Very satisfied: 2, ')
  expect((await table('zh-CN')).at(-1)).toContain('合计,,2,')
  world.actAs(lead)
  expect(await table()).toHaveLength(3)
})

test('results go out as a table of the own scope, and free texts without the answers beside them', async () => {
  const world = await newAskingWorld()
  const [here = '', there = ''] = world.round.paths
  await answer(world, here, { ...fully, opinion: '活动再多一些' })
  await answer(world, here, { ...fully, opinion: '=1+1' })
  await answer(world, there, { ...fully, opinion: '别处的意见' })
  world.actAs(lead)
  const table = await world.get(`/surveys/${world.round.id}/results.csv`)
  expect(table.headers.get('content-type')).toContain('text/csv')
  const lines = (await table.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toBe(
    '350203001001,鸿山社区,厦港街道,2,0,2,0,0,0,0,1,1,100,0.3424,1,Too few answers,33,2,0,0',
  )

  const { page } = await read(world, `/surveys/${world.round.id}/texts`)
  expect(page).toContain('<li>活动再多一些</li>')
  expect(page).not.toContain('别处的意见')
  world.actAs(otherLead)
  expect((await read(world, `/surveys/${world.round.id}/texts`)).status).toBe(403)
  expect((await read(world, `/surveys/${world.round.id}/results.csv`)).status).toBe(403)
})
