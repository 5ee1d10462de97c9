import { Composer } from 'grammy'
import { type BotContext, isPress } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import { makePress } from '../shared/bot/press.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { setReminders } from './chat.ts'
import { signInLinkFor } from './links.ts'
import { words } from './words.ts'

/** The way to the web, and reminders off and on. */
export function peopleBot(kit: Kit): BotFeature {
  const composer = new Composer<BotContext>()
  const alone = composer.chatType('private')

  alone.command('signin', async ctx => {
    if (!ctx.actor) return
    const link = await signInLinkFor(kit, ctx.actor.id)
    await ctx.answer(isRefusal(link) ? ctx.say(link.text, link.values) : ctx.say(words.signInHere, { link }))
  })
  alone.command('stop', async ctx => {
    if (!ctx.actor) return
    await setReminders(kit.store, ctx.actor.id, false, kit.now())
    await ctx.answer(ctx.say(words.remindersOff), [
      [{ label: ctx.say(words.remindersAgain), data: makePress('reminders', 'on') }],
    ])
  })
  alone.filter(isPress('reminders'), async ctx => {
    if (!ctx.actor) return
    await setReminders(kit.store, ctx.actor.id, true, kit.now())
    await ctx.show(ctx.say(words.remindersOn))
  })
  const commands = [
    { command: 'signin', text: words.signInCommand },
    { command: 'stop', text: words.stopCommand },
  ]
  return { composer, commands }
}
