import { expect, test } from 'vitest'
import { isFresh, roomCode } from '../../src/meetings/room-code.ts'
import { instant, plusSeconds } from '../../src/shared/time.ts'

const secret = { id: 'm', secret: 's3cret' }
const at = instant('2026-10-13T01:10:00Z')

test('a code stands for thirty seconds, is taken for thirty more, and never before it was shown', () => {
  const code = roomCode(secret, at)
  const takenAfter = (seconds: number) => isFresh(secret, code, plusSeconds(at, seconds))
  expect([-1, 0, 29, 30, 59, 60, 3600].map(takenAfter)).toEqual([
    ...[false, true, true, true, true, false, false],
  ])
})

test('it belongs to its meeting, and nothing like it is taken', () => {
  const code = roomCode(secret, at)
  expect(code).toMatch(/^[\w-]{16}$/)
  expect(roomCode({ ...secret, id: 'other' }, at)).not.toBe(code)
  for (const wrong of ['', code.slice(1), `${code}x`, code.toLowerCase() === code ? 'x' : code.toLowerCase()])
    expect(isFresh(secret, wrong, at)).toBe(false)
  expect(isFresh({ ...secret, secret: 'other' }, code, at)).toBe(false)
})
