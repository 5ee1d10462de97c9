import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Lang, langFor, langs } from '../words.ts'

/** The language a person has chosen: for this page (`?lang=en`), or for all of them (a cookie). */
export function chosenLang(c: Context): Lang | undefined {
  const asked = c.req.query('lang') ?? getCookie(c, 'lang')
  if (asked === undefined) return undefined
  return langs.find(lang => lang === asked)
}

/** The chosen language, else the browser's. */
export function readerLang(c: Context): Lang {
  return chosenLang(c) ?? langFor(c.req.header('accept-language'))
}
