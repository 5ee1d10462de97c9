import { queue } from '../delivery/store.ts'
import { people } from '../people/store.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import type { Rating } from './rating.ts'
import { actionName } from './steps.ts'
import { words } from './words.ts'

/** Tells the association's leads that their application came back, and why, with the way to the form. */
export async function tellReturn(
  tx: Writing,
  rating: Rating,
  { now, publicUrl }: { readonly now: Instant; readonly publicUrl: string },
): Promise<void> {
  const event = rating.history.at(-1)
  if (event?.to !== 'returned' || event.from === 'returned') return
  const leads = (await tx.list(people, 'unit', rating.community)).filter(person =>
    person.duties.some(duty => duty.role === 'lead' && duty.unit === rating.community),
  )
  for (const lead of leads) {
    const t = speaker(lead.lang)
    const values = { name: rating.name, items: event.items.join('、'), reason: event.reason }
    const message = {
      key: `rating.returned:${rating.id}:${rating.history.length}:${lead.id}`,
      kind: 'rating.returned',
      to: lead.id,
      text: t(words.returnMessage, values),
      buttons: [
        [{ label: t(actionName('save')), url: `${publicUrl}/ratings/${rating.cycle}/${rating.community}` }],
      ],
      repeatable: true,
    }
    await queue(tx, message, now)
  }
}
