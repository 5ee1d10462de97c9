import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { ratings } from '../../src/ratings/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { newWorld, type World } from '../helpers/world.ts'
import { rubricJson } from './rubric.ts'

const call = (world: World, ...argv: string[]) =>
  runCommand(world.kit, {
    argv: ['rating', ...argv],
    lang: 'en',
    readFile: () => Promise.reject(new Error('no file')),
  })

test('forms lint checks a rubric as a rubric', async () => {
  const world = await newWorld()
  const lint = (json: unknown) =>
    runCommand(world.kit, {
      argv: ['forms', 'lint', 'rating.json'],
      lang: 'en',
      readFile: async () => new TextEncoder().encode(JSON.stringify(json)),
    })
  expect(await lint(rubricJson())).toMatchObject({ code: 0 })
  const json = rubricJson()
  json.pages[1].elements[0].scoring.points = 7
  const refused = await lint(json)
  expect(refused.code).toBe(1)
  expect(refused.out + refused.err).toContain('the items of section B add up to 21 points, not 20.')
})

test('a cycle is opened and listed on the command line', async () => {
  const world = await newWorld()
  const opened = await call(world, 'open', '--year', '2026', '--json')
  expect(JSON.parse(opened.out)).toMatchObject({
    cycle: { id: '2026', year: 2026, starts: '2025-11-01', ends: '2026-10-31', communities: 99 },
  })
  const listed = JSON.parse((await call(world, 'list', '--cycle', '2026', '--json')).out)
  expect(listed).toHaveLength(99)
  expect(listed[0]).toMatchObject({
    code: '350203001001',
    name: '鸿山社区',
    state: 'draft',
    selfScore: null,
    acceptanceScore: null,
    grade: null,
    projected: null,
  })
})

test('what cannot be is refused with its reason, and wrong usage is told apart', async () => {
  const world = await newWorld()
  expect(await call(world, 'list', '--cycle', '2026')).toMatchObject({
    code: 1,
    err: 'There is no cycle 2026.\n',
  })
  await call(world, 'open', '--year', '2026')
  expect(await call(world, 'open', '--year', '2026')).toMatchObject({ code: 1 })
  expect(await call(world, 'open', '--year', 'soon')).toMatchObject({ code: 2 })
  expect(await call(world, 'open')).toMatchObject({ code: 2 })
})

test('without units there is nothing to open', async () => {
  const world = await newWorld({ units: false })
  expect(await call(world, 'open', '--year', '2026')).toMatchObject({
    code: 1,
    err: 'There are no communities yet; import the units first.\n',
  })
})

test('a seed can be tried before anything is accepted: nothing is drawn', async () => {
  const world = await newWorld()
  await call(world, 'open', '--year', '2026')
  const tried = await call(world, 'sample', '--cycle', '2026', '--seed', 'abc', '--json')
  expect(JSON.parse(tried.out)).toMatchObject({ cycle: '2026', seed: 'abc', stored: false, drawn: [] })
  expect((await call(world, 'sample', '--cycle', '2026', '--seed', 'abc')).out).toMatch(/^\S.+\.\n$/)
})

test('the list tells the grade that holds today beside the cycle’s own', async () => {
  const world = await newWorld({ now: '2027-02-01T01:00:00Z' })
  for (const year of ['2026', '2027']) await call(world, 'open', '--year', year)
  const certificate = { number: '1', from: plainDate('2026-12-15'), until: plainDate('2029-12-14') }
  await world.store.write('test', tx =>
    tx.change(ratings, '2026-350203001001', old => ({
      ...old,
      ...{ state: 'final' as const, grade: 'qualified' as const, certificate },
    })),
  )
  const [first, second] = JSON.parse((await call(world, 'list', '--cycle', '2027', '--json')).out)
  expect(first).toMatchObject({
    grade: null,
    inForce: { grade: 'qualified', cycle: '2026', until: '2029-12-14' },
  })
  expect(second.inForce).toBeNull()
})
