import { apiErrors } from './errors.ts'
import type { UploadedFile } from './multipart.ts'

export interface UserRecord {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly username?: string
  readonly language_code?: string
}

export interface Button {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly [other: string]: unknown
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly Button[])[]
}

export interface ChatRecord {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title?: string
  readonly first_name?: string
}

export interface Message {
  readonly message_id: number
  readonly date: number
  readonly chat: ChatRecord
  readonly from: UserRecord
  readonly text?: string
  readonly caption?: string
  readonly entities?: readonly Record<string, unknown>[]
  readonly edit_date?: number
  readonly reply_markup?: Keyboard
  readonly reply_to_message?: Message
  readonly document?: { readonly file_id: string; readonly file_name: string; readonly file_size: number }
  readonly photo?: readonly { readonly file_id: string; readonly file_size: number }[]
  readonly [other: string]: unknown
}

/** Where the bot stands with a chat, as far as sending is concerned. */
type Standing = 'notStarted' | 'open' | 'blocked' | 'deactivated' | 'kicked'

interface Chat {
  readonly record: ChatRecord
  members: readonly number[]
  standing: Standing
  upgradedTo: number | undefined
  readonly messages: Message[]
}

/** A message that appeared or changed, in the order of events; what people wait for. */
export interface Seen {
  readonly chat: number
  readonly message: Message
}

/** Everything said so far: chats, their messages and files. */
export class Chats {
  readonly #chats = new Map<number, Chat>()
  readonly #files = new Map<string, UploadedFile & { readonly path: string }>()
  readonly #listeners = new Set<() => void>()
  readonly #now: () => number
  readonly bot: UserRecord
  readonly events: Seen[] = []
  #nextFile = 1

  constructor(bot: UserRecord, now: () => number) {
    this.bot = bot
    this.#now = now
  }

  open(record: ChatRecord, members: readonly number[], standing: Standing): void {
    this.#chats.set(record.id, { record, members, standing, upgradedTo: undefined, messages: [] })
  }

  chat(id: number): Chat {
    const chat = this.#chats.get(id)
    if (!chat) throw apiErrors.chatNotFound()
    return chat
  }

  /** The chat, if the bot may write there; else Telegram's refusal. */
  writable(id: number): Chat {
    const chat = this.chat(id)
    if (chat.upgradedTo !== undefined) throw apiErrors.upgraded(chat.upgradedTo)
    switch (chat.standing) {
      case 'open':
        return chat
      case 'notStarted':
        throw apiErrors.notStarted()
      case 'blocked':
        throw apiErrors.blocked()
      case 'deactivated':
        throw apiErrors.deactivated()
      case 'kicked':
        throw apiErrors.kicked()
    }
  }

  post(chat: Chat, from: UserRecord, content: Partial<Message>): Message {
    const message: Message = {
      message_id: (chat.messages.at(-1)?.message_id ?? 0) + 1,
      date: this.#seconds(),
      chat: chat.record,
      from,
      ...content,
    }
    chat.messages.push(message)
    this.#tell(message)
    return message
  }

  /** Changes a message of the bot; the new content replaces text or caption, and always the keyboard. */
  edit(chat: Chat, id: number, change: Partial<Message>): Message {
    const index = chat.messages.findIndex(each => each.message_id === id)
    const old = chat.messages[index]
    if (!old) throw apiErrors.toEditNotFound()
    if (old.from.id !== this.bot.id) throw apiErrors.cannotEdit()
    if (change.text !== undefined && old.text === undefined) throw apiErrors.noTextToEdit()
    const { reply_markup: _, ...rest } = old
    const next = { ...rest, ...change }
    if (same(look(next), look(old))) throw apiErrors.notModified()
    const edited: Message = { ...next, edit_date: this.#seconds() }
    chat.messages[index] = edited
    this.#tell(edited)
    return edited
  }

  remove(chat: Chat, id: number): void {
    const index = chat.messages.findIndex(each => each.message_id === id)
    if (index < 0) throw apiErrors.toDeleteNotFound()
    chat.messages.splice(index, 1)
  }

  keep(file: UploadedFile): string {
    const id = `file-${this.#nextFile++}`
    this.#files.set(id, { ...file, path: `documents/${id}` })
    return id
  }

  file(id: string): UploadedFile & { readonly path: string } {
    const file = this.#files.get(id)
    if (!file) throw apiErrors.noFile()
    return file
  }

  /** Resolves when something appears or changes. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Wakes those who wait for something that is not a message. */
  wake(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  #tell(message: Message): void {
    this.events.push({ chat: message.chat.id, message })
    this.wake()
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1000)
  }
}

const look = ({ text, caption, entities, reply_markup }: Partial<Message>) => [
  text,
  caption,
  entities ?? [],
  reply_markup?.inline_keyboard ?? [],
]
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
