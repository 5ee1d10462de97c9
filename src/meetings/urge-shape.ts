import { z } from 'zod'
import { instantSchema } from '../shared/time.ts'

/** What people can be urged to: to come or to say that they cannot, to sign in, to report. */
export const urgeStages = ['before', 'urge', 'report'] as const
export type UrgeStage = (typeof urgeStages)[number]

/** Those who had not answered, urged by whoever convenes the meeting. */
export const urgedSchema = z
  .object({
    stage: z.enum(urgeStages),
    persons: z.array(z.string()).min(1).readonly(),
    by: z.string(),
    at: instantSchema,
  })
  .readonly()
