import { expect, test } from 'vitest'
import type { FollowUp } from '../src/followups/follow-up.ts'
import { ledgerFigures, meetingFigures } from '../src/rating-figures.ts'
import { instant, plainDate } from '../src/shared/time.ts'

const cycle = { starts: plainDate('2025-11-01'), ends: plainDate('2026-10-31'), overdueDays: 30 }
const asOf = (date: string) => ({ ...cycle, asOf: plainDate(date) })

const values = (figures: Readonly<Record<string, { readonly value: unknown } | undefined>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure?.value]))

const told = {
  due: 13,
  held: 12,
  monthsDue: 12,
  monthsHeld: 11,
  expected: 154,
  present: 132,
  resolutionsDue: 3,
  resolutionsClosedOnTime: 2,
}

test('of a whole year on record, the months held and the leaders who came are known', () => {
  expect(values(meetingFigures(told, '350203001001', asOf('2026-11-05')))).toEqual({
    resolutionsDue: 3,
    resolutionsOnTime: 2,
    meetingsDue: 12,
    meetingsHeld: 11,
    leadersExpected: 154,
    leadersPresent: 132,
  })
})

test.each([
  ['2026-10-20', 11, true],
  ['2026-10-20', 10, false],
  ['2026-10-31', 12, true],
  ['2026-10-31', 11, false],
  ['2025-11-05', 1, true],
  ['2025-11-05', 0, false],
])('on %s with meetings due in %i months the records speak for the year: %s', (day, monthsDue, known) => {
  const figures = meetingFigures({ ...told, monthsDue }, '350203001001', asOf(day))
  expect(figures.meetingsHeld !== undefined).toBe(known)
})

function followUp(kind: FollowUp['source']['kind'], due: string, closedOn?: string): FollowUp {
  return {
    id: `${kind}-${due}`,
    source: { kind, id: 'x', title: 'x' },
    owner: '350203001001',
    confirmer: '350203001000',
    what: '整改',
    due: plainDate(due),
    state: closedOn ? 'closed' : 'open',
    opened: { by: 's', at: instant('2026-01-01T00:00:00Z') },
    ...(closedOn ? { closedOn: plainDate(closedOn) } : {}),
    steps: [],
  }
}

test('what the ledger says: due in the cycle, done in time, and what is still open', () => {
  const ledger = [
    followUp('meeting', '2026-02-01'),
    followUp('negativeRating', '2025-10-01'),
    followUp('negativeRating', '2026-05-01', '2026-05-02'),
    followUp('negativeRating', '2026-04-01', '2026-03-20'),
    followUp('inspection', '2026-09-20'),
    followUp('rating', '2026-09-19'),
    followUp('rating', '2026-05-01', '2026-09-01'),
  ]
  expect(values(ledgerFigures(ledger, asOf('2026-10-20')))).toEqual({
    negativeCases: 2,
    negativeAnswered: 1,
    majorOpen: 2,
    majorOverdue: 1,
  })
})
