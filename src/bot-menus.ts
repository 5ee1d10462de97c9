import type { Api } from 'grammy'
import type { BotCommand as Listed } from 'grammy/types'
import type { Actor } from './shared/actor.ts'
import type { BotContext } from './shared/bot/context.ts'
import type { BotCommand } from './shared/bot/feature.ts'
import type { Signal } from './shared/bot/polling.ts'
import { words } from './shared/bot/words.ts'
import type { Kit } from './shared/kit.ts'
import type { Lang } from './shared/words.ts'

export type SetMenu = (ctx: BotContext, actor: Actor) => void

/** Which commands and which button Telegram shows to whom. */
export function botMenus(
  { log, publicUrl }: Pick<Kit, 'log' | 'publicUrl'>,
  api: Api,
  commands: readonly BotCommand[],
) {
  /** Opens the web signed in; Telegram wants https for it. */
  const menuButton = publicUrl.startsWith('https:')
    ? (lang: Lang) => ({
        type: 'web_app' as const,
        text: words.openWeb[lang],
        web_app: { url: `${publicUrl}/app` },
      })
    : undefined
  /** The menu of one private chat: what this person may do, in the person's language. Nobody waits for it. */
  const setMenu = (ctx: BotContext, actor: Actor) => {
    if (ctx.chat?.type !== 'private') return
    const scope = { type: 'chat', chat_id: ctx.chat.id } as const
    const useful = usefulTo(actor, commands).filter(command => command.where !== 'group')
    if (menuButton) {
      const button = { chat_id: ctx.chat.id, menu_button: menuButton(actor.lang) }
      void api.setChatMenuButton(button).catch(err => log.warn({ err }, 'a menu button was not set'))
    }
    const call = api.setMyCommands(listed(useful, actor.lang), { scope })
    void call.catch(err => log.warn({ err }, 'the menu of a chat was not set'))
  }
  /** In a group only those see a command who may use it. */
  const setGroupMenu = (ctx: BotContext, actor: Actor) => {
    const useful = usefulTo(actor, commands).filter(command => command.where)
    if (!ctx.chat || useful.every(command => !command.for)) return
    const scope = { type: 'chat_member', chat_id: ctx.chat.id, user_id: ctx.from?.id ?? 0 } as const
    const call = api.setMyCommands(listed(useful, actor.lang), { scope })
    void call.catch(err => log.warn({ err }, 'the menu of a group was not set'))
  }
  /** What those see for whom no menu of their own was set. */
  const setCommon = async (signal: Signal) => {
    const common = commands.filter(command => !command.for)
    await api.setMyCommands(listed(common, 'zh-CN'), {}, signal)
    await api.setMyCommands(listed(common, 'en'), { language_code: 'en' }, signal)
    const button = menuButton?.('zh-CN') ?? { type: 'commands' as const }
    await api.setChatMenuButton({ menu_button: button }, signal)
    const inGroups = common.filter(command => command.where)
    await api.setMyCommands(listed(inGroups, 'zh-CN'), { scope: { type: 'all_group_chats' } }, signal)
  }
  return { setMenu, setGroupMenu, setCommon }
}

const listed = (commands: readonly BotCommand[], lang: Lang): Listed[] =>
  commands.map(({ command, text }) => ({ command, description: text[lang] }))

/** The commands that are of use to somebody. */
export const usefulTo = (actor: Actor, commands: readonly BotCommand[]) =>
  commands.filter(command => command.for?.(actor) ?? true)
