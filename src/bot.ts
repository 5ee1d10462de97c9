import { Api, type ApiClientOptions, Bot, Composer } from 'grammy'
import type { BotCommand as Listed, Update } from 'grammy/types'
import type { Pace } from './delivery/pace.ts'
import { countSends, repeatReplies } from './delivery/replies.ts'
import type { Actor } from './shared/actor.ts'
import { chatFiles } from './shared/bot/chat-file.ts'
import { type BotContext, dress, isPress } from './shared/bot/context.ts'
import type { BotCommand, BotFeature } from './shared/bot/feature.ts'
import { type Intake, openIntake } from './shared/bot/intake.ts'
import { buildPolling, type Polling, type PollingParts, type Signal } from './shared/bot/polling.ts'
import { makePress } from './shared/bot/press.ts'
import { buildWebhook, type Webhook } from './shared/bot/webhook.ts'
import { words } from './shared/bot/words.ts'
import { hashOf } from './shared/ids.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal, type Refusal } from './shared/refusal.ts'
import { type Lang, langFor, langs, speaker } from './shared/words.ts'

export interface BotParts {
  readonly token: string
  readonly apiRoot: string
  /** Shared with the dispatcher, so that bulk makes room for replies. */
  readonly pace: Pace
  readonly features: readonly BotFeature[]
  readonly actorOf: (chat: number) => Promise<Actor | undefined>
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
  readonly polling?: Pick<PollingParts, 'pollSeconds' | 'pauseMs'>
  /** The public address at which Telegram is to call; without it the bot asks for updates by itself. */
  readonly webhookUrl?: string | undefined
  /** The longest that one update may hold up its chat. */
  readonly capMs?: number
  /** The longest that a file in the chat is waited for. */
  readonly fileMs?: number
}

export interface RunningBot {
  readonly ingest: Intake['ingest']
  /** Waits until nothing is under way. */
  readonly idle: Intake['idle']
  /** For the web's route that Telegram calls; only with a `webhookUrl`. */
  readonly receive: Webhook['receive'] | undefined
  readonly health: Polling['health']
  start(): void
  stop(): Promise<void>
  /** The bot's name in Telegram, once Telegram has told it; for links such as `https://t.me/NAME?start=CODE`. */
  username(): string | undefined
}

const clientOptions = (apiRoot: string): ApiClientOptions => ({ apiRoot, timeoutSeconds: 60 })

/** For the outbox: without any retries, which are the outbox's own decision. */
export const outboxApi = (token: string, apiRoot: string) => new Api(token, clientOptions(apiRoot))

/** One bot: intake, who is writing, every feature's handlers, and an answer for everything else. */
export async function buildBot(kit: Kit, parts: BotParts): Promise<RunningBot> {
  const bot = new Bot<BotContext>(parts.token, { client: clientOptions(parts.apiRoot) })
  bot.api.config.use(countSends(parts.pace))
  bot.api.config.use(repeatReplies(parts.pace))
  const commands = [...parts.features.flatMap(feature => feature.commands), ...ownCommands]

  const { token, apiRoot, fileMs } = parts
  const fetchFile = chatFiles({ token, apiRoot, log: kit.log, limitMs: fileMs })

  bot.use(answerFirst)
  bot.use(async (ctx, next) => {
    const actor = ctx.from && (await parts.actorOf(ctx.from.id))
    const lang = actor?.lang ?? langFor(ctx.from?.language_code)
    dress(ctx, { actor, lang, say: speaker(lang) }, fetchFile)
    await next()
  })
  /** Opens the web signed in; Telegram wants https for it. */
  const menuButton = kit.publicUrl.startsWith('https:')
    ? (lang: Lang) => ({
        type: 'web_app' as const,
        text: words.openWeb[lang],
        web_app: { url: `${kit.publicUrl}/app` },
      })
    : undefined
  /** The menu of one private chat: what this person may do, in the person's language. Nobody waits for it. */
  const setMenu = (ctx: BotContext, actor: Actor) => {
    if (ctx.chat?.type !== 'private') return
    const scope = { type: 'chat', chat_id: ctx.chat.id } as const
    const useful = usefulTo(actor, commands).filter(command => command.where !== 'group')
    if (menuButton) {
      const button = { chat_id: ctx.chat.id, menu_button: menuButton(actor.lang) }
      void bot.api.setChatMenuButton(button).catch(err => kit.log.warn({ err }, 'a menu button was not set'))
    }
    const call = bot.api.setMyCommands(listed(useful, actor.lang), { scope })
    void call.catch(err => kit.log.warn({ err }, 'the menu of a chat was not set'))
  }
  /** In a group only those see a command who may use it. */
  const setGroupMenu = (ctx: BotContext, actor: Actor) => {
    const useful = usefulTo(actor, commands).filter(command => command.where)
    if (!ctx.chat || useful.every(command => !command.for)) return
    const scope = { type: 'chat_member', chat_id: ctx.chat.id, user_id: ctx.from?.id ?? 0 } as const
    const call = bot.api.setMyCommands(listed(useful, actor.lang), { scope })
    void call.catch(err => kit.log.warn({ err }, 'the menu of a group was not set'))
  }
  bot.use(membership(parts), arrival(parts, setMenu), wrongChat(commands), language(parts, setMenu))
  bot.command('help', async ctx => {
    if (ctx.actor) setMenu(ctx, ctx.actor)
    await ctx.answer(helpText(kit, ctx, commands))
  })
  bot.on('my_chat_member', async (ctx, next) => {
    if (ctx.actor) setGroupMenu(ctx, ctx.actor)
    await next()
  })
  for (const { composer } of parts.features) bot.use(composer)
  bot.use(fallback())

  const apologize = async (update: Update) => {
    const from = update.message?.from ?? update.callback_query?.from
    const chat = update.message?.chat.id ?? update.callback_query?.message?.chat.id
    if (!from || chat === undefined) return
    const lang = (await parts.actorOf(from.id))?.lang ?? langFor(from.language_code)
    await bot.api.sendMessage(chat, speaker(lang)(words.failed))
  }
  const cap = parts.capMs === undefined ? {} : { capMs: parts.capMs }
  const intake = await openIntake({ kit, handle: update => bot.handleUpdate(update), apologize, ...cap })

  // Not `bot.init()`: that tries for ever by itself, deaf to a stop.
  const meet = async (signal?: Signal) => {
    if (!bot.isInited()) bot.botInfo = await bot.api.getMe(signal)
  }
  const prepare = async (signal: Signal) => {
    await meet(signal)
    if (parts.webhookUrl === undefined) await bot.api.deleteWebhook({}, signal)
    const common = commands.filter(command => !command.for)
    await bot.api.setMyCommands(listed(common, 'zh-CN'), {}, signal)
    await bot.api.setMyCommands(listed(common, 'en'), { language_code: 'en' }, signal)
    const button = menuButton?.('zh-CN') ?? { type: 'commands' as const }
    await bot.api.setChatMenuButton({ menu_button: button }, signal)
    const inGroups = common.filter(command => command.where)
    await bot.api.setMyCommands(listed(inGroups, 'zh-CN'), { scope: { type: 'all_group_chats' } }, signal)
    kit.log.info({ bot: bot.botInfo.username }, 'chat is on')
  }
  const { ingest, idle } = intake
  const polled = { kit, api: bot.api, ingest, prepare, ...parts.polling }
  const secret = hashOf(`webhook:${parts.token}`)
  const webhook =
    parts.webhookUrl === undefined
      ? undefined
      : buildWebhook({ ...polled, idle, secret, url: parts.webhookUrl })
  const { health, start, stop } = webhook ?? buildPolling(polled)

  return {
    ingest: async update => {
      await meet()
      await intake.ingest(update)
    },
    idle: intake.idle,
    receive: webhook?.receive,
    health,
    start,
    stop,
    username: () => (bot.isInited() ? bot.botInfo.username : undefined),
  }
}

const ownCommands: readonly BotCommand[] = [
  { command: 'help', text: words.helpCommand, where: 'anywhere' },
  { command: 'language', text: words.languageCommand },
]

const listed = (commands: readonly BotCommand[], lang: Lang): Listed[] =>
  commands.map(({ command, text }) => ({ command, description: text[lang] }))

const isInGroup = (ctx: BotContext) => ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup'

/**
 * A button spins until its press is answered, and an answer that comes too late is no harm. In a group the answer
 * itself says what became of it, since everything else there is seen by all.
 */
async function answerFirst(ctx: BotContext, next: () => Promise<void>) {
  if (!ctx.callbackQuery) return await next()
  const answer = () => void ctx.answerCallbackQuery().catch(() => {})
  if (!isInGroup(ctx)) answer()
  await next().finally(() => {
    if (isInGroup(ctx) && !ctx.noted) answer()
  })
}

/** Blocking and unblocking the bot, and what becomes of groups. */
function membership({ setReach, groups }: BotParts) {
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
type SetMenu = (ctx: BotContext, actor: Actor) => void

function arrival({ bindChat, welcomeBack }: BotParts, setMenu: SetMenu) {
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
function wrongChat(commands: readonly BotCommand[]) {
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

function language({ setLang }: BotParts, setMenu: SetMenu) {
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

const usefulTo = (actor: Actor, commands: readonly BotCommand[]) =>
  commands.filter(command => command.for?.(actor) ?? true)

function helpText(kit: Kit, ctx: BotContext, commands: readonly BotCommand[]): string {
  const mine = ctx.actor ? usefulTo(ctx.actor, commands) : commands
  const lines = mine.map(({ command, text }) => `/${command} ${ctx.say(text)}`).join('\n')
  return ctx.say(words.help, { commands: lines, url: kit.publicUrl })
}

/** Never silence: what nobody took is answered, in groups only when it was meant for the bot. */
function fallback() {
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
