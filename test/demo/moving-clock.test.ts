import { expect, test } from 'vitest'
import { movingClock } from '../../src/demo/moving-clock.ts'
import { instant } from '../../src/shared/time.ts'

test('a moved clock goes on from where it was moved to, and never back', () => {
  let ms = 0
  const clock = movingClock(instant('2026-11-24T01:00:00Z'), () => ms)
  ms += 1500
  expect(clock.now()).toBe('2026-11-24T01:00:01.500Z')
  clock.moveTo(instant('2026-11-24T09:00:00Z'))
  ms += 1000
  expect(clock.now()).toBe('2026-11-24T09:00:01.000Z')
  clock.moveTo(instant('2026-11-24T02:00:00Z'))
  expect(clock.now()).toBe('2026-11-24T09:00:01.000Z')
})
