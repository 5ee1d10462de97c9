import { queue } from '../delivery/store.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { type FollowUp, isOverdue } from './follow-up.ts'
import { followUps } from './store.ts'
import { buttonsFor, peopleOf } from './telling.ts'
import { words } from './words.ts'

/**
 * What the minute tick asks of this room: the owner's people are urged once, on the day after the due date
 * or when the program runs again.
 */
export function followUpsClock({ store, now, zone, publicUrl }: Kit): () => Promise<void> {
  const urge = (followUp: FollowUp) =>
    store.write('clock', async tx => {
      for (const person of await peopleOf(tx, followUp.owner)) {
        const t = speaker(person.lang)
        const message = {
          key: `followup.overdue:${followUp.id}@${followUp.due}:${person.id}`,
          kind: 'followup.overdue',
          to: person.id,
          text: t(words.urged, { what: followUp.what, due: followUp.due }),
          buttons: buttonsFor(followUp, t, publicUrl),
          repeatable: true,
        }
        await queue(tx, message, now())
      }
    })
  /** The day for which it has been done: the outbox keeps each message from going twice, this saves the looking. */
  let doneFor = ''
  return async () => {
    const today = dateOf(now(), zone)
    if (doneFor === today) return
    for (const followUp of await store.all(followUps)) {
      if (isOverdue(followUp, today)) await urge(followUp)
    }
    doneFor = today
  }
}
