import { expect, test } from 'vitest'
import { groupAddress, robotAddress } from '../../src/delivery/address.ts'
import { mayHandle } from '../../src/delivery/overview.ts'
import type { Person } from '../../src/people/person.ts'
import type { Actor, Role } from '../../src/shared/actor.ts'
import { instant } from '../../src/shared/time.ts'
import { unitTree } from '../../src/units/tree.ts'
import { row } from './rows.ts'

const since = instant('2026-01-01T00:00:00Z')
const tree = unitTree([
  { id: 'd', level: 'district', name: 'd', parent: null },
  ...['s', 's2'].map(id => ({ id, level: 'subdistrict' as const, name: id, parent: 'd' })),
  ...['c', 'c2'].map(id => ({ id, level: 'community' as const, name: id, parent: id.replace('c', 's') })),
])
const actor = (role: Role, unit: string): Actor => ({
  id: 'a',
  name: 'a',
  lang: 'en',
  duties: [{ role, unit }],
})
const lead = (...units: string[]): Person => ({
  ...{ id: 'p', name: 'p', lang: 'en', former: [], since },
  duties: units.map(unit => ({ role: 'lead', unit, since })),
})
const everybody = { district: actor('district', 'd'), s: actor('subdistrict', 's'), lead: actor('lead', 'c') }

test.each([
  ['a lead of its community', 'p', lead('c'), ['district', 's']],
  ['a lead of another subdistrict', 'p', lead('c2'), ['district']],
  ['one with a duty in both', 'p', lead('c', 'c2'), ['district', 's']],
  ['somebody who has left', 'p', lead(), ['district']],
  ['somebody nobody knows any more', 'p', undefined, ['district']],
  ['the group of its community', groupAddress('c'), undefined, ['district', 's']],
  ['the robot of another subdistrict', robotAddress('s2'), undefined, ['district']],
])('messages to %s are handled by staff over it, never by leads', (_, to, person, by) => {
  const message = row('m', { message: { to } })
  const may = Object.entries(everybody).filter(([, each]) => mayHandle(each, tree, message, person))
  expect(may.map(([name]) => name)).toEqual(by)
})
