import { expect, test } from 'vitest'
import { sayDeed } from '../../src/registers/deeds.ts'
import { addGroups, emptyGroups, groupListSchema, readLines } from '../../src/registers/groups.ts'
import { withDeeds } from '../../src/registers/old-deeds.ts'
import { standards } from '../../src/registers/standards-file.ts'
import { memberGroups } from '../../src/registers/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { speaker } from '../../src/shared/words.ts'
import { granted } from '../helpers/people.ts'
import { lead, newWorld, subdistrict } from '../helpers/world.ts'

const [community, neighbour] = ['350203001001', '350203001004'] as const
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'months.csv')
const importPath = '/registers/2026/months/import'

/** Two communities with groups, looked at by their subdistrict in October 2026. */
async function opened() {
  const world = await newWorld()
  for (const [unit, names] of [
    [community, '第1小组\n第2小组'],
    [neighbour, '第1小组'],
  ] as const)
    await world.store.write('test', async tx => {
      const hand = { by: { id: 'l', name: '甲' }, now: world.clock.now(), today: plainDate('2026-10-05') }
      return tx.add(memberGroups, granted(addGroups(emptyGroups('2026', unit), readLines(names), hand)))
    })
  world.actAs(subdistrict)
  const list = (unit: string = community) => world.store.get(memberGroups, `2026-${unit}`)
  return {
    ...world,
    list,
    months: async (unit?: string) => (await list(unit)).groups.map(({ name, months }) => [name, months]),
  }
}

test('the counts of months go out as a table and come in again, filled in', async () => {
  const world = await opened()
  const out = await (await world.get('/registers/2026/months.csv?month=2026-09')).text()
  const [head = '', ...lines] = out.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe('Code,Unit name,Name or number,Month,Activities,Publicity')
  expect(lines.filter(line => line.startsWith(community))).toEqual([
    `${community},鸿山社区,第1小组,2026-09,,`,
    `${community},鸿山社区,第2小组,2026-09,,`,
  ])
  const filled = lines.map(line => line.replace(/,,$/, ',3,1'))
  const look = await world.post(importPath, { file: csv(head, ...filled), step: 'check' })
  expect(await look.text()).toContain('It is about 2 units')
  expect((await world.list()).groups[0]?.months).toEqual({})
  const done = await world.post(importPath, { file: csv(head, ...filled) })
  expect(await done.text()).toContain('2 units updated')
  expect(await world.months()).toEqual([
    ['第1小组', { '2026-09': { activities: 3, publicity: 1 } }],
    ['第2小组', { '2026-09': { activities: 3, publicity: 1 } }],
  ])
  const again = await world.post(importPath, { file: csv(head, ...filled) })
  expect(await again.text()).toContain('0 units updated')
  expect(await (await world.get('/registers/2026/350203001001/groups')).text()).toContain(
    '2026-09 entered: 2 groups, 6 activities, 2 publicity',
  )
})

test('months are read as people write them, and an empty cell keeps what is there', async () => {
  const world = await opened()
  await world.post(importPath, {
    file: csv(
      '社区,小组,月份,活动,宣传',
      '鸿山社区,第1小组,2026年8月,２,1',
      '鸿山社区,第 1 小组,2026/9,4,',
      '鸿山社区,第2小组,2026-09-01,,3',
      '鸿山社区,第2小组,2026-08,,',
    ),
  })
  await world.post(importPath, { file: csv('社区,小组,月份,宣传', '鸿山社区,第1小组,2026-08,5') })
  expect(await world.months()).toEqual([
    ['第1小组', { '2026-08': { activities: 2, publicity: 5 }, '2026-09': { activities: 4, publicity: 0 } }],
    ['第2小组', { '2026-09': { activities: 0, publicity: 3 } }],
  ])
})

test('one wrong line and no month is entered; each is told with its line', async () => {
  const world = await opened()
  const file = csv(
    'code,group,month,activities,publicity',
    `${community},第1小组,2026-09,1,1`,
    `${community},第3小组,2026-09,1,1`,
    `${community},第1小组,2026-11,1,1`,
    `${community},第2小组,2026-09,100,1`,
    `${community},第2小组,2026-08,-1,`,
    `${community},第 1 小组,2026-9,2,2`,
    '350203006004,第1小组,2026-09,1,1',
  )
  const answer = await world.post(importPath, { file })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  for (const told of [
    'Line 3: 鸿山社区 has no group “第3小组” on its roster',
    'Line 4: 2026-11 is not a month of this year that has begun',
    'Line 5: Counts are whole numbers from 0 to 99',
    'Line 6: Counts are whole numbers from 0 to 99',
    'Line 7: “第 1 小组” has 2026-09 twice in the table',
    'Line 8: “350203006004” is no subdistrict or community of yours',
  ])
    expect(text).toContain(told)
  expect((await world.list()).groups[0]?.months).toEqual({})
  world.actAs(lead)
  const elsewhere = csv('code,group,month,activities', `${neighbour},第1小组,2026-09,1`)
  expect((await world.post(importPath, { file: elsewhere })).status).toBe(422)
  expect((await world.list(neighbour)).groups[0]?.months).toEqual({})
})

test('the history of groups is said in words, in either language, the older one too', async () => {
  const { groups } = standards
  const say = (lang: 'zh-CN' | 'en') => (deed: Parameters<typeof sayDeed>[0]) =>
    sayDeed(deed, speaker(lang), id => groups.fiveGood.find(good => good.id === id)?.title)
  const at = { at: '2026-10-05T01:30:00.000Z', by: 'l', byName: '甲' }
  const old = {
    ...{ id: `2026-${community}`, year: '2026', unit: community, groups: [] },
    history: [
      '+ 第1小组、第2小组',
      '2025 → 第1小组',
      '第1小组: leader true → false; confirmed → –',
      '第1小组: name 第1小组 → 东区小组; covers  → 1号楼; closed false → true',
      '第1小组: declined 记录不全',
      '第1小组: confirmed ',
      '2026-03: 4 / 2',
      '第1小组: members, records',
      '第1小组: –',
      '别的记录',
    ].map(deed => ({ ...at, deed })),
  }
  const { history } = groupListSchema.parse(withDeeds(old))
  expect(history.map(({ deed }) => say('zh-CN')(deed))).toEqual([
    '登记小组：第1小组、第2小组',
    '沿用 2025 年度小组：第1小组',
    '第1小组：组长空缺；五好小组确认失效',
    '第1小组：更名为“东区小组”；覆盖范围改为“1号楼”；撤销',
    '第1小组：未确认为五好小组，理由：记录不全',
    '第1小组：确认为五好小组',
    '填报 2026-03：活动 4 次，宣传 2 次',
    expect.stringMatching(/^第1小组：自评具备 [^a-z]+、[^a-z]+$/),
    '第1小组：取消自评',
    '别的记录',
  ])
  expect(history.map(({ deed }) => say('en')(deed))[2]).toBe(
    '第1小组: leader’s post vacant; no longer confirmed as five-good',
  )
})
