import { expect, test } from 'vitest'
import { standards } from '../../src/registers/standards-file.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { type Criterion, criteriaOf, decideAdvanced, isProposed } from '../../src/standings/advanced.ts'
import { unitCodeSchema } from '../../src/units/unit.ts'

const { criteria } = standards.advanced
const reachedAll = Object.fromEntries(criteria.map(({ measure, percent }) => [measure, percent / 100]))

test('a criterion is met from its share on, also where the binary fraction falls short; what is not known is not met', () => {
  const asked = { ...standards, advanced: { criteria: [{ measure: 'meetings', percent: 57 }] } } as const
  const met = (meetings: number | null) => criteriaOf({ meetings }, asked)[0]?.met
  // 0.57 × 100 is 56.99999999999999.
  expect([met(0.57), met(57 / 100 - 0.0001), met(null)]).toEqual([true, false, false])
})

test('a subdistrict is proposed when it reaches all that is asked, and not when one is missing', () => {
  expect(isProposed(criteriaOf(reachedAll, standards))).toBe(true)
  for (const { measure } of criteria) {
    const lacking = criteriaOf({ ...reachedAll, [measure]: 0 }, standards)
    expect([measure, isProposed(lacking)]).toEqual([measure, false])
  }
  expect(isProposed([])).toBe(false)
})

const of = { year: '2026', subdistrict: unitCodeSchema.parse('350203001000') }
const hand = {
  by: { id: 'd', name: '区' },
  now: instant('2026-12-20T02:00Z'),
  today: plainDate('2026-12-20'),
}
const decide = (given: readonly Criterion[], advanced: boolean, reason: string) =>
  decideAdvanced(of, { advanced, reason }, { criteria: given, version: '1' }, undefined, hand)

test('against what the records propose, and to decide otherwise later, a reason is asked', () => {
  const reached = criteriaOf(reachedAll, standards)
  const lacking = criteriaOf({}, standards)
  expect(decide(reached, false, ' ')).toMatchObject({ code: 'reasonNeeded' })
  expect(decide(lacking, true, '')).toMatchObject({ code: 'reasonNeeded' })
  expect(decide(lacking, true, '台风影响，已补办')).toMatchObject({ advanced: true, before: [] })
  const first = decide(reached, true, '')
  if (isRefusal(first)) throw new Error(first.code)
  const again = (reason: string) =>
    decideAdvanced(of, { advanced: false, reason }, { criteria: lacking, version: '1' }, first, hand)
  expect(again('')).toMatchObject({ code: 'reasonNeeded' })
  expect(again('复核发现台账不实')).toMatchObject({
    advanced: false,
    before: [{ advanced: true, byName: '区' }],
  })
})
