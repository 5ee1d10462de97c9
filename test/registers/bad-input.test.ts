import { describe, expect, test } from 'vitest'
import { memberGroups, sheets } from '../../src/registers/store.ts'
import { units } from '../../src/units/store.ts'
import { lead, newWorld, subdistrict } from '../helpers/world.ts'

const community = '350203001001'
const neighbour = '350203001004'
const sheetPage = `/registers/2026/${community}`
const groupsPage = `${sheetPage}/groups`
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'table.csv')

async function opened() {
  const world = await newWorld({ now: '2026-10-20T01:00:00Z' })
  await world.store.write('test', tx =>
    tx.change(units, community, unit => ({ ...unit, population: 5000, households: 1800 })),
  )
  world.actAs(lead)
  return {
    ...world,
    sheet: () => world.store.find(sheets, `2026-${community}`),
    groups: async (unit = community) =>
      (await world.store.find(memberGroups, `2026-${unit}`))?.groups.map(({ name, covers, leader }) => [
        name,
        covers,
        leader,
      ]) ?? [],
  }
}

/** What is typed or stands in a column, and the sentence that refuses it. */
const wrong = [
  ['fundsPlanned', '经费预算（元）', '-1', 'not below 0'],
  ['members', '会员人数', '-5', 'not below 0'],
  ['members', '会员人数', '12.5', 'a whole number'],
  ['members', '会员人数', '5001', 'more members than the 5000 residents'],
  [
    'fundsSpent',
    '经费支出（元）',
    '10001',
    '“Funds spent (yuan)” cannot be more than “Funds received (yuan)”',
  ],
  ['vicePaid', '专职副会长报酬已发（元）', '24000.01', 'cannot be more than “Vice president’s reward due'],
  ['leadersPaid', '小组长报酬已发（元）', '8001', 'cannot be more than “Group leaders’ rewards due'],
  ['council_health', '理事·医疗卫生（人）', '301', 'The council has 301 people, more than the 300 members'],
  ['termEnds', '本届任期届满日', '2029-10-21', 'A term is at most 3 years'],
  ['termEnds', '本届任期届满日', '2027-02-29', 'a date such as'],
] as const
const kept = { fundsReceived: '10000', viceDue: '24000', leadersDue: '8000', members: '300' }

describe('an entry that cannot be true is refused with its sentence, and nothing is kept', () => {
  test.each(wrong)('%s (%s) “%s”', async (field, heading, typed, sentence) => {
    const world = await opened()
    await world.post(sheetPage, { base: '0', ...kept })
    const before = await world.sheet()
    const answer = await world.post(sheetPage, { base: '1', ...kept, [field]: typed, groupsCoverAll: 'yes' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    const file = csv(`代码,${heading},小组覆盖全部楼栋或网格`, `${community},${typed},是`)
    const imported = await world.post('/registers/2026/import', { file })
    expect(imported.status).toBe(422)
    const told = await imported.text()
    expect(told).toContain('Line 2')
    expect(told).toContain(sentence)
    expect(await world.sheet()).toEqual(before)
  })

  test('a term may last to the day; what an older record says does not stop a correction of something else', async () => {
    const world = await opened()
    expect((await world.post(sheetPage, { base: '0', ...kept, termEnds: '2029-10-20' })).status).toBe(303)
    await world.store.write('test', tx =>
      tx.change(sheets, `2026-${community}`, old => ({
        ...old,
        values: { ...old.values, fundsSpent: 99999 },
      })),
    )
    const corrected = { base: '1', ...kept, fundsSpent: '99999', termEnds: '2029-10-20', members: '301' }
    expect((await world.post(sheetPage, corrected)).status).toBe(303)
    expect((await world.post(sheetPage, { ...corrected, base: '2', fundsSpent: '99998' })).status).toBe(422)
  })
})

describe('member groups', () => {
  test.each([
    ['第1小组，联系户12户', 'never about residents'],
    ['第1小组，孕 检登记', 'never about residents'],
    ['第1小组\n第1小组', 'There is a group'],
    ['第1小组\n第１ 小组', 'There is a group'],
    [`${'长'.repeat(41)}`, '1 to 40 characters'],
    [`第1小组，${'长'.repeat(101)}`, 'at most 100'],
  ])('“%s” is refused', async (lines, sentence) => {
    const world = await opened()
    const answer = await world.post(groupsPage, { lines })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await world.groups()).toEqual([])
  })

  test('a reason that tells of persons does not decline a group', async () => {
    const world = await opened()
    await world.post(groupsPage, { lines: '第1小组' })
    world.actAs(subdistrict)
    const reason = '避孕药具发放不到位'
    const answer = await world.post(`${groupsPage}/appraisal`, { group: '1', outcome: 'declined', reason })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('never about residents')
  })

  test('a subdistrict’s table brings the groups of all its communities, goes out and comes in again', async () => {
    const world = await opened()
    await world.post(groupsPage, { lines: '第1小组，1号楼' })
    world.actAs(subdistrict)
    const file = csv(
      '代码,小组,覆盖楼栋或网格,组长在岗',
      `${community},第１小组,1–3号楼,否`,
      `${community},第2小组,,`,
      `${neighbour},第1小组,9号楼,是`,
    )
    const done = await world.post('/registers/2026/groups/import', { file })
    expect(await done.text()).toContain('2 units updated')
    expect(await world.groups()).toEqual([
      ['第1小组', '1–3号楼', false],
      ['第2小组', '', true],
    ])
    expect(await world.groups(neighbour)).toEqual([['第1小组', '9号楼', true]])
    const out = await (await world.get(`/registers/2026/groups.csv?unit=${community}`)).text()
    expect(out.trim().split('\r\n')).toHaveLength(3)
    const again = await world.post('/registers/2026/groups/import', { file: csv(out.replace('\uFEFF', '')) })
    expect(await again.text()).toContain('0 units updated')
  })

  test('one wrong line and no group is entered; each is told with its line', async () => {
    const world = await opened()
    const file = csv(
      'code,group,buildings or grid,The leader’s post is filled',
      `${community},第1小组,1号楼,是`,
      `${community},第 1 小组,2号楼,`,
      `${neighbour},第1小组,,`,
      `${community},第2小组,联系户,`,
      `${community},第3小组,,也许`,
    )
    const answer = await world.post('/registers/2026/groups/import', { file })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const told of [
      'Line 3: The group “第 1 小组” is in the table twice',
      `Line 4: “${neighbour}” is no subdistrict or community of yours`,
      'Line 5: Registers are about the work of associations',
      'Line 6: “The leader’s post is filled” cannot be read',
    ])
      expect(text).toContain(told)
    expect(await world.groups()).toEqual([])
  })
})
