import type { Person } from '../../people/person.ts'
import { personAsActor } from '../../people/person.ts'
import type { RatingParts } from '../../ratings/desk.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Kit } from '../../shared/kit.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { dateOf, type Instant, instantAt, plainDate, plainTime } from '../../shared/time.ts'
import { speaker } from '../../shared/words.ts'
import { everything } from '../../units/scope.ts'
import type { UnitTree } from '../../units/tree.ts'
import type { Agenda } from './agenda.ts'
import { type Chance, chance } from './chance.ts'

/** What the seed works with: the product's own rules on a store, under a clock that the seed sets. */
export interface Workshop {
  readonly kit: Kit
  readonly chance: Chance
  readonly agenda: Agenda
  /** See `Batches`. */
  readonly together: (work: () => Promise<void>) => Promise<void>
  /** Asks every feature what is due, as the minute tick does. */
  readonly tick: () => Promise<void>
  readonly ratingParts: RatingParts
}

/** Works with ids and chances of its own, so that the rest of the year stays as it is without it. */
export function aside(workshop: Workshop, seed: number): Workshop {
  const luck = chance(seed)
  const id = (bytes: number) => Buffer.from(luck.bytes(bytes)).toString('hex')
  const kit = { ...workshop.kit, newId: () => id(6), newSecret: () => id(16) }
  return { ...workshop, kit, chance: luck }
}

/** The people of the sample district, by the unit they work for. */
export interface Staff {
  readonly tree: UnitTree
  readonly district: Person
  /** Of the district, too, with no part in what the first one decides: answers proposals and appeals. */
  readonly arbiter: Person
  readonly subdistricts: ReadonlyMap<string, Person>
  readonly leads: ReadonlyMap<string, Person>
}

/** Sets up the district before anybody has a post. */
export const operator: Actor = {
  id: 'sample',
  name: 'sample',
  lang: 'zh-CN',
  duties: [{ role: 'district', unit: everything }],
}

export const actor = (person: Person): Actor => personAsActor(person)

/** `2026-10-12 09:30` on the district's clock. */
export function moment({ zone }: Pick<Kit, 'zone'>, text: string): Instant {
  const [date = '', time = ''] = text.split(' ')
  return instantAt(plainDate(date), plainTime(time), zone)
}

export function today(kit: Kit) {
  return dateOf(kit.now(), kit.zone)
}

/** A rule of the product refused what the sample district is made of: the sample is wrong. */
export class SampleRefused extends Error {
  override readonly name = 'SampleRefused'
}

/** What a rule gave; throws `SampleRefused` when it refused. */
export function granted<T>(outcome: T): Exclude<T, Refusal> {
  if (isRefusal(outcome))
    throw new SampleRefused(`${outcome.code}: ${speaker('en')(outcome.text, outcome.values)}`)
  return outcome as Exclude<T, Refusal>
}
