import type { Actor } from '../actor.ts'
import type { Kit } from '../kit.ts'
import type { Refusal } from '../refusal.ts'
import type { Say } from '../words.ts'
import type { Buttons } from './keyboard.ts'

/** Who talks with the bot, in the own language. */
export interface Talker {
  readonly kit: Kit
  readonly actor: Actor
  readonly t: Say
}

/** A message that somebody wrote; `id` names it among all of all chats, the same when it is delivered again. */
export interface Said {
  readonly id: string
  readonly text: string
}

/** What the bot answers. */
export interface Reply {
  readonly text: string
  readonly buttons: Buttons
}

export function reply(text: string, buttons: Buttons = []): Reply {
  return { text, buttons }
}

export function refused({ text, values }: Refusal, t: Say): Reply {
  return reply(t(text, values))
}
