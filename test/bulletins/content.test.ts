import { expect, test } from 'vitest'
import { contentOf, type Sources } from '../../src/bulletins/content.ts'
import type { FollowUp } from '../../src/followups/follow-up.ts'
import { instant, type PlainDate, plainDate, plusDays } from '../../src/shared/time.ts'
import { unitTree } from '../../src/units/tree.ts'

const due = plainDate('2026-11-10')
const open: FollowUp = {
  ...{ id: 'f', owner: 'c', confirmer: 's', what: '补齐台账', due, state: 'inProgress', steps: [] },
  source: { kind: 'meeting', id: 'm', title: '例会' },
  opened: { by: 's', at: instant('2026-11-01T02:00:00.000Z') },
}
const unit = (id: string, level: 'district' | 'subdistrict' | 'community', parent: string | null) => ({
  ...{ id, level, parent, name: `${id}单位`, opened: plainDate('2000-01-01') },
})
const tree = unitTree([
  unit('d', 'district', null),
  unit('s', 'subdistrict', 'd'),
  unit('c', 'community', 's'),
  unit('e', 'community', 's'),
])
const contentOn = (today: string, given: Partial<Sources> = {}) =>
  contentOf(
    {
      ...{ summary: { targets: [], subdistricts: [] }, highlights: [], followUps: [open], tree },
      meetings: () => ({ due: 0, held: 0 }),
      // A weekend lies between.
      workdayAfter: (from: PlainDate, n: number) => plusDays(from, n === 5 ? 7 : n),
      ...given,
    },
    { from: due, to: due, today: plainDate(today) },
  )

test('five workdays go round the weekend: due on a Tuesday, in the bulletin from the Wednesday of the next week', () => {
  const overdueOn = (today: string, followUp = open) =>
    contentOn(today, { followUps: [followUp] }).overdue.map(({ days }) => days)
  expect(overdueOn('2026-11-17')).toEqual([])
  expect(overdueOn('2026-11-18')).toEqual([8])
  expect(overdueOn('2026-11-18', { ...open, state: 'submitted' })).toEqual([])
})

test('the longest overdue stands first, by the name of its unit; what residents answered is not told', () => {
  const { overdue } = contentOn('2026-12-01', {
    followUps: [
      open,
      { ...open, owner: 'e', due: plainDate('2026-11-02') },
      {
        ...open,
        owner: 'gone',
        what: '40 份中 9 份不满意',
        source: { kind: 'negativeRating', id: 'r', title: '群众满意度调查' },
      },
    ],
  })
  expect(overdue.map(({ unit: name, what, days }) => [name, what, days])).toEqual([
    ['e单位', '补齐台账', 29],
    ['c单位', '补齐台账', 21],
    ['gone', '群众满意度调查', 21],
  ])
})

test('meetings are counted by level, and of a subdistrict its own apart from those of its communities', () => {
  const held = {
    d: { due: 1, held: 1 },
    s: { due: 3, held: 2 },
    c: { due: 3, held: 3 },
    e: { due: 3, held: 1 },
  }
  const subdistrict = { code: 's', name: '街道', communities: 2, targets: [], rank: 1, attainment: [] }
  const told = contentOn('2026-11-18', {
    meetings: code => held[code as keyof typeof held],
    summary: { targets: [], subdistricts: [subdistrict] as unknown as Sources['summary']['subdistricts'] },
  })
  expect(told.meetings).toEqual({
    ...{ district: { due: 1, held: 1 }, subdistricts: { due: 3, held: 2 }, communities: { due: 6, held: 4 } },
  })
  expect(told.subdistricts).toMatchObject([{ own: { due: 3, held: 2 }, below: { due: 6, held: 4 } }])
})
