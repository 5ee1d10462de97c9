import { z } from 'zod'
import { defaultLang, type Lang, langs, type Text } from '../shared/words.ts'

/** SurveyJS's localisable string: plain text, or an object keyed by locale, with `default`. */
export const localisedSchema = z.union([z.string(), z.record(z.string(), z.string())])
export type Localised = z.infer<typeof localisedSchema>

/** Looks a language up as SurveyJS does (locale, its base dialect, `default`), then takes whatever there is. */
export function textOf(localised: Localised, fallback = ''): Text {
  if (typeof localised === 'string') return everywhere(localised)
  const byLocale = new Map(Object.entries(localised).map(([locale, text]) => [locale.toLowerCase(), text]))
  const found = (lang: Lang) => {
    const [base = ''] = lang.toLowerCase().split('-')
    return byLocale.get(lang.toLowerCase()) || byLocale.get(base) || byLocale.get('default')
  }
  const anything = found(defaultLang) ?? [...byLocale.values()][0] ?? fallback
  return Object.fromEntries(langs.map(lang => [lang, found(lang) ?? anything])) as Text
}

export function everywhere(text: string): Text {
  return Object.fromEntries(langs.map(lang => [lang, text])) as Text
}
