import { Composer } from 'grammy'
import { type SetMenu, usefulTo } from './bot-menus.ts'
import type { Actor } from './shared/actor.ts'
import { type BotContext, isPress } from './shared/bot/context.ts'
import type { BotCommand } from './shared/bot/feature.ts'
import { makePress } from './shared/bot/press.ts'
import { words } from './shared/bot/words.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal, type Refusal } from './shared/refusal.ts'
import { type Lang, langs, speaker } from './shared/words.ts'

/* What the bot answers by itself, whatever the features: how chats begin, change and end, and what nobody took. */

/** What becomes of people's chats and of groups. */
export interface ChatPeople {
  /** Uses up the chat's part of an invitation. */
  readonly bindChat: (code: string, chat: { id: number; lang: Lang }) => Promise<Actor | Refusal>
  readonly setLang: (actor: Actor, lang: Lang) => Promise<void>
  /** The person wrote, or blocked the bot. */
  readonly setReach: (person: string, reachable: boolean) => Promise<void>
  /** The person sent `/start` again: messages are wanted, whatever was before. */
  readonly welcomeBack: (person: string) => Promise<void>
  /** The bot was taken out of a group, or Telegram gave the group another id. */
  readonly groups: {
    readonly left: (chat: number) => Promise<void>
    readonly moved: (from: number, to: number) => Promise<void>
  }
}

export const ownCommands: readonly BotCommand[] = [
  { command: 'help', text: words.helpCommand, where: 'anywhere' },
  { command: 'language', text: words.languageCommand },
]

const isInGroup = (ctx: BotContext) => ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup'

/**
 * A button spins until its press is answered, and an answer that comes too late is no harm. In a group the answer
 * itself says what became of it, since everything else there is seen by all.
 */
export async function answerFirst(ctx: BotContext, next: () => Promise<void>) {
  if (!ctx.callbackQuery) return await next()
  const answer = () => void ctx.answerCallbackQuery().catch(() => {})
  if (!isInGroup(ctx)) answer()
  await next().finally(() => {
    if (isInGroup(ctx) && !ctx.noted) answer()
  })
}

/** Blocking and unblocking the bot, and what becomes of groups. */
export function membership({ setReach, groups }: ChatPeople) {
  const part = new Composer<BotContext>()
  part.on('my_chat_member').filter(
    ctx => ctx.chat.type === 'private',
    async ctx => {
      const reachable = ctx.myChatMember.new_chat_member.status === 'member'
      if (ctx.actor) await setReach(ctx.actor.id, reachable)
    },
  )
  part.on('my_chat_member').filter(isInGroup, async (ctx, next) => {
    const { status } = ctx.myChatMember.new_chat_member
    if (status === 'left' || status === 'kicked') return await groups.left(ctx.chat.id)
    return ctx.actor ? await next() : undefined
  })
  part.on('message:migrate_to_chat_id', ctx => groups.moved(ctx.chat.id, ctx.message.migrate_to_chat_id))
  part.on('message:migrate_from_chat_id', () => {})
  return part
}

/** `/start` with the code of an invitation binds the chat; people without one are told how to get it. */
export function arrival({ bindChat, welcomeBack }: ChatPeople, setMenu: SetMenu) {
  const part = new Composer<BotContext>()
  const alone = part.chatType('private')
  alone.command('start', async ctx => {
    if (ctx.match === '') {
      if (!ctx.actor) return await ctx.answer(ctx.say(words.stranger))
      await welcomeBack(ctx.actor.id)
      setMenu(ctx, ctx.actor)
      return await ctx.answer(ctx.say(words.bound, { name: ctx.actor.name }))
    }
    const bound = await bindChat(ctx.match, { id: ctx.chat.id, lang: ctx.lang })
    if (isRefusal(bound)) return await ctx.answer(ctx.say(bound.text, bound.values))
    setMenu(ctx, bound)
    await ctx.answer(speaker(bound.lang)(words.bound, { name: bound.name }))
  })
  alone.filter(isStranger, ctx => ctx.answer(ctx.say(words.stranger)))
  part.filter(isStranger, ctx => (ctx.callbackQuery ? ctx.note(ctx.say(words.strangerPress)) : undefined))
  return part
}

const isStranger = (ctx: BotContext) => ctx.actor === undefined

/** What belongs into the own chat is not done in a group, nor the other way round. */
export function wrongChat(commands: readonly BotCommand[]) {
  const part = new Composer<BotContext>()
  const names = (where: BotCommand['where']) =>
    commands.filter(command => command.where === where).map(({ command }) => command)
  const group = names('group')
  part
    .chatType(['group', 'supergroup'])
    .command(['start', ...names(undefined)], ctx => ctx.answer(ctx.say(words.aloneOnly)))
  if (group.length > 0) part.chatType('private').command(group, ctx => ctx.answer(ctx.say(words.groupOnly)))
  return part
}

/** Chooses the language of the own chat. */
export function language({ setLang }: ChatPeople, setMenu: SetMenu) {
  const part = new Composer<BotContext>()
  part.command('language', ctx =>
    ctx.answer(ctx.say(words.chooseLanguage), [
      [
        { label: words.chinese['zh-CN'], data: makePress('lang', 'zh-CN') },
        { label: words.english.en, data: makePress('lang', 'en') },
      ],
    ]),
  )
  part.filter(isPress('lang'), async ctx => {
    const lang = langs.find(each => each === ctx.press.id)
    if (!lang || !ctx.actor) return
    await setLang(ctx.actor, lang)
    setMenu(ctx, { ...ctx.actor, lang })
    await ctx.show(speaker(lang)(words.languageSet))
  })
  return part
}

/** What can be said to the bot, and where the web is. */
export function helpText(
  { publicUrl }: Pick<Kit, 'publicUrl'>,
  ctx: BotContext,
  commands: readonly BotCommand[],
): string {
  const mine = ctx.actor ? usefulTo(ctx.actor, commands) : commands
  const lines = mine.map(({ command, text }) => `/${command} ${ctx.say(text)}`).join('\n')
  return ctx.say(words.help, { commands: lines, url: publicUrl })
}

/** Never silence: what nobody took is answered, in groups only when it was meant for the bot. */
export function fallback() {
  const part = new Composer<BotContext>()
  part.on('callback_query').filter(isInGroup, ctx => ctx.note(ctx.say(words.oldButton)))
  part.on('callback_query', ctx => ctx.answer(ctx.say(words.oldButton)))
  part.on('message:text', ctx => ctx.answer(ctx.say(words.notUnderstood)))
  const alone = part.chatType('private')
  alone.on(['message:photo', 'message:document'], ctx =>
    ctx.answer(ctx.say(ctx.actor ? words.unasked : words.notText)),
  )
  alone.on('message', ctx => ctx.answer(ctx.say(words.notText)))
  return part
}
