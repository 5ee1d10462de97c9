import type { Person } from '../people/person.ts'
import type { Instant } from '../shared/time.ts'
import type { ChatUser } from './emulator/people.ts'
import type { Persona } from './personas.ts'

/** One persona as the demo shows it. */
export interface Player {
  readonly key: Persona
  readonly person: Person
  readonly unit: string
  readonly role: 'lead' | 'subdistrict' | 'district'
  readonly user: ChatUser
  /** Port on which the product's web is open, signed in as this persona. */
  readonly windowPort: number
}

/** How far the clock can be moved at once. */
export const leaps = ['hour', 'day', 'week', 'meeting'] as const
export type Leap = (typeof leaps)[number]

/** What the demo's page works with. */
export interface Stage {
  readonly players: readonly Player[]
  readonly zone: string
  readonly publicUrl: string
  now(): Instant
  /** Resolves when everything that came due meanwhile was done and sent; leaps wait for each other. */
  leap(leap: Leap): Promise<void>
  isLeaping(): boolean
  nextMeeting(): Promise<string | undefined>
}
