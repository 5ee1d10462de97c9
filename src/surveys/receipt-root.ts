import { z } from 'zod'
import { plainDateSchema } from '../shared/time.ts'

/** The root of all receipts as it was when a round ended; one more each time that a reopened round ends again. */
export const receiptRootSchema = z
  .object({
    id: z.string(),
    round: z.string(),
    /** The last day of the round. */
    on: plainDateSchema,
    /** How many answers there are. */
    size: z.int().nonnegative(),
    /** Hexadecimal. */
    root: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly()
export type ReceiptRoot = z.infer<typeof receiptRootSchema>
