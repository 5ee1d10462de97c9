import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../src/commands.ts'
import { newWorld, type World } from './helpers/world.ts'

const data = join(import.meta.dirname, '../data')
const call = (world: World, ...argv: string[]) =>
  runCommand(world.kit, { argv, lang: 'en', readFile: path => readFile(join(data, path)) })

test('units are imported from a file, after a dry run that changes nothing', async () => {
  const world = await newWorld({ units: false })
  expect(await call(world, 'units', 'import', 'units-350203.csv', '--dry-run')).toEqual({
    out: '110 new, 0 updated, 0 unchanged.\n',
    err: '',
    code: 0,
  })
  expect(JSON.parse((await call(world, 'units', 'list', '--json')).out)).toEqual([])
  await call(world, 'units', 'import', 'units-350203.csv')
  const listed = JSON.parse((await call(world, 'units', 'list', '--json')).out)
  expect(listed).toHaveLength(110)
  expect(listed[0]).toEqual({ code: '350203000000', level: 'district', name: '思明区', parent: null })
})

test.each([
  ['a command that does not exist', ['units', 'destroy']],
  ['a command without its argument', ['units', 'import']],
  ['an unknown option', ['units', 'list', '--loud']],
])('%s is wrong usage', async (_what, argv) => {
  const world = await newWorld({ units: false })
  const { code, err } = await call(world, ...argv)
  expect(code).toBe(2)
  expect(err).not.toBe('')
})

test('what is missing or wrong on the command line is told as it is typed', async () => {
  const world = await newWorld()
  const { code, err } = await call(world, 'people', 'invite', '--name', '甲', '--role', 'king')
  expect(code).toBe(2)
  expect(err.split('\n')).toEqual([
    expect.stringMatching(/^--role <role>: .*"district"/),
    '--unit <code> is missing: the unit for which the role is held',
    '“people invite --help” tells more.',
    '',
  ])
})

test('a file that is not there is refused with its name', async () => {
  const world = await newWorld({ units: false })
  const { code, err } = await call(world, 'units', 'import', 'nowhere.csv')
  expect(code).toBe(1)
  expect(err).toContain('nowhere.csv')
})
