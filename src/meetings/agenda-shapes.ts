import { z } from 'zod'
import { instantSchema } from '../shared/time.ts'

/** What a meeting made of a point from below: settled; kept, so that it comes again next time; handed on to the level above. */
export const agendaOutcomes = ['settled', 'kept', 'raised'] as const
export type AgendaOutcome = (typeof agendaOutcomes)[number]

const pointSchema = z.object({
  /** `point:MEETING` for what a report left unresolved, `problem:MEETING:ITEM` for one of its minutes, `followUp:ID` for a resolution that is not done. */
  key: z.string(),
  text: z.string(),
  /** The unit where it arose. */
  unit: z.string(),
})
export type Point = Readonly<z.infer<typeof pointSchema>>

export const agendaItemSchema = pointSchema
  .extend({ outcome: z.enum(agendaOutcomes), by: z.string(), at: instantSchema })
  .readonly()

export const conveyanceSchema = z
  .object({
    /** The follow-up that the decision is kept as. */
    decision: z.string(),
    done: z.boolean(),
    by: z.string(),
    at: instantSchema,
  })
  .readonly()
