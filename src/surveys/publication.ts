import { z } from 'zod'
import { plainDateSchema } from '../shared/time.ts'
import { endingOf, type Round } from './round.ts'
import { toldSchema } from './told.ts'

/** What was made public when a round ended; one more each time that a reopened round ends again. Never changed. */
export const publicationSchema = z
  .object({
    id: z.string(),
    round: z.string(),
    /** 1 for the first one. */
    ending: z.int().positive(),
    /** The last day on which residents answered. */
    on: plainDateSchema,
    /** The day on which it was published. */
    published: plainDateSchema,
    /** How many answers were stored: the first ones of the round. */
    size: z.int().nonnegative(),
    /** How many of them two people had decided to leave out of what is told. */
    excluded: z.int().nonnegative(),
    /**
     * What was told of the answers that came since the last publication which told something; null where these were too
     * few, so that the figures stay as they were.
     */
    told: toldSchema.nullable(),
  })
  .readonly()
export type Publication = z.infer<typeof publicationSchema>

/** One for each time that the round ends; the root of its receipts has the same. */
export function endingId(round: Pick<Round, 'id' | 'changes'>): string {
  return `${round.id}-${endingOf(round) - 1}`
}
