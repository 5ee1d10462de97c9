import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { type PlainDate, plainDateSchema } from '../shared/time.ts'
import { no } from './refusals.ts'

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
    /** Ids of the answers. */
    answers: z.array(z.string()).min(1).readonly(),
    /** What these answers add to the round's counters, to be taken off once it is agreed. */
    counters: z.record(z.string(), z.int().positive()).readonly(),
    proposed: decisionSchema,
    decided: decisionSchema.optional(),
  })
  .readonly()
export type Exclusion = z.infer<typeof exclusionSchema>

/** The second person's decision. Agreeing needs somebody else than the one who proposed. */
export function decide(
  exclusion: Exclusion,
  agreed: boolean,
  { by, on, note }: { readonly by: string; readonly on: PlainDate; readonly note: string },
): Exclusion | Refusal {
  if (exclusion.state !== 'proposed') return no.alreadyDecided()
  if (by === exclusion.proposed.by) return no.secondPersonNeeded()
  if (!agreed && note.trim() === '') return no.decisionNeedsReason()
  const decided = { by, on, note: note.trim() }
  return { ...exclusion, state: agreed ? 'agreed' : 'rejected', decided }
}
