import { readFileSync } from 'node:fs'
import { z } from 'zod'

const count = z.int().positive()

/** The numbers of the rules for meetings and for following up what they decide: data with a version, `data/meetings.json`. */
const standardsSchema = z
  .strictObject({
    version: z.string(),
    signIn: z
      .strictObject({
        opensMinutes: count,
        lateAfterMinutes: z.int().nonnegative(),
        /** Share of the sign-in window after which those who are missing are reminded once more. */
        urgeAfterShare: z.number().positive().max(1),
        /** How long a code stands on the room's screen; the one before it is still taken. */
        codeSeconds: z.int().min(5).max(600),
      })
      .readonly(),
    /** Share of the expected that makes a meeting quorate: 2 of 3. */
    quorum: z.strictObject({ need: count, of: count }).readonly(),
    remindDaysBefore: count,
    /** How long people rest after a reminder before they can be urged by hand: while sign-in is open, and otherwise. */
    urging: z.strictObject({ signInAgainMinutes: count, againMinutes: count }).readonly(),
    /** Time from the end in which the quick report is asked for. */
    reportWithinHours: count,
    /** Community meetings are held within so many days after the subdistrict's. */
    followWithinDays: count,
    /** The same where a series counts workdays. */
    followWithinWorkdays: count,
    /** How long a point from below or a decision from above is carried along to the next meetings. */
    linkedDays: count,
    /** How far ahead the clock makes meetings, of a rarer series always the next one; and how long a meeting lasts where it is not said. */
    planning: z.strictObject({ horizonDays: count, minutes: z.int().min(10).max(600) }).readonly(),
    /** How much a file, a meeting and a unit's meetings of a year may hold. */
    attachments: z
      .strictObject({ fileMegabytes: count, meetingFiles: count, quotaMegabytes: count })
      .readonly(),
    /** Workdays after its due date from which an overdue follow-up stands in the bulletin. */
    followUps: z.strictObject({ bulletinAfterWorkdays: count }).readonly(),
  })
  .refine(({ quorum }) => quorum.need <= quorum.of, {
    path: ['quorum'],
    error: 'needs no more than there are',
  })
  .readonly()

/** As they stand in the file, read when the program starts, which ends there when they are not well-formed. */
export const standards = standardsSchema.parse(
  JSON.parse(readFileSync(new URL('../../data/meetings.json', import.meta.url), 'utf8')),
)
