import { z } from 'zod'
import { deliverySettings } from '../../src/delivery/settings.ts'
import { outbox } from '../../src/delivery/store.ts'
import { failedUpdates, seenUpdates } from '../../src/shared/bot/store.ts'
import { collection } from '../../src/shared/store/declare.ts'

/** Check-ins of the crash test, by chat. */
export const checkIns = collection({
  name: 'check-ins',
  schema: z.object({ id: z.string() }).readonly(),
})

export const crashCollections = [outbox, deliverySettings, seenUpdates, failedUpdates, checkIns]
