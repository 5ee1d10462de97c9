import type { Composer } from 'grammy'
import type { Actor } from '../actor.ts'
import type { Text } from '../words.ts'
import type { BotContext } from './context.ts'

/** A command as `/help` and Telegram's menu show it. */
export interface BotCommand {
  /** Small Latin letters, digits and `_`, at most 32. */
  readonly command: string
  readonly text: Text
  /** Where it is of use; in the private chat when not given. Elsewhere it is answered with the right place. */
  readonly where?: 'group' | 'anywhere'
  /** Whether it is of use to this person; to everyone when not given. */
  readonly for?: (actor: Actor) => boolean
}

/** A feature's part of the bot. Its handlers run for bound people only and call `next` for what is not theirs. */
export interface BotFeature {
  readonly composer: Composer<BotContext>
  readonly commands: readonly BotCommand[]
}
