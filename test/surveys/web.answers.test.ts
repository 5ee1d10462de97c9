import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { answer, fully, idIn, newAskingWorld, openRound, results } from './asking.ts'

test('the page names the unit and who asks, says that it is anonymous, and is one small request', async () => {
  const world = await newAskingWorld()
  const response = await world.get(world.round.path, { 'accept-language': 'zh-CN' })
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain(world.round.links[0]?.name)
  expect(page).toContain('思明区计划生育协会请您评价')
  expect(page).toContain('不记录姓名、电话、网络地址和具体时间')
  expect(page).not.toContain('href="/sign-in"')
  expect(page.match(/<form\b/g)).toEqual(['<form'])
  expect(page).toContain('<form method="post"')
  expect(page).not.toMatch(/<(script|img|link)[^>]+(src|href)="(?!data:)/)
  expect(Buffer.byteLength(page)).toBeLessThan(14 * 1024)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const style = createHash('sha256')
    .update(/<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '')
    .digest('base64')
  expect(response.headers.get('content-security-policy')).toContain(`'sha256-${style}'`)
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('the page speaks English where it is wanted, and each has an id of its own', async () => {
  const world = await newAskingWorld()
  const [first, second] = [await world.get(world.round.path), await world.get(`${world.round.path}?lang=en`)]
  const [a, b] = [await first.text(), await second.text()]
  expect(a).toContain('<html lang="en"')
  expect(idIn(a)).toMatch(/^\w{12}$/)
  expect(idIn(a)).not.toBe(idIn(b))
})

test('an answer is stored once however often it is sent: 201, then 200 with the same receipt', async () => {
  const world = await newAskingWorld()
  const sent = { _id: '0123456789bc', ...fully, opinion: '很好' }
  const first = await world.post(world.round.path, sent)
  const again = await world.post(world.round.path, sent)
  expect([first.status, again.status]).toEqual([201, 200])
  const receipt = /id="receipt">\s*([\w-]+)/
  const page = await first.text()
  expect(receipt.exec(page)?.[1]).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(receipt.exec(await again.text())?.[1]).toBe(receipt.exec(page)?.[1])
  expect(page).toContain(`href="${world.round.path}?lang=en"`)
  expect(page).toContain(`href="/r/${world.round.id}/receipts"`)
  expect((await results(world, world.round.id)).total.valid).toBe(1)
})

test('large type that was switched on stays on, after a fault and on the thanks page, and is not part of the answer', async () => {
  const world = await newAskingWorld()
  const isLarge = (page: string) => /<input[^>]*id="large"[^>]*checked/.test(page)
  const send = async (answers: Record<string, string>) =>
    (await world.post(world.round.path, { _id: '0123456789bc', ...answers })).text()
  expect(isLarge(await (await world.get(world.round.path)).text())).toBe(false)
  expect(isLarge(await send({ _large: 'on' }))).toBe(true)
  expect(isLarge(await send({}))).toBe(false)
  expect(isLarge(await send({ _large: 'on', ...fully }))).toBe(true)
  expect(isLarge(await send(fully))).toBe(false)
  expect((await results(world, world.round.id)).total.valid).toBe(1)
})

test('the same id with other answers is 409: the typed values stay, with a fresh id that can be sent', async () => {
  const world = await newAskingWorld()
  await world.post(world.round.path, { _id: '0123456789bc', ...fully })
  const other = { ...fully, overall: '1', opinion: '另一位居民' }
  const conflict = await world.post(world.round.path, { _id: '0123456789bc', ...other })
  const page = await conflict.text()
  expect(conflict.status).toBe(409)
  expect(page).toContain('另一位居民')
  expect(page).toMatch(/<input[^>]*name="overall"[^>]*value="1"[^>]*checked/)
  const fresh = idIn(page)
  expect(fresh).not.toBe('0123456789bc')
  expect((await world.post(world.round.path, { _id: fresh, ...other })).status).toBe(201)
  expect((await results(world, world.round.id)).total.levels).toEqual([1, 0, 0, 0, 1])
})

test('the same id for another unit is 409 too', async () => {
  const world = await newAskingWorld()
  const [here = '', there = ''] = world.round.paths
  await world.post(here, { _id: '0123456789bc', ...fully })
  expect((await world.post(there, { _id: '0123456789bc', ...fully })).status).toBe(409)
})

test.each<[string, Record<string, string | readonly string[]>]>([
  ['a missing answer', { overall: '' }],
  ['a level off the scale', { overall: '6' }],
  ['a level that is no number', { overall: 'very' }],
  ['a level given twice', { overall: ['5', '4'] }],
  ['an unknown question', { phone: '123' }],
  ['an over-long text', { opinion: '长'.repeat(2001) }],
])('%s is 422, keeps what was typed and stores nothing', async (_, wrong) => {
  const world = await newAskingWorld()
  const refused = await world.post(world.round.path, { _id: '0123456789bc', ...fully, ...wrong })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('role="alert"')
  expect(page).toMatch(/<input[^>]*name="attitude"[^>]*value="5"[^>]*checked/)
  expect((await results(world, world.round.id)).total.valid).toBe(0)
})

test.each<[string, string, string]>([
  ['no id', 'application/x-www-form-urlencoded', 'overall=5'],
  ['an id of another shape', 'application/x-www-form-urlencoded', '_id=1&overall=5'],
  ['two ids', 'application/x-www-form-urlencoded', '_id=0123456789bc&_id=0123456789bd&overall=5'],
  [
    'bytes that are no UTF-8',
    'application/x-www-form-urlencoded',
    '_id=0123456789bc&overall=5&opinion=%ff%fe',
  ],
  ['JSON', 'application/json', '{"overall":5}'],
  ['a broken multipart body', 'multipart/form-data; boundary=x', 'nonsense'],
  ['nothing', 'text/plain', ''],
])('a body with %s is 400', async (_, type, body) => {
  const world = await newAskingWorld()
  const refused = await world.web.request(world.round.path, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('没有保存')
})

test('a body over 64 KiB is 413, and leads to a fresh page', async () => {
  const world = await newAskingWorld()
  const refused = await world.post(world.round.path, { ...fully, opinion: 'x'.repeat(70_000) })
  expect(refused.status).toBe(413)
  expect(await refused.text()).toContain(`<a href="${world.round.path}">Open the questionnaire anew</a>`)
})

test('an answer sent without an Origin header, as old browsers and scripts do, is taken', async () => {
  const world = await newAskingWorld()
  const taken = await world.web.request(world.round.path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _id: '0123456789bc', ...fully }).toString(),
  })
  expect(taken.status).toBe(201)
})

test('an unknown link is 404, without the staff’s navigation', async () => {
  const world = await newAskingWorld()
  const missing = await world.get('/s/nothing')
  expect(missing.status).toBe(404)
  expect(await missing.text()).not.toContain('<nav')
})

test('before its first day and after its last one the link says when, with 410', async () => {
  const world = await newAskingWorld()
  const later = await openRound(world, { opens: '2026-10-07' })
  const early = await world.get(later.path)
  expect([early.status, await early.text()]).toEqual([410, expect.stringContaining('2026-10-07')])

  world.clock.set('2026-10-20T15:59:59Z')
  expect((await answer(world, world.round.path)).status).toBe(201)
  world.clock.set('2026-10-20T16:00:00Z')
  const late = await world.post(world.round.path, { _id: '0123456789bd', ...fully })
  const page = await late.text()
  expect(late.status).toBe(410)
  expect(page).toContain('2026-10-20')
  expect(page).toContain(`href="/r/${world.round.id}"`)
})

test('several rounds run side by side and their answers never mix', async () => {
  const world = await newAskingWorld()
  const other = await openRound(world, { basis: 'strict' })
  await answer(world, world.round.path)
  await answer(world, other.path, { ...fully, overall: '3' })
  await answer(world, other.path, { ...fully, overall: 'dontknow' })
  expect((await results(world, world.round.id)).total).toMatchObject({ valid: 1, broad: 1, dontKnow: 0 })
  expect((await results(world, other.id)).total).toMatchObject({ valid: 1, strict: 0, dontKnow: 1 })
})

test('in the sample district, the page and its thanks say that the data is made up', async () => {
  const world = await newAskingWorld()
  const { path } = world.round
  expect(await (await world.get(path)).text()).toContain('Sample data')
  expect(await (await answer(world, path)).text()).toContain('Sample data')
})

test('a page that is sent again after the round has closed is thanked, not refused', async () => {
  const world = await newAskingWorld()
  const sent = { _id: '0123456789bc', ...fully, opinion: '很好' }
  await world.post(world.round.path, sent)
  world.clock.set('2026-10-21T01:30:00Z')
  const again = await world.post(world.round.path, sent)
  expect(again.status).toBe(200)
  expect(await again.text()).toContain('id="receipt"')
  const others = [
    { ...sent, overall: '1' },
    { ...sent, _id: '0123456789bd' },
    { ...sent, overall: '9' },
  ]
  for (const other of others) expect((await world.post(world.round.path, other)).status).toBe(410)
  expect((await world.post(world.round.paths[1] ?? '', sent)).status).toBe(410)
  expect((await results(world, world.round.id)).total.valid).toBe(1)
})
