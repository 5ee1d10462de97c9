import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import type { Reply, Talker } from '../shared/bot/talker.ts'
import type { Kit } from '../shared/kit.ts'
import { words } from './bot-words.ts'
import { answerPress, answerText, tasks } from './conversation.ts'
import { answerChoice, askExtension } from './extending.ts'
import { asksForExtension } from './extension.ts'
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
      if (!text.startsWith('/')) return isOther(text) ? answerChoice(talker, text) : answerText(talker, text)
      await endTalk(kit, talker.actor.id)
      return undefined
    })(ctx, next),
  )
  return { composer, commands: [{ command: 'tasks', text: words.command }] }
}

/** A request for more time in a person's own words, where no other feature waits for an answer: comes after them. */
export function extensionsBot(kit: Kit): BotFeature {
  const composer = new Composer<BotContext>()
  composer.chatType('private').on('message:text', async ({ message, actor, say, answer }, next) => {
    if (!actor || !asksForExtension(message.text)) return next()
    const { text, buttons } = await askExtension({ kit, actor, t: say }, message.text.trim())
    return answer(text, buttons)
  })
  return { composer, commands: [] }
}
