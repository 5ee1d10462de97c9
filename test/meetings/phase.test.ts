import { expect, test } from 'vitest'
import { phaseOf } from '../../src/meetings/phase.ts'
import { instant } from '../../src/shared/time.ts'
import { aMeeting } from './samples.ts'

/** From 09:30 to 11:00 in Shanghai. */
const meeting = aMeeting({ starts: instant('2026-10-13T01:30Z'), ends: instant('2026-10-13T03:00Z') })

test.each([
  ['2026-10-13T01:29:59Z', 'planned'],
  ['2026-10-13T01:30:00Z', 'running'],
  ['2026-10-13T03:00:00Z', 'running'],
  ['2026-10-13T03:00:01Z', 'unreported'],
])('at %s it is %s', (now, phase) => {
  expect(phaseOf(meeting, instant(now))).toBe(phase)
})

test('what somebody has said of it stands, whatever the clock says', () => {
  const later = instant('2026-10-20T00:00Z')
  for (const status of ['held', 'notHeld', 'cancelled'] as const)
    expect(phaseOf({ ...meeting, status }, later)).toBe(status)
})
