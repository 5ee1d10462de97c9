import { z } from 'zod'

/**
 * What a round is measured with. Content: it stands in the form (`scoring`) and is frozen with the round, so that a
 * later change never alters an older verdict.
 */
export const standardSchema = z
  .object({
    /** Share of satisfied answers to be reached, 0 to 1. */
    target: z.number().gt(0).lt(1),
    /** Valid answers below which no rate is stated. */
    minimum: z.int().positive(),
    /** Valid answers that each unit should collect. */
    sample: z.int().positive(),
    /** Published cells with fewer answers are hidden. */
    smallCell: z.int().positive(),
    /** From how many negative answers, at what share of a unit's theme, a follow-up is opened, to be answered in so many workdays. */
    cluster: z
      .object({ answers: z.int().positive(), share: z.number().gt(0).max(1), workdays: z.int().positive() })
      .readonly()
      .optional(),
  })
  .readonly()
export type Standard = z.infer<typeof standardSchema>
