import { z } from 'zod'
import { buttonSchema } from '../shared/bot/keyboard.ts'
import { instantSchema } from '../shared/time.ts'

/** Replies go before bulk, however many are waiting. */
export const priorities = ['reply', 'bulk'] as const

/** What a room wants a person to get. */
export const messageSchema = z
  .object({
    /** One message a key, ever: kind, occurrence and person, such as `reminder.open:OCCURRENCE:PERSON`. */
    key: z.string().min(1),
    /** What sort of message it is, such as `reminder.open`; staff see messages by kind. */
    kind: z.string().min(1),
    /** The person's id, or the address of a unit's group (`groupAddress`, `robotAddress`). */
    to: z.string().min(1),
    /** Already said in the person's language. */
    text: z.string().min(1),
    buttons: z.array(z.array(buttonSchema).readonly()).readonly(),
    /** After this moment the message is dropped, not sent late. */
    notAfter: instantSchema.nullable(),
    notBefore: instantSchema.nullable(),
    /** Whether it may be sent again (marked as such) when nobody knows if it arrived. */
    repeatable: z.boolean(),
    priority: z.enum(priorities),
  })
  .readonly()
export type Message = z.infer<typeof messageSchema>

/** A message as rooms write it; what they leave out is: no buttons, no limits of time, bulk. */
export type NewMessage = Pick<Message, 'key' | 'kind' | 'to' | 'text' | 'repeatable'> & Partial<Message>
