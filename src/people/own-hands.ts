import type { Actor, Duty } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Instant } from '../shared/time.ts'
import { no } from './refusals.ts'

/** As whom the command line and the start of the server write: whoever has the machine may do everything on it. */
const operators: readonly string[] = ['cli', 'start']

export function isOperator(by: string): boolean {
  return operators.includes(by)
}

/**
 * The person after a key was used. Whoever made it could have used it, too, unless it was the person or the operator;
 * of a key from an earlier version nobody knows who made it.
 */
export function withKeyUsed<P extends { readonly id: string }>(
  person: P,
  by: string | undefined,
  now: Instant,
): P {
  if (by !== undefined && (by === person.id || isOperator(by))) return person
  return { ...person, letIn: now }
}

/** What a person's record says of how the duties came to them. */
interface Held {
  readonly duties: readonly (Duty & { readonly since: Instant })[]
  readonly joined?: Instant | undefined
  readonly letIn?: Instant | undefined
  readonly vouched?: Instant | undefined
}

/**
 * Since when the district's duty is in the person's own hands alone: given, come in, and no colleague's key used since.
 * Undefined without such a duty, and when the operator let the person in after all that.
 */
export function ownSince({ duties, joined, letIn, vouched }: Held): Instant | undefined {
  const held = duties.filter(({ role }) => role === 'district').map(({ since }) => since)
  const [first] = held.sort()
  if (first === undefined) return undefined
  const given = later(first, letIn)
  return vouched !== undefined && vouched >= given ? undefined : later(given, joined)
}

function later(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b > a ? b : a
}

/**
 * Why somebody may not be one of the two people who decide a matter together. A second account is quickly made, and a
 * colleague's link quickly opened: so both must have been themselves alone since before there was anything to decide.
 */
export function whyNotOneOfTwo({ ownSince }: Pick<Actor, 'ownSince'>, began: Instant): Refusal | undefined {
  return ownSince !== undefined && ownSince > began ? no.notOneOfTwo() : undefined
}

/** Why somebody may not agree to what `first` has proposed. */
export function whyNotSecond(
  actor: Pick<Actor, 'id' | 'ownSince'>,
  first: string,
  began: Instant,
): Refusal | undefined {
  return actor.id === first ? no.secondPersonNeeded() : whyNotOneOfTwo(actor, began)
}
