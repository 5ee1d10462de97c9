import { type BotParts, buildBot, outboxApi, type RunningBot } from './bot.ts'
import { groupOf } from './delivery/address.ts'
import { deliveryBot } from './delivery/bot.ts'
import { buildDispatcher } from './delivery/dispatcher.ts'
import { groupChats, moveGroup, robots, unbindChat } from './delivery/groups.ts'
import { type ChatHealth, chatHealth } from './delivery/health.ts'
import { Pace } from './delivery/pace.ts'
import { telegramChannel } from './delivery/telegram.ts'
import { tellAbove } from './delivery/telling.ts'
import { wecomChannel } from './delivery/wecom.ts'
import { extensionsBot, followUpsBot } from './followups/bot.ts'
import { meetingFiles } from './kept-files.ts'
import { meetingsBot } from './meetings/bot.ts'
import { isAboutComing } from './meetings/replies.ts'
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
import { ratingParts } from './rating-parts.ts'
import { ratingsBot } from './ratings/bot.ts'
import { reportReader, summaryReader } from './read-summary.ts'
import type { Settings } from './settings.ts'
import type { BotFeature } from './shared/bot/feature.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal } from './shared/refusal.ts'
import { dateOf } from './shared/time.ts'
import { summaryBot } from './summary/bot.ts'
import { surveysBot } from './surveys/bot.ts'

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

export type ChatSettings = Pick<Settings, 'botToken' | 'telegramApiRoot' | 'wecomRoot'> & {
  readonly telegramWebhook?: boolean
  readonly pace?: Pace
  readonly polling?: BotParts['polling']
  readonly fileMs?: number
}

/** Every feature's part of the bot, in the order in which they are asked. */
const features = (kit: Kit): readonly BotFeature[] => [
  // First, since the commands and buttons of the others end what it has asked.
  followUpsBot(kit, text => isAboutComing(text, { today: dateOf(kit.now(), kit.zone) })),
  peopleBot(kit),
  deliveryBot(kit),
  surveysBot(kit),
  ratingsBot(kit, ratingParts(kit)),
  meetingsBot(kit, meetingFiles(kit)),
  extensionsBot(kit),
  summaryBot(summaryReader(kit), reportReader(kit)),
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
  const groups = {
    left: async (chat: number) => {
      await store.write('chat', tx => unbindChat(tx, chat))
    },
    moved: (from: number, to: number) => store.write('chat', tx => moveGroup(tx, from, to)),
  }
  const groupAt = (address: string) => store.find(groupChats, groupOf(address)?.unit ?? '')
  const dispatcher = buildDispatcher({
    kit,
    pace,
    channel: token === undefined ? undefined : telegramChannel(outboxApi(token, apiRoot)),
    whereabouts: async address => {
      if (!groupOf(address)) return whereabouts(store, address)
      const group = await groupAt(address)
      return group && { chat: group.chat, reachable: true, lang: group.lang }
    },
    unreachable: async address => {
      if (!groupOf(address)) return unreachable(address)
      const group = await groupAt(address)
      if (group) await groups.left(group.chat)
    },
    moved: async (address, chat) => {
      const group = await groupAt(address)
      if (group) await groups.moved(group.chat, chat)
    },
  })
  const robotDispatcher = buildDispatcher({
    kit,
    lane: 'robot',
    pace: new Pace(),
    channel: wecomChannel(settings.wecomRoot),
    whereabouts: async address => {
      const robot = await store.find(robots, groupOf(address)?.unit ?? '')
      return robot && { chat: robot.key, reachable: true, lang: robot.lang }
    },
    unreachable: async () => {},
  })
  const startSending = async () => {
    await Promise.all([dispatcher.start(), robotDispatcher.start()])
  }
  const stopSending = async () => {
    await Promise.all([dispatcher.stop(), robotDispatcher.stop()])
  }
  if (token === undefined) {
    return {
      isOn: false,
      link: () => undefined,
      health: () => ({ state: 'off' }),
      receive: undefined,
      start: startSending,
      stop: stopSending,
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
    groups,
    welcomeBack: async person => {
      await setReach(store, person, true)
      await setReminders(store, person, true, now())
    },
    webhookUrl: settings.telegramWebhook ? `${kit.publicUrl}/telegram` : undefined,
    ...(settings.polling ? { polling: settings.polling } : {}),
    ...(settings.fileMs === undefined ? {} : { fileMs: settings.fileMs }),
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
      await startSending()
    },
    stop: async () => {
      await Promise.all([bot.stop(), stopSending()])
    },
  }
}
