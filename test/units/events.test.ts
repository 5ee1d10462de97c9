import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'
import { applyEvent, type EventKind } from '../../src/units/events.ts'
import { communitiesOn, unitTree } from '../../src/units/tree.ts'
import type { Unit } from '../../src/units/unit.ts'

const district: Unit = { id: '350203000000', level: 'district', name: '思明区', parent: null }
const street: Unit = { id: '350203001000', level: 'subdistrict', name: '厦港街道', parent: district.id }
const [a, b, c] = ['01', '02', '03'].map(
  end => ({ id: `3502030010${end}`, level: 'community', name: `${end}社区`, parent: street.id }) as const,
) as [Unit, Unit, Unit]
const tree = unitTree([district, street, a, b, c])
const date = plainDate('2026-07-01')

const onlyA = unitTree([district, street, a])
const happen = (kind: EventKind, from: readonly Unit[], to: readonly Unit[], within = tree) =>
  applyEvent(within, { id: 'e', kind, date, from: from.map(u => u.id), to: to.map(u => u.id) })

test('two communities merge into a third: they end on the day on which it begins', () => {
  expect(happen('merged', [a, b], [c])).toEqual([
    { ...a, closed: date },
    { ...b, closed: date },
    { ...c, opened: date },
  ])
})

test('a community that takes in its neighbour goes on as it was', () => {
  expect(happen('merged', [a, b], [a])).toEqual([{ ...b, closed: date }])
})

test('a community splits in two', () => {
  expect(happen('split', [a], [b, c])).toEqual([
    { ...a, closed: date },
    { ...b, opened: date },
    { ...c, opened: date },
  ])
})

test('the day of a merger already counts as after it', () => {
  const after = unitTree([district, street, { ...a, closed: date }, { ...b, opened: date }])
  expect(communitiesOn(after, plainDate('2026-06-30')).map(unit => unit.id)).toEqual([a.id])
  expect(communitiesOn(after, date).map(unit => unit.id)).toEqual([b.id])
})

describe('what cannot be', () => {
  const closed = unitTree([district, street, { ...a, closed: plainDate('2025-01-01') }, b])
  test.each([
    ['a merger of one', () => happen('merged', [a], [c]), 'eventNeedsUnits'],
    ['a split into one', () => happen('split', [a], [b]), 'eventNeedsUnits'],
    ['an opening that ends something', () => happen('opened', [a], [b]), 'eventNeedsUnits'],
    ['closing what is closed', () => happen('closed', [a], [], closed), 'alreadyClosed'],
    ['closing an unknown unit', () => happen('closed', [c], [], closed), 'unknownUnit'],
    ['merging a community with a subdistrict', () => happen('merged', [a, b], [street]), 'levelsDiffer'],
    ['closing a subdistrict over open communities', () => happen('closed', [street], []), 'hasOpenUnits'],
    ['closing it over the only one', () => happen('closed', [street], [], onlyA), 'hasOpenUnits'],
  ])('%s', (_what, refused, code) => {
    const outcome = refused()
    expect(isRefusal(outcome) && outcome.code).toBe(code)
  })
})
