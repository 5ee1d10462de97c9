import { expect, test } from 'vitest'
import { issue, nextNumber, periodFault } from '../../src/bulletins/bulletin.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { granted } from '../helpers/people.ts'
import { district, subdistrict } from '../helpers/world.ts'
import { someContent } from './samples.ts'

const at = { at: instant('2026-11-18T02:00:00Z'), today: plainDate('2026-11-18') }
const issued = [
  { year: 2026, no: 1 },
  { year: 2026, no: 2 },
]

test('numbers begin anew with the year', () => {
  expect([nextNumber(issued, 2026), nextNumber(issued, 2027), nextNumber([], 2026)]).toEqual([3, 1, 1])
})

test.each([
  ['2026-11-01', '2026-11-18', undefined],
  ['2026-11-18', '2026-11-18', undefined],
  ['2025-01-01', '2026-11-18', undefined],
  ['2026-11-18', '2026-11-17', 'periodReversed'],
  ['2026-11-01', '2026-11-19', 'periodAhead'],
  ['2024-12-31', '2026-11-18', 'periodTooLong'],
])('from %s to %s: %s', (from, to, code) => {
  expect(periodFault(plainDate(from), plainDate(to), at.today)?.code).toBe(code)
})

test('the district issues it under the number that it saw; a subdistrict, and a number that is gone, are refused', () => {
  const asked = { no: 1, content: someContent, remark: ' 抓紧办理 ' }
  const first = granted(issue(asked, [], { actor: district, ...at }))
  expect(first).toMatchObject({
    id: '2026-1',
    remark: '抓紧办理',
    issued: { by: district.id, on: '2026-11-18' },
  })
  const refused = [
    issue(asked, [first], { actor: district, ...at }),
    issue(asked, [], { actor: subdistrict, ...at }),
  ]
  expect(refused.map(each => isRefusal(each) && each.code)).toEqual(['otherIssued', 'districtOnly'])
})
