import type { Update } from 'grammy/types'
import type { Kit } from '../kit.ts'
import { hourOf, includes, oldestHour, type Ranges, withId } from './seen.ts'
import { failedUpdates, seenUpdates } from './store.ts'

export interface IntakeParts {
  readonly kit: Pick<Kit, 'store' | 'now' | 'log'>
  readonly handle: (update: Update) => Promise<void>
  /** Told to the person whose message could not be handled. */
  readonly apologize: (update: Update) => Promise<void>
  readonly capMs?: number
}

/** One way in for polling and webhook. */
export interface Intake {
  /** Resolves when the update is handled, or kept as failed; an update that was handled before is skipped. */
  ingest(update: Update): Promise<void>
  /** Waits until nothing is under way. */
  idle(): Promise<void>
}

/** More than this many waiting in one chat is a flood; what comes on top is dropped. */
const mostWaiting = 50

export async function openIntake({ kit, handle, apologize, capMs = 15_000 }: IntakeParts): Promise<Intake> {
  const { store, log } = kit
  const known = new Map<string, Ranges>((await store.all(seenUpdates)).map(({ id, ranges }) => [id, ranges]))
  const underWay = new Map<number, Promise<void>>()
  const lines = new Map<number, { last: Promise<void>; waiting: number }>()

  /** Ids begin anew after a quiet week, so that old ones must not count even before they are forgotten. */
  const isKnown = (id: number) => {
    const oldest = oldestHour(kit.now())
    return [...known].some(([hour, ranges]) => hour >= oldest && includes(ranges, id))
  }

  /** Kept only after the handler is done: a crash in between brings the update again, and rules are idempotent. */
  const remember = (update: Update, error: unknown) =>
    store.write('chat', async tx => {
      const now = kit.now()
      const hour = hourOf(now)
      const ranges = withId(known.get(hour) ?? [], update.update_id)
      if (await tx.find(seenUpdates, hour)) await tx.change(seenUpdates, hour, old => ({ ...old, ranges }))
      else await tx.add(seenUpdates, { id: hour, ranges })
      known.set(hour, ranges)
      for (const old of [...known.keys()].filter(each => each < oldestHour(now))) {
        known.delete(old)
        await tx.remove(seenUpdates, old)
      }
      if (error === undefined || (await tx.find(failedUpdates, String(update.update_id)))) return
      await tx.add(failedUpdates, {
        id: String(update.update_id),
        at: now,
        chat: chatOf(update) ?? null,
        kind: kindOf(update),
        error: nameOf(error),
      })
    })

  const work = async (update: Update): Promise<void> => {
    let error: unknown
    try {
      await withCap(handle(update), capMs)
    } catch (thrown) {
      error = thrown
      log.error({ update: update.update_id, kind: kindOf(update), error: nameOf(thrown) }, 'an update failed')
      await withCap(apologize(update), capMs).catch(() => {})
    }
    await remember(update, error)
  }

  const ingest = (update: Update): Promise<void> => {
    const id = update.update_id
    const same = underWay.get(id)
    if (same) return same
    if (isKnown(id)) return Promise.resolve()
    const chat = chatOf(update) ?? 0
    const line = lines.get(chat) ?? { last: Promise.resolve(), waiting: 0 }
    lines.set(chat, line)
    if (line.waiting >= mostWaiting) {
      log.warn({ update: id }, 'too many messages from one chat, dropped')
      return remember(update, undefined)
    }
    line.waiting += 1
    const done = line.last
      .then(() => work(update))
      .finally(() => {
        underWay.delete(id)
        line.waiting -= 1
        if (line.waiting === 0) lines.delete(chat)
      })
    line.last = done.catch(() => {})
    underWay.set(id, done)
    return done
  }

  return {
    ingest,
    idle: async () => {
      await Promise.allSettled(underWay.values())
    },
  }
}

/** An update took longer than its chat may be held up. */
class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

async function withCap<T>(work: Promise<T>, capMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const cap = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new TookTooLong(`over ${capMs} ms`)), capMs)
  })
  return await Promise.race([work, cap]).finally(() => clearTimeout(timer))
}

export const kindOf = (update: Update): string =>
  Object.keys(update).find(key => key !== 'update_id') ?? 'unknown'

function chatOf(update: Update): number | undefined {
  const { message, edited_message, callback_query, my_chat_member } = update
  return (
    message?.chat?.id ??
    edited_message?.chat?.id ??
    callback_query?.message?.chat?.id ??
    my_chat_member?.chat?.id ??
    callback_query?.from?.id
  )
}

/** The error without anything that a person wrote: grammY puts payloads into its messages, so only ours are kept. */
function nameOf(error: unknown): string {
  const cause =
    error instanceof Error && 'error' in error && error.error instanceof Error ? error.error : error
  return cause instanceof Error ? `${cause.name}: ${firstFrame(cause)}` : 'unknown'
}

const firstFrame = (error: Error) =>
  /at .*?([\w.-]+\/[\w.-]+\.tsx?:\d+)/.exec(error.stack ?? '')?.[1] ?? error.message.slice(0, 80)
