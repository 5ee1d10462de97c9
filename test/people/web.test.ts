import { expect, test } from 'vitest'
import { personAsActor } from '../../src/people/person.ts'
import { people, sessions } from '../../src/people/store.ts'
import { chatWith, enrol, signIn } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'

const hongshan = '350203001001'
const baicheng = '350203005002'

async function withPeople() {
  const world = await newWorld()
  const wang = await enrol(world, '王芳', 'lead', hongshan)
  const li = await enrol(world, '李强', 'lead', baicheng)
  return { world, wang, li }
}

test.each(['/people', '/people/invite', '/people/import', '/people/x', '/account'])(
  '%s leads those who are not signed in to the way in',
  async path => {
    const world = await newWorld()
    expect((await world.get(path)).headers.get('location')).toContain('/sign-in')
  },
)

test('everybody sees the people of the own units', async () => {
  const { world } = await withPeople()
  const seenBy = async (who: typeof district) => {
    world.actAs(who)
    const page = await (await world.get('/people')).text()
    return [page.includes('王芳'), page.includes('李强'), page.includes('/people/invite')]
  }
  expect(await seenBy(district)).toEqual([true, true, true])
  expect(await seenBy(subdistrict)).toEqual([true, false, true])
  expect(await seenBy(lead)).toEqual([true, false, false])
})

test('a person outside the own units is refused with 403, an unknown one with 404', async () => {
  const { world, li } = await withPeople()
  world.actAs(subdistrict)
  const path = `/people/${li.person.id}`
  for (const answer of [
    await world.get(path),
    await world.get(`${path}/hand-over?role=lead&unit=${baicheng}`),
    await world.post(path, { name: '某人' }),
    await world.post(`${path}/duties`, { unit: hongshan }),
    await world.post(`${path}/end`, { role: 'lead', unit: baicheng }),
    await world.post(`${path}/hand-over`, { role: 'lead', unit: baicheng, name: '某人' }),
    await world.post(`${path}/invitation`, {}),
    await world.post(`${path}/sign-in-link`, {}),
    await world.post(`${path}/unbind`, {}),
  ]) {
    expect(answer.status).toBe(403)
  }
  expect(await world.store.get(people, li.person.id)).toEqual(li.person)
  expect((await world.get('/people/nobody')).status).toBe(404)
})

test('inviting shows the link once, for the web and as a code for the chat', async () => {
  const world = await newWorld({ chatLink: code => `https://t.me/slc_bot?start=${code}` })
  world.actAs(subdistrict)
  const asked = await (await world.get('/people/invite')).text()
  expect(asked).not.toContain('白城社区')
  expect(asked).toMatch(/<option value="">Please choose<\/option>/)
  const invited = await world.post('/people/invite', { name: ' 王 芳 ', unit: hongshan, post: '秘书长' })
  expect(invited.headers.get('cache-control')).toBe('no-store')
  const page = await invited.text()
  const path = /http:\/\/localhost:3000(\/invitation\/[\w-]+)/.exec(page)?.[1] ?? ''
  expect(page).toContain(`https://t.me/slc_bot?start=${path.split('/').at(-1)}`)
  expect(await world.store.all(people)).toMatchObject([
    { name: '王 芳', post: '秘书长', duties: [{ role: 'lead', unit: hongshan }] },
  ])
  expect(await (await world.get(path)).text()).toContain('href="https://t.me/slc_bot?start=')
})

test.each([
  ['no name', { name: ' ', unit: hongshan }, 422],
  ['a name of 61 signs', { name: '名'.repeat(61), unit: hongshan }, 422],
  ['a unit that does not exist', { name: '王芳', unit: '999999999999' }, 422],
  ['somebody who is there already', { name: '王芳', unit: hongshan }, 422],
  ['a foreign unit', { name: '王芳', unit: baicheng }, 403],
  ['the level above', { name: '王芳', unit: '350203000000' }, 403],
])('a subdistrict inviting %s is refused', async (_what, fields, status) => {
  const { world } = await withPeople()
  world.actAs(subdistrict)
  const refused = await world.post('/people/invite', { post: '组长', ...fields })
  expect(refused.status).toBe(status)
  if (status === 422) expect(await refused.text()).toContain('value="组长"')
  expect(await world.store.all(people)).toHaveLength(2)
})

test('a lead invites nobody', async () => {
  const { world } = await withPeople()
  world.actAs(lead)
  expect((await world.get('/people/invite')).status).toBe(403)
  expect((await world.get('/people/import')).status).toBe(403)
  expect((await world.post('/people/invite', { name: '某人', unit: hongshan })).status).toBe(403)
})

test('a lead hands over and is signed out; the successor comes in with the link shown', async () => {
  const { world, wang } = await withPeople()
  const headers = await signIn(world, wang.person)
  const path = `/people/${wang.person.id}/hand-over`
  const duty = { role: 'lead', unit: hongshan }
  expect((await world.get(`${path}?role=lead&unit=${hongshan}`, headers)).status).toBe(200)
  const nobody = await world.post(path, duty, headers)
  expect(nobody.status).toBe(422)
  expect(await nobody.text()).toContain('Give a name, or choose a person.')
  const passed = await (await world.post(path, { ...duty, name: '赵敏' }, headers)).text()
  expect((await world.get('/account', headers)).status).toBe(303)
  const link = /\/invitation\/[\w-]+/.exec(passed)?.[0] ?? ''
  expect((await world.post(link, {})).status).toBe(303)
})

test('the district corrects a name, adds a duty, ends it, and makes a sign-in link', async () => {
  const { world, wang } = await withPeople()
  world.actAs(district)
  const path = `/people/${wang.person.id}`
  await world.post(path, { name: '王方', post: '' })
  await world.post(`${path}/duties`, { unit: '350203001000' })
  expect(await world.store.get(people, wang.person.id)).toMatchObject({
    name: '王方',
    duties: [{ role: 'lead' }, { role: 'subdistrict', unit: '350203001000' }],
  })
  await world.post(`${path}/end`, { role: 'lead', unit: hongshan })
  expect(await (await world.get(path)).text()).toContain('Former duties')
  const made = await (await world.post(`${path}/sign-in-link`, {})).text()
  world.actAs(undefined)
  expect((await world.post(/\/sign-in\/[\w-]+/.exec(made)?.[0] ?? '', {})).status).toBe(303)
  expect((await world.post(path, { name: '' })).status).toBe(303)
})

test('in the own account one chooses the language, ends other sessions, and binds a chat', async () => {
  const { world, wang } = await withPeople()
  const phone = await signIn(world, wang.person)
  const computer = await signIn(world, wang.person)
  const page = await (await world.get('/account', computer)).text()
  const other = /name="session" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await world.post('/account/sessions/end', { session: other }, computer)
  expect((await world.get('/account', phone)).status).toBe(303)
  expect((await world.get('/account', computer)).status).toBe(200)

  await world.post('/account/language', { lang: 'zh-CN' }, computer)
  expect((await world.store.get(people, wang.person.id)).lang).toBe('zh-CN')

  const shown = await (await world.post('/account/chat', {}, computer)).text()
  const secret = /\/start ([\w-]+)/.exec(shown)?.[1] ?? ''
  expect(await chatWith(world, { ...wang, secret }, 7001)).toMatchObject({ telegram: { chatId: 7001 } })
  await world.post('/account/unbind', {}, computer)
  expect((await world.store.get(people, wang.person.id)).telegram).toBeUndefined()
})

test('nobody ends a session of somebody else', async () => {
  const { world, wang, li } = await withPeople()
  await signIn(world, wang.person)
  const [session] = await world.store.all(sessions)
  world.actAs(personAsActor(li.person))
  await world.post('/account/sessions/end', { session: session?.id ?? '' })
  expect(await world.store.all(sessions)).toHaveLength(1)
})
