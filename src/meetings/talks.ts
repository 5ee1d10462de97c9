import { z } from 'zod'
import { collection } from '../shared/store/declare.ts'
import { type Instant, instantSchema, plusHours } from '../shared/time.ts'

/** What the quick report asks next. */
export const steps = ['count', 'unresolved', 'photo', 'when', 'reason'] as const
export type Step = (typeof steps)[number]

/** Where a person is in the quick report of a meeting; one at a time. What was answered is in the meeting already. */
export const talks = collection({
  name: 'report-talks',
  schema: z
    .object({
      /** The person. */
      id: z.string(),
      meeting: z.string(),
      step: z.enum(steps),
      expires: instantSchema,
    })
    .readonly(),
})
export type Talk = z.infer<typeof talks.schema>

const hoursToAnswer = 24

export function talkAt(person: string, meeting: string, step: Step, now: Instant): Talk {
  return { id: person, meeting, step, expires: plusHours(now, hoursToAnswer) }
}
