import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../shared/time.ts'
import { standards } from './standards-file.ts'

/** A meeting's secret, from which the codes on the room's screen are made. */
export const roomSecretSchema = z.object({ id: z.string(), secret: z.string() }).readonly()
export type RoomSecret = z.infer<typeof roomSecretSchema>

/** The code of a moment: an HMAC of the meeting and the time slot, 96 bits of it. */
export function roomCode({ id, secret }: RoomSecret, now: Instant): string {
  return codeOf(id, secret, codeSlot(now))
}

/** Whether a code is the one on the screen now, or the one before. */
export function isFresh({ id, secret }: RoomSecret, code: string, now: Instant): boolean {
  const slot = codeSlot(now)
  return [slot, slot - 1].some(each => isSame(codeOf(id, secret, each), code))
}

/** The time slot of a moment: with it the code changes. */
export function codeSlot(now: Instant): number {
  return Math.floor(Date.parse(now) / (standards.signIn.codeSeconds * 1000))
}

function codeOf(meeting: string, secret: string, slot: number): string {
  return createHmac('sha256', secret).update(`${meeting}:${slot}`).digest('base64url').slice(0, 16)
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
