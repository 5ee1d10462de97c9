import { expect, test } from 'vitest'
import { endDuty } from '../../src/people/duties.ts'
import { firstLink, signInLinkFor } from '../../src/people/links.ts'
import { forgetOldKeys } from '../../src/people/sessions.ts'
import { invitations, people, sessions, signInLinks } from '../../src/people/store.ts'
import { cookieOf, enrol, granted, office, signIn } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

const hongshan = '350203001001'

async function withWang() {
  const world = await newWorld()
  const invited = await enrol(world, '王芳', 'lead', hongshan)
  const link = async () => new URL(granted(await signInLinkFor(world.kit, invited.person.id))).pathname
  return { world, ...invited, link, path: `/invitation/${invited.secret}` }
}

test('looking at an invitation, as chat programs do, uses nothing up', async () => {
  const { world, path } = await withWang()
  for (const _ of [1, 2, 3]) {
    const shown = await world.get(path)
    expect(shown.status).toBe(200)
    expect(shown.headers.getSetCookie()).toEqual([])
    expect(await shown.text()).toContain('Welcome, 王芳')
  }
  expect((await world.post(path, {})).status).toBe(303)
})

test('accepting an invitation signs in with a cookie that scripts and other sites cannot use', async () => {
  const { world, path, person } = await withWang()
  const accepted = await world.post(path, {})
  expect(accepted.headers.get('location')).toBe('/')
  const cookie = accepted.headers.getSetCookie()[0] ?? ''
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).toContain('Path=/')
  const page = await world.get('/units', cookieOf(accepted))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('王芳')
  expect(await world.store.get(people, person.id)).toMatchObject({ lang: 'en', joined: world.clock.now() })
})

test('behind https the cookie is bound to the host', async () => {
  const world = await newWorld({ publicUrl: 'https://slc.example' })
  const { secret } = await enrol(world, '王芳', 'lead', hongshan)
  const accepted = await world.post(`/invitation/${secret}`, {})
  const cookie = accepted.headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/^__Host-session=/)
  expect(cookie).toContain('Secure')
  expect((await world.get('/units', cookieOf(accepted))).status).toBe(200)
})

test('a second press is refused with a sentence', async () => {
  const { world, path } = await withWang()
  await world.post(path, {})
  const second = await world.post(path, {})
  expect(second.status).toBe(410)
  expect(second.headers.getSetCookie()).toEqual([])
  expect(await second.text()).toContain('This invitation was used already')
  expect((await world.get(path)).status).toBe(410)
})

test('of presses at the same moment one gets in', async () => {
  const { world, path, link } = await withWang()
  for (const each of [path, await link()]) {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.post(each, {})))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 410, 410, 410, 410])
  }
  expect(await world.store.all(sessions)).toHaveLength(2)
})

test.each([
  ['invitation', '2026-10-12T01:29:59.999Z', 200],
  ['invitation', '2026-10-12T01:30:00.000Z', 410],
  ['sign-in link', '2026-10-05T01:44:59.999Z', 200],
  ['sign-in link', '2026-10-05T01:45:00.000Z', 410],
])('the %s issued on 2026-10-05T01:30Z answers at %s with %i', async (kind, at, status) => {
  const { world, path, link } = await withWang()
  const asked = kind === 'invitation' ? path : await link()
  world.clock.set(at)
  expect((await world.get(asked)).status).toBe(status)
  expect((await world.post(asked, {})).status).toBe(status === 200 ? 303 : status)
})

test.each(['/invitation/nothing', '/sign-in/nothing'])('%s is unknown', async path => {
  const world = await newWorld()
  expect((await world.get(path)).status).toBe(404)
  expect((await world.post(path, {})).status).toBe(404)
})

test('only hashes of secrets are kept', async () => {
  const { world, path, secret, link } = await withWang()
  const linkSecret = (await link()).split('/').at(-1)
  const { cookie } = cookieOf(await world.post(path, {}))
  const kept = JSON.stringify([
    await world.store.all(invitations),
    await world.store.all(signInLinks),
    await world.store.all(sessions),
    await world.store.all(people),
  ])
  for (const known of [secret, linkSecret, cookie.split('=')[1]]) expect(kept).not.toContain(known)
})

test('signing out ends the session', async () => {
  const { world, person } = await withWang()
  const headers = await signIn(world, person)
  expect((await world.get('/units', headers)).status).toBe(200)
  await world.post('/sign-out', {}, headers)
  expect((await world.get('/units', headers)).status).toBe(303)
  expect(await world.store.all(sessions)).toEqual([])
})

test('a session lives 30 days from its last use', async () => {
  const { world, person } = await withWang()
  const headers = await signIn(world, person)
  world.clock.set('2026-11-04T01:29:00Z')
  const used = await world.get('/units', headers)
  expect(used.status).toBe(200)
  expect(used.headers.getSetCookie()[0]).toContain('Max-Age=2592000')
  world.clock.set('2026-12-04T01:28:00Z')
  expect((await world.get('/units', headers)).status).toBe(200)
  world.clock.set('2027-01-03T01:28:00Z')
  expect((await world.get('/units', headers)).status).toBe(303)
})

test('whoever’s last duty ends is signed out at once and cannot come back', async () => {
  const { world, person, path, link } = await withWang()
  const unusedLink = await link()
  const headers = await signIn(world, person)
  granted(await endDuty(world.kit, office, person.id, { role: 'lead', unit: hongshan }))
  expect((await world.get('/units', headers)).status).toBe(303)
  expect((await world.post(unusedLink, {})).status).toBe(404)
  expect((await world.post(path, {})).status).toBe(404)
  expect(await signInLinkFor(world.kit, person.id)).toMatchObject({ code: 'hasLeft' })
})

test('signing in again in the same browser replaces its session', async () => {
  const { world, person, link } = await withWang()
  const headers = await signIn(world, person)
  await world.post(await link(), {}, headers)
  expect(await world.store.all(sessions)).toHaveLength(1)
})

test('a new installation has one way in, until it was used', async () => {
  const world = await newWorld({ units: false })
  const first = await firstLink(world.kit)
  const again = await firstLink(world.kit)
  expect(again).not.toBe(first)
  expect(await world.store.all(people)).toMatchObject([
    { name: '区管理员', duties: [{ role: 'district', unit: '*' }] },
  ])
  const headers = cookieOf(await world.post(new URL(again ?? '').pathname, {}))
  expect(await (await world.get('/units', headers)).text()).toContain('There are no units yet')
  expect(await firstLink(world.kit)).toBeUndefined()
})

test('old keys are forgotten, live ones are not', async () => {
  const { world, person } = await withWang()
  await signIn(world, person)
  world.clock.set('2026-11-10T00:00:00Z')
  const headers = await signIn(world, person)
  await forgetOldKeys(world.kit)
  expect(await world.store.all(sessions)).toHaveLength(1)
  expect(await world.store.all(signInLinks)).toHaveLength(1)
  expect(await world.store.all(invitations)).toHaveLength(1)
  world.clock.set('2026-11-12T00:00:00Z')
  await forgetOldKeys(world.kit)
  expect(await world.store.all(invitations)).toEqual([])
  expect((await world.get('/units', headers)).status).toBe(200)
})

test('who had to sign in first goes on to the page that was asked for, and once only', async () => {
  const world = await newWorld()
  const { person } = await enrol(world, '甲', 'district', '350203000000')
  const asked = await world.get('/meetings?year=2026')
  const signIn = asked.headers.get('location') ?? ''
  expect(signIn).toBe('/sign-in?to=%2Fmeetings%3Fyear%3D2026')
  const kept = cookieOf(await world.get(signIn))
  const link = granted(await signInLinkFor(world.kit, person.id))
  const entered = await world.post(new URL(link).pathname, {}, kept)
  expect(entered.headers.get('location')).toBe('/meetings?year=2026')
  expect(entered.headers.getSetCookie().join()).toContain('to=; Max-Age=0')
})

test.each([
  '//elsewhere.example',
  'https://elsewhere.example',
  '/\t/elsewhere.example',
  '/\\elsewhere.example',
])('signing in never leads to %j', async to => {
  const world = await newWorld()
  const { person } = await enrol(world, '甲', 'district', '350203000000')
  expect((await world.get(`/sign-in?to=${encodeURIComponent(to)}`)).headers.getSetCookie()).toEqual([])
  const link = granted(await signInLinkFor(world.kit, person.id))
  const cookie = `to=${encodeURIComponent(to)}; session=planted`
  const entered = await world.post(new URL(link).pathname, {}, { cookie })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
})
