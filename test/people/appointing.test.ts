import { expect, test } from 'vitest'
import {
  appointableBy,
  isDistrictOver,
  isOverWhole,
  sees,
  whyNotAppoint,
} from '../../src/people/appointing.ts'
import type { Person } from '../../src/people/person.ts'
import type { Actor, Duty, Role } from '../../src/shared/actor.ts'
import { instant } from '../../src/shared/time.ts'
import { unitTree } from '../../src/units/tree.ts'
import type { Level, Unit } from '../../src/units/unit.ts'

const unit = (id: string, level: Level, parent: string | null): Unit => ({ id, level, name: id, parent })
const tree = unitTree([
  unit('350203000000', 'district', null),
  unit('350203001000', 'subdistrict', '350203000000'),
  unit('350203001001', 'community', '350203001000'),
  unit('350203001002', 'community', '350203001000'),
  unit('350203001001-1', 'window', '350203001001'),
  unit('350203002000', 'subdistrict', '350203000000'),
  unit('350203002001', 'community', '350203002000'),
])

const actor = (role: Role, code: string, id = 'actor'): Actor => ({
  id,
  name: id,
  lang: 'en',
  duties: [{ role, unit: code }],
})
const start = instant('2026-10-05T01:30:00Z')
const person = (...duties: Duty[]): Person => ({
  id: 'person',
  name: '王芳',
  lang: 'zh-CN',
  duties: duties.map(duty => ({ ...duty, since: start })),
  former: [],
  since: start,
})

const office = actor('district', '*')
const district = actor('district', '350203000000')
const subdistrict = actor('subdistrict', '350203001000')
const lead = actor('lead', '350203001001')

test.each([
  ['the first account', office, 'district', '*', undefined],
  ['the first account', office, 'district', '350203000000', undefined],
  ['the first account', office, 'lead', '350203002001', undefined],
  ['the first account', office, 'lead', '*', 'unitDoesNotFit'],
  ['the first account', office, 'lead', '999999999999', 'unknownUnit'],
  ['the district', district, 'district', '350203000000', undefined],
  ['the district', district, 'subdistrict', '350203001000', undefined],
  ['the district', district, 'lead', '350203001001', undefined],
  ['the district', district, 'lead', '350203001000', 'unitDoesNotFit'],
  ['the district', district, 'subdistrict', '350203001001', 'unitDoesNotFit'],
  ['the district', district, 'district', '350203001000', 'unitDoesNotFit'],
  ['the district', district, 'lead', '350203001001-1', 'unitDoesNotFit'],
  ['a subdistrict', subdistrict, 'lead', '350203001002', undefined],
  ['a subdistrict', subdistrict, 'subdistrict', '350203001000', undefined],
  ['a subdistrict', subdistrict, 'lead', '350203002001', 'notYours'],
  ['a subdistrict', subdistrict, 'subdistrict', '350203002000', 'notYours'],
  ['a subdistrict', subdistrict, 'district', '350203000000', 'notYours'],
  ['a lead', lead, 'lead', '350203001001', 'mayNotAppoint'],
  ['a lead', lead, 'lead', '350203001002', 'notYours'],
  ['a lead', lead, 'district', '*', 'notYours'],
] as const)('%s appoints: %#', (_who, who, role, code, refused) => {
  expect(whyNotAppoint(who, tree, { role, unit: code })?.code).toBe(refused)
})

test.each([
  ['the district', district, 6],
  ['a subdistrict', subdistrict, 3],
  ['a lead', lead, 0],
] as const)('%s has so many duties to give', (_who, who, count) => {
  expect(appointableBy(who, tree)).toHaveLength(count)
})

test('before there are units, the first account can only invite to its own side', () => {
  expect(appointableBy(office, unitTree([]))).toEqual([{ role: 'district', unit: '*' }])
})

const wang = person({ role: 'lead', unit: '350203001001' })
const both = person({ role: 'lead', unit: '350203001001' }, { role: 'lead', unit: '350203002001' })
const first = person({ role: 'district', unit: '*' })

test.each([
  ['the district', district, wang, { sees: true, whole: true, district: true }],
  ['the subdistrict', subdistrict, wang, { sees: true, whole: true, district: false }],
  [
    'the neighbour',
    actor('subdistrict', '350203002000'),
    wang,
    { sees: false, whole: false, district: false },
  ],
  ['a fellow lead', lead, wang, { sees: true, whole: false, district: false }],
  ['one of two subdistricts', subdistrict, both, { sees: true, whole: false, district: false }],
  ['the district', district, both, { sees: true, whole: true, district: true }],
  ['the district', district, first, { sees: true, whole: true, district: true }],
  ['a subdistrict', subdistrict, first, { sees: false, whole: false, district: false }],
] as const)('%s over a person: %#', (_who, who, whom, expected) => {
  expect({
    sees: sees(who, tree, whom),
    whole: isOverWhole(who, tree, whom),
    district: isDistrictOver(who, tree, whom),
  }).toEqual(expected)
})

test('a person who left is still seen where the duty was', () => {
  const left: Person = {
    ...person(),
    former: [{ role: 'lead', unit: '350203001001', since: start, until: start }],
    ended: start,
  }
  expect(sees(subdistrict, tree, left)).toBe(true)
  expect(sees(actor('subdistrict', '350203002000'), tree, left)).toBe(false)
})
