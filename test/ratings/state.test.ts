import { expect, test } from 'vitest'
import { allowed, next, outOfOrder, type Standing, transitions } from '../../src/ratings/state.ts'
import { type Action, actions, type State, states } from '../../src/ratings/steps.ts'
import { type Role, roles } from '../../src/shared/actor.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'

const today = plainDate('2026-12-20')

/** Everything that could stand in the way besides state, level, reason and items is out of the way. */
function standing(state: State, more: Partial<Standing> = {}): Standing {
  return {
    state,
    filled: true,
    firstClassClaim: false,
    sampled: false,
    sampleDrawn: true,
    onAppeal: false,
    noticeUntil: plainDate('2026-12-19'),
    validUntil: plainDate('2026-12-19'),
    scored: { subdistrict: true, district: true },
    ...more,
  }
}

/** The whole route as the district wrote it down: action, whose it is, from where, to where. */
const route: readonly (readonly [Action, Role, Partial<Record<State, State>>])[] = [
  ['save', 'lead', { draft: 'draft', returned: 'returned' }],
  ['selfCheck', 'lead', { draft: 'draft' }],
  ['midYear', 'subdistrict', { draft: 'draft' }],
  ['submit', 'lead', { draft: 'selfSubmitted', returned: 'selfSubmitted' }],
  ['startReview', 'subdistrict', { selfSubmitted: 'subdistrictReview' }],
  ['score', 'subdistrict', { subdistrictReview: 'subdistrictReview' }],
  ['accept', 'subdistrict', { subdistrictReview: 'subdistrictAccepted' }],
  ['return', 'subdistrict', { subdistrictReview: 'returned' }],
  ['recall', 'district', { subdistrictAccepted: 'subdistrictReview', proposed: 'subdistrictReview' }],
  ['startCheck', 'district', { subdistrictAccepted: 'districtCheck' }],
  ['check', 'district', { districtCheck: 'districtCheck' }],
  ['sendBack', 'district', { districtCheck: 'returned' }],
  ['verify', 'district', { districtCheck: 'proposed' }],
  ['propose', 'district', { subdistrictAccepted: 'proposed' }],
  ['announce', 'district', { proposed: 'publicNotice' }],
  ['object', 'district', { publicNotice: 'reReview' }],
  ['dismissObjection', 'district', { reReview: 'publicNotice' }],
  ['upholdObjection', 'district', { reReview: 'districtCheck' }],
  ['finalise', 'district', { publicNotice: 'final' }],
  ['review', 'district', { final: 'final' }],
  ['downgrade', 'district', { final: 'downgraded' }],
  ['expire', 'district', { final: 'expired', downgraded: 'expired' }],
  ['upholdAppeal', 'district', { final: 'reReview', downgraded: 'reReview', vetoed: 'reReview' }],
  ['keepGrade', 'district', { reReview: 'proposed' }],
  ['checkAgain', 'district', { reReview: 'districtCheck' }],
  [
    'veto',
    'district',
    {
      draft: 'vetoed',
      selfSubmitted: 'vetoed',
      subdistrictReview: 'vetoed',
      returned: 'vetoed',
      subdistrictAccepted: 'vetoed',
      districtCheck: 'vetoed',
      proposed: 'vetoed',
      publicNotice: 'vetoed',
      reReview: 'vetoed',
      final: 'vetoed',
      downgraded: 'vetoed',
      expired: 'vetoed',
    },
  ],
]

function afterAppeal(action: Action): boolean {
  return action === 'keepGrade' || action === 'checkAgain'
}

test('the route names every action once', () => {
  expect(route.map(([action]) => action)).toEqual([...actions])
})

test.each(route)('%s is done by the %s only, and only from where it belongs', (action, by, from) => {
  for (const state of states) {
    for (const role of roles) {
      // A rating that was neither drawn nor claims 一流 is proposed; a check needs one of the two.
      const rating = standing(state, { sampled: action === 'startCheck', onAppeal: afterAppeal(action) })
      const outcome = next(rating, { action, reason: '理由', items: ['A1'] }, [role], today)
      const expected = role !== by ? 'notYourLevel' : from[state] === undefined ? 'outOfOrder' : from[state]
      expect([state, role, isRefusal(outcome) ? outcome.code : outcome]).toEqual([state, role, expected])
    }
  }
})

test('no two levels may do the same thing, whatever the state and whatever else stands in the way', () => {
  for (const state of states) {
    for (const more of [{}, { sampled: true }, { firstClassClaim: true }, { sampleDrawn: false }]) {
      const rating = standing(state, more)
      const each = roles.map(role => allowed(rating, [role], today))
      const together = allowed(rating, roles, today)
      expect(each.flat().toSorted()).toEqual([...together].toSorted())
      expect(new Set(together).size).toBe(together.length)
    }
  }
})

test.each(actions.filter(action => transitions[action].reason))('%s without a reason is refused', action => {
  const [from = 'draft'] = transitions[action].from
  for (const reason of ['', '   ']) {
    const outcome = next(
      standing(from, { onAppeal: afterAppeal(action) }),
      { action, reason, items: ['A1'] },
      ['district', 'subdistrict'],
      today,
    )
    expect(isRefusal(outcome) && [outcome.code, outcome.status]).toEqual(['reasonNeeded', 422])
  }
})

test.each([
  ['return', 'subdistrictReview'],
  ['sendBack', 'districtCheck'],
] as const)('%s without the items it is about is refused', (action, from) => {
  const outcome = next(standing(from), { action, reason: '理由', items: [] }, [...roles], today)
  expect(isRefusal(outcome) && outcome.code).toBe('itemsNeeded')
})

test.each([
  ['submit', 'draft', { filled: false }, 'nothingFilled'],
  ['selfCheck', 'draft', { filled: false }, 'nothingFilled'],
  ['accept', 'subdistrictReview', { scored: { subdistrict: false, district: true } }, 'notScored'],
  ['verify', 'districtCheck', { scored: { subdistrict: true, district: false } }, 'notScored'],
  ['startCheck', 'subdistrictAccepted', {}, 'notSampled'],
  ['startCheck', 'subdistrictAccepted', { sampled: true }, undefined],
  ['startCheck', 'subdistrictAccepted', { firstClassClaim: true }, undefined],
  ['propose', 'subdistrictAccepted', { firstClassClaim: true }, 'checkFirst'],
  ['propose', 'subdistrictAccepted', { sampled: true }, 'checkFirst'],
  ['propose', 'subdistrictAccepted', { sampleDrawn: false }, 'sampleFirst'],
  ['propose', 'subdistrictAccepted', {}, undefined],
  ['finalise', 'publicNotice', { noticeUntil: plainDate('2026-12-20') }, 'noticeRuns'],
  ['finalise', 'publicNotice', { noticeUntil: undefined }, 'noticeRuns'],
  ['finalise', 'publicNotice', { noticeUntil: plainDate('2026-12-19') }, undefined],
  ['dismissObjection', 'reReview', { onAppeal: true }, 'outOfOrder'],
  ['upholdObjection', 'reReview', { onAppeal: true }, 'outOfOrder'],
  ['checkAgain', 'reReview', {}, 'outOfOrder'],
  ['keepGrade', 'reReview', {}, 'outOfOrder'],
  ['keepGrade', 'reReview', { onAppeal: true, scored: { subdistrict: false, district: false } }, 'notScored'],
  ['expire', 'final', { validUntil: plainDate('2026-12-20') }, 'stillValid'],
  ['expire', 'final', { validUntil: plainDate('2026-12-19') }, undefined],
] as const)('%s from %s with %o: %s', (action, state, more, code) => {
  expect(outOfOrder(action, standing(state, more), today)?.code).toBe(code)
})
