import { expect, test } from 'vitest'
import type { Inspection } from '../../src/inspections/inspection.ts'
import { turns } from '../../src/inspections/turn.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import type { Unit } from '../../src/units/unit.ts'

const unit = (id: string) => ({ id, name: id, level: 'community', parent: 's' }) as Unit
const inspected = (of: string, on: string, concluded = true): Inspection => ({
  ...{
    id: `${of}-${on}`,
    unit: of,
    title: '例会',
    on: plainDate(on),
    form: { name: 'inspection', version: '1' },
  },
  ...{ sheets: [], faults: [], replies: [], rechecks: [] },
  ...(concluded && {
    concluded: { by: 'x', at: instant('2026-10-01T00:00Z'), mean: 90, band: 'excellent' as const },
  }),
})

test('never inspected comes first, then who was inspected longest ago; what is under way does not count yet', () => {
  const order = turns(['a', 'b', 'c', 'd', 'e'].map(unit), [
    inspected('a', '2026-09-10'),
    inspected('b', '2026-03-10'),
    inspected('b', '2026-08-10'),
    inspected('d', '2026-10-10', false),
    inspected('e', '2026-08-10'),
    inspected('elsewhere', '2025-01-10'),
  ])
  expect(order.map(each => [each.unit.id, each.last?.on, each.times, each.underWay.length])).toEqual([
    ['c', undefined, 0, 0],
    ['d', undefined, 0, 1],
    ['b', '2026-08-10', 2, 0],
    ['e', '2026-08-10', 1, 0],
    ['a', '2026-09-10', 1, 0],
  ])
})
