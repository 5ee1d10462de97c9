import { expect, test } from 'vitest'
import { groupFigures } from '../../src/registers/figures.ts'
import { appraise, goodsOf, markGroup } from '../../src/registers/five-good.ts'
import {
  addGroups,
  changeGroup,
  emptyGroups,
  enterMonth,
  type Group,
  type GroupList,
  readLines,
} from '../../src/registers/groups.ts'
import { standards } from '../../src/registers/standards-file.ts'
import { memberGroups } from '../../src/registers/store.ts'
import { assessmentYear } from '../../src/shared/assessment-year.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { granted } from '../helpers/people.ts'
import { refusedAt } from '../helpers/refused.ts'
import { lead, newWorld, subdistrict } from '../helpers/world.ts'

const { months } = assessmentYear('2026', 11)
const community = '350203001001'
const on = (today: string) => ({
  by: { id: 'l', name: '甲' },
  now: instant(`${today}T02:00:00Z`),
  today: plainDate(today),
  months,
})
const october = on('2026-10-20')
const twoGroups = granted(
  addGroups(emptyGroups('2026', community), readLines('第1小组，1–3号楼\n\n第2小组'), october),
)
const refusal = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : undefined)

/** Group 1 with `active` months of an activity, and publicity in the last two. */
function active(active: number): GroupList {
  return months
    .slice(0, active)
    .reduce(
      (list, month, at) =>
        granted(
          enterMonth(
            list,
            month,
            new Map([[1, { activities: 1, publicity: at >= active - 2 ? 1 : 0 }]]),
            october,
          ),
        ),
      twoGroups,
    )
}

test('groups are typed one a line, with what they cover', () => {
  expect(twoGroups.groups.map(({ no, name, covers }) => [no, name, covers])).toEqual([
    [1, '第1小组', '1–3号楼'],
    [2, '第2小组', ''],
  ])
})

test('refused are a name that is there, an empty list and words about persons', () => {
  expect(refusal(addGroups(twoGroups, readLines('第2小组'), october))).toBe('groupExists')
  expect(refusal(addGroups(twoGroups, readLines(' \n'), october))).toBe('noGroups')
  expect(refusal(addGroups(twoGroups, readLines('第3小组，联系户12户'), october))).toBe('aboutPersons')
  expect(refusal(enterMonth(twoGroups, '2026-11', new Map(), october))).toBe('monthOutside')
  expect(refusal(enterMonth(twoGroups, '2026-10', new Map(), on('2026-09-30')))).toBe('monthOutside')
})

test('a group is five-good by its records and the association’s marks, and then the subdistrict decides', () => {
  const by = { standards, months }
  const goods = (list: GroupList) => [...goodsOf(list.groups[0] as Group, standards, months, october.today)]
  expect(goods(active(7))).toEqual(['leader'])
  expect(goods(active(11))).toEqual(['leader', 'activities', 'publicity'])
  const marked = granted(markGroup(active(11), 1, ['members', 'records', 'leader'], standards, october))
  expect(marked.groups[0]?.marks).toEqual(['members', 'records'])
  expect(refusal(appraise(marked, 2, { outcome: 'confirmed', reason: '' }, by, october))).toBe('notProposed')
  expect(refusal(appraise(marked, 1, { outcome: 'declined', reason: ' ' }, by, october))).toBe('reasonNeeded')
  const confirmed = granted(appraise(marked, 1, { outcome: 'confirmed', reason: '' }, by, october))
  expect(confirmed.groups[0]?.appraisal).toMatchObject({ outcome: 'confirmed', version: standards.version })
  expect(refusal(markGroup(confirmed, 1, [], standards, october))).toBe('appraised')
})

test('a group that was active in every month so far is active while the running month has nothing yet', () => {
  const goods = (today: string) => goodsOf(active(2).groups[0] as Group, standards, months, plainDate(today))
  expect([goods('2026-01-31').has('activities'), goods('2026-02-01').has('activities')]).toEqual([
    true,
    false,
  ])
})

test('a confirmed group stays so under another name, and no longer once it has no leader', () => {
  const by = { standards, months }
  const confirm = (list: GroupList) => appraise(list, 1, { outcome: 'confirmed', reason: '' }, by, october)
  const confirmed = granted(
    confirm(granted(markGroup(active(11), 1, ['members', 'records'], standards, october))),
  )
  const at = { on: october.today, link: '/x', months }
  const fiveGood = (list: GroupList) => groupFigures(list, at, standards).fiveGoodGroups?.value
  const change = (list: GroupList, leader: boolean) =>
    granted(changeGroup(list, 1, { name: '东区小组', covers: '', leader }, october))
  const renamed = change(confirmed, true)
  expect(renamed.groups[0]).toMatchObject({ name: '东区小组', appraisal: { outcome: 'confirmed' } })
  expect(fiveGood(renamed)).toBe(1)
  const vacant = change(renamed, false)
  expect(vacant.groups[0]?.appraisal).toBeUndefined()
  expect(fiveGood(vacant)).toBeUndefined()
  expect(vacant.history.at(-1)?.deed).toEqual({
    kind: 'changed',
    group: '东区小组',
    changes: [{ field: 'leader', from: true, to: false }],
    unconfirmed: true,
  })
  expect(refusal(confirm(vacant))).toBe('notProposed')
  const filled = change(vacant, true)
  expect(filled.groups[0]?.appraisal).toBeUndefined()
  expect(granted(confirm(filled)).groups[0]?.appraisal?.outcome).toBe('confirmed')
})

test('the rubric’s figures are counted from the groups; what was never recorded is not known', () => {
  const at = { on: october.today, link: '/x', months }
  const values = (list: GroupList) =>
    Object.fromEntries(
      Object.entries(groupFigures(list, at, standards)).map(([name, { value }]) => [name, value]),
    )
  expect(values(twoGroups)).toEqual({ groups: 2, leaders: 2 })
  expect(values(active(11))).toEqual({ groups: 2, leaders: 2, groupMonthsActive: 11, groupsPublicity: 1 })
  const vacant = granted(changeGroup(twoGroups, 2, { name: '第2小组', covers: '', leader: false }, october))
  expect(values(vacant)).toEqual({ groups: 2, leaders: 1 })
  const given = granted(
    changeGroup(twoGroups, 2, { name: '第2小组', covers: '', leader: true, closed: true }, october),
  )
  expect(values(given)).toEqual({ groups: 1, leaders: 1 })
})

test('on the web a lead keeps the groups, and the subdistrict confirms the five-good ones', async () => {
  const world = await newWorld({ now: '2026-10-20T01:00:00Z' })
  const path = `/registers/2026/${community}/groups`
  const list = () => world.store.get(memberGroups, `2026-${community}`)
  world.actAs(lead)
  await world.post(path, { lines: '第1小组，1号楼\n第2小组，2号楼' })
  for (const month of months)
    await world.post(`${path}/month`, { month, 'activities-1': '1', 'publicity-1': '1' })
  const many = await world.post(`${path}/month`, { month: '2026-09', 'activities-1': '100' })
  await refusedAt(many, 'month-counts', 'size="3" value="100" ')
  await refusedAt(
    await world.post(`${path}/2`, { name: '第1小组', covers: '7号楼' }),
    'group-2-name',
    '7号楼',
  )
  await world.post(`${path}/1/marks`, { mark: ['members', 'records'] })
  const fields = { group: '1', outcome: 'confirmed' }
  expect((await world.post(`${path}/appraisal`, fields)).status).toBe(403)
  expect((await list()).groups[0]?.appraisal).toBeUndefined()
  world.actAs(subdistrict)
  expect(await (await world.get(path)).text()).toContain('Confirm all 1')
  expect((await world.post(`${path}/appraisal`, { group: ['1', '2'], outcome: 'confirmed' })).status).toBe(
    409,
  )
  expect((await list()).groups[0]?.appraisal).toBeUndefined()
  const home = async () => (await world.get('/')).text()
  expect(await home()).toContain('1 five-good group to confirm (鸿山社区)')
  expect((await world.post(`${path}/appraisal`, fields)).status).toBe(303)
  expect(await home()).not.toContain('to confirm')
  expect((await list()).groups[0]?.appraisal?.outcome).toBe('confirmed')
  expect((await list()).history.length).toBe(15)
})

test('a new year takes the groups over when somebody says so, without what they did', async () => {
  const world = await newWorld({ now: '2026-11-20T01:00:00Z' })
  world.actAs(lead)
  const [old, path] = [`/registers/2026/${community}/groups`, `/registers/2027/${community}/groups`]
  await world.post(old, { lines: '第1小组，1号楼' })
  await world.post(`${old}/month`, { month: '2026-10', 'activities-1': '2' })
  expect(await (await world.get(path)).text()).toContain('Take over last year’s 1 group')
  await world.post(`${path}/carry`, {})
  expect((await world.store.get(memberGroups, `2027-${community}`)).groups).toMatchObject([
    { no: 1, name: '第1小组', covers: '1号楼', months: {}, marks: [] },
  ])
  expect((await world.post(`${path}/carry`, {})).status).toBe(409)
})
