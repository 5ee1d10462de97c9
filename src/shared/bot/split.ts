/** Telegram takes 1 to 4096 characters a message. */
const most = 4096

/** A long text in parts that Telegram takes, split at lines where there are any. */
export function splitText(text: string, limit = most): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > limit) {
    const line = rest.lastIndexOf('\n', limit)
    const cut = line > 0 ? line : wholeSigns(rest, limit)
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut).replace(/^\n/, '')
  }
  return rest === '' ? parts : [...parts, rest]
}

/** Not between the two halves of an emoji. */
const wholeSigns = (text: string, at: number) => (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at)
