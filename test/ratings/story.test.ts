import { expect, test } from 'vitest'
import { ratingParts } from '../../src/rating-parts.ts'
import { sayWhereToObject } from '../../src/ratings/announcing.ts'
import { appealDesk } from '../../src/ratings/appealing.ts'
import { attainment } from '../../src/ratings/attainment.ts'
import type { Decision } from '../../src/ratings/decision.ts'
import { doStep } from '../../src/ratings/doing.ts'
import { gradeRows } from '../../src/ratings/grade-row.ts'
import { drawSample } from '../../src/ratings/sample.ts'
import type { Action } from '../../src/ratings/steps.ts'
import { ratingCycles, ratings } from '../../src/ratings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { plainDate } from '../../src/shared/time.ts'
import { granted } from '../helpers/people.ts'
import { district } from '../helpers/world.ts'
import { aYear, contact, leadOf, staff } from './playing.ts'
import { theRubric } from './rubric.ts'

/** Seven communities of 厦港街道 and three of another subdistrict; the other 89 of the district hand nothing in. */
const [star, shrunk, late, overturned, cleared, forged, second] = [
  '350203001001',
  '350203001004',
  '350203001006',
  '350203001011',
  '350203001015',
  '350203001018',
  '350203001020',
] as const
const generous = ['350203003001', '350203003003', '350203003010'] as const
const otherStaff: Actor = {
  ...staff,
  id: 's-2',
  name: '街道乙',
  duties: [{ role: 'subdistrict', unit: '350203003000' }],
}
const otherOffice: Actor = { ...district, id: 'district-2', name: '区乙' }

test('a year of the district, from the drafts to the grades that hold, counted by hand', async () => {
  const year = await aYear({ workdays: true })
  const { desk } = year
  const parts = ratingParts(year.kit)
  const does = async (
    actor: Actor,
    code: string,
    action: Action,
    more: { reason?: string; items?: string[]; passed?: boolean } = {},
  ) => {
    const { reason = '', items = [], passed = true } = more
    const notice = await desk.noticeEnd('2026')
    return year.acts(actor, code, (rating, hand) =>
      doStep(rating, { action, reason, items, passed }, notice, hand),
    )
  }
  const states = async (codes: readonly string[]) =>
    Promise.all(codes.map(async code => (await year.rating(code)).state))

  // October: applications. One is returned, with its reason and items, and handed in again.
  for (const code of [star, shrunk, second]) await year.apply(code, 'firstClass')
  for (const code of [late, overturned, cleared, forged, ...generous]) await year.apply(code, 'qualified')
  await does(staff, late, 'startReview')
  await does(staff, late, 'return', { reason: '活动记录不全', items: ['E1'] })
  await year.apply(late, 'qualified', { publicityActivities: 10 })

  // November: the subdistricts accept. 合格 is spot-checked, two of four and two of three.
  year.clock.set('2026-11-16T01:00:00Z')
  for (const code of [star, shrunk, second, late, overturned, cleared, forged])
    await year.decides(staff, code)
  for (const code of generous) await year.decides(otherStaff, code)
  expect((await year.rating(late)).result).toMatchObject({ selfScore: 99, subdistrictScore: 99 })
  const drawn = granted(await desk.draw(district, '2026', '双色球 2026130'))
  expect(drawn.drawn).toHaveLength(4)
  expect(drawSample(drawn.from, drawn.seed, theRubric().sample)).toEqual(drawn.drawn)
  expect((await year.store.get(ratingCycles, '2026')).draws).toEqual([drawn])

  // December: every 一流 on site, and the drawn ones. One acceptance of the other subdistrict proves 6.5 points too high.
  year.clock.set('2026-12-01T01:00:00Z')
  await year.decides(district, star)
  await year.decides(district, second)
  await year.decides(district, shrunk, { E1: 0, E2: 0 })
  const [inflated, ...fair] = drawn.drawn.filter(code => code.startsWith('350203003'))
  const others = generous.filter(code => !drawn.drawn.includes(code))
  for (const code of others) await does(district, code, 'propose')
  expect((await year.decides(district, inflated ?? '', { A1: 0, E1: 4.5 })).inflated).toBe(true)
  expect(await states(others)).toEqual(['subdistrictReview'])
  for (const code of others) await year.decides(otherStaff, code)
  const again = granted(await desk.draw(district, '2026', '双色球 2026137'))
  expect(again.drawn).toEqual(others)
  for (const code of [...fair, ...others]) await year.decides(district, code)
  for (const code of [late, overturned, cleared, forged])
    if (drawn.drawn.includes(code)) await year.decides(district, code)
    else await does(district, code, 'propose')

  // Public notice: from Monday 7 December five working days, to the 14th.
  year.clock.set('2026-12-07T01:00:00Z')
  const all = [star, shrunk, late, overturned, cleared, forged, second, ...generous]
  granted(await sayWhereToObject(year.kit, district, '2026', contact))
  for (const code of all) await does(district, code, 'announce')
  expect((await year.rating(star)).notice).toEqual({ from: '2026-12-07', until: '2026-12-14', unsure: false })
  await does(district, cleared, 'object', { reason: '群众反映例会未开' })
  await does(district, cleared, 'dismissObjection', { reason: '查阅签到表，属实召开' })
  await does(district, overturned, 'object', { reason: '群众反映经费未到位' })
  await does(district, overturned, 'upholdObjection', { reason: '需重新核查' })
  const below = { A1: 0, A2: 0, A3: 0, A4: 0, A5: 0 }
  expect((await year.decides(district, overturned, below)).result.projected).toBe('notQualified')
  await does(district, overturned, 'announce')
  await does(district, forged, 'veto', { reason: '会议记录系伪造' })
  expect(
    await year.refused(district, star, (rating, hand) =>
      doStep(
        rating,
        { action: 'finalise', reason: '', items: [], passed: true },
        () => ({ date: hand.today, unsure: false }),
        hand,
      ),
    ),
  ).toBe('noticeRuns')
  year.clock.set('2026-12-15T01:00:00Z')
  for (const code of all) if (code !== forged) await does(district, code, 'finalise')

  // The one below 合格 appeals in time; not the office that decided, another hand does, and finds for it.
  const appeals = appealDesk(year.kit, desk, parts.workdays)
  granted(await appeals.file(leadOf(overturned), '2026', overturned, '班子任职文件已补交'))
  expect(await appeals.file(leadOf(overturned), '2026', overturned, '再次申诉')).toMatchObject({
    code: 'appealOnce',
  })
  const decision = { upheld: true, reason: '任职文件真实有效' }
  expect(await appeals.settle(district, '2026', overturned, decision)).toMatchObject({ code: 'recused' })
  granted(await appeals.settle(otherOffice, '2026', overturned, decision))
  await does(otherOffice, overturned, 'checkAgain', { reason: '按申诉结论重新核查' })
  await year.decides(otherOffice, overturned, { A1: 5, A2: 5, A3: 5, A4: 5, A5: 5 })
  await does(otherOffice, overturned, 'announce')
  year.clock.set('2026-12-24T01:00:00Z')
  await does(otherOffice, overturned, 'finalise')

  // By hand: 一流 two (star, second); 合格 seven (shrunk, late, overturned, cleared and the three of the other subdistrict);
  // 未达标 one, by veto. Of 99 communities 90 are to be 合格以上 and 40 一流.
  const counted = async (today: string) => {
    const { rows } = await gradeRows(year.store, plainDate(today), '2026')
    const of = (grade: string) => rows.filter(row => row.grade === grade).length
    const [qualified, firstClass] = attainment(rows, theRubric())
    return [
      rows.length,
      of('firstClass'),
      of('qualified'),
      of('notQualified'),
      qualified.missing,
      firstClass.missing,
    ]
  }
  expect(await counted('2026-12-24')).toEqual([99, 2, 7, 1, 90 - 9, 40 - 2])

  // The year after: the light review fails twice, and one 一流 is 合格 from then on. In 2029 everything has run out but the veto.
  year.clock.set('2027-12-10T01:00:00Z')
  await does(district, second, 'review', { reason: '活动经费停拨', passed: false })
  expect((await year.rating(second)).state).toBe('final')
  year.clock.set('2028-12-08T01:00:00Z')
  await does(district, second, 'review', { reason: '整改未到位', passed: false })
  expect(await year.rating(second)).toMatchObject({ state: 'downgraded', grade: 'qualified' })
  expect(await counted('2028-12-08')).toEqual([99, 1, 8, 1, 90 - 9, 40 - 1])
  expect(await counted('2029-12-24')).toEqual([99, 0, 0, 1, 90, 40])

  // Whoever looks at the histories finds every deed with its level, and the states in one line.
  for (const rating of await year.store.list(ratings, 'cycle', '2026')) {
    const { history } = rating
    expect(history.map(({ from }) => from)).toEqual(
      ['draft', ...history.map(({ to }) => to)].slice(0, history.length),
    )
    expect(history.every(({ reason, action }) => !needsReason.includes(action) || reason !== '')).toBe(true)
  }
})

const needsReason: readonly (Action | Decision)[] = [
  'return',
  'recall',
  'object',
  'dismissObjection',
  'upholdObjection',
  'veto',
  'upholdAppeal',
  'keepGrade',
  'checkAgain',
]
