/** A mark that stands in a rendered page for something to be put in later: the control character U+0001 around its name. */
export function placeFor(name: string): string {
  return `\u0001${name}\u0001`
}

/** A page rendered once; `values` are put into its places, as HTML. */
export type Template = (values: Readonly<Record<string, string>>) => string

/** Cuts a rendered page at its places, so that filling them is one joining of strings. */
export function template(rendered: string): Template {
  const parts = rendered.split('\u0001')
  return values => {
    let filled = parts[0] ?? ''
    for (let at = 1; at < parts.length; at += 2) {
      filled += (values[parts[at] ?? ''] ?? '') + (parts[at + 1] ?? '')
    }
    return filled
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, also within an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}
