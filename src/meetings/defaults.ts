import { z } from 'zod'

/** What a series copies when it is planned, and can be changed for it; the numbers of the district's rules. */
export const settingsSchema = z
  .object({
    version: z.string(),
    signInOpensMinutes: z.int().positive(),
    lateAfterMinutes: z.int().nonnegative(),
    /** Share of the expected that makes a meeting quorate, as whole numbers: 2 of 3. */
    quorum: z.object({ need: z.int().positive(), of: z.int().positive() }).readonly(),
    /** Share of the sign-in window after which those who are missing are reminded once more. */
    urgeAfterShare: z.number().positive().max(1),
    remindDaysBefore: z.int().positive(),
    /** Time from the end in which the quick report is asked for. */
    reportWithinHours: z.int().positive(),
  })
  .readonly()
export type MeetingSettings = z.infer<typeof settingsSchema>

export const defaultSettings: MeetingSettings = {
  version: '2026.1',
  signInOpensMinutes: 30,
  lateAfterMinutes: 10,
  quorum: { need: 2, of: 3 },
  urgeAfterShare: 0.8,
  remindDaysBefore: 1,
  reportWithinHours: 72,
}

/** How far ahead the clock makes meetings; of a rarer series always the next one. */
export const horizonDays = 60
export const defaultMinutes = 90

/** How long a point from below or a decision from above is carried along to the next meetings. */
export const linkedDays = 120
