import { Api, type ApiClientOptions, Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { botMenus } from './bot-menus.ts'
import {
  answerFirst,
  arrival,
  type ChatPeople,
  fallback,
  helpText,
  language,
  membership,
  ownCommands,
  wrongChat,
} from './bot-own.ts'
import type { Pace } from './delivery/pace.ts'
import { countSends, repeatReplies } from './delivery/replies.ts'
import type { Actor } from './shared/actor.ts'
import { chatFiles } from './shared/bot/chat-file.ts'
import { type BotContext, dress } from './shared/bot/context.ts'
import type { BotFeature } from './shared/bot/feature.ts'
import { type Intake, openIntake } from './shared/bot/intake.ts'
import { buildPolling, type Polling, type PollingParts, type Signal } from './shared/bot/polling.ts'
import { buildWebhook, type Webhook } from './shared/bot/webhook.ts'
import { words } from './shared/bot/words.ts'
import { hashOf } from './shared/ids.ts'
import type { Kit } from './shared/kit.ts'
import { langFor, speaker } from './shared/words.ts'

export interface BotParts extends ChatPeople {
  readonly token: string
  readonly apiRoot: string
  /** Shared with the dispatcher, so that bulk makes room for replies. */
  readonly pace: Pace
  readonly features: readonly BotFeature[]
  readonly actorOf: (chat: number) => Promise<Actor | undefined>
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
  const { setMenu, setGroupMenu, setCommon } = botMenus(kit, bot.api, commands)
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
    await setCommon(signal)
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
