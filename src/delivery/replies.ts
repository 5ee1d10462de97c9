import { HttpError, type Transformer } from 'grammy'
import type { Pace } from './pace.ts'

const sends = new Set([
  'sendMessage',
  'sendDocument',
  'sendPhoto',
  'editMessageText',
  'editMessageReplyMarkup',
])

/** Counts what goes out beside the outbox, so that bulk makes room for it. */
export function countSends(pace: Pace): Transformer {
  return (call, method, payload, signal) => {
    const chat = payload && 'chat_id' in payload ? Number(payload.chat_id) : undefined
    if (chat !== undefined && sends.has(method)) pace.went(chat, performance.now())
    return call(method, payload, signal)
  }
}

/** A person is waiting for a reply: longer than this is not worth it. */
const longestWaitMs = 5000

/**
 * Tries a reply once more: after a short 429, and after a broken connection or a 5xx, where the same answer
 * twice does no harm. Everything else, and polling, is left alone.
 */
export function repeatReplies(pace: Pace): Transformer {
  return async (call, method, payload, signal) => {
    if (!sends.has(method)) return await call(method, payload, signal)
    try {
      const answer = await call(method, payload, signal)
      if (answer.ok) return answer
      const waitMs = (answer.parameters?.retry_after ?? 0) * 1000
      if (answer.error_code === 429) pace.pause(performance.now() + waitMs)
      const again = answer.error_code >= 500 || (answer.error_code === 429 && waitMs <= longestWaitMs)
      if (!again) return answer
      await new Promise(done => setTimeout(done, waitMs))
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
    }
    return await call(method, payload, signal)
  }
}
