import { expect, test } from 'vitest'
import { takeStep } from '../../src/followups/ledger.ts'
import { announce, downgrade, expire, finalise, reviewYearly, veto } from '../../src/ratings/award.ts'
import { begin, decide } from '../../src/ratings/decision.ts'
import { doStep } from '../../src/ratings/doing.ts'
import { gradeRows } from '../../src/ratings/grade-row.ts'
import type { Hand } from '../../src/ratings/perform.ts'
import type { Rating } from '../../src/ratings/rating.ts'
import { rectificationsOf } from '../../src/ratings/rectifying.ts'
import { saveReview, scoresBelow } from '../../src/ratings/review.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'
import { district } from '../helpers/world.ts'
import { asOf, aYear, leadOf, staff } from './playing.ts'

const [a, b, c, d] = ['350203001001', '350203001004', '350203001006', '350203001011'] as const

test('every 一流 is verified by the district on site, and its score counts', async () => {
  const year = await aYear()
  expect((await year.apply(a, 'firstClass')).result).toMatchObject({
    selfScore: 100,
    projected: 'firstClass',
  })
  await year.decides(staff, a)
  expect(
    await year.refused(district, a, (rating, hand) =>
      decide(rating, { action: 'propose', reason: '', items: [] }, hand),
    ),
  ).toBe('checkFirst')
  const verified = await year.decides(district, a, { E1: 0, E2: 0 })
  expect(verified.state).toBe('proposed')
  expect(verified.result).toMatchObject({ subdistrictScore: 100, districtScore: 90, projected: 'qualified' })
  expect(verified.result.gaps?.firstClass.sections).toEqual(['E'])
})

test('a spot check more than 5 points below the acceptance sends the others of the subdistrict back', async () => {
  const year = await aYear()
  for (const code of [a, b, c, d]) {
    await year.apply(code, 'qualified')
    await year.decides(staff, code)
  }
  const drawn = await year.desk.draw(district, '2026', '七星彩 1234567')
  if (isRefusal(drawn)) throw new Error(drawn.code)
  expect([drawn.from.length, drawn.drawn.length]).toEqual([4, 2])
  const [first = '', second = ''] = drawn.drawn
  const others = [a, b, c, d].filter(code => !drawn.drawn.includes(code))
  const propose = (rating: Rating, hand: Hand) =>
    doStep(
      rating,
      { action: 'propose', reason: '', items: [], passed: true },
      () => ({ date: asOf, unsure: false }),
      hand,
    )
  expect(await year.desk.changeAll(district, '2026', 'propose', propose)).toBe(2)

  expect((await year.decides(district, first, { A1: 0 })).inflated).toBe(false)
  expect(await Promise.all(others.map(async code => (await year.rating(code)).state))).toEqual([
    'proposed',
    'proposed',
  ])
  expect((await year.decides(district, second, { A1: 0, E1: 5.99 })).inflated).toBe(true)
  for (const code of others) {
    const recalled = await year.rating(code)
    expect([recalled.state, recalled.sampleDrawn]).toEqual(['subdistrictReview', false])
    expect(recalled.history.at(-1)).toMatchObject({ action: 'recall', level: 'district' })
  }
  expect((await year.rating(first)).state).toBe('proposed')
})

test('notice, objection, naming, review, downgrade, expiry: each leaves its mark', async () => {
  const year = await aYear()
  await year.apply(a, 'firstClass')
  await year.decides(staff, a)
  await year.decides(district, a)
  await year.acts(district, a, (rating, hand) =>
    announce(rating, { date: plainDate('2026-12-15'), unsure: false }, hand),
  )
  const object = { action: 'object', reason: '群众反映活动次数不实', items: [] } as const
  await year.acts(district, a, (rating, hand) => decide(rating, object, hand))
  const uphold = { action: 'dismissObjection', reason: '经核查属实，异议不成立', items: [] } as const
  await year.acts(district, a, (rating, hand) => decide(rating, uphold, hand))
  expect(await year.refused(district, a, finalise)).toBe('noticeRuns')
  year.clock.set('2026-12-16T01:00:00Z')
  expect(await year.acts(district, a, finalise)).toMatchObject({
    grade: 'firstClass',
    certificate: { until: '2029-12-15' },
  })
  expect(
    (await gradeRows(year.store, plainDate('2026-12-16'))).rows.find(row => row.code === a),
  ).toMatchObject({
    grade: 'firstClass',
    projected: 'firstClass',
    score: 100,
    gap: null,
  })
  const fails = (rating: Rating, hand: Hand) => reviewYearly(rating, false, '活动经费停拨', hand)
  expect(await year.acts(district, a, fails)).toMatchObject({ state: 'final', failedReviews: 1 })
  expect(await year.acts(district, a, fails)).toMatchObject({ state: 'downgraded', grade: 'qualified' })
  expect(await year.refused(district, a, (rating, hand) => downgrade(rating, '再降', hand))).toBe(
    'outOfOrder',
  )
  expect(await year.refused(district, a, expire)).toBe('stillValid')
  year.clock.set('2029-12-16T01:00:00Z')
  expect(await year.acts(district, a, expire)).toMatchObject({ state: 'expired', grade: null })
})

test('a veto makes a first-class association 未达标 at once, with its reason kept', async () => {
  const year = await aYear()
  await year.apply(a, 'firstClass')
  expect(await year.refused(staff, a, (rating, hand) => veto(rating, '会议记录系伪造', hand))).toBe(
    'notYourLevel',
  )
  expect(await year.refused(district, a, (rating, hand) => veto(rating, ' ', hand))).toBe('reasonNeeded')
  const vetoed = await year.acts(district, a, (rating, hand) => veto(rating, '会议记录系伪造', hand))
  expect(vetoed).toMatchObject({ state: 'vetoed', grade: 'notQualified', result: { score: 100 } })
  expect(vetoed.result.projected).toBe('notQualified')
  expect(vetoed.history.at(-1)).toMatchObject({ reason: '会议记录系伪造', byName: district.name })
})

test('what the subdistrict wants put right goes into the ledger when it accepts, and the level above closes it', async () => {
  const year = await aYear()
  await year.apply(a, 'qualified')
  const asked = (measure: string, due: string) =>
    year.acts(staff, a, (rating, hand) => {
      const begun = begin(rating, hand)
      if (isRefusal(begun)) return begun
      const scores = { ...scoresBelow(hand.rubric, begun, 'subdistrict'), A5: 3 }
      const rectifications = { A5: { measure, due } }
      const input = { base: begun.revision, scores, reasons: { A5: '缺经费档案' }, gates: {}, opinion: '' }
      return saveReview(begun, 'subdistrict', { ...input, rectifications }, hand)
    })
  await expect(asked('', '2026-12-01')).rejects.toThrow('measureNeeded')
  await expect(asked('补齐经费档案', '')).rejects.toThrow('dueNeeded')
  await expect(asked('补齐经费档案', '2026-10-19')).rejects.toThrow('dueInPast')
  const scored = await asked('补齐经费档案', '2026-12-01')
  expect(scored.history.at(-1)?.changes).toContainEqual({
    item: 'A5',
    field: 'rectification',
    from: '',
    to: '2026-12-01 补齐经费档案',
  })
  const ledger = async () => rectificationsOf(year.store, await year.rating(a))
  expect(await ledger()).toEqual([])
  const accept = { action: 'accept', reason: '', items: [] } as const
  await year.acts(staff, a, (rating, hand) => decide(rating, accept, hand))
  const [opened, ...more] = await ledger()
  expect(more).toEqual([])
  expect(opened).toMatchObject({
    owner: a,
    confirmer: '350203001000',
    what: 'A5 档案资料：补齐经费档案',
    due: '2026-12-01',
    state: 'open',
  })
  const step = (actor: Actor, act: 'submit' | 'confirm') =>
    takeStep(year.kit, opened?.id ?? '', { act, note: '已补齐' }, actor)
  await step(leadOf(a), 'submit')
  expect(await step(leadOf(a), 'confirm')).toMatchObject({ code: 'notYours' })
  expect(await step(staff, 'confirm')).toMatchObject({ state: 'closed' })
})

test('nobody accepts what they handed in themselves', async () => {
  const year = await aYear()
  await year.apply(a, 'qualified')
  const both: Actor = { ...leadOf(a), duties: [...leadOf(a).duties, ...staff.duties] }
  expect(
    await year.refused(both, a, (rating, hand) =>
      decide(rating, { action: 'startReview', reason: '', items: [] }, hand),
    ),
  ).toBe('ownApplication')
})

test('figures on record stand over what was reported, and are those of the acceptance from then on', async () => {
  const year = await aYear()
  const saved = await year.apply(a, 'qualified', { meetingsHeld: 3 })
  expect(saved.values.meetingsHeld).toBeUndefined()
  expect(saved.figures.meetingsHeld).toEqual({ value: 12, asOf })
})
