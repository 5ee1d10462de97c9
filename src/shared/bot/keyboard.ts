import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'

/** A button under a message: `data` is made by `makePress`, or `url` opens a page. */
export const buttonSchema = z.union([
  z.object({ label: z.string(), data: z.string() }).readonly(),
  z.object({ label: z.string(), url: z.string() }).readonly(),
])
export type Button = z.infer<typeof buttonSchema>

/** Rows of buttons, top to bottom. */
export type Buttons = readonly (readonly Button[])[]

/**
 * The rows as Telegram takes them. Telegram refuses a whole message for one address without a dot in its host
 * (`http://localhost:3000`), so such a button is left out.
 */
export function keyboardOf(rows: Buttons): InlineKeyboardButton[][] {
  return rows
    .map(row => row.filter(button => !('url' in button) || reachable(button.url)).map(buttonOf))
    .filter(row => row.length > 0)
}

const buttonOf = (button: Button): InlineKeyboardButton =>
  'url' in button
    ? { text: button.label, url: button.url }
    : { text: button.label, callback_data: button.data }

const reachable = (url: string) => /^https?:\/\/[^/\s]+\.[^/\s]+/.test(url)
