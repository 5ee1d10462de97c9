import { type Api, GrammyError, HttpError } from 'grammy'
import { keyboardOf } from '../shared/bot/keyboard.ts'
import { splitText } from '../shared/bot/split.ts'
import type { Channel, Outcome, Outgoing } from './channel.ts'

/** Private chats of Telegram. The `api` must have no retries of its own: what to repeat is the outbox's decision. */
export function telegramChannel(api: Api): Channel {
  const send = async (chat: number, { text, buttons }: Outgoing): Promise<Outcome> => {
    const parts = splitText(text)
    let messageId = 0
    for (const [index, part] of parts.entries()) {
      const keyboard = index === parts.length - 1 ? keyboardOf(buttons) : []
      const other = keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}
      try {
        messageId = (await api.sendMessage(chat, part, other)).message_id
      } catch (error) {
        const outcome = outcomeOf(error)
        if (index === 0 || outcome.kind === 'unreachable') return outcome
        return { kind: 'unknown', cause: 'part' }
      }
    }
    return { kind: 'sent', messageId }
  }
  return { name: 'Telegram', send }
}

/** Errors of a connection that was never made: nothing can have arrived. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

export function outcomeOf(error: unknown): Outcome {
  if (error instanceof GrammyError) return answered(error)
  if (error instanceof HttpError) {
    const code = codeOf(error.error)
    return neverConnected.has(code) ? { kind: 'notSent', cause: code } : { kind: 'unknown', cause: code }
  }
  throw error
}

function answered({ error_code, description, parameters }: GrammyError): Outcome {
  const { retry_after, migrate_to_chat_id } = parameters
  if (error_code === 429) return { kind: 'slower', seconds: retry_after ?? 5 }
  if (migrate_to_chat_id !== undefined) return { kind: 'moved', chat: migrate_to_chat_id }
  if (error_code >= 500) return { kind: 'unknown', cause: String(error_code) }
  if (error_code === 401 || error_code === 404) return { kind: 'notSent', cause: 'token' }
  if (error_code === 403)
    return { kind: 'unreachable', cause: /deactivated/.test(description) ? 'deactivated' : 'blocked' }
  if (/chat not found|PEER_ID_INVALID/.test(description)) return { kind: 'unreachable', cause: 'noChat' }
  return { kind: 'rejected', cause: description }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'network'
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'message' in error && /timed out/.test(String(error.message)) ? 'timeout' : 'network'
}
