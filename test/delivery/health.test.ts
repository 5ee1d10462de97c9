import { expect, test } from 'vitest'
import { chatHealth } from '../../src/delivery/health.ts'
import { instant, plusMinutes } from '../../src/shared/time.ts'

const since = instant('2026-10-21T01:00:00Z')

test.each([
  [undefined, undefined, 1, 'on'],
  [undefined, 'ECONNREFUSED', 1, 'starting'],
  [undefined, 'ECONNREFUSED', 3, 'starting'],
  [undefined, 'ECONNREFUSED', 4, 'deaf'],
  [10, undefined, 12, 'on'],
  [10, '502', 12, 'troubled'],
  [10, '502', 13, 'troubled'],
  [10, undefined, 14, 'deaf'],
])(
  'last heard after %s minutes, trouble %s: after %i minutes the chat is %s',
  (heard, trouble, after, state) => {
    const lastCompleted = heard === undefined ? undefined : plusMinutes(since, heard)
    const health = chatHealth({ lastCompleted, trouble }, since, plusMinutes(since, after))
    expect(health).toEqual({
      state,
      ...(lastCompleted && { lastHeard: lastCompleted }),
      ...(trouble && { trouble }),
    })
  },
)
