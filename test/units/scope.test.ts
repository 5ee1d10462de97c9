import { expect, test } from 'vitest'
import type { Actor, Role } from '../../src/shared/actor.ts'
import { actsFor, everything, scopeOf } from '../../src/units/scope.ts'
import { unitTree } from '../../src/units/tree.ts'
import type { Unit } from '../../src/units/unit.ts'

const unit = (id: string, level: Unit['level'], parent: string | null): Unit => ({
  id,
  level,
  name: id,
  parent,
})
const tree = unitTree([
  unit('350203000000', 'district', null),
  unit('350203001000', 'subdistrict', '350203000000'),
  unit('350203003000', 'subdistrict', '350203000000'),
  unit('350203001001', 'community', '350203001000'),
  unit('350203001001-1', 'window', '350203001001'),
  unit('350203003001', 'community', '350203003000'),
])

const actor = (...duties: [Role, string][]): Actor => ({
  id: 'p',
  name: 'p',
  lang: 'zh-CN',
  duties: duties.map(([role, code]) => ({ role, unit: code })),
})

test.each([
  ['the first district account', actor(['district', everything]), 6],
  ['district staff', actor(['district', '350203000000']), 6],
  ['subdistrict staff', actor(['subdistrict', '350203001000']), 3],
  ['a lead', actor(['lead', '350203001001']), 2],
  ['a lead of two associations', actor(['lead', '350203001001'], ['lead', '350203003001']), 3],
  [
    'subdistrict staff who also lead an association there',
    actor(['subdistrict', '350203001000'], ['lead', '350203001001']),
    3,
  ],
  ['nobody', actor(), 0],
])('%s see their units', (_who, who, count) => {
  expect(scopeOf(who, tree)).toHaveLength(count)
})

test.each<[Role, string, string, boolean]>([
  ['district', '350203000000', '350203003001', true],
  ['subdistrict', '350203001000', '350203001001', true],
  ['subdistrict', '350203001000', '350203003001', false],
  ['subdistrict', '350203001000', '350203000000', false],
  ['lead', '350203001001', '350203001001', true],
  ['lead', '350203001001', '350203001000', false],
])('%s of %s acts for %s: %s', (role, own, code, may) => {
  expect(actsFor(actor([role, own]), tree, code)).toBe(may)
})

test('a role that is asked for must be the one that is held', () => {
  const lead = actor(['lead', '350203001001'])
  expect(actsFor(lead, tree, '350203001001', ['subdistrict', 'district'])).toBe(false)
})
