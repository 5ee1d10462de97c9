import type { Buttons } from '../shared/bot/keyboard.ts'
import type { Lang } from '../shared/words.ts'

/** Why a person cannot be reached by a channel until they do something about it. */
export const unreachableCauses = ['noChat', 'muted', 'blocked', 'deactivated', 'chatOff'] as const
export type UnreachableCause = (typeof unreachableCauses)[number]

/** What became of one sending. */
export type Outcome =
  /** `chat` where the message may be edited later. */
  | { readonly kind: 'sent'; readonly messageId: number; readonly chat?: number }
  /** It certainly did not arrive and may be tried again. */
  | { readonly kind: 'notSent'; readonly cause: string }
  /** The connection broke, or the other side failed, after the message may have arrived. */
  | { readonly kind: 'unknown'; readonly cause: string }
  /** Too fast: nothing at all may be sent for so long. */
  | { readonly kind: 'slower'; readonly seconds: number }
  | { readonly kind: 'unreachable'; readonly cause: UnreachableCause }
  /** The chat goes on under another id. */
  | { readonly kind: 'moved'; readonly chat: number }
  /** This message will never be taken. */
  | { readonly kind: 'rejected'; readonly cause: string }

export interface Outgoing {
  readonly text: string
  readonly buttons: Buttons
  /** The message that this one replaces. */
  readonly shown?: { readonly chat: number; readonly messageId: number } | undefined
}

/** A way to people outside the web inbox. `send` never throws: what went wrong is an outcome. */
export interface Channel {
  readonly name: string
  /** `chat`: Telegram's id of a chat, or the key of a group robot. */
  send(chat: number | string, message: Outgoing): Promise<Outcome>
}

/** Where a person or a group can be written to. */
export interface Whereabouts {
  readonly chat: number | string | undefined
  /** Whether the last message to the chat arrived, or the person has written since. */
  readonly reachable: boolean
  /** The person asked for no reminders in chat. */
  readonly muted?: boolean
  readonly lang: Lang
}
