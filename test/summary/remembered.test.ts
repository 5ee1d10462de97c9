import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { answers } from '../../src/surveys/store.ts'
import { importUnits } from '../../src/units/register.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'

const page = async (world: World, actor: Actor, path = '/summary', lang = 'en') => {
  world.actAs(actor)
  return (await world.get(path, { 'accept-language': lang })).text()
}

const call = async (world: World, ...argv: string[]) => {
  const readFile = () => Promise.reject(new Error('no files here'))
  const { out, err, code } = await runCommand(world.kit, { argv: [...argv, '--json'], lang: 'en', readFile })
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

test('what is remembered follows the records and the clock', async () => {
  const world = await newWorld()
  const extra = ['--title', '例会', '--date', '2026-10-08', '--time', '09:30']
  await call(world, 'meetings', 'extra', '--level', 'community', '--unit', '350203001001', ...extra)
  expect(await page(world, district)).not.toContain('held of')
  expect(await page(world, district)).toBe(await page(world, district))
  world.clock.set('2026-10-08T05:00:00Z')
  expect(await page(world, district)).toContain('0 held of 1 due')
  const [meeting] = await call(world, 'meetings', 'list')
  expect((await world.post(`/meetings/${meeting.id}/report`, { present: '12' })).status).toBe(303)
  expect(await page(world, district)).toContain('1 held of 1 due')
  expect(await page(world, lead)).toContain('1 held of 1 due')
})

test('an answer alters the figures that were read before it', async () => {
  const world = await newWorld()
  const days = ['--opens', '2026-10-01', '--closes', '2026-10-31', '--basis', 'broad']
  const { round } = await call(world, 'survey', 'open', '--form', 'satisfaction', '--units', 'all', ...days)
  const answer = (unit: string, overall: number) => {
    const choices = { overall, attitude: 5, speed: 5, openness: 5, activities: 5, response: 5 }
    const more = { texts: {}, channel: 'online' as const, hour: '2026-10-05T09' }
    return world.store.append(answers, round.id, { id: `answer${unit}${overall}`, unit, choices, ...more })
  }
  await answer('350203001001', 5)
  expect(await page(world, lead)).toContain('100% (1)')
  const other = await page(world, subdistrict)
  await answer('350203001001', 1)
  expect(await page(world, lead)).toContain('50% (2)')
  expect(await page(world, subdistrict)).toContain('50% (2)')
  expect(other).toContain('100% (1)')
})

test('everybody is shown the own units in the own language, whoever read before', async () => {
  const world = await newWorld()
  const neighbour: Actor = { ...lead, duties: [{ role: 'lead', unit: '350203001002' }] }
  const both: Actor = { ...lead, duties: [...lead.duties, ...neighbour.duties] }
  for (const _ of ['first', 'again']) {
    const all = await page(world, district)
    expect(all).toContain('/summary?of=350203001000')
    const own = await page(world, lead)
    expect(own).toContain('鸿山社区')
    expect(own).not.toContain('蜂巢山社区')
    expect(await page(world, neighbour)).not.toContain('鸿山社区')
    expect(await page(world, both)).toContain('鸿山社区')
    expect(await page(world, lead, '/summary', 'zh-CN')).toContain('合格以上')
  }
})

test('a summary is narrowed to a unit within sight, and to no other', async () => {
  const world = await newWorld()
  const part = await page(world, district, '/summary?of=350203001000')
  expect(part).toContain('鸿山社区')
  expect(part).not.toContain('350203003')
  expect(part).toContain('Back to the whole summary')
  expect(await page(world, subdistrict, '/summary?of=350203003000')).toBe(
    (await page(world, subdistrict, '/summary')).replaceAll(
      'value="/summary"',
      'value="/summary?of=350203003000"',
    ),
  )
})

test('very many communities stand behind their subdistricts', async () => {
  const world = await newWorld({ units: false })
  const rows = Array.from({ length: 160 }, (_, n) => {
    const street = `35029900${1 + (n % 2)}`
    return `${street}${String(n + 1).padStart(3, '0')},community,社区${n},${street}000`
  })
  const file = [
    'code,level,name,parent',
    '350299000000,district,测试区,',
    '350299001000,subdistrict,一街,350299000000',
    '350299002000,subdistrict,二街,350299000000',
    ...rows,
  ].join('\n')
  await importUnits(world.store, 'test', Buffer.from(file), { sample: true })
  const office: Actor = { ...district, duties: [{ role: 'district', unit: '350299000000' }] }
  const whole = await page(world, office)
  expect(whole).not.toContain('社区7<')
  expect(whole).toContain('160 communities. Follow a subdistrict')
  const part = await page(world, office, '/summary?of=350299002000')
  expect(part).toContain('社区7<')
  expect(part).not.toContain('社区8<')
})
