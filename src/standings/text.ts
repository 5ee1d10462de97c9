import { personFaults } from '../forms/scope.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Instant, PlainDate } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { no } from './refusals.ts'

/** Who did something, when: kept with every record. */
export interface Hand {
  readonly by: { readonly id: string; readonly name: string }
  readonly now: Instant
  readonly today: PlainDate
}

export interface Written {
  readonly field: Text
  readonly text: string
  readonly most: number
}

/** What is wrong with something written: empty, too long, or with a word that asks about persons. */
export function textFault(...all: readonly Written[]): Refusal | undefined {
  for (const { field, text, most } of all) {
    if (text.trim() === '') return no.textNeeded({ field })
    if (text.length > most) return no.textTooLong({ field, most })
  }
  return personFaults(all.map(({ text }) => text)).length > 0 ? no.aboutPersons() : undefined
}
