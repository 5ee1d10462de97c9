import { queue } from '../delivery/store.ts'
import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import { standards } from '../registers/standards-file.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { type Check, checkToRemind, type Lagging } from './lagging.ts'
import { laggings } from './store.ts'
import { words } from './words.ts'

/**
 * What the minute tick asks of this room, once a day: whoever helps a lagging community, and its subdistrict, are
 * reminded before a check. The outbox keeps each reminder from going twice.
 */
export function standingsClock({ store, now, zone, publicUrl }: Kit): () => Promise<void> {
  let doneFor = ''

  const remind = (lagging: Lagging, { on }: Check) =>
    store.write('clock', async tx => {
      const { helper, subdistrict, cycle, community, name } = lagging
      const units = [...new Set([helper.unit, subdistrict])]
      const found = await Promise.all(units.map(unit => tx.list(people, 'unit', unit)))
      const whom = new Map<string, Person>(found.flat().map(person => [person.id, person]))
      for (const person of whom.values()) {
        const t = speaker(person.lang)
        const page = { label: t(words.openPage), url: `${publicUrl}/standings/lagging/${cycle}/${community}` }
        const message = {
          key: `lagging.check:${lagging.id}@${on}:${person.id}`,
          kind: 'lagging.check',
          to: person.id,
          text: t(words.reminder, { name, date: on }),
          buttons: [[page]],
          repeatable: true,
        }
        await queue(tx, message, now())
      }
    })

  return async () => {
    const today = dateOf(now(), zone)
    if (doneFor === today) return
    const { remindDaysBefore } = standards.lagging
    for (const lagging of await store.list(laggings, 'open', 'yes')) {
      const check = checkToRemind(lagging, remindDaysBefore, today)
      if (check) await remind(lagging, check)
    }
    doneFor = today
  }
}
