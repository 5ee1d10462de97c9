import { queue } from '../delivery/store.ts'
import { people } from '../people/store.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { ratingPath } from './paths.ts'
import type { Rating } from './rating.ts'
import { itemOf, type Rubric } from './rubric.ts'
import { actionName } from './steps.ts'
import { words } from './words.ts'

/** The form at the first of the items that are to be worked over. */
function formPath(rating: Rating, rubric: Rubric, [first = '']: readonly string[]): string {
  const section = itemOf(rubric, first)?.section ?? rubric.sections[0]?.id ?? ''
  return `${ratingPath(rating)}/self/${section}#${first}`
}

/** Tells the association's leads that their application came back, and why, with the way to the form. */
export async function tellReturn(
  tx: Writing,
  rating: Rating,
  { now, publicUrl, rubric }: { readonly now: Instant; readonly publicUrl: string; readonly rubric: Rubric },
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
        [
          {
            label: t(actionName('save')),
            url: `${publicUrl}${formPath(rating, rubric, event.items)}`,
            signedIn: true,
          },
        ],
      ],
      repeatable: true,
    }
    await queue(tx, message, now)
  }
}
