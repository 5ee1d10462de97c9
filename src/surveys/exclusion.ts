import { z } from 'zod'
import { whyNotSecond } from '../people/own-hands.ts'
import type { Actor } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import {
  type Instant,
  instantAt,
  type PlainDate,
  plainDateSchema,
  plainTime,
  plusDays,
} from '../shared/time.ts'
import { no } from './refusals.ts'
import type { Round } from './round.ts'
import { signals } from './signal.ts'

const decisionSchema = z.object({ by: z.string(), on: plainDateSchema, note: z.string() }).readonly()

export const exclusionStates = ['proposed', 'agreed', 'rejected'] as const

/**
 * A proposal that answers be left out of the figures. One person proposes it with a reason, another one agrees or
 * rejects; the answers themselves stay where they are, and so does the record.
 */
export const exclusionSchema = z
  .object({
    id: z.string(),
    round: z.string(),
    state: z.enum(exclusionStates),
    /** Where all of a unit's answers with a signal were proposed together. */
    about: z
      .object({ unit: z.string(), signal: z.enum(signals) })
      .readonly()
      .optional(),
    /** Ids of the answers: what comes later is no part of it. */
    answers: z.array(z.string()).min(1).readonly(),
    /** What these answers add to the round's counters, to be taken off once it is agreed. */
    counters: z.record(z.string(), z.int().positive()).readonly(),
    proposed: decisionSchema,
    decided: decisionSchema.optional(),
  })
  .readonly()
export type Exclusion = z.infer<typeof exclusionSchema>

/** Until when a round's two people must have come to their duty: the end of its first day. */
export function reviewBegins({ opens }: Pick<Round, 'opens'>, zone: string): Instant {
  return instantAt(plusDays(opens, 1), plainTime('00:00'), zone)
}

/** Who decides, and since when there is something to decide. */
export interface Second {
  readonly by: Pick<Actor, 'id' | 'ownSince'>
  readonly began: Instant
  readonly on: PlainDate
  readonly note: string
}

/** The second person's decision. Anybody but the first may reject: what is rejected counts as before. */
export function decide(
  exclusion: Exclusion,
  agreed: boolean,
  { by, began, on, note }: Second,
): Exclusion | Refusal {
  if (exclusion.state !== 'proposed') return no.alreadyDecided()
  const refused = whyNotSecond(by, exclusion.proposed.by, began)
  if (refused && (agreed || by.id === exclusion.proposed.by)) return refused
  if (!agreed && note.trim() === '') return no.decisionNeedsReason()
  const decided = { by: by.id, on, note: note.trim() }
  return { ...exclusion, state: agreed ? 'agreed' : 'rejected', decided }
}

/** Proposals that one person made on one day for one reason, and on which nothing or the same was decided: the newest first. */
export function madeTogether(exclusions: readonly Exclusion[]): readonly (readonly Exclusion[])[] {
  const acts = new Map<string, Exclusion[]>()
  for (const exclusion of exclusions) {
    const { state, proposed, decided } = exclusion
    const key = JSON.stringify([decided?.on ?? proposed.on, state, proposed, decided])
    acts.set(key, [...(acts.get(key) ?? []), exclusion])
  }
  return [...acts].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, together]) => together)
}
