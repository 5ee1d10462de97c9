import { z } from 'zod'
import type { Chats } from './chats.ts'
import { apiErrors } from './errors.ts'
import {
  captionOf,
  command,
  commandTarget,
  entities,
  type Files,
  flag,
  fromJson,
  keyboardOf,
  markup,
  noParseMode,
  number,
  type Params,
  read,
  reply,
  target,
  textOf,
} from './parameters.ts'
import type { Updates } from './updates.ts'

/** What the methods work on. */
export interface Server {
  readonly chats: Chats
  readonly updates: Updates
  /** Callback queries by id: whether they still may be answered, and with what they were. */
  readonly callbacks: Map<string, { open: boolean; answer?: CallbackAnswer }>
  /** Commands by `scope|language`. */
  readonly commands: Map<string, readonly Command[]>
}

export interface CallbackAnswer {
  readonly text: string | undefined
  readonly alert: boolean
}

export interface Command {
  readonly command: string
  readonly description: string
}

type Method = (server: Server, params: Params, files: Files) => unknown

const sendFile =
  (kind: 'document' | 'photo'): Method =>
  ({ chats }, params, files) => {
    const sent = read(
      z.object({ chat_id: number, [kind]: z.string(), caption: z.string().optional(), reply_markup: markup }),
      params,
    )
    const chat = chats.writable(sent.chat_id as number)
    const given = String(sent[kind])
    const uploaded = given.startsWith('attach://') ? files.get(given.slice('attach://'.length)) : undefined
    const id = uploaded ? chats.keep(uploaded) : given
    const file = chats.file(id)
    const size = file.bytes.length
    return chats.post(chat, chats.bot, {
      ...captionOf(sent.caption as string | undefined),
      ...keyboardOf(sent.reply_markup as z.infer<typeof markup>),
      ...(kind === 'document'
        ? { document: { file_id: id, file_name: file.name, file_size: size } }
        : { photo: [{ file_id: id, file_size: size }] }),
    })
  }

const keyOf = (params: Params) => {
  const { scope: where, language_code = '' } = read(commandTarget, params)
  return `${where?.type ?? 'default'}${where?.chat_id ?? ''}|${language_code}`
}

export const methods: Readonly<Record<string, Method>> = {
  getMe: ({ chats }) => ({
    ...chats.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  setWebhook: ({ updates }, params) => {
    const asked = read(
      z.object({
        url: z.string(),
        secret_token: z
          .string()
          .regex(/^[A-Za-z0-9_-]{1,256}$/)
          .optional(),
        drop_pending_updates: flag.optional(),
        allowed_updates: fromJson(z.array(z.string())).optional(),
      }),
      params,
    )
    if (asked.url !== '' && !/^https:|^http:\/\/127\.0\.0\.1[:/]/.test(asked.url))
      throw apiErrors.webhookUrl()
    updates.setWebhook(
      asked.url,
      asked.secret_token,
      asked.drop_pending_updates ?? false,
      asked.allowed_updates,
    )
    return true
  },
  deleteWebhook: ({ updates }, params) => {
    updates.setWebhook(
      '',
      undefined,
      read(z.object({ drop_pending_updates: flag.optional() }), params).drop_pending_updates ?? false,
    )
    return true
  },
  getWebhookInfo: ({ updates }) => updates.webhookInfo(),

  sendMessage: ({ chats }, params) => {
    const sent = read(
      z.object({
        chat_id: number,
        text: z.string().default(''),
        entities,
        parse_mode: noParseMode,
        reply_markup: markup,
        reply_parameters: reply,
      }),
      params,
    )
    const chat = chats.writable(sent.chat_id)
    const answered = chat.messages.find(each => each.message_id === sent.reply_parameters?.message_id)
    return chats.post(chat, chats.bot, {
      text: textOf(sent.text),
      ...keyboardOf(sent.reply_markup),
      ...(sent.entities?.length ? { entities: sent.entities } : {}),
      ...(answered ? { reply_to_message: answered } : {}),
    })
  },
  sendDocument: sendFile('document'),
  sendPhoto: sendFile('photo'),
  sendChatAction: ({ chats }, params) => {
    chats.writable(read(z.object({ chat_id: number, action: z.string() }), params).chat_id)
    return true
  },

  editMessageText: ({ chats }, params) => {
    const edit = read(
      target.extend({
        text: z.string().default(''),
        entities,
        parse_mode: noParseMode,
        reply_markup: markup,
      }),
      params,
    )
    return chats.edit(chats.writable(edit.chat_id), edit.message_id, {
      text: textOf(edit.text),
      entities: edit.entities ?? [],
      ...keyboardOf(edit.reply_markup),
    })
  },
  editMessageCaption: ({ chats }, params) => {
    const edit = read(target.extend({ caption: z.string().optional(), reply_markup: markup }), params)
    const change = { ...captionOf(edit.caption ?? ''), ...keyboardOf(edit.reply_markup) }
    return chats.edit(chats.writable(edit.chat_id), edit.message_id, change)
  },
  editMessageReplyMarkup: ({ chats }, params) => {
    const edit = read(target.extend({ reply_markup: markup }), params)
    return chats.edit(chats.writable(edit.chat_id), edit.message_id, keyboardOf(edit.reply_markup))
  },
  deleteMessage: ({ chats }, params) => {
    const { chat_id, message_id } = read(target, params)
    chats.remove(chats.writable(chat_id), message_id)
    return true
  },

  answerCallbackQuery: ({ chats, callbacks }, params) => {
    const answer = read(
      z.object({
        callback_query_id: z.string(),
        text: z.string().max(200).optional(),
        show_alert: flag.optional(),
      }),
      params,
    )
    const query = callbacks.get(answer.callback_query_id)
    if (!query?.open) throw apiErrors.queryTooOld()
    query.open = false
    query.answer = { text: answer.text, alert: answer.show_alert ?? false }
    chats.wake()
    return true
  },

  setMyCommands: ({ commands }, params) => {
    const { commands: given } = read(z.object({ commands: fromJson(z.array(command).max(100)) }), params)
    commands.set(keyOf(params), given)
    return true
  },
  getMyCommands: ({ commands }, params) => commands.get(keyOf(params)) ?? [],
  deleteMyCommands: ({ commands }, params) => {
    commands.delete(keyOf(params))
    return true
  },
  setChatMenuButton: () => true,
  setMyDescription: () => true,
  setMyShortDescription: () => true,

  getChat: ({ chats }, params) => chats.chat(read(z.object({ chat_id: number }), params).chat_id).record,
  getChatMember: ({ chats }, params) => {
    const { chat_id, user_id } = read(z.object({ chat_id: number, user_id: number }), params)
    const isMember = chats.chat(chat_id).members.includes(user_id)
    return { status: isMember ? 'member' : 'left', user: { id: user_id, is_bot: false, first_name: '' } }
  },
  getFile: ({ chats }, params) => {
    const { file_id } = read(z.object({ file_id: z.string() }), params)
    const { path, bytes } = chats.file(file_id)
    return { file_id, file_unique_id: file_id, file_size: bytes.length, file_path: path }
  },
}

/** Methods that count against the sending limits. */
export const metered = new Set([
  'sendMessage',
  'sendDocument',
  'sendPhoto',
  'editMessageText',
  'editMessageCaption',
  'editMessageReplyMarkup',
])
