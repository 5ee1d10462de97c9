import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'

/**
 * A button under a message: `data` is made by `makePress`, or `url` opens a page; with `signedIn` a page of this site, in
 * Telegram's own window, where whoever the chat belongs to is signed in. Only for messages to one person.
 */
export const buttonSchema = z.union([
  z.object({ label: z.string(), data: z.string() }).readonly(),
  z.object({ label: z.string(), url: z.string(), signedIn: z.boolean().optional() }).readonly(),
])
export type Button = z.infer<typeof buttonSchema>

/** Rows of buttons, top to bottom. */
export type Buttons = readonly (readonly Button[])[]

/** Buttons in rows of so many, in their order. */
export function rowsOf(buttons: readonly Button[], perRow: number): Buttons {
  const rows = Math.ceil(buttons.length / perRow)
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow))
}

/**
 * The rows as Telegram takes them. Telegram refuses a whole message for one address without a dot in its host
 * (`http://localhost:3000`), so such a button is left out.
 */
export function keyboardOf(rows: Buttons): InlineKeyboardButton[][] {
  return rows
    .map(row => row.filter(button => !('url' in button) || reachable(button.url)).map(buttonOf))
    .filter(row => row.length > 0)
}

function buttonOf(button: Button): InlineKeyboardButton {
  if (!('url' in button)) return { text: button.label, callback_data: button.data }
  // Telegram opens its window for https only.
  if (!button.signedIn || !button.url.startsWith('https:')) return { text: button.label, url: button.url }
  const { origin, pathname, search } = new URL(button.url)
  return {
    text: button.label,
    web_app: { url: `${origin}/app?to=${encodeURIComponent(pathname + search)}` },
  }
}

const reachable = (url: string) => /^https?:\/\/[^/\s]+\.[^/\s]+/.test(url)
