import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import type { ReadSummary } from './roll-up.ts'
import { summaryText } from './text.ts'
import { words } from './words.ts'

/** `/summary`: the targets of what the person may see; a lead's own association. */
export function summaryBot(read: ReadSummary): BotFeature {
  const composer = new Composer<BotContext>()
  composer.command('summary', async (ctx, next) => {
    if (!ctx.actor) return next()
    await ctx.answer(summaryText(await read(ctx.actor), ctx.say))
  })
  return { composer, commands: [{ command: 'summary', text: words.command }] }
}
