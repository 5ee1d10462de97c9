import { z } from 'zod'
import { collection } from '../store/declare.ts'
import { instantSchema } from '../time.ts'
import { seenSchema } from './seen.ts'

/** Which updates were handled, one record an hour. */
export const seenUpdates = collection({ name: 'chat-seen', schema: seenSchema })

/** Updates that could not be handled: what kind, whose chat and why, never what was written. The id is the update's. */
export const failedUpdates = collection({
  name: 'chat-failures',
  schema: z
    .object({
      id: z.string(),
      at: instantSchema,
      chat: z.number().nullable(),
      kind: z.string(),
      error: z.string(),
    })
    .readonly(),
})
