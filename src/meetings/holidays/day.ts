import { z } from 'zod'
import { plainDateSchema } from '../../shared/time.ts'

/** A day off, or a weekend day on which people work to make up for one. */
export const dayMarks = ['off', 'work'] as const

export const daySchema = z
  .object({ date: plainDateSchema, mark: z.enum(dayMarks), name: z.string().min(1).max(30) })
  .readonly()
/** One day as a file or a person names it. */
export type Day = z.infer<typeof daySchema>
