import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { ratingParts } from '../../src/rating-parts.ts'
import { announceAll, sayWhereToObject } from '../../src/ratings/announcing.ts'
import { ratingDesk } from '../../src/ratings/desk.ts'
import { doStep } from '../../src/ratings/doing.ts'
import { phoneFault } from '../../src/ratings/object-to.ts'
import { ratingCycles, ratings } from '../../src/ratings/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { chatWorld } from '../helpers/chat.ts'
import { enrol, granted } from '../helpers/people.ts'
import { district, lead } from '../helpers/world.ts'
import { aYear, contact, contactFields, first, proposed, second, staff } from './playing.ts'

const page = '/ratings/2026/notice'

test('no notice opens before it says where to object', async () => {
  const year = await proposed()
  expect(await announceAll(year.desk, district, '2026')).toMatchObject({ code: 'objectToMissing' })
  const single = await year.desk.noticeEnd('2026')
  const step = { action: 'announce' as const, reason: '', items: [], passed: true }
  expect(await year.refused(district, first, (rating, hand) => doStep(rating, step, single, hand))).toBe(
    'objectToMissing',
  )
  const refused = await year.post('/ratings/2026/steps', { action: 'announce' })
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('A notice must say where to object'),
  ])
  expect(await (await year.get('/ratings/2026')).text()).toContain(`href="${page}"`)
  expect((await year.rating(first)).state).toBe('proposed')

  expect((await year.post(page, { ...contactFields, go: 'announce' })).status).toBe(303)
  expect([(await year.rating(first)).state, (await year.rating(second)).state]).toEqual([
    'publicNotice',
    'publicNotice',
  ])
  const opened = await (await year.get('/notice/2026')).text()
  for (const told of [
    'Office of the trial district',
    '000-0000000 转 8',
    '试验路 1 号',
    'workdays 9:00–12:00',
  ])
    expect(opened).toContain(told)
})

test('a cycle that was opened before this was asked for puts its grades on notice without', async () => {
  const year = await proposed()
  await year.store.write('test', tx => tx.change(ratingCycles, '2026', ({ objectTo, ...cycle }) => cycle))
  expect(await announceAll(year.desk, district, '2026')).toBe(2)
  expect(await (await year.get('/notice/2026')).text()).toContain('with the subdistrict or the district')
})

test('where to object can change until the notice ends, and every version is kept', async () => {
  const year = await proposed()
  await year.post(page, { ...contactFields, go: 'announce' })
  year.clock.set('2026-12-08T09:00:00Z')
  await year.post(page, { ...contactFields, phone: '000-1111111', go: 'save' })
  const { objectTo } = await year.store.get(ratingCycles, '2026')
  expect(objectTo?.map(({ phone, at, byName }) => [phone, at, byName])).toEqual([
    ['000-0000000 转 8', '2026-12-01T01:00:00.000Z', 'district-1'],
    ['000-1111111', '2026-12-08T09:00:00.000Z', 'district-1'],
  ])
  const versions = await (await year.get(page)).text()
  expect(versions).toContain('2026-12-01 09:00 district-1: Office of the trial district, 000-0000000 转 8')
  expect(versions).toContain('97 not yet proposed, 2 on notice.')
  year.clock.set('2026-12-09T01:00:00Z')
  const late = await year.post(page, { ...contactFields, go: 'save' })
  const said = await late.text()
  expect([late.status, said]).toEqual([409, expect.stringContaining('Every notice so far has ended')])
  expect(said).toContain('97 not yet proposed, 2 whose notice has ended.')
  expect(said).toContain('not yet proposed is, it can be changed again')
  year.actAs(lead)
  expect((await year.post(page, { ...contactFields, go: 'save' })).status).toBe(403)
})

test('the buttons announce and name what the notice lists; who falls short goes along unlisted', async () => {
  const year = await proposed({ A1: 0, A2: 0, A3: 0, A4: 0, A5: 0 })
  granted(await sayWhereToObject(year.kit, district, '2026', contact))
  const ready = await (await year.get('/ratings/2026')).text()
  expect(ready).toContain('Put on public notice (1)')
  expect(ready).toContain('1 more would be below 合格: they are not listed')
  expect(await (await year.get(page)).text()).toContain('Save and put 1 on public notice')
  await year.post('/ratings/2026/steps', { action: 'announce' })
  const { name } = await year.rating(second)
  expect(await (await year.get(`/ratings/2026/${second}`)).text()).toContain('not listed in public')
  expect(await (await year.get('/notice/2026')).text()).not.toContain(name)
  year.clock.set('2026-12-16T01:00:00Z')
  const over = await (await year.get('/ratings/2026')).text()
  expect(over).toContain('Make final (1)')
  expect(over).toContain('1 more are decided to be below 合格')
  await year.post('/ratings/2026/steps', { action: 'finalise' })
  expect([(await year.rating(first)).grade, (await year.rating(second)).grade]).toEqual([
    'firstClass',
    'notQualified',
  ])
})

test('the next cycle is offered what the last one said', async () => {
  const year = await proposed()
  await year.post(page, { ...contactFields, go: 'save' })
  granted(await year.desk.openYear(district, 2027))
  const next = await (await year.get('/ratings/2027/notice')).text()
  expect(next).toContain('This is what 2026 said')
  expect(next).toContain('value="试验路 1 号"')
  expect((await year.store.get(ratingCycles, '2027')).objectTo).toEqual([])
})

test('the telephone is an office’s', async () => {
  const fault = (phone: string) => phoneFault(phone)?.code
  for (const fine of ['0592-0000000', '(0592) 0000000 ext. 8', '0592-0000000 转 8，0592-0000001', '12345'])
    expect(fault(fine), fine).toBeUndefined()
  for (const own of ['13800000000', '138 0000 0000', '+86 138-0000-0000', '0592-0000000、13900000000'])
    expect(fault(own), own).toBe('mobilePhone')
  for (const none of ['ask the office', '1234', '0592-0000000 <b>'])
    expect(fault(none), none).toBe('badPhone')
  const year = await aYear()
  year.actAs(district)
  const refused = await year.post(page, { ...contactFields, phone: '13800000000', go: 'save' })
  const html = await refused.text()
  expect([refused.status, html]).toEqual([422, expect.stringContaining('not somebody’s mobile')])
  expect(html).toContain('value="试验路 1 号"')
  const empty = await (await year.post(page, { phone: '000-0000000' })).text()
  const listed = ['office">Office', 'address">Address', 'hours">Hours']
  for (const field of listed) expect(empty).toContain(`<a href="#${field}: This has to be filled in</a>`)
  for (const name of ['office', 'address', 'hours'])
    expect(empty).toContain(`<span class="fault" id="${name}-fault">This has to be filled in</span>`)
})

test('the notice goes out as a page to print, as a Word file and as a table', async () => {
  const year = await proposed()
  await year.post(page, { ...contactFields, go: 'announce' })
  year.actAs(undefined)
  const zh = { 'accept-language': 'zh-CN' }
  const print = await (await year.get('/notice/2026/print', zh)).text()
  for (const told of [
    '2026 年度三联创评定公示',
    '2026年12月1日',
    '2026年12月8日',
    '试验路 1 号',
    '思明区计划生育协会',
  ])
    expect(print).toContain(told)
  expect(print.match(/<td>一流<\/td>/g)).toHaveLength(2)
  const word = await year.get('/notice/2026/notice.docx')
  expect(word.headers.get('content-type')).toContain('wordprocessingml')
  const csv = await (await year.get('/notice/2026/list.csv', zh)).text()
  expect(csv.split('\r\n')[1]).toMatch(/^[^,]+社区,[^,]+街道,一流,2026-12-01,2026-12-08,,$/)
  expect((await year.get('/notice/2026/list.xlsx')).status).toBe(200)
  expect((await year.get('/notice/1999/print')).status).toBe(404)
})

test('the public notice has the spot checks with all that it takes to draw them again', async () => {
  const year = await aYear()
  const codes = [first, second, '350203001006', '350203003001'] as const
  for (const code of codes) await year.apply(code, 'qualified')
  year.clock.set('2026-11-16T01:00:00Z')
  for (const code of codes.slice(0, 3)) await year.decides(staff, code)
  const other = { ...staff, id: 's-2', duties: [{ role: 'subdistrict' as const, unit: '350203003000' }] }
  await year.decides(other, codes[3])
  granted(await year.desk.draw(district, '2026', '双色球 2026130'))
  year.actAs(undefined)
  const { draws } = (await (await year.get('/notice/2026/draws.json')).json()) as {
    draws: { seed: string; drawn: string[]; subdistricts: { from: string[]; drawn: string[] }[] }[]
  }
  const lot = (code: string) => createHash('sha256').update(`双色球 2026130:${code}`).digest('hex')
  const redrawn = draws[0]?.subdistricts.map(({ from }) =>
    from.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, Math.min(from.length, 2)),
  )
  expect(redrawn).toEqual(draws[0]?.subdistricts.map(({ drawn }) => drawn))
  expect(redrawn?.flat().sort()).toEqual(draws[0]?.drawn)
  expect(draws[0]?.drawn).toHaveLength(3)
  expect(JSON.stringify(draws)).not.toContain('district-1')
  expect(await (await year.get('/notice/2026')).text()).toContain('Seed “双色球 2026130”, 3 drawn from 4')
})

test('a lead is told of the notice, with where to object', async () => {
  const year = await proposed()
  await enrol(year, '林主任', 'lead', first)
  granted(await sayWhereToObject(year.kit, district, '2026', contact))
  granted(await announceAll(year.desk, district, '2026'))
  const told = (await year.store.all(outbox)).filter(({ message }) => message.kind === 'rating.notice')
  expect(told.map(({ message }) => message.text)).toEqual([
    'On public notice from 2026-12-01 to 2026-12-15: 鸿山社区, proposed grade First-class. Please post the notice in the community. Where to object: Office of the trial district, 000-0000000 转 8, 试验路 1 号, workdays 9:00–12:00',
  ])
})

test('during the notice /rating tells until when and where to object, with the way to its page', async () => {
  const world = await chatWorld({ publicUrl: 'https://slc.example.cn', now: '2026-12-01T01:00:00Z' })
  granted(await ratingDesk(world.kit, ratingParts(world.kit)).openYear(district, 2026))
  granted(await sayWhereToObject(world.kit, district, '2026', contact))
  const notice = { from: plainDate('2026-12-01'), until: plainDate('2026-12-08'), unsure: false }
  await world.store.write('test', tx =>
    tx.change(ratings, `2026-${first}`, rating => ({
      ...rating,
      state: 'publicNotice' as const,
      notice,
      result: { ...rating.result, projected: 'qualified' as const },
    })),
  )
  const { user } = await world.join('林主任', 'lead', first)
  await user.says('/rating')
  const answer = await user.waitsFor('公示至 2026-12-08。异议受理：试验区计划生育协会办公室，000-0000000')
  expect(JSON.stringify(answer.reply_markup)).toContain('https://slc.example.cn/notice/2026')
})
