import { type Context, GrammyError } from 'grammy'
import type { Actor } from '../actor.ts'
import type { Sent } from '../files/sent.ts'
import type { Refusal } from '../refusal.ts'
import type { Lang, Say } from '../words.ts'
import type { FetchFile } from './chat-file.ts'
import { normalize } from './chinese/plain.ts'
import { type Buttons, keyboardOf } from './keyboard.ts'
import { type Press, parsePress } from './press.ts'
import { splitText } from './split.ts'

/** What every handler of the bot is given. */
export interface BotContext extends Context {
  /** Who writes or presses; `undefined` for people whose chat is not bound. */
  actor: Actor | undefined
  lang: Lang
  say: Say
  /** The text of the message as `normalize` gives it; empty when there is none. */
  plain: string
  /** The button that was pressed; its data may be forged, so ask the rule again whether this person may. */
  press: Press | undefined
  /** Sends a text into the chat; a long one in parts, with the buttons under the last. */
  answer(text: string, buttons?: Buttons): Promise<void>
  /** Fetches the file that the message carries, picture or document; `undefined` where there is none. Check it by its content. */
  file(limits: { readonly fileMegabytes: number }): Promise<Sent | Refusal | undefined>
  /** Tells only the person who pressed, in a small window (at most 200 characters); nothing appears in the chat. */
  note(text: string): Promise<void>
  /** Whether `note` has answered the press. */
  noted: boolean
  /** After a press, changes the message that carried the button; otherwise, or when that is gone, answers. */
  show(text: string, buttons?: Buttons): Promise<void>
}

/** For `composer.filter(isPress('checkin'), ctx => … ctx.press.id)`. */
export const isPress =
  (action: string) =>
  <C extends BotContext>(ctx: C): ctx is C & { press: Press } =>
    ctx.press?.action === action

/** Puts our parts into grammY's context. */
export function dress(
  ctx: BotContext,
  who: { actor: Actor | undefined; lang: Lang; say: Say },
  fetchFile: FetchFile,
): void {
  Object.assign(ctx, who)
  ctx.file = limits => fetchFile(ctx, limits)
  ctx.plain = normalize(ctx.message?.text ?? ctx.message?.caption ?? '')
  ctx.press = parsePress(ctx.callbackQuery?.data ?? '')
  ctx.answer = async (text, buttons = []) => {
    const chat = ctx.chat?.id
    if (chat === undefined) return
    const parts = splitText(text)
    for (const [index, part] of parts.entries())
      await ctx.api.sendMessage(chat, part, markupOf(index === parts.length - 1 ? buttons : []))
  }
  ctx.note = async text => {
    ctx.noted = true
    await ctx.answerCallbackQuery({ text: text.slice(0, 200), show_alert: true }).catch(() => {})
  }
  ctx.show = async (text, buttons = []) => {
    const pressed = ctx.callbackQuery?.message
    if (!pressed) return await ctx.answer(text, buttons)
    try {
      await ctx.api.editMessageText(pressed.chat.id, pressed.message_id, text, markupOf(buttons))
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      if (!/not modified/.test(error.description)) await ctx.answer(text, buttons)
    }
  }
}

const markupOf = (buttons: Buttons) => {
  const inline_keyboard = keyboardOf(buttons)
  return inline_keyboard.length > 0 ? { reply_markup: { inline_keyboard } } : {}
}
