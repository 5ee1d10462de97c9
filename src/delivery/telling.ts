import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { queue } from './store.ts'
import { words } from './words.ts'

/** The staff of the nearest level above a person's units that has any: who must know that the person hears nothing. */
export function staffAbove(person: Person, all: readonly Person[], tree: UnitTree): readonly Person[] {
  const found = new Map<string, Person>()
  for (const duty of person.duties) {
    const levels = [
      ...tree
        .pathOf(duty.unit)
        .slice(1)
        .map(unit => unit.id),
      everything,
    ]
    const staffOf = (unit: string) =>
      all.filter(
        each => each.id !== person.id && each.duties.some(held => held.unit === unit && held.role !== 'lead'),
      )
    const nearest = levels.map(staffOf).find(staff => staff.length > 0) ?? []
    for (const staff of nearest) found.set(staff.id, staff)
  }
  return [...found.values()]
}

/** Tells the level above that a person's chat cannot be reached any more; once a day. */
export async function tellAbove({ store, now, zone, publicUrl }: Kit, lost: string): Promise<void> {
  await store.write('outbox', async tx => {
    const person = await tx.find(people, lost)
    if (!person) return
    const tree = await readTree(tx)
    const units = person.duties.map(duty => tree.find(duty.unit)?.name ?? duty.unit).join(' · ')
    for (const staff of staffAbove(person, await tx.all(people), tree)) {
      const say = speaker(staff.lang)
      const message = {
        key: `unreachable:${lost}:${dateOf(now(), zone)}:${staff.id}`,
        kind: 'unreachable',
        to: staff.id,
        text: say(words.unreachableNotice, { name: person.name, units }),
        buttons: [[{ label: say(words.deliveries), url: `${publicUrl}/deliveries?show=notReached` }]],
        repeatable: true,
      }
      await queue(tx, message, now())
    }
  })
}
