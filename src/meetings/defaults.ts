import { z } from 'zod'
import { standards } from './standards-file.ts'

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
    /** Community meetings are held within so many days after the subdistrict's. */
    followWithinDays: z.int().positive().default(7),
    /** The same for a series that counts the days after the subdistrict's in workdays. */
    followWithinWorkdays: z.int().positive().default(5),
  })
  .readonly()
export type MeetingSettings = z.infer<typeof settingsSchema>

/** What planning a series may set otherwise than the district's rules: when people are reminded and may sign in. */
export const offsetsSchema = z.object({
  remindDaysBefore: z.coerce.number().int().min(1).max(14).optional(),
  signInOpensMinutes: z.coerce.number().int().min(10).max(240).optional(),
})
export type Offsets = z.infer<typeof offsetsSchema>

export function settingsWith({ remindDaysBefore, signInOpensMinutes }: Offsets): MeetingSettings {
  return {
    ...defaultSettings,
    ...(remindDaysBefore !== undefined && { remindDaysBefore }),
    ...(signInOpensMinutes !== undefined && { signInOpensMinutes }),
  }
}

/** The district's rules as they are now. */
export const defaultSettings: MeetingSettings = {
  version: standards.version,
  signInOpensMinutes: standards.signIn.opensMinutes,
  lateAfterMinutes: standards.signIn.lateAfterMinutes,
  quorum: standards.quorum,
  urgeAfterShare: standards.signIn.urgeAfterShare,
  remindDaysBefore: standards.remindDaysBefore,
  reportWithinHours: standards.reportWithinHours,
  followWithinDays: standards.followWithinDays,
  followWithinWorkdays: standards.followWithinWorkdays,
}
