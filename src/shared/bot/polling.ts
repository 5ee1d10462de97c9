import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Kit } from '../kit.ts'
import type { Instant } from '../time.ts'
import { pause } from './pause.ts'

/** Ends a call that is under way; grammY has a type of its own for it. */
export type Signal = NonNullable<Parameters<Api['getUpdates']>[1]>

export interface PollingParts {
  readonly kit: Pick<Kit, 'now' | 'log'>
  readonly api: Api
  readonly ingest: (update: Update) => Promise<void>
  /** What must be done before the first poll; tried again until it succeeds. */
  readonly prepare: (signal: Signal) => Promise<void>
  readonly pollSeconds?: number
  /** First and longest pause after a failure. */
  readonly pauseMs?: readonly [first: number, longest: number]
}

export interface PollingHealth {
  readonly lastCompleted: Instant | undefined
  /** What the last call ran into; `undefined` when it went well. */
  readonly trouble: string | undefined
}

export interface Polling {
  start(): void
  /** Ends intake, waits for what is under way (at most 10 s), and confirms it to Telegram. */
  stop(): Promise<void>
  health(): PollingHealth
}

/** Kinds of updates that the bot makes use of. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

const stopWithinMs = 10_000
const confirmWithinMs = 2000
/** While something is under way, new updates of other chats are looked for this often. */
const lookMs = 1000
/** As many updates as Telegram gives at once. */
const most = 100

/**
 * Long polling that confirms an update only when it is handled: Telegram repeats what is not confirmed, so
 * nothing is lost when the program dies. A slow update holds up its own chat only.
 */
export function buildPolling({ kit, api, ingest, prepare, ...options }: PollingParts): Polling {
  const { log } = kit
  const { pollSeconds = 30, pauseMs: [firstPauseMs, longestPauseMs] = [500, 30_000] } = options
  const underWay = new Map<number, Promise<void>>()
  /** Done while an earlier one is still under way, so that Telegram shows them again. */
  const finished = new Set<number>()
  const aborter = new AbortController()
  const signal = aborter.signal as Signal
  let running: Promise<void> | undefined
  let unconfirmed: number | undefined
  let health: PollingHealth = { lastCompleted: undefined, trouble: 'starting' }

  /** Telegram shows a hundred unconfirmed updates: when all of them are under way, it must be moved on. */
  let movedOn = 0

  const next = () => (underWay.size > 0 ? Math.max(movedOn, Math.min(...underWay.keys())) : unconfirmed)

  const poll = async (): Promise<void> => {
    const offset = next()
    const updates = await api.getUpdates(
      {
        // Without an offset Telegram gives what is not confirmed, also when its ids have begun anew.
        ...(offset === undefined ? {} : { offset }),
        timeout: underWay.size > 0 ? 0 : pollSeconds,
        limit: most,
        allowed_updates: wantedUpdates,
      },
      signal,
    )
    health = { lastCompleted: kit.now(), trouble: undefined }
    if (offset === unconfirmed && underWay.size === 0) unconfirmed = undefined
    const fresh = updates.filter(take).length
    if (underWay.size === 0) movedOn = 0
    if (updates.length === most && unconfirmed !== undefined) movedOn = fresh > 0 ? movedOn : unconfirmed
    if (updates.length === most && underWay.size > 0) return
    const all = Promise.all(underWay.values())
    if (underWay.size > 0) await pause(lookMs, aborter.signal, all)
  }

  /** Whether the update is new here. */
  const take = (update: Update): boolean => {
    const id = update.update_id
    unconfirmed = id + 1
    if (underWay.has(id) || finished.has(id)) return false
    const done = ingest(update)
      .catch(err => log.error({ err, update: id }, 'an update could not be kept'))
      .finally(() => {
        underWay.delete(id)
        finished.add(id)
        if (underWay.size === 0) finished.clear()
      })
    underWay.set(id, done)
    return true
  }

  const loop = async () => {
    let step = () => prepare(signal)
    let pauseMs = firstPauseMs
    while (!aborter.signal.aborted) {
      try {
        await step()
        if (step !== poll) health = { lastCompleted: kit.now(), trouble: undefined }
        step = poll
        pauseMs = firstPauseMs
      } catch (error) {
        if (aborter.signal.aborted) break
        health = { ...health, trouble: troubleOf(error) }
        log.warn({ trouble: health.trouble }, 'Telegram did not answer as expected; trying again')
        const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
        await pause(Math.max(pauseMs, asked), aborter.signal)
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
    }
  }

  const confirm = async () => {
    const offset = next()
    if (offset === undefined) return
    const within = AbortSignal.timeout(confirmWithinMs) as Signal
    await api.getUpdates({ offset, limit: 1, timeout: 0 }, within).catch(() => {})
  }

  return {
    start: () => {
      running = loop()
    },
    stop: async () => {
      aborter.abort()
      await running
      const all = Promise.allSettled(underWay.values())
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise(done => {
        timer = setTimeout(done, stopWithinMs)
      })
      await Promise.race([all, enough]).finally(() => clearTimeout(timer))
      await confirm()
    },
    health: () => health,
  }
}

function troubleOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
  return error instanceof Error ? error.message : 'unknown'
}
