import { type Api, GrammyError, HttpError } from 'grammy'
import { type Buttons, keyboardOf } from '../shared/bot/keyboard.ts'
import { splitText } from '../shared/bot/split.ts'
import type { Channel, Outcome, Outgoing } from './channel.ts'

/** Chats of Telegram; in groups a message that is there is edited. The `api` must have no retries of its own: what to repeat is the outbox's decision. */
export function telegramChannel(api: Api): Channel {
  const edit = async (
    chat: number,
    id: number,
    { text, buttons }: Outgoing,
  ): Promise<Outcome | undefined> => {
    try {
      await api.editMessageText(chat, id, splitText(text)[0] ?? '', markupOf(buttons))
    } catch (error) {
      if (error instanceof GrammyError && /to edit not found|can't be edited/.test(error.description))
        return undefined
      if (!(error instanceof GrammyError && /not modified/.test(error.description))) return outcomeOf(error)
    }
    return { kind: 'sent', messageId: id, chat }
  }
  const send = async (to: number | string, message: Outgoing): Promise<Outcome> => {
    const { text, buttons, shown } = message
    const chat = Number(to)
    const edited = shown?.chat === chat ? await edit(chat, shown.messageId, message) : undefined
    if (edited) return edited
    const parts = splitText(text)
    let messageId = 0
    for (const [index, part] of parts.entries()) {
      const other = index === parts.length - 1 ? markupOf(buttons) : {}
      try {
        messageId = (await api.sendMessage(chat, part, other)).message_id
      } catch (error) {
        const outcome = outcomeOf(error)
        if (index === 0 || outcome.kind === 'unreachable') return outcome
        return { kind: 'unknown', cause: 'part' }
      }
    }
    return { kind: 'sent', messageId, ...(chat < 0 ? { chat } : {}) }
  }
  return { name: 'Telegram', send }
}

const markupOf = (buttons: Buttons) => {
  const inline_keyboard = keyboardOf(buttons)
  return inline_keyboard.length > 0 ? { reply_markup: { inline_keyboard } } : {}
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
