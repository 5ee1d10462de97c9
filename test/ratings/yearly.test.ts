import { expect, test } from 'vitest'
import { announceAll, sayWhereToObject } from '../../src/ratings/announcing.ts'
import { finalise } from '../../src/ratings/award.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import type { Rating } from '../../src/ratings/rating.ts'
import { ratings } from '../../src/ratings/store.ts'
import { waitingFor } from '../../src/ratings/waiting.ts'
import { yearlyReviews } from '../../src/ratings/yearly.ts'
import { plainDate } from '../../src/shared/time.ts'
import { granted } from '../helpers/people.ts'
import { refusedAt } from '../helpers/refused.ts'
import { district, lead, subdistrict } from '../helpers/world.ts'
import { contact, first, proposed, second } from './playing.ts'

const page = '/ratings/2026/reviews'

test.each([
  // A year later, on the day itself.
  ['2026-12-16', '2029-12-15', '2027-12-15', '2027-12-16', false],
  ['2026-12-16', '2029-12-15', '2027-12-16', '2027-12-16', true],
  // Named on 29 February: on 1 March of a year that has no such day.
  ['2028-02-29', '2031-02-28', '2029-02-28', '2029-03-01', false],
  // On the certificate's last day still, on the day after it no more.
  ['2026-12-16', '2027-12-16', '2027-12-16', '2027-12-16', true],
  ['2026-12-16', '2027-12-15', '2027-12-15', undefined, false],
])('named on %s until %s: on %s the next review is due from %s', (from, until, today, next, isDue) => {
  const certificate = { number: '1', from: plainDate(from), until: plainDate(until) }
  const rating = newRating('2026', first, '鸿山社区', '350203001000')
  const inForce: Rating = { ...rating, state: 'final', grade: 'qualified', certificate }
  expect(yearlyReviews(inForce, plainDate(today), 'Asia/Shanghai', false)).toEqual({ done: [], next, isDue })
})

/** Two communities named 一流 on 16 December 2026. */
async function named() {
  const year = await proposed()
  granted(await sayWhereToObject(year.kit, district, '2026', contact))
  granted(await announceAll(year.desk, district, '2026'))
  year.clock.set('2026-12-16T01:00:00Z')
  for (const code of [first, second]) await year.acts(district, code, finalise)
  const waits = async () => {
    const cycle = granted(await year.desk.open(district, '2026', first)).cycle
    const all = [await year.rating(first), await year.rating(second)]
    const around = {
      cycle,
      rubric: await year.desk.rubricOf(cycle),
      today: year.desk.today(),
      zone: 'Asia/Shanghai',
      newer: [],
    }
    return waitingFor('district', all, [], around).filter(({ kind }) => kind === 'yearlyReviews').length
  }
  const text = async () => (await year.get(page)).text()
  const reviews = (fields: Record<string, string | string[]>) => year.post(page, fields)
  year.actAs(district)
  return { ...year, waits, text, reviews }
}

test('a year after the naming the district looks at all that are due, and says what it found', async () => {
  const year = await named()
  year.clock.set('2027-12-15T01:00:00Z')
  expect(await year.text()).toContain('No review is due at present')
  expect((await year.reviews({ community: first, passed: 'yes', reason: '台账齐全' })).status).toBe(409)
  year.clock.set('2027-12-16T01:00:00Z')
  expect(await year.waits()).toBe(2)
  expect(await year.text()).toContain('due since <time>2027-12-16</time>')
  const empty = await year.reviews({ community: [first, second], passed: 'yes', reason: ' ' })
  await refusedAt(empty, 'yearly-reason', `name="community" value="${second}" checked=""/>`)
  const none = await year.reviews({ passed: 'yes', reason: '台账齐全' })
  await refusedAt(none, 'yearly-community', '>台账齐全</textarea>')
  expect((await year.rating(first)).history.at(-1)?.action).toBe('finalise')
  await year.reviews({ community: [first, second], passed: 'yes', reason: '台账齐全，例会正常' })
  expect(await year.waits()).toBe(0)
  expect(await year.text()).toContain('<time>2027-12-16</time> passed (district-1): 台账齐全，例会正常')
  expect((await year.rating(second)).grade).toBe('firstClass')
})

test('the second failed review takes a grade down, and nothing is due for it any more', async () => {
  const year = await named()
  year.clock.set('2027-12-16T01:00:00Z')
  await year.reviews({ community: first, passed: 'no', reason: '例会停开' })
  expect(await year.rating(first)).toMatchObject({ state: 'final', grade: 'firstClass', failedReviews: 1 })
  year.clock.set('2028-12-16T01:00:00Z')
  expect(await year.text()).toContain('failed 1 time before')
  await year.reviews({ community: first, passed: 'no', reason: '仍未整改' })
  expect(await year.rating(first)).toMatchObject({ state: 'downgraded', grade: 'qualified' })
  expect(await year.waits()).toBe(1)
  expect(year.desk.today()).toBe(plainDate('2028-12-16'))
})

test('a grade that a newer cycle has replaced is looked at no more', async () => {
  const year = await named()
  granted(await year.desk.openYear(district, 2027))
  const one = await year.rating(first)
  await year.store.write('test', tx =>
    tx.change(ratings, `2027-${first}`, rating => ({ ...one, id: rating.id, cycle: '2027' })),
  )
  year.clock.set('2027-12-16T01:00:00Z')
  const due = [...(await year.text()).matchAll(/name="community" value="(\d+)"/g)].map(([, code]) => code)
  expect(due).toEqual([second])
  expect(await year.text()).toContain('a newer grade holds')
  expect((await year.reviews({ community: first, passed: 'no', reason: '例会停开' })).status).toBe(409)
  const home = await (await year.get('/')).text()
  expect(home).toContain('Ratings of 2026: Yearly reviews due (蜂巢山社区)')
  expect(home).toContain('Ratings of 2027: Yearly reviews due (鸿山社区)')
  expect(home).toContain(`href="${page}"`)
  expect((await year.rating(first)).failedReviews).toBe(0)
})

test('a subdistrict and a lead read the reviews of their own and record none', async () => {
  const year = await named()
  year.clock.set('2027-12-16T01:00:00Z')
  for (const actor of [subdistrict, lead]) {
    year.actAs(actor)
    const text = await year.text()
    expect(text).toContain('鸿山社区')
    expect(text).not.toContain('name="reason"')
    expect((await year.reviews({ community: first, passed: 'yes', reason: '好' })).status).toBe(403)
  }
  expect(await year.text()).not.toContain('蜂巢山社区')
  expect((await year.rating(first)).history.at(-1)?.action).toBe('finalise')
})
