import { z } from 'zod'
import { collection } from '../shared/store/declare.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { plainTime, plainTimeSchema } from '../shared/time.ts'

/** What the district sets about messages; one record. */
export const deliverySettingsSchema = z
  .object({
    id: z.literal('delivery'),
    /** Within these hours of the day nothing but replies goes out to chats; `null`: there are none. */
    quiet: z.object({ from: plainTimeSchema, to: plainTimeSchema }).readonly().nullable(),
    /** For how many days a message and what became of it is kept once nothing more happens to it. */
    keepMessagesDays: z.int().min(30).max(3650),
    /** For how many days it is kept that a chat message could not be handled. */
    keepFailuresDays: z.int().min(7).max(3650),
  })
  .readonly()
export type DeliverySettings = z.infer<typeof deliverySettingsSchema>

export const deliverySettings = collection({ name: 'delivery-settings', schema: deliverySettingsSchema })

/** Counts until the district sets something else. Messages of a rating year can be looked up until the next is over. */
export const defaultDeliverySettings: DeliverySettings = {
  id: 'delivery',
  quiet: { from: plainTime('22:00'), to: plainTime('07:00') },
  keepMessagesDays: 730,
  keepFailuresDays: 90,
}

export async function readDeliverySettings(from: Reading): Promise<DeliverySettings> {
  return (await from.find(deliverySettings, 'delivery')) ?? defaultDeliverySettings
}

export async function keepDeliverySettings(
  tx: Writing,
  set: Omit<DeliverySettings, 'id'>,
): Promise<DeliverySettings> {
  const next = { id: 'delivery' as const, ...set }
  if (!(await tx.find(deliverySettings, 'delivery'))) return tx.add(deliverySettings, next)
  return tx.change(deliverySettings, 'delivery', () => next)
}
