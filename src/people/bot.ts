import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotCommand } from '../shared/bot/feature.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { signInLinkFor } from './links.ts'
import { words } from './words.ts'

export const peopleCommands: readonly BotCommand[] = [{ command: 'signin', text: words.signInCommand }]

export function peopleBot(kit: Kit) {
  const bot = new Composer<BotContext>()
  bot.command('signin', async ctx => {
    if (!ctx.actor) return
    if (ctx.chat.type !== 'private') return await ctx.answer(ctx.say(words.signInAlone))
    const link = await signInLinkFor(kit, ctx.actor.id)
    await ctx.answer(isRefusal(link) ? ctx.say(link.text, link.values) : ctx.say(words.signInHere, { link }))
  })
  return bot
}
