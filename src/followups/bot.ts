import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import type { Reply, Talker } from '../shared/bot/talker.ts'
import type { Kit } from '../shared/kit.ts'
import { words } from './bot-words.ts'
import { answerPress, answerText, tasks } from './conversation.ts'
import { endTalk } from './talks.ts'
import { pressName } from './telling.ts'

/**
 * `/tasks`: what waits for the person in the ledger, and every step by button and sentence. Whatever else is pressed or commanded
 * ends what was asked; `isOther` tells sentences that are clearly meant for another feature.
 */
export function followUpsBot(kit: Kit, isOther: (text: string) => boolean): BotFeature {
  const composer = new Composer<BotContext>()
  const alone = composer.chatType('private')
  const answering =
    (answer: (talker: Talker) => Promise<Reply | undefined>) =>
    async ({ actor, say, answer: send }: BotContext, next: () => Promise<void>) => {
      const found = actor && (await answer({ kit, actor, t: say }))
      return found ? send(found.text, found.buttons) : next()
    }
  const ended = async ({ kit, actor, t }: Talker) =>
    (await endTalk(kit, actor.id)) ? { text: t(words.cancelled), buttons: [] } : undefined

  alone.command('cancel', answering(ended))
  alone.command(
    'tasks',
    answering(async talker => {
      await endTalk(kit, talker.actor.id)
      return tasks(talker)
    }),
  )
  alone.on('callback_query:data', (ctx, next) =>
    answering(async talker => {
      if (ctx.press?.action === pressName) return answerPress(talker, ctx.press)
      await endTalk(kit, talker.actor.id)
      return undefined
    })(ctx, next),
  )
  alone.on('message:text', (ctx, next) =>
    answering(async talker => {
      const { text } = ctx.message
      if (!text.startsWith('/')) return isOther(text) ? undefined : answerText(talker, text)
      await endTalk(kit, talker.actor.id)
      return undefined
    })(ctx, next),
  )
  return { composer, commands: [{ command: 'tasks', text: words.command }] }
}
