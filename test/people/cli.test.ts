import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { newWorld, type World } from '../helpers/world.ts'

const run = (world: World, ...argv: string[]) => runWith('', world, ...argv)
const runWith = (file: string, world: World, ...argv: string[]) =>
  runCommand(world.kit, {
    argv,
    lang: 'en',
    readFile: async () => new TextEncoder().encode(file),
    chatLink: code => `https://t.me/slc_bot?start=${code}`,
  })
const wang = ['people', 'invite', '--name', '王芳', '--role', 'lead', '--unit', '350203001001']

test('an invitation prints the person, the link and the code for the chat', async () => {
  const world = await newWorld()
  const { person, url, chatLink, code } = JSON.parse((await run(world, ...wang, '--json')).out)
  expect(person).toEqual({ id: person.id, name: '王芳', role: 'lead', unit: '350203001001' })
  expect(url).toBe(`http://localhost:3000/invitation/${code}`)
  expect(chatLink).toBe(`https://t.me/slc_bot?start=${code}`)
  expect((await world.post(new URL(url).pathname, {})).status).toBe(303)
})

test('without a bot there is no chat link', async () => {
  const world = await newWorld()
  const call = { argv: [...wang, '--json'], lang: 'en', readFile: async () => new Uint8Array() } as const
  expect(JSON.parse((await runCommand(world.kit, call)).out).chatLink).toBeNull()
})

test('a sign-in link is printed for a person and works once', async () => {
  const world = await newWorld()
  const { person } = JSON.parse((await run(world, ...wang, '--json')).out)
  const { url } = JSON.parse((await run(world, 'sign-in', '--person', person.id, '--json')).out)
  expect((await world.post(new URL(url).pathname, {})).status).toBe(303)
  expect((await world.post(new URL(url).pathname, {})).status).toBe(410)
})

test('people are listed with their duties', async () => {
  const world = await newWorld()
  await run(world, ...wang)
  expect(JSON.parse((await run(world, 'people', 'list', '--json')).out)).toMatchObject([
    { name: '王芳', duties: [{ role: 'lead', unit: '350203001001' }], chat: false, ended: null },
  ])
  expect((await run(world, 'people', 'list')).out).toContain('王芳\tassociation lead, 鸿山社区')
})

test.each([
  ['a unit that does not exist', ['--name', 'N', '--role', 'lead', '--unit', '1'], 1],
  ['a unit of another level', ['--name', 'N', '--role', 'lead', '--unit', '350203000000'], 1],
  ['a role that does not exist', ['--name', 'N', '--role', 'mayor', '--unit', '350203000000'], 2],
  ['no name', ['--role', 'lead', '--unit', '350203001001'], 2],
])('inviting with %s fails', async (_what, options, code) => {
  const world = await newWorld()
  const outcome = await run(world, 'people', 'invite', ...options)
  expect(outcome.code).toBe(code)
  expect(outcome.err).not.toBe('')
})

test('a link for nobody is refused', async () => {
  const world = await newWorld()
  expect(await run(world, 'sign-in', '--person', 'nobody')).toMatchObject({
    code: 1,
    err: 'There is no such person.\n',
  })
})

test('a list is invited whole after a dry run, or not at all', async () => {
  const world = await newWorld()
  const list = 'name,role,unit\n王芳,lead,350203001001\n李强,lead,白城社区\n'
  const checked = await runWith(list, world, 'people', 'import', 'list.csv', '--dry-run')
  expect(checked.out).toContain('2 people would be invited.')
  const { out } = await runWith(list, world, 'people', 'import', 'list.csv', '--json')
  expect(JSON.parse(out)).toMatchObject([
    { person: { name: '王芳', role: 'lead', unit: '350203001001' } },
    { person: { name: '李强', role: 'lead', unit: '350203005002' } },
  ])
  expect(await runWith(list, world, 'people', 'import', 'list.csv')).toEqual({
    out: '',
    err:
      'The file has 2 faults; nobody was invited:\n' +
      'line 2: 王芳 is association lead for 鸿山社区 already.\n' +
      'line 3: 李强 is association lead for 白城社区 already.\n',
    code: 1,
  })
})
