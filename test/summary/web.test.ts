import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { district, lead, newWorld, type World } from '../helpers/world.ts'

const call = (world: World, ...argv: string[]) =>
  runCommand(world.kit, { argv, lang: 'en', readFile: () => Promise.reject(new Error('no files here')) })

test('a signed-in person comes home, and before there are units to their page', async () => {
  const empty = await newWorld({ units: false })
  empty.actAs(district)
  expect((await empty.get('/')).headers.get('location')).toBe('/units')
  const world = await newWorld()
  world.actAs(district)
  expect(await (await world.get('/')).text()).toContain('To do')
  world.actAs(undefined)
  expect((await world.get('/')).headers.get('location')).toBe('/sign-in')
})

test('before anything has happened, the page says what is needed and what to do next', async () => {
  const world = await newWorld()
  world.actAs(district)
  const text = await (await world.get('/')).text()
  expect(text).toContain('10 subdistricts, 99 communities')
  expect(text).toContain('0 so far, 90 needed')
  expect(text).toContain('0 so far, 40 needed')
  expect(text).toContain('open a rating cycle')
})

test('a lead is shown the own association and no one else’s', async () => {
  const world = await newWorld()
  world.actAs(lead)
  const text = await (await world.get('/summary')).text()
  expect(text).toContain('鸿山社区')
  expect(text).not.toContain('蜂巢山社区')
})

test('the tables go out as CSV and XLSX', async () => {
  const world = await newWorld()
  world.actAs(district)
  const csv = await world.get('/summary.csv')
  expect(csv.headers.get('content-disposition')).toContain('summary.csv')
  expect(await csv.text()).toContain('350203001001,鸿山社区')
  const xlsx = await world.get('/summary.xlsx')
  const sheets = await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()))
  expect(sheets).toHaveLength(13)
  expect(sheets[2]?.data).toHaveLength(100)
})

test('the command line prints the shape that scripts rely on', async () => {
  const world = await newWorld()
  const { out, code } = await call(world, 'summary', '--json')
  expect(code).toBe(0)
  const summary = JSON.parse(out)
  expect(summary.units).toEqual({ subdistricts: 10, communities: 99 })
  expect(
    summary.targets.map(({ key, target, needed }: Record<string, unknown>) => [key, target, needed]),
  ).toEqual([
    ['qualifiedOrBetter', 0.9, 90],
    ['firstClass', 0.4, 40],
    ['satisfaction', 0.9, 0],
    ['meetings', 1, 0],
    ['guarantees', 1, 208],
    ['lagging', 1, 0],
    ['highlights', 1, 10],
  ])
  expect(summary.communities[0]).toMatchObject({
    code: '350203001001',
    grade: null,
    projected: null,
    score: null,
  })
})
