import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { checkList, inviteList } from '../../src/people/list.ts'
import { people } from '../../src/people/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { speaker } from '../../src/shared/words.ts'
import { enrol, granted } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function faultsOf(who: Actor, text: string) {
  const world = await newWorld()
  await enrol(world, '王芳', 'lead', '350203001001')
  const plan = granted(await checkList(world.kit, who, bytes(text)))
  expect(await inviteList(world.kit, who, bytes(text))).toEqual(plan)
  expect(await world.store.all(people)).toHaveLength(1)
  return plan.faults.map(fault => `${fault.line}: ${speaker('en')(fault.text, fault.values)}`)
}

test('a list with Chinese headings and words invites everybody on it', async () => {
  const world = await newWorld()
  const list =
    '姓名,角色,单位,职务\n王芳,负责人,鸿山社区,专职副会长\n李强,街道,350203001000,\n周主任,区,思明区,主任\n'
  const plan = granted(await checkList(world.kit, district, bytes(list)))
  expect(plan).toMatchObject({ faults: [], invitees: [{ line: 2 }, { line: 3 }, { line: 4 }] })
  expect(await world.store.all(people)).toEqual([])
  granted(await inviteList(world.kit, district, bytes(list)))
  const duties = (await world.store.all(people)).map(({ name, post, duties: [duty] }) => [
    name,
    post,
    duty?.role,
    duty?.unit,
  ])
  expect(duties).toHaveLength(3)
  expect(duties).toContainEqual(['王芳', '专职副会长', 'lead', '350203001001'])
  expect(duties).toContainEqual(['李强', undefined, 'subdistrict', '350203001000'])
  expect(duties).toContainEqual(['周主任', '主任', 'district', '350203000000'])
})

test('an XLSX list is read as well', async () => {
  const world = await newWorld()
  const cells = [
    ['name', 'role', 'unit'],
    ['王芳', 'lead', '350203001001'],
  ]
  const file = await writeXlsx(cells.map(row => row.map(value => ({ value, type: String })))).toBuffer()
  expect(await readSheet(Buffer.from(file))).toHaveLength(2)
  expect(granted(await inviteList(world.kit, district, file))).toHaveLength(1)
})

test('every fault is told with its line, and nobody is invited', async () => {
  const list = [
    '姓名,角色,单位',
    '李强,负责人,鸿山社区',
    ',负责人,鸿山社区',
    '赵敏,书记,鸿山社区',
    '钱多,负责人,没有社区',
    '孙丽,街道,鸿山社区',
    '李强,负责人,350203001001',
    '王芳,负责人,鸿山社区',
  ]
  expect(await faultsOf(district, list.join('\n'))).toEqual([
    '3: “name” is empty.',
    '4: the role “书记” must be district, subdistrict or lead.',
    '5: there is no unit with the name or code “没有社区”.',
    '6: 鸿山社区 is a community and does not go with the role subdistrict officer: a district officer belongs to the district, a subdistrict officer to a subdistrict, a lead to a community.',
    '7: this is the same person and duty as on line 2.',
    '8: 王芳 is association lead for 鸿山社区 already.',
  ])
})

test('a list reaches no further than its sender', async () => {
  const list =
    'name,role,unit\n李强,lead,350203001001\n赵敏,lead,350203005002\n周主任,district,350203000000\n'
  expect(await faultsOf(subdistrict, list)).toEqual([
    '3: This is outside the units you are responsible for.',
    '4: This is outside the units you are responsible for.',
  ])
  expect(await faultsOf(lead, 'name,role,unit\n李强,lead,350203001001\n')).toEqual([
    '2: You may not appoint anyone as association lead for 鸿山社区.',
  ])
})

test('a list without people says so, one without its columns is refused', async () => {
  expect(await faultsOf(district, 'name,role,unit\n')).toEqual(['2: the file names nobody.'])
  const world = await newWorld()
  expect(await checkList(world.kit, district, bytes('名称\n王芳\n'))).toMatchObject({
    code: 'missingColumns',
  })
})

test('the page answers with the links and a file of them', async () => {
  const world = await newWorld()
  world.actAs(district)
  const file = new File(['name,role,unit\n王芳,lead,350203001001\n李强,lead,350203001001\n'], 'list.csv')
  const checked = await world.post('/people/import', { file, step: 'check' })
  expect(await checked.text()).toContain('2 people would be invited.')
  const done = await world.post('/people/import', { file, step: 'invite' })
  expect(done.headers.get('cache-control')).toBe('no-store')
  const page = await done.text()
  const data = /href="data:text\/csv;charset=utf-8,([^"]+)"/.exec(page)?.[1] ?? ''
  const rows: string[][] = parse(decodeURIComponent(data), { bom: true })
  expect(rows.map(row => row[0])).toEqual(['Name', '王芳', '李强'])
  for (const url of rows.slice(1).map(row => row[4] ?? '')) {
    expect((await world.get(new URL(url).pathname)).status).toBe(200)
  }
  const again = await world.post('/people/import', { file, step: 'invite' })
  expect(again.status).toBe(422)
  expect(await world.store.all(people)).toHaveLength(2)
})

test.each(['zh-CN', 'en'])('units that wait for somebody come as a list to fill in (%s)', async language => {
  const world = await newWorld()
  world.actAs(subdistrict)
  await enrol(world, '王芳', 'lead', '350203001001')
  const asked = await world.get('/people/vacancies.csv', { 'accept-language': language })
  expect(asked.headers.get('content-disposition')).toContain('attachment')
  const list = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await asked.arrayBuffer())
  const [head, ...rows]: string[][] = parse(list, { bom: true })
  expect(rows.map(row => row[2])).toContain('厦港街道')
  expect(rows.map(row => row[2])).not.toContain('鸿山社区')
  const filled = [head ?? [], ...rows.map(([, ...rest], at) => [`某人${at}`, ...rest])].join('\n')
  expect(granted(await inviteList(world.kit, subdistrict, bytes(filled)))).toHaveLength(rows.length)
  expect(await (await world.get('/people')).text()).not.toContain('vacancies.csv')
})
