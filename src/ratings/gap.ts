import { z } from 'zod'

/** What lies between an association and a grade. Empty lists and 0 points: nothing. */
export const gapSchema = z
  .object({
    /** Points missing to the total that the grade needs. */
    points: z.number().min(0),
    gates: z.array(z.string()).readonly(),
    /** Sections below the share that the grade needs. */
    sections: z.array(z.string()).readonly(),
    /** Items whose score is held: the grade waits for them. */
    held: z.array(z.string()).readonly(),
    /** Only the lower grade was applied for. */
    notApplied: z.boolean(),
  })
  .readonly()
export type Gap = z.infer<typeof gapSchema>

export function isClosed(gap: Gap): boolean {
  return (
    gap.points === 0 &&
    gap.gates.length === 0 &&
    gap.sections.length === 0 &&
    gap.held.length === 0 &&
    !gap.notApplied
  )
}
