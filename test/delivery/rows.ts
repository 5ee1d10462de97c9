import type { Delivery } from '../../src/delivery/states.ts'
import { instant } from '../../src/shared/time.ts'

/** A reminder that was just put into the outbox, to the person of the same name. */
export function row(
  id: string,
  given: Omit<Partial<Delivery>, 'message'> & { message?: Partial<Delivery['message']> } = {},
): Delivery {
  return {
    id,
    queuedAt: instant('2026-10-21T01:00:00Z'),
    attempts: 0,
    resent: false,
    state: { name: 'queued' },
    readAt: null,
    ...given,
    message: {
      key: `reminder:${id}`,
      kind: 'reminder',
      to: id,
      text: '今天上午9:30例会',
      buttons: [],
      notAfter: null,
      notBefore: null,
      repeatable: true,
      priority: 'bulk',
      ...given.message,
    },
  }
}
