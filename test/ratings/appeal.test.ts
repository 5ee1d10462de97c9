import { expect, test } from 'vitest'
import { type Appeal, decideAppeal, fileAppeal } from '../../src/ratings/appeal.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import type { Hand } from '../../src/ratings/perform.ts'
import type { Rating, RatingEvent } from '../../src/ratings/rating.ts'
import { appeals, ratings } from '../../src/ratings/store.ts'
import type { Actor, Role } from '../../src/shared/actor.ts'
import { isRefusal, type Refusal } from '../../src/shared/refusal.ts'
import { type Instant, instant, plainDate, plusMinutes } from '../../src/shared/time.ts'
import { refusedAt } from '../helpers/refused.ts'
import { district, lead, newWorld } from '../helpers/world.ts'
import { theRubric } from './rubric.ts'

const rubric = theRubric()
const at = instant('2026-12-16T01:00:00Z')
const dates = { until: plainDate('2026-12-23'), due: plainDate('2027-01-05') }

function event(action: RatingEvent['action'], by: string, to: Rating['state']): RatingEvent {
  return {
    at,
    by,
    byName: by,
    level: 'district',
    action,
    from: 'publicNotice',
    to,
    reason: '',
    items: [],
    changes: [],
  }
}

const decided: Rating = {
  ...newRating('2026', '350203001001', '甲社区', '350203001000'),
  state: 'final',
  grade: 'qualified',
  history: [
    event('verify', 'checker', 'proposed'),
    event('announce', 'announcer', 'publicNotice'),
    event('finalise', 'office', 'final'),
  ],
}

function hand(id: string, roles: readonly Role[], today = '2026-12-20'): Hand {
  return { by: { id, name: id }, roles, now: at, today: plainDate(today), rubric }
}
function since(id: string, ownSince: Instant): Hand {
  return { ...hand(id, ['district']), by: { id, name: id, ownSince } }
}
const code = (outcome: Appeal | Refusal) => (isRefusal(outcome) ? outcome.code : 'done')
const filed: Appeal = {
  id: decided.id,
  cycle: '2026',
  by: 'lead-1',
  byName: 'lead-1',
  at,
  reason: '漏计活动',
  due: dates.due,
}

test.each([
  ['by the lead in time', decided, undefined, '漏计活动', hand('lead-1', ['lead'], '2026-12-23'), 'done'],
  ['a day too late', decided, undefined, '漏计活动', hand('lead-1', ['lead'], '2026-12-24'), 'appealTooLate'],
  ['without a reason', decided, undefined, ' ', hand('lead-1', ['lead']), 'appealReason'],
  ['a second time', decided, filed, '漏计活动', hand('lead-1', ['lead']), 'appealOnce'],
  ['by the subdistrict', decided, undefined, '漏计活动', hand('s-1', ['subdistrict']), 'appealByLead'],
  [
    'before anything is decided',
    { ...decided, state: 'proposed' as const },
    undefined,
    '漏计活动',
    hand('lead-1', ['lead']),
    'nothingToAppeal',
  ],
])('an appeal %s', (_, rating, known, reason, by, outcome) => {
  expect(code(fileAppeal(rating, known, reason, dates, by))).toBe(outcome)
})

test.each([
  ['somebody else of the district', hand('arbiter', ['district']), 'done'],
  ['whoever only put it on notice', hand('announcer', ['district']), 'done'],
  ['whoever verified', hand('checker', ['district']), 'recused'],
  ['whoever named the grade', hand('office', ['district']), 'recused'],
  ['whoever filed it', hand('lead-1', ['district']), 'recused'],
  ['a lead of the same association', hand('arbiter', ['district', 'lead']), 'recused'],
  ['the subdistrict', hand('s-1', ['subdistrict']), 'districtOnly'],
  ['whoever was there when it was decided', since('arbiter', at), 'done'],
  ['an account made after the decision', since('arbiter', plusMinutes(at, 1)), 'notOneOfTwo'],
])('%s decides on it', (_, by, outcome) => {
  expect(code(decideAppeal(decided, filed, { upheld: true, reason: '属实' }, by))).toBe(outcome)
})

test('an appeal is decided once', () => {
  const done = decideAppeal(
    decided,
    filed,
    { upheld: false, reason: '不属实' },
    hand('arbiter', ['district']),
  )
  if (isRefusal(done)) throw new Error(done.code)
  const again = decideAppeal(decided, done, { upheld: true, reason: '属实' }, hand('other', ['district']))
  expect(code(again)).toBe('appealDecided')
})

test('an appeal is filed and upheld on the web, and the grade is open again', async () => {
  const world = await newWorld({ now: '2026-12-16T01:00:00Z' })
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  await world.store.write('test', tx => tx.change(ratings, decided.id, () => decided))
  const page = '/ratings/2026/350203001001'
  world.actAs(lead)
  expect(await (await world.get(page)).text()).toContain('until <time>2026-12-23</time>')
  const blank = await world.post(`${page}/appeal`, { reason: ' ' })
  await refusedAt(blank, 'appeal-reason', '<details open=""><summary>File the appeal</summary>')
  expect((await world.post(`${page}/appeal`, { reason: '漏计活动' })).status).toBe(303)
  expect((await world.post(`${page}/appeal`, { reason: '漏计活动' })).status).toBe(409)
  expect((await world.post(`${page}/appeal/decision`, { upheld: 'yes', reason: '属实' })).status).toBe(403)
  const recused = 'does not decide on its appeal'
  world.actAs({ ...district, id: 'checker', name: 'checker' })
  expect(await (await world.get(page)).text()).toContain(recused)
  const arbiter: Actor = { ...district, id: 'arbiter', name: 'arbiter' }
  world.actAs(arbiter)
  const open = await (await world.get(page)).text()
  expect(open).toContain('漏计活动')
  expect(open).not.toContain(recused)
  const mute = await world.post(`${page}/appeal/decision`, { upheld: 'yes', reason: '' })
  await refusedAt(mute, 'decision-reason', '漏计活动')
  expect((await world.post(`${page}/appeal/decision`, { upheld: 'yes', reason: '属实' })).status).toBe(303)
  expect(await world.store.get(ratings, decided.id)).toMatchObject({ state: 'reReview', grade: null })
  expect((await world.store.get(appeals, decided.id)).decision).toMatchObject({ upheld: true, by: 'arbiter' })

  // What follows is the re-review of an appeal: nothing of it is called an objection, nor counted as one in public.
  const offered = (await (await world.get(page)).text()).matchAll(/name="action" value="(\w+)"/g)
  expect([...offered].map(([, action]) => action)).toEqual(['checkAgain', 'veto'])
  const dismiss = { action: 'dismissObjection', reason: '维持' }
  expect((await world.post(`${page}/steps`, dismiss)).status).toBe(409)
  const unscored = { action: 'keepGrade', reason: '维持' }
  expect((await world.post(`${page}/steps`, unscored)).status).toBe(409)
  expect((await world.post(`${page}/steps`, { action: 'checkAgain', reason: '核对原件' })).status).toBe(303)
  expect((await world.store.get(ratings, decided.id)).state).toBe('districtCheck')
  expect(await (await world.get('/notice/2026')).text()).not.toContain('objection so far')
})

test('the public notice is read without signing in, and names only what is to be named', async () => {
  const world = await newWorld({ now: '2026-12-16T01:00:00Z' })
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  const notice = { from: plainDate('2026-12-16'), until: plainDate('2026-12-23'), unsure: false }
  const announced = { ...decided, state: 'publicNotice' as const, grade: null, notice }
  const result = { ...decided.result, score: 85, projected: 'qualified' as const }
  await world.store.write('test', tx => tx.change(ratings, decided.id, () => ({ ...announced, result })))
  world.actAs(undefined)
  const html = await (await world.get('/notice/2026')).text()
  expect(html).toContain('甲社区')
  expect(html).toContain('2026-12-23')
  expect(html).not.toContain('蜂巢山社区')
  expect(html).not.toContain('objection so far')
  expect((await world.get('/notice/1999')).status).toBe(404)
})

test('the public notice tells how many objections there were and what became of them, and nothing of who objected', async () => {
  const world = await newWorld({ now: '2026-12-16T01:00:00Z' })
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  const notice = { from: plainDate('2026-12-16'), until: plainDate('2026-12-23'), unsure: false }
  await world.store.write('test', tx =>
    tx.change(ratings, decided.id, () => ({
      ...decided,
      state: 'publicNotice' as const,
      grade: null,
      notice,
    })),
  )
  const steps = `/ratings/2026/${decided.community}/steps`
  expect((await world.post(steps, { action: 'object', reason: '王某反映台账不实' })).status).toBe(303)
  world.actAs(undefined)
  const during = await (await world.get('/notice/2026')).text()
  expect(during).toContain('1 objection so far: 0 upheld, 0 dismissed, 1 being looked into.')
  expect(during).not.toContain('王某')
  world.actAs(district)
  expect((await world.post(steps, { action: 'dismissObjection', reason: '经核实不符' })).status).toBe(303)
  world.actAs(undefined)
  const after = await (await world.get('/notice/2026')).text()
  expect(after).toContain('1 objection so far: 0 upheld, 1 dismissed, 0 being looked into.')
})
