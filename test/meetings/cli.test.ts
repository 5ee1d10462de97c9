import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { meetings } from '../../src/meetings/store.ts'
import { district, newWorld, type World } from '../helpers/world.ts'

const call = async (world: World, ...argv: string[]) =>
  runCommand(world.kit, { argv, lang: 'en', readFile: async () => new Uint8Array() })
const json = async (world: World, ...argv: string[]) => JSON.parse((await call(world, ...argv, '--json')).out)

const monthly = ['--rule', 'FREQ=MONTHLY;BYDAY=1TU', '--time', '09:30']
const invite = (world: World, name: string, unit: string) =>
  call(world, 'people', 'invite', '--name', name, '--role', 'lead', '--unit', unit)

test('a planned series makes its next meetings and says who is expected', async () => {
  const world = await newWorld({ now: '2026-10-06T02:00:00Z' })
  await invite(world, '甲', '350203001001')
  await invite(world, '乙', '350203001004')
  await json(world, 'meetings', 'plan', '--level', 'subdistrict', '--unit', '350203001000', ...monthly)
  const listed = await json(world, 'meetings', 'list')
  expect(listed).toMatchObject([
    {
      level: 'subdistrict',
      unit: '350203001000',
      starts: '2026-10-08T01:30:00.000Z',
      ends: '2026-10-08T03:00:00.000Z',
      status: 'planned',
      expected: 2,
      present: 0,
      shift: { from: '2026-10-06' },
    },
    { starts: '2026-11-03T01:30:00.000Z', expected: 2, present: 0 },
    { starts: '2026-12-01T01:30:00.000Z' },
  ])
  expect(listed[0].title).not.toBe('')
})

test('a series may remind earlier and open its sign-in earlier than usual', async () => {
  const world = await newWorld()
  const plan = ['meetings', 'plan', '--level', 'subdistrict', '--unit', '350203001000', ...monthly]
  const earlier = ['--remind-days-before', '3', '--sign-in-opens-minutes', '60']
  const { series } = await json(world, ...plan, ...earlier)
  expect(series[0].settings).toMatchObject({
    remindDaysBefore: 3,
    signInOpensMinutes: 60,
    lateAfterMinutes: 10,
  })
  expect((await call(world, ...plan, '--remind-days-before', '90')).code).toBe(2)
})

test('the minutes of a series begin with its own agenda, typed on the web by the line or in the terminal with semicolons', async () => {
  const world = await newWorld({ now: '2026-10-06T02:00:00Z' })
  const plan = ['meetings', 'plan', '--level', 'subdistrict', '--unit', '350203001000', ...monthly]
  const { series } = await json(world, ...plan, '--agenda', '传达区级例会精神； 部署下月工作;')
  expect(series[0].agenda).toEqual(['传达区级例会精神', '部署下月工作'])
  expect((await call(world, ...plan, '--agenda', 'x'.repeat(121))).code).toBe(2)
  world.actAs(district)
  const fields = { level: 'subdistrict', unit: '350203003000', nth: '1', time: '09:30' }
  const typed = async (agenda: string) => (await world.post('/meetings/plan', { ...fields, agenda })).status
  expect(await typed('x'.repeat(121))).toBe(422)
  expect(await typed('学习文件\r\n\r\n 汇报工作 ')).toBe(303)
  const [meeting] = await world.store.list(meetings, 'unit', '350203003000')
  world.clock.set('2026-10-08T02:00:00Z')
  const draft = await (await world.get(`/meetings/${meeting?.id}/minutes/edit`)).text()
  expect(draft).toContain('value="学习文件"')
  expect(draft).toContain('value="汇报工作"')
  expect(draft).not.toContain('业务学习')
})

test('one command plans for every community of a subdistrict', async () => {
  const world = await newWorld()
  const planned = await json(
    world,
    ...['meetings', 'plan', '--level', 'community', '--unit', '350203001000', ...monthly],
  )
  const communities = (await json(world, 'units', 'list')).filter(
    (unit: { parent: string }) => unit.parent === '350203001000',
  )
  expect(planned.series).toHaveLength(communities.length)
})

test.each([
  ['a rule that never fires', ['--rule', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '--time', '09:30']],
  ['a rule of more than once a day', ['--rule', 'FREQ=HOURLY', '--time', '09:30']],
  ['no rule at all', ['--rule', 'on Tuesdays', '--time', '09:30']],
  ['a time that does not exist', ['--rule', 'FREQ=DAILY', '--time', '25:00']],
])('%s is refused and plans nothing', async (_what, options) => {
  const world = await newWorld()
  const { code, err } = await call(
    world,
    ...['meetings', 'plan', '--level', 'district', '--unit', '350203000000', ...options],
  )
  expect([code, err === '']).toEqual([1, false])
  expect(await json(world, 'meetings', 'list')).toEqual([])
})

test('a unit of the wrong level, or none, is refused', async () => {
  const world = await newWorld()
  const plan = (level: string, unit: string) =>
    call(world, 'meetings', 'plan', '--level', level, '--unit', unit, ...monthly)
  expect((await plan('district', '350203001000')).code).toBe(1)
  expect((await plan('community', '999999999999')).err).toContain('999999999999')
  expect((await plan('province', '350203000000')).code).toBe(2)
})

test('a community’s series may follow the subdistrict’s meeting, and one meeting may be called beside all series', async () => {
  const world = await newWorld({ now: '2026-10-05T02:00:00Z' })
  await json(world, 'meetings', 'plan', '--level', 'subdistrict', '--unit', '350203001000', ...monthly)
  const below = ['--level', 'community', '--unit', '350203001001']
  const { series } = await json(world, 'meetings', 'plan', ...below, '--follows', '4', '--time', '15:00')
  expect(series[0].follows).toEqual({ days: 4, count: 'days' })
  const made = (await json(world, 'meetings', 'list')).filter(
    (row: { level: string }) => row.level === 'community',
  )
  expect(made[0]).toMatchObject({ month: '2026-10', starts: '2026-10-12T07:00:00.000Z' })
  const beside = ['--level', 'community', '--unit', '350203001004', '--follows', '4', '--time', '15:00']
  const inWorkdays = await json(world, 'meetings', 'plan', ...beside, '--follow-count', 'workdays')
  expect(inWorkdays.series[0].follows).toEqual({ days: 4, count: 'workdays' })
  expect(inWorkdays.meetings[0]).toMatchObject({ starts: '2026-10-13T07:00:00.000Z' })
  const extra = ['meetings', 'extra', ...below, '--title', '专题会', '--time', '15:00']
  expect(await json(world, ...extra, '--date', '2026-10-21')).toMatchObject({
    title: '专题会',
    starts: '2026-10-21T07:00:00.000Z',
    status: 'planned',
  })
  expect((await call(world, ...extra, '--date', '2026-10-01')).code).toBe(1)
  expect((await call(world, 'meetings', 'plan', ...below, '--time', '15:00')).code).toBe(1)
})
