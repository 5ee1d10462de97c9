import { timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { z } from 'zod'
import { hashOf } from '../ids.ts'
import { pause } from './pause.ts'
import { type Polling, type PollingHealth, type PollingParts, type Signal, wantedUpdates } from './polling.ts'

export interface WebhookParts extends PollingParts {
  /** The public address that Telegram is to call. */
  readonly url: string
  /** 1 to 256 of `A-Za-z0-9_-`; comes back with every call. */
  readonly secret: string
  readonly idle: () => Promise<void>
}

export interface Webhook extends Polling {
  /** The status to answer a call with; 200 only when the update is handled or kept as failed. */
  receive(secret: string | undefined, body: unknown): Promise<200 | 400 | 401 | 500>
}

const lookEveryMs = 60_000
const updateSchema = z.looseObject({ update_id: z.int() })

/** Telegram calls us: asks it to, and looks every minute whether it still does and can. */
export function buildWebhook({
  kit,
  api,
  ingest,
  prepare,
  idle,
  url,
  secret,
  ...options
}: WebhookParts): Webhook {
  const { pauseMs: [firstPauseMs, longestPauseMs] = [500, 30_000] } = options
  const aborter = new AbortController()
  const signal = aborter.signal as Signal
  let running: Promise<void> | undefined
  let health: PollingHealth = { lastCompleted: undefined, trouble: 'starting' }

  const look = async () => {
    const info = await api.getWebhookInfo(signal)
    if (info.url !== url) await ask()
    health = { lastCompleted: kit.now(), trouble: info.url === url ? info.last_error_message : undefined }
  }
  const ask = () => api.setWebhook(url, { secret_token: secret, allowed_updates: wantedUpdates }, signal)

  const loop = async () => {
    let prepared = false
    let pauseMs = firstPauseMs
    while (!aborter.signal.aborted) {
      try {
        if (!prepared) await prepare(signal)
        prepared = true
        await look()
        pauseMs = firstPauseMs
        await pause(lookEveryMs, aborter.signal)
      } catch (error) {
        if (aborter.signal.aborted) break
        health = { ...health, trouble: error instanceof Error ? error.message : 'unknown' }
        kit.log.warn({ trouble: health.trouble }, 'Telegram did not take the webhook; trying again')
        await pause(pauseMs, aborter.signal)
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
    }
  }

  return {
    start: () => {
      running = loop()
    },
    stop: async () => {
      aborter.abort()
      await running
      await idle()
    },
    health: () => health,
    receive: async (given, body) => {
      if (!timingSafeEqual(Buffer.from(hashOf(given ?? '')), Buffer.from(hashOf(secret)))) return 401
      const update = updateSchema.safeParse(body)
      if (!update.success) return 400
      try {
        await ingest(update.data as unknown as Update)
        return 200
      } catch (err) {
        kit.log.error({ err, update: update.data.update_id }, 'an update could not be kept')
        return 500
      }
    },
  }
}
