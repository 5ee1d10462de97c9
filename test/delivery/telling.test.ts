import { expect, test } from 'vitest'
import { staffAbove } from '../../src/delivery/telling.ts'
import type { Person } from '../../src/people/person.ts'
import type { Role } from '../../src/shared/actor.ts'
import { instant } from '../../src/shared/time.ts'
import { everything } from '../../src/units/scope.ts'
import { unitTree } from '../../src/units/tree.ts'

const since = instant('2026-01-01T00:00:00Z')
const tree = unitTree([
  { id: 'd', level: 'district', name: 'd', parent: null },
  ...['s', 's2'].map(id => ({ id, level: 'subdistrict' as const, name: id, parent: 'd' })),
  { id: 'c', level: 'community', name: 'c', parent: 's' },
  { id: 'c2', level: 'community', name: 'c2', parent: 's2' },
])

/** `lead c` or `lead c, lead c2`. */
function holder(duties: string): Person {
  return {
    ...{ id: duties, name: duties, lang: 'zh-CN', former: [], since },
    duties: duties.split(', ').map(duty => {
      const [role, unit = ''] = duty.split(' ')
      return { role: role as Role, unit, since }
    }),
  }
}

const office = `district ${everything}`

test.each([
  ['lead c', ['lead s', 'subdistrict s', 'subdistrict s2', 'district d'], ['subdistrict s']],
  ['lead c', ['lead s', 'lead d', 'subdistrict s2', 'district d'], ['district d']],
  ['lead c', ['subdistrict s2', office], [office]],
  ['lead c', ['lead c', 'lead s'], []],
  ['subdistrict s', ['subdistrict s', 'district d'], ['district d']],
  ['district d', ['subdistrict s', 'district d', office], [office]],
  ['lead c, lead c2', ['subdistrict s', 'district d'], ['subdistrict s', 'district d']],
  ['lead c, lead s', ['district d'], ['district d']],
])('that %s hears nothing, of %j only the nearest staff above are told: %j', (lost, all, told) => {
  expect(staffAbove(holder(lost), all.map(holder), tree).map(({ id }) => id)).toEqual(told)
})
