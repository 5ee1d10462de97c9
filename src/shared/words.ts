/** The languages the product speaks; the first one is the default. */
export const langs = ['zh-CN', 'en'] as const
export type Lang = (typeof langs)[number]
export const defaultLang: Lang = 'zh-CN'

/** One sentence or label in every language. Features keep theirs in a file `words.ts`. */
export type Text = Readonly<Record<Lang, string>>

/** What is put into the places of a text, such as `{name}`. */
export type Values = Readonly<Record<string, string | number | Text>>

/** Says a text in one language; a place `{n|one|many}` chooses the English form by the number `n`. */
export type Say = (text: Text, values?: Values) => string

function speaking(lang: Lang): Say {
  const say: Say = (text, values = {}) => {
    const said = text[lang]
    // Most of what a page says has no place to fill.
    if (!said.includes('{')) return said
    return said.replace(
      /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
      (place, name: string, one?: string, many?: string) => {
        const value = values[name]
        if (value === undefined) return place
        if (many !== undefined) return value === 1 ? (one ?? '') : many
        return typeof value === 'object' ? say(value) : String(value)
      },
    )
  }
  return say
}

const speakers: Readonly<Record<Lang, Say>> = { 'zh-CN': speaking('zh-CN'), en: speaking('en') }

/** Always the same one for a language, so that what was said before can be known by it. */
export function speaker(lang: Lang): Say {
  return speakers[lang]
}

/** The language a browser or a chat program asks for (`Accept-Language` or a language code). */
export function langFor(wanted: string | undefined): Lang {
  if (wanted === undefined) return defaultLang
  for (const part of wanted.toLowerCase().split(',')) {
    const tag = part.trim()
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return defaultLang
}
