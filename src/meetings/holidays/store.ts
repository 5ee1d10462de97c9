import { z } from 'zod'
import { collection } from '../../shared/store/declare.ts'
import { instantSchema } from '../../shared/time.ts'
import { daySchema } from './day.ts'

/** The arrangement of a year as the operator imported it; it takes the place of what is published with the program. */
export const holidayYears = collection({
  name: 'holiday-years',
  schema: z
    .object({
      /** The year, `2027`. */
      id: z.string().regex(/^\d{4}$/),
      days: z.array(daySchema).min(1).readonly(),
      by: z.string(),
      at: instantSchema,
    })
    .readonly(),
})
export type HolidayYear = z.infer<typeof holidayYears.schema>

/** Days that are off, or worked, in one unit and those below it only. */
export const localDays = collection({
  name: 'local-days',
  schema: z
    .object({
      /** The unit and the day, so that a day is one or the other. */
      id: z.string(),
      unit: z.string(),
      day: daySchema,
      by: z.string(),
      at: instantSchema,
    })
    .readonly(),
})
export type LocalDay = z.infer<typeof localDays.schema>
