import { expect, test } from 'vitest'
import { actorByChat, bindChat, setReach } from '../../src/people/chat.ts'
import { ownChatCode } from '../../src/people/register.ts'
import { people } from '../../src/people/store.ts'
import { chatWith, enrol } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

const hongshan = '350203001001'

async function withWang() {
  const world = await newWorld()
  const wang = await enrol(world, '王芳', 'lead', hongshan)
  const bind = (code: string, id: number) =>
    bindChat(world.store, code, { id, lang: 'en' }, world.clock.now())
  return { world, wang, bind }
}

test('the code of an invitation fits into a chat link', async () => {
  const { wang } = await withWang()
  expect(wang.secret).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
})

test('the same invitation opens the web and the chat, each once', async () => {
  const { world, wang, bind } = await withWang()
  expect(await bind(wang.secret, 7001)).toMatchObject({ telegram: { chatId: 7001, reachable: true } })
  expect((await world.post(`/invitation/${wang.secret}`, {})).status).toBe(303)
  expect((await world.post(`/invitation/${wang.secret}`, {})).status).toBe(410)
  expect(await bind(wang.secret, 7002)).toMatchObject({ code: 'invitationUsed' })
  expect(await actorByChat(world.store, 7001)).toMatchObject({ name: '王芳' })
  expect(await actorByChat(world.store, 7002)).toBeUndefined()
})

test('sending the own code again changes nothing', async () => {
  const { wang, bind } = await withWang()
  const first = await bind(wang.secret, 7001)
  expect(await bind(wang.secret, 7001)).toEqual(first)
})

test('an account that belongs to somebody is refused to anyone else, and the code stays good', async () => {
  const { world, wang, bind } = await withWang()
  const li = await enrol(world, '李强', 'lead', hongshan)
  await chatWith(world, wang, 7001)
  expect(await bind(li.secret, 7001)).toMatchObject({ code: 'chatTaken', status: 409 })
  expect(await bind(li.secret, 7002)).toMatchObject({ name: '李强' })
})

test('two accounts racing for one code: one gets it', async () => {
  const { wang, bind } = await withWang()
  const [first, second] = await Promise.all([bind(wang.secret, 7001), bind(wang.secret, 7002)])
  expect(first).toMatchObject({ telegram: { chatId: 7001 } })
  expect(second).toMatchObject({ code: 'invitationUsed' })
})

test.each([
  ['2026-10-12T01:29:59Z', undefined],
  ['2026-10-12T01:30:00Z', 'invitationExpired'],
])('at %s the code of 2026-10-05T01:30Z gives %s', async (at, code) => {
  const { world, wang, bind } = await withWang()
  world.clock.set(at)
  const bound = await bind(wang.secret, 7001)
  expect('code' in bound ? bound.code : undefined).toBe(code)
})

test('a new phone is bound with a code from the own account; the old one is let go', async () => {
  const { world, wang, bind } = await withWang()
  const person = await chatWith(world, wang, 7001)
  const code = await ownChatCode(world.kit, { ...person, duties: [] })
  expect((await world.get(`/invitation/${code}`)).status).toBe(410)
  await bind(code, 7002)
  expect(await actorByChat(world.store, 7001)).toBeUndefined()
  expect(await actorByChat(world.store, 7002)).toMatchObject({ name: '王芳' })
})

test('a chat that blocks the bot is remembered as unreachable', async () => {
  const { world, wang } = await withWang()
  const { id } = await chatWith(world, wang, 7001)
  await setReach(world.store, id, false)
  expect((await world.store.get(people, id)).telegram).toEqual({ chatId: 7001, reachable: false })
})
