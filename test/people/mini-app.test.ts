import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { miniAppUser } from '../../src/people/mini-app.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant } from '../../src/shared/time.ts'
import { buildWeb } from '../../src/web.tsx'
import { chatWorld } from '../helpers/chat.ts'
import { chatWith, cookieOf, enrol } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

const token = '123456:TEST-token-of-this-test-alone'
/** Monday 5 October 2026, 09:30 in Shanghai. */
const now = instant('2026-10-05T01:30:00Z')
const openedAt = Date.parse(now) / 1000

/** What Telegram hands to the page, signed as its documentation says. */
function initData(given: { id?: number; at?: number; with?: string } = {}): string {
  const fields = new URLSearchParams({
    query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
    user: JSON.stringify({ id: given.id ?? 77, first_name: '林', language_code: 'zh-hans' }),
    auth_date: String(given.at ?? openedAt),
    signature: 'sig',
  })
  const text = [...fields]
    .map(pair => pair.join('='))
    .sort()
    .join('\n')
  const secret = createHmac('sha256', 'WebAppData')
    .update(given.with ?? token)
    .digest()
  fields.set('hash', createHmac('sha256', secret).update(text).digest('hex'))
  return fields.toString()
}
const changed = (name: string, value: string) => {
  const fields = new URLSearchParams(initData())
  fields.set(name, value)
  return fields.toString()
}

test.each([
  ['fresh', initData(), 77],
  ['a quarter of an hour old', initData({ at: openedAt - 900 }), 77],
  ['older', initData({ at: openedAt - 901 }), 'openedLongAgo'],
  ['from 2001', initData({ at: 1_000_000_000 }), 'openedLongAgo'],
  ['from the future', initData({ at: openedAt + 61 }), 'openedLongAgo'],
  ['of another bot', initData({ with: '1:other' }), 'notFromTelegram'],
  ['of somebody else', changed('user', '{"id":78}'), 'notFromTelegram'],
  ['made younger', changed('auth_date', String(openedAt - 1)), 'notFromTelegram'],
  ['with a short hash', changed('hash', 'ab'), 'notFromTelegram'],
  ['with a field twice', `${initData()}&user=%7B%22id%22%3A78%7D`, 'notFromTelegram'],
  ['with a broken user', changed('user', '{'), 'notFromTelegram'],
  ['nothing', '', 'notFromTelegram'],
])('initData that is %s', (_, data, expected) => {
  const user = miniAppUser(data, token, now)
  expect(isRefusal(user) ? user.code : user).toBe(expected)
})

test('the page behind the menu button opens signed in, for those who are bound', async () => {
  const world = await newWorld()
  const web = buildWeb(world.kit, { rateLimits: false, trustProxy: false, botToken: token })
  const origin = 'http://localhost:3000'
  const post = (data: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) =>
    web.request(`${origin}/app`, {
      method: 'POST',
      headers: { origin, 'accept-language': 'zh-CN', ...headers },
      body: new URLSearchParams({ initData: data, ...more }),
    })
  expect(await (await web.request(`${origin}/app`)).text()).toContain('src="/app.js"')
  expect((await web.request(`${origin}/app.js`)).headers.get('content-type')).toContain('javascript')
  const stranger = await post(initData())
  expect(stranger.status).toBe(403)
  expect(await stranger.text()).toContain('尚未绑定')
  await chatWith(world, await enrol(world, '林主任', 'lead', '350203001001'), 77)
  const entered = await post(initData())
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
  const page = await (await web.request(`${origin}/app?to=%2Fratings%2F2026`)).text()
  expect(page).toContain('name="to" value="/ratings/2026"')
  for (const [to, place] of [
    ['/ratings/2026?page=2', '/ratings/2026?page=2'],
    ['https://evil.cn/', '/'],
    ['//evil.cn', '/'],
  ] as const)
    expect((await post(initData(), {}, { to })).headers.get('location')).toBe(place)
  const own = await web.request(`${origin}/account`, { headers: cookieOf(entered) })
  expect(await own.text()).toContain('林主任')
  expect((await post(initData({ with: '1:other' }))).status).toBe(401)
  expect((await post(initData(), { origin: 'https://evil.cn' })).status).toBe(403)
  expect((await world.get('/app')).status).toBe(404)
})

test('the menu button is there when the product has an https address', async () => {
  const buttons = async (publicUrl: string) => {
    const { join, emulator } = await chatWorld({ publicUrl })
    await join('Lin', 'lead', '350203001001', 'en')
    const asked = () =>
      emulator.calls.filter(call => call.method === 'setChatMenuButton').map(call => call.params)
    await expect.poll(() => asked().length).toBeGreaterThan(0)
    return asked
  }
  const open = { type: 'web_app', web_app: { url: 'https://slc.example.cn/app' } }
  const https = await buttons('https://slc.example.cn')
  await expect
    .poll(() => https().map(params => params.menu_button))
    .toEqual([
      { ...open, text: '打开平台' },
      { ...open, text: 'Open' },
    ])
  expect((await buttons('http://localhost:3000'))()).toMatchObject([{ menu_button: { type: 'commands' } }])
})
