import { expect, test } from 'vitest'
import { deliveryClock } from '../../src/delivery/clock.ts'
import { defaultDeliverySettings, keepDeliverySettings } from '../../src/delivery/settings.ts'
import type { Delivery } from '../../src/delivery/states.ts'
import { outbox, queue } from '../../src/delivery/store.ts'
import { failedUpdates, seenUpdates } from '../../src/shared/bot/store.ts'
import { instant } from '../../src/shared/time.ts'
import { newWorld } from '../helpers/world.ts'

test('what is long over is cleared out once a day, and what still waits never is', async () => {
  const { store, kit, clock } = await newWorld({ now: '2026-01-05T01:00:00Z', units: false })
  const at = clock.now()
  const states: Record<string, Delivery['state']> = {
    sent: { name: 'sent', at, messageId: 1 },
    failed: { name: 'failed', at, cause: 'blocked' },
    unknown: { name: 'unknown', at, cause: 'stopped' },
    waiting: { name: 'queued' },
    sending: { name: 'sending', at },
    readLately: { name: 'sent', at, messageId: 2 },
  }
  await store.write('test', async tx => {
    await keepDeliverySettings(tx, { ...defaultDeliverySettings, keepMessagesDays: 60, keepFailuresDays: 30 })
    for (const [key, state] of Object.entries(states)) {
      const { id } = await queue(tx, { key, kind: 'notice', to: 'lin', text: key, repeatable: true }, at)
      const readAt = key === 'readLately' ? instant('2026-03-01T01:00:00Z') : null
      await tx.change(outbox, id, row => ({ ...row, state, readAt }))
    }
    await tx.add(seenUpdates, { id: '2026-01-05T01', ranges: [[1, 9]] })
    await tx.add(failedUpdates, { id: '7', at, chat: 1, kind: 'message', error: 'x' })
  })
  const tick = deliveryClock(kit)
  const kept = async () => ({
    messages: (await store.all(outbox)).map(row => row.message.key).sort(),
    seen: (await store.all(seenUpdates)).length,
    failures: (await store.all(failedUpdates)).length,
  })
  clock.set('2026-01-13T01:00:00Z')
  await tick()
  expect(await kept()).toEqual({ messages: Object.keys(states).sort(), seen: 1, failures: 1 })
  clock.set('2026-01-14T01:00:00Z')
  await tick()
  expect(await kept()).toMatchObject({ seen: 0, failures: 1 })
  clock.set('2026-03-10T01:00:00Z')
  await tick()
  expect(await kept()).toEqual({ messages: ['readLately', 'sending', 'waiting'], seen: 0, failures: 0 })
})
