import { type BotParts, buildBot, outboxApi, type RunningBot } from './bot.ts'
import { buildDispatcher } from './delivery/dispatcher.ts'
import { type ChatHealth, chatHealth } from './delivery/health.ts'
import { Pace } from './delivery/pace.ts'
import { telegramChannel } from './delivery/telegram.ts'
import { tellAbove } from './delivery/telling.ts'
import { meetingsBot } from './meetings/bot.ts'
import { peopleBot } from './people/bot.ts'
import {
  actorByChat,
  bindChat,
  type ChatLink,
  setLang,
  setReach,
  setReminders,
  whereabouts,
} from './people/chat.ts'
import { personAsActor } from './people/person.ts'
import { summaryReader } from './read-summary.ts'
import type { Settings } from './settings.ts'
import type { BotFeature } from './shared/bot/feature.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal } from './shared/refusal.ts'
import { summaryBot } from './summary/bot.ts'

/** Everything between the product and the chat: the bot that listens and the dispatcher that sends. */
export interface Chat {
  readonly isOn: boolean
  readonly link: ChatLink
  readonly health: () => ChatHealth
  /** What the web does with Telegram's calls, when it is to call. */
  readonly receive: RunningBot['receive']
  start(): Promise<void>
  /** Ends intake and sending, and waits for what is under way. */
  stop(): Promise<void>
}

export type ChatSettings = Pick<Settings, 'botToken' | 'telegramApiRoot'> & {
  readonly telegramWebhook?: boolean
  readonly pace?: Pace
  readonly polling?: BotParts['polling']
}

/** Every feature's part of the bot, in the order in which they are asked. */
const features = (kit: Kit): readonly BotFeature[] => [
  peopleBot(kit),
  meetingsBot(kit),
  summaryBot(summaryReader(kit)),
]

/** Without a token only the outbox is kept: messages are in the web inbox, and staff see that chat is off. */
export async function openChat(kit: Kit, settings: ChatSettings): Promise<Chat> {
  const { botToken: token, telegramApiRoot: apiRoot } = settings
  const { store, now } = kit
  const pace = settings.pace ?? new Pace()
  const unreachable = async (person: string) => {
    await setReach(store, person, false)
    await tellAbove(kit, person)
  }
  const dispatcher = buildDispatcher({
    kit,
    pace,
    channel: token === undefined ? undefined : telegramChannel(outboxApi(token, apiRoot)),
    whereabouts: person => whereabouts(store, person),
    unreachable,
  })
  if (token === undefined) {
    const { start, stop } = dispatcher
    return {
      isOn: false,
      link: () => undefined,
      health: () => ({ state: 'off' }),
      receive: undefined,
      start,
      stop,
    }
  }
  const bot = await buildBot(kit, {
    token,
    apiRoot,
    pace,
    features: features(kit),
    actorOf: chat => actorByChat(store, chat),
    bindChat: async (code, chat) => {
      const person = await bindChat(store, code, chat, now())
      return isRefusal(person) ? person : personAsActor(person)
    },
    setLang: (actor, lang) => setLang(store, actor.id, lang),
    setReach: (person, reachable) => (reachable ? setReach(store, person, true) : unreachable(person)),
    welcomeBack: async person => {
      await setReach(store, person, true)
      await setReminders(store, person, true, now())
    },
    webhookUrl: settings.telegramWebhook ? `${kit.publicUrl}/telegram` : undefined,
    ...(settings.polling ? { polling: settings.polling } : {}),
  })
  const since = now()
  return {
    isOn: true,
    link: code => {
      const name = bot.username()
      return name === undefined ? undefined : `https://t.me/${name}?start=${code}`
    },
    receive: bot.receive,
    health: () => chatHealth(bot.health(), since, now()),
    start: async () => {
      bot.start()
      await dispatcher.start()
    },
    stop: async () => {
      await Promise.all([bot.stop(), dispatcher.stop()])
    },
  }
}
