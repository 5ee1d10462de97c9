import { z } from 'zod'

const rateSchema = z.object({ answers: z.int().positive(), minutes: z.int().positive().max(60) }).readonly()

const signalsSchema = z
  .object({
    /** More answers about one unit within so many minutes. */
    burst: rateSchema,
    /** More answers about one unit with the same choices within so many minutes. */
    identical: rateSchema,
    /** One level for all themes, where at least so many were answered. */
    straight: z.int().positive(),
    /** Sent in less than so many seconds after the page was given out. */
    seconds: z.int().nonnegative(),
  })
  .readonly()
export type Signals = z.infer<typeof signalsSchema>

const daysBefore = z.int().nonnegative()

const remindSchema = z
  .object({
    /** The leads of each unit: after a share of the round's days, or so many days before its last one. */
    leads: z
      .array(
        z.union([
          z.strictObject({ share: z.number().gt(0).lt(1) }).readonly(),
          z.strictObject({ daysBefore }).readonly(),
        ]),
      )
      .readonly(),
    /** The level above, in one message. */
    above: z.strictObject({ daysBefore }).readonly().optional(),
    /** From which hour of the day on. */
    hour: z.int().min(0).max(23),
  })
  .readonly()

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
    /** Suggested for a round's `typingDays`. */
    typingDays: z.int().nonnegative().optional(),
    /** When those are reminded whose units are below the target sample. */
    remind: remindSchema.optional(),
    /** Which share of a unit's paper forms, and how many at least, a second person enters again. */
    doubleEntry: z
      .object({ share: z.number().gt(0).max(1), least: z.int().nonnegative() })
      .readonly()
      .optional(),
    /** From where on answers are put before two people; without it none are. */
    signals: signalsSchema.optional(),
  })
  .readonly()
export type Standard = z.infer<typeof standardSchema>
