import { expect, test } from 'vitest'
import { isHeld, quietUntil } from '../../src/delivery/quiet.ts'
import type { Delivery } from '../../src/delivery/states.ts'
import { instant, plainTime } from '../../src/shared/time.ts'

const zone = 'Asia/Shanghai'
const night = { from: plainTime('22:00'), to: plainTime('07:00') }
const noon = { from: plainTime('12:00'), to: plainTime('14:00') }

test.each([
  // 21:59, 22:00, midnight, 06:59 and 07:00 in Shanghai
  ['2026-10-05T13:59:59Z', night, undefined],
  ['2026-10-05T14:00:00Z', night, '2026-10-05T23:00:00Z'],
  ['2026-10-05T16:00:00Z', night, '2026-10-05T23:00:00Z'],
  ['2026-10-05T22:59:59Z', night, '2026-10-05T23:00:00Z'],
  ['2026-10-05T23:00:00Z', night, undefined],
  ['2026-10-05T03:59:00Z', noon, undefined],
  ['2026-10-05T04:00:00Z', noon, '2026-10-05T06:00:00Z'],
  ['2026-10-05T06:00:00Z', noon, undefined],
  ['2026-10-05T16:00:00Z', null, undefined],
  ['2026-10-05T16:00:00Z', { from: plainTime('08:00'), to: plainTime('08:00') }, undefined],
] as const)('at %s with %j quiet ends at %s', (now, quiet, end) => {
  expect(quietUntil(instant(now), quiet, zone)).toBe(end && instant(end))
})

const until = instant('2026-10-05T23:00:00Z')
test.each([
  ['bulk', null, true],
  ['bulk', '2026-10-06T01:00:00Z', true],
  // A meeting that is on in the night.
  ['bulk', '2026-10-05T15:00:00Z', false],
  ['reply', null, false],
] as const)('a %s that is of use until %s waits: %s', (priority, notAfter, held) => {
  const message = { priority, notAfter: notAfter && instant(notAfter) }
  expect(isHeld({ message } as Delivery, until)).toBe(held)
  expect(isHeld({ message } as Delivery, undefined)).toBe(false)
})
