import { expect, test } from 'vitest'
import { district, lead, newWorld, type World } from './helpers/world.ts'

test('every page carries the headers that keep it safe', async () => {
  const world = await newWorld()
  world.actAs(district)
  const { headers } = await world.get('/units')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toBe('private, no-cache')
  expect((await world.get('/style.css')).headers.get('cache-control')).toBe('public, max-age=300')
})

test('whatever is answered for staff carries the headers of security', async () => {
  const world = await newWorld()
  const answers = [
    await world.get('/'),
    await world.get('/nothing-here'),
    await world.get('/style.css'),
    await world.get('/healthz'),
    await world.get('/meetings'),
    await world.web.request('http://localhost:3000/language', {
      method: 'POST',
      headers: { origin: 'http://elsewhere.example' },
    }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([302, 404, 200, 200, 303, 403])
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('cache-control') && headers.get('cache-control')?.includes('private')).toBe(false)
  }
})

test('a form posted from another site is refused, in words', async () => {
  const world = await newWorld()
  world.actAs(district)
  const refused = await world.web.request('http://localhost:3000/units/sample', {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain('请求不是从本站页面发出的')
})

test('a body over 64 KiB is refused with 413', async () => {
  const world = await newWorld()
  const refused = await world.post('/language', { lang: 'en', to: '/'.repeat(70_000) })
  expect(refused.status).toBe(413)
  expect(await refused.text()).toContain('64 KB')
})

test('a refused form leads back to the page on which it stood, and to no other site', async () => {
  const world = await newWorld()
  world.actAs(district)
  const refused = async (referer: string, bytes = 2_100_000) => {
    const origin = world.kit.publicUrl
    const headers = { origin, referer, 'content-type': 'application/x-www-form-urlencoded' }
    const sent = { method: 'POST', headers: { ...headers, 'accept-language': 'en' }, body: 'x'.repeat(bytes) }
    return (await world.web.request(`${origin}/meetings/holidays/import`, sent)).text()
  }
  const back = (path: string) => `<a href="${path}">Back to where you were</a>`
  expect(await refused(`${world.kit.publicUrl}/meetings/holidays?a=1`)).toContain(
    back('/meetings/holidays?a=1'),
  )
  const elsewhere = await refused('https://elsewhere.example/meetings/holidays')
  expect(elsewhere).toContain('the limit is 2 MB')
  expect(elsewhere).not.toContain('Back to where')
})

test('who is refused without a page of the own behind finds the nearest one, and only staff the start page', async () => {
  const world = await newWorld()
  const links = async (asked: Response | Promise<Response>) => {
    const response = await asked
    const main = (await response.text()).split('<main')[1] ?? ''
    return [response.status, ...[...main.matchAll(/href="([^"]+)"/g)].map(found => found[1])]
  }
  const noForm = (path: string) =>
    world.web.request(`http://localhost:3000${path}`, {
      method: 'POST',
      headers: { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' },
      body: '{',
    })
  const foreign = { origin: 'https://elsewhere.example', referer: 'https://elsewhere.example/people' }
  for (const actor of [district, lead]) {
    world.actAs(actor)
    expect(await links(noForm('/people/invite'))).toEqual([400, '/people/invite', '/'])
    expect(await links(noForm('/people/x/end'))).toEqual([400, '/people/x', '/'])
    // Another site's form is refused before anybody asks who sent it.
    expect(await links(world.post('/people/x/end', {}, foreign))).toEqual([403, '/people/x', '/sign-in'])
    expect(await links(world.get('/meetings/x/nothing'))).toEqual([404, '/meetings/x', '/'])
    expect(await links(world.get('/nothing'))).toEqual([404, '/'])
  }
  world.actAs(undefined)
  expect(await links(world.get('/notice/2026/nothing'))).toEqual([404, '/notice/2026', '/sign-in'])
  expect(await links(world.get('/r/nothing'))).toEqual([404, '/sign-in'])
  expect(await links(world.post('/sign-in/x', {}, foreign))).toEqual([403, '/sign-in/x', '/sign-in'])
})

test('a form with a long reason at each of its items is no larger than its page takes', async () => {
  const world = await newWorld()
  world.actAs(district)
  // Thirty reasons of 500 characters.
  const fields = { note: '理'.repeat(30 * 500) }
  const paths = ['ratings/2026/350203001001/review', 'ratings/2026/350203001001/self/A']
  for (const path of [...paths, 'registers/2026/350203001001/groups'])
    expect((await world.post(`/${path}`, fields)).status).not.toBe(413)
  world.actAs(undefined)
  expect((await world.post(`/${paths[0]}`, fields)).headers.get('location')).toMatch(/^\/sign-in/)
})

/** A body of so many empty parts, as no browser sends it. */
function emptyParts(count: number): string {
  const part = '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n\r\n'
  return `${part.repeat(count)}--x--\r\n`
}

test('a form of a thousand parts is refused before it is read', async () => {
  const world = await newWorld()
  const send = (path: string, count: number) =>
    world.web.request(`http://localhost:3000${path}`, {
      method: 'POST',
      headers: {
        origin: 'http://localhost:3000',
        'content-type': 'multipart/form-data; a="; boundary=y"; boundary=x',
      },
      body: emptyParts(count),
    })
  world.actAs(district)
  const before = process.cpuUsage().user
  expect((await send('/ratings/2026/350203001001/evidence/A1', 400_000)).status).toBe(400)
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(2_000)

  world.actAs(undefined)
  const asked = await send('/ratings/2026/350203001001/evidence/A1', 2_000)
  expect([asked.status, asked.headers.get('location')]).toEqual([
    303,
    '/sign-in?to=%2Fratings%2F2026%2F350203001001%2Fevidence%2FA1',
  ])
})

test('a page that needs a signed-in person leads to the way in', async () => {
  const world = await newWorld()
  const asked = await world.get('/units')
  expect(asked.status).toBe(303)
  expect(asked.headers.get('location')).toBe('/sign-in?to=%2Funits')
})

test('the browser’s language is spoken, and another one once it is chosen', async () => {
  const world = await newWorld()
  world.actAs(district)
  expect(await (await world.get('/units', { 'accept-language': 'zh-CN' })).text()).toContain(
    '<html lang="zh-CN"',
  )
  const chosen = await world.post('/language', { lang: 'zh-CN', to: '/units' })
  expect(chosen.headers.get('location')).toBe('/units')
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await world.get('/units', { cookie })).text()).toContain('<html lang="zh-CN"')
})

/** Presses the button for the other language on a page, and follows it. */
async function inOtherLanguage({ get, post }: World, page: Response): Promise<Response> {
  const [, to = ''] = /<input type="hidden" name="to" value="([^"]*)"/.exec(await page.text()) ?? []
  const chosen = await post('/language', { lang: 'zh-CN', to: to.replaceAll('&amp;', '&') })
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
  const asked = await get(chosen.headers.get('location') ?? '', { cookie })
  const back = asked.headers.get('location')
  return back === null ? asked : get(back, { cookie })
}

test('the other language shows the same page with its query', async () => {
  const world = await newWorld()
  world.actAs(district)
  const page = await inOtherLanguage(world, await world.get('/meetings?lang=en&year=2027&unit=350203001000'))
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html).toContain('<html lang="zh-CN"')
  expect(html).toContain('name="to" value="/meetings?year=2027&amp;unit=350203001000"')
})

test.each([
  ['/meetings/plan', { level: 'community' }, '例会'],
  ['/units/events', {}, '登记变更'],
  ['/surveys/new', {}, '满意度'],
])('the other language leads from a faulty post to %s to its form', async (path, fields, title) => {
  const world = await newWorld()
  world.actAs(district)
  const faulty = await world.post(path, fields)
  expect(faulty.status).toBeGreaterThanOrEqual(400)
  const page = await inOtherLanguage(world, faulty)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(title)
})

test('an address that only takes forms leads to the page above it', async () => {
  const world = await newWorld()
  world.actAs(district)
  expect((await world.get('/meetings/x1/minutes/final?of=1')).headers.get('location')).toBe(
    '/meetings/x1/minutes?of=1',
  )
  expect((await world.get('/sign-out')).status).toBe(404)
})

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\r\n/elsewhere.example',
  '/./\t/elsewhere.example',
  '/x/..//elsewhere.example',
])('choosing a language never leads to %s', async to => {
  const world = await newWorld()
  expect((await world.post('/language', { lang: 'en', to })).headers.get('location')).toBe('/')
})

test('an unknown address says so with 404', async () => {
  const world = await newWorld()
  const missing = await world.get('/nothing-here')
  expect(missing.status).toBe(404)
  expect(await missing.text()).toContain('There is no such page')
})

test('a body that is no form is refused with 400', async () => {
  const world = await newWorld()
  const refused = await world.web.request('http://localhost:3000/language', {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' },
    body: 'not multipart at all',
  })
  expect(refused.status).toBe(400)
})

test.each([
  ['https://elsewhere.example', 'application/x-www-form-urlencoded'],
  ['https://elsewhere.example', 'application/json'],
  ['http://localhost:3000.elsewhere.example', 'text/plain'],
  ['null', 'multipart/form-data; boundary=x'],
  [undefined, 'application/x-www-form-urlencoded'],
  [undefined, 'application/json'],
  [undefined, undefined],
])('nothing is changed by a request from the origin %s with the type %s', async (origin, type) => {
  const world = await newWorld({ units: false })
  world.actAs(district)
  const headers = { ...(origin && { origin }), ...(type && { 'content-type': type }) }
  const body = new Uint8Array([1])
  const refused = await world.web.request('http://localhost:3000/units/sample', {
    method: 'POST',
    headers,
    body,
  })
  expect(refused.status).toBe(403)
  expect((await world.get('/units')).status).toBe(200)
  expect(await (await world.get('/units')).text()).not.toContain('鸿山社区')
})

test('behind a proxy, pages of the public address may post', async () => {
  const world = await newWorld({ publicUrl: 'https://slc.example.cn' })
  world.actAs(district)
  const chosen = await world.post(
    '/language',
    { lang: 'en', to: '/units' },
    { origin: 'https://slc.example.cn' },
  )
  expect(chosen.status).toBe(303)
})
