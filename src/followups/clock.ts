import { deliveryId, outbox, queue } from '../delivery/store.ts'
import type { Person } from '../people/person.ts'
import type { Kit } from '../shared/kit.ts'
import type { Reading } from '../shared/store/port.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { type FollowUp, isOverdue, wasUrged, withUrged } from './follow-up.ts'
import { followUps } from './store.ts'
import { messageOfOverdue, peopleOf } from './telling.ts'

/**
 * What the minute tick asks of this room: on the day after a due date, or when the program runs again, the owner's people are
 * urged once, each in one message a day about all that is new.
 */
export function followUpsClock({ store, now, zone, publicUrl }: Kit): () => Promise<void> {
  const urge = (person: Person, ids: readonly string[], today: PlainDate) =>
    store.write('clock', async tx => {
      const key = `followup.overdue:${person.id}@${today}`
      // What comes up after the day's message waits for the next one.
      if (await tx.find(outbox, deliveryId(key))) return
      const asked: FollowUp[] = []
      for (const id of ids) {
        const followUp = await tx.get(followUps, id)
        if (!isOverdue(followUp, today) || wasUrged(followUp, person.id)) continue
        if (!(await wasToldAlone(tx, followUp, person.id))) asked.push(followUp)
        await tx.change(followUps, id, was => withUrged(was, person.id))
      }
      if (asked.length > 0) await queue(tx, { ...messageOfOverdue(asked, person, publicUrl), key }, now())
    })
  /** The day for which it has been done; what the records say keeps anybody from being told twice, this saves the looking. */
  let doneFor = ''
  return async () => {
    const today = dateOf(now(), zone)
    if (doneFor === today) return
    const overdue = (await store.all(followUps)).filter(each => isOverdue(each, today))
    for (const { person, ids } of await byPerson(store, overdue)) await urge(person, ids, today)
    doneFor = today
  }
}

/** Who is to be told of which, the longest overdue first. */
async function byPerson(from: Reading, overdue: readonly FollowUp[]) {
  const found = new Map<string, { readonly person: Person; readonly ids: string[] }>()
  for (const followUp of overdue.toSorted((a, b) => (a.due < b.due ? -1 : 1))) {
    for (const person of await peopleOf(from, followUp.owner)) {
      if (person.ended || wasUrged(followUp, person.id)) continue
      const known = found.get(person.id) ?? { person, ids: [] }
      known.ids.push(followUp.id)
      found.set(person.id, known)
    }
  }
  return [...found.values()]
}

/** Earlier versions sent a message for each, and noted nothing beside it. */
async function wasToldAlone(tx: Reading, { id, due }: FollowUp, person: string): Promise<boolean> {
  return (await tx.find(outbox, deliveryId(`followup.overdue:${id}@${due}:${person}`))) !== undefined
}
