import type { Kit } from '../shared/kit.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { forgetOldMessages } from './forgetting.ts'

/** What the minute tick asks of this room: clears out what is old, once a day. */
export function deliveryClock(kit: Kit): () => Promise<void> {
  let doneFor: PlainDate | undefined
  return async () => {
    const today = dateOf(kit.now(), kit.zone)
    if (doneFor === today) return
    await forgetOldMessages(kit)
    doneFor = today
  }
}
