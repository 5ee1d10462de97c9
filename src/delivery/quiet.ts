import { dateOf, type Instant, instantAt, plusDays, timeOf } from '../shared/time.ts'
import type { DeliverySettings } from './settings.ts'
import type { Delivery } from './states.ts'

/** When the quiet hours end in which a moment falls; `undefined` outside them. They may go over midnight. */
export function quietUntil(
  now: Instant,
  quiet: DeliverySettings['quiet'],
  zone: string,
): Instant | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined
  const { from, to } = quiet
  const [today, time] = [dateOf(now, zone), timeOf(now, zone)]
  if (from < to) return from <= time && time < to ? instantAt(today, to, zone) : undefined
  if (time < to) return instantAt(today, to, zone)
  return from <= time ? instantAt(plusDays(today, 1), to, zone) : undefined
}

/**
 * Whether a message waits for the end of the quiet hours: replies never do, nor does what would come too late then,
 * such as a reminder of a meeting that is on.
 */
export function isHeld({ message }: Delivery, until: Instant | undefined): boolean {
  if (until === undefined || message.priority === 'reply') return false
  return message.notAfter === null || message.notAfter > until
}
