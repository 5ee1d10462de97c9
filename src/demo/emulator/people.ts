import type { ChatRecord, Chats, Message, UserRecord } from './chats.ts'
import type { CallbackAnswer, Server } from './methods.ts'
import type { UploadedFile } from './multipart.ts'

/** What to wait for: a part of the text, a pattern, or a question of your own. */
export type Wanted = string | RegExp | ((message: Message) => boolean)

/** What else a message with a file carries. */
interface FileOptions {
  readonly replyTo?: Message
}

/** A person at the other end of the chat: what they type, press and see. */
export interface ChatUser {
  readonly id: number
  readonly record: UserRecord
  /** Types a text, into the private chat or a group; a text with `/` at its start is a command. */
  says(text: string, into?: GroupChat, replyTo?: Message): Promise<Message>
  /** Opens the bot by its link: `/start CODE`. */
  starts(code?: string): Promise<Message>
  /** Presses a button by its label on a message as it looks now; resolves with what the bot answered. */
  presses(message: Message, label: string): Promise<CallbackAnswer>
  /** Sends data that no button carries, as a forging client can. */
  forges(message: Message, data: string): Promise<CallbackAnswer>
  sendsPhoto(photo: UploadedFile, caption?: string, more?: FileOptions): Promise<Message>
  sendsDocument(document: UploadedFile, caption?: string, more?: FileOptions): Promise<Message>
  /** Several photos at once: as many messages, which share one id; a caption stands under the first. */
  sendsAlbum(photos: readonly UploadedFile[], caption?: string, more?: FileOptions): Promise<void>
  /** The bot's messages in the chat as they look now, oldest first. */
  sees(where?: GroupChat): readonly Message[]
  /** The private chat from its beginning, as both sides see it now. */
  reads(): readonly Message[]
  /** Waits for a message of the bot, new or edited, that no earlier `waitsFor` has returned. */
  waitsFor(
    wanted: Wanted,
    options?: { readonly where?: GroupChat; readonly withinMs?: number },
  ): Promise<Message>
  blocks(): void
  unblocks(): void
  /** The account no longer exists. */
  leavesTelegram(): void
}

export interface GroupChat {
  readonly id: number
  readonly record: ChatRecord
  /** Telegram turns the group into a supergroup with a new id. */
  upgrades(): GroupChat
  /** Takes the bot out of the group. */
  expels(): void
}

export interface People {
  user(who: { readonly name: string; readonly language_code?: string }): ChatUser
  group(of: { readonly title: string; readonly members: readonly ChatUser[] }): GroupChat
}

/** The people's side of the server: every act becomes an update for the bot. */
export function peopleOf(server: Server): People {
  const { chats, updates, callbacks } = server
  let nextUser = 1001
  let nextGroup = -2001
  let nextQuery = 1
  const bot = chats.bot

  const memberUpdate = (chat: ChatRecord, from: UserRecord, before: string, after: string) =>
    updates.add(chat.id, 'my_chat_member', {
      chat,
      from,
      date: Math.floor(Date.now() / 1000),
      old_chat_member: { user: bot, status: before },
      new_chat_member: { user: bot, status: after },
    })

  const user: People['user'] = ({ name, language_code }) => {
    const id = nextUser++
    const record: UserRecord = {
      id,
      is_bot: false,
      first_name: name,
      ...(language_code ? { language_code } : {}),
    }
    const home: ChatRecord = { id, type: 'private', first_name: name }
    chats.open(home, [id, bot.id], 'notStarted')
    const returned = new Set<number>()

    const post = (into: GroupChat | undefined, content: Partial<Message>): Message => {
      const chat = chats.chat(into?.id ?? id)
      if (chat.standing === 'notStarted') chat.standing = 'open'
      const message = chats.post(chat, record, content)
      if (reachesBot(message, bot)) updates.add(chat.record.id, 'message', message)
      return message
    }

    const press = (message: Message, data: string): Promise<CallbackAnswer> => {
      const queryId = String(nextQuery++)
      const current = chats
        .chat(message.chat.id)
        .messages.find(each => each.message_id === message.message_id)
      callbacks.set(queryId, { open: true })
      updates.add(message.chat.id, 'callback_query', {
        id: queryId,
        from: record,
        chat_instance: String(message.chat.id),
        data,
        message: current ?? { chat: message.chat, message_id: message.message_id, date: 0 },
      })
      return waitUntil(
        chats,
        () => callbacks.get(queryId)?.answer,
        5000,
        () => `${name}'s press was never answered`,
      )
    }

    const sendFile = async (
      kind: 'photo' | 'document',
      file: UploadedFile,
      caption?: string,
      { replyTo, album }: FileOptions & { readonly album?: string } = {},
    ) => {
      const file_id = chats.keep(file)
      const file_size = file.bytes.length
      return post(undefined, {
        ...(caption === undefined ? {} : { caption }),
        ...(replyTo ? { reply_to_message: replyTo } : {}),
        ...(album ? { media_group_id: album } : {}),
        ...(kind === 'photo'
          ? { photo: [{ file_id, file_size }] }
          : { document: { file_id, file_name: file.name, file_size } }),
      })
    }

    const setStanding = (standing: 'blocked' | 'open', before: string, after: string) => {
      chats.chat(id).standing = standing
      memberUpdate(home, record, before, after)
    }

    const me: ChatUser = {
      id,
      record,
      says: async (text, into, replyTo) =>
        post(into, { text, ...commandEntity(text), ...(replyTo ? { reply_to_message: replyTo } : {}) }),
      starts: code => me.says(code === undefined ? '/start' : `/start ${code}`),
      presses: async (message, label) => {
        const current = chats
          .chat(message.chat.id)
          .messages.find(each => each.message_id === message.message_id)
        const buttons = current?.reply_markup?.inline_keyboard.flat() ?? []
        const found =
          buttons.find(button => button.text === label) ?? buttons.find(b => b.text.includes(label))
        if (found?.callback_data === undefined)
          throw new Error(`no button "${label}" among ${buttons.map(each => each.text).join(', ') || 'none'}`)
        return await press(message, found.callback_data)
      },
      forges: press,
      sendsPhoto: (photo, caption, more) => sendFile('photo', photo, caption, more),
      sendsDocument: (document, caption, more) => sendFile('document', document, caption, more),
      sendsAlbum: async (photos, caption, more) => {
        const album = `album-${nextQuery++}`
        for (const [index, photo] of photos.entries())
          await sendFile('photo', photo, index === 0 ? caption : undefined, { ...more, album })
      },
      sees: where => chats.chat(where?.id ?? id).messages.filter(each => each.from.id === bot.id),
      reads: () => [...chats.chat(id).messages],
      waitsFor: (wanted, { where, withinMs = 20_000 } = {}) => {
        const find = () => {
          for (let at = 0; at < chats.events.length; at++) {
            if (returned.has(at)) continue
            const event = chats.events[at]
            if (event?.chat !== (where?.id ?? id) || event.message.from.id !== bot.id) continue
            if (!matches(event.message, wanted)) continue
            returned.add(at)
            return event.message
          }
          return undefined
        }
        const told = () =>
          `${name} waited ${withinMs} ms for ${wanted} and saw:\n${me
            .sees(where)
            .map(each => `- ${each.text ?? each.caption}`)
            .join('\n')}`
        return waitUntil(chats, find, withinMs, told)
      },
      blocks: () => setStanding('blocked', 'member', 'kicked'),
      unblocks: () => setStanding('open', 'kicked', 'member'),
      leavesTelegram: () => {
        chats.chat(id).standing = 'deactivated'
      },
    }
    return me
  }

  const groupAt = (record: ChatRecord, members: readonly number[], by: UserRecord): GroupChat => {
    chats.open(record, [...members, bot.id], 'open')
    return {
      id: record.id,
      record,
      upgrades: () => {
        const id = -1_000_000_000_000 + record.id
        const old = chats.chat(record.id)
        const next = groupAt({ ...record, id, type: 'supergroup' }, members, by)
        updates.add(record.id, 'message', chats.post(old, by, { migrate_to_chat_id: id }))
        updates.add(id, 'message', chats.post(chats.chat(id), by, { migrate_from_chat_id: record.id }))
        old.upgradedTo = id
        return next
      },
      expels: () => {
        chats.chat(record.id).standing = 'kicked'
        memberUpdate(record, by, 'member', 'kicked')
      },
    }
  }

  return {
    user,
    group: ({ title, members }) => {
      const by = members[0]?.record ?? bot
      const made = groupAt(
        { id: nextGroup--, type: 'group', title },
        members.map(each => each.id),
        by,
      )
      memberUpdate(made.record, by, 'left', 'member')
      return made
    },
  }
}

/** Privacy mode: in a group the bot gets commands that are not another bot's, replies to it and service messages. */
function reachesBot(message: Message, bot: UserRecord): boolean {
  if (message.chat.type === 'private') return true
  if (message.reply_to_message?.from.id === bot.id) return true
  const [, addressed] = /^\/\w+(?:@(\w+))?/.exec(message.text ?? '') ?? []
  return message.text?.startsWith('/') === true && (addressed === undefined || addressed === bot.username)
}

const commandEntity = (text: string): Partial<Message> => {
  const [command] = /^\/\w+(@\w+)?/.exec(text) ?? []
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {}
}

const matches = (message: Message, wanted: Wanted): boolean => {
  const text = message.text ?? message.caption ?? ''
  if (typeof wanted === 'string') return text.includes(wanted)
  return wanted instanceof RegExp ? wanted.test(text) : wanted(message)
}

async function waitUntil<T>(
  chats: Chats,
  find: () => T | undefined,
  withinMs: number,
  told: () => string,
): Promise<T> {
  const at = new Error('waited in vain')
  return await new Promise<T>((resolve, reject) => {
    const look = () => {
      const found = find()
      if (found === undefined) return
      clearTimeout(timer)
      off()
      resolve(found)
    }
    const off = chats.onChange(look)
    const timer = setTimeout(() => {
      off()
      at.message = told()
      reject(at)
    }, withinMs)
    look()
  })
}
