/** A mark that stands in a rendered page for something to be put in later: the control character U+0001 around its name. */
export function placeFor(name: string): string {
  return `\u0001${name}\u0001`
}

/** A page rendered once; `values` are put into its places, as HTML. Gives the page in UTF-8. */
export type Template = (values: Readonly<Record<string, string>>) => Buffer

/**
 * Cuts a rendered page at its places. What stands between them is turned into bytes once, so that filling a page
 * copies them and encodes no more than the values.
 */
export function template(rendered: string): Template {
  const [first = '', ...rest] = rendered.split('\u0001')
  const before = Buffer.from(first)
  const places = rest.flatMap((name, at) =>
    at % 2 === 0 ? [{ name, after: Buffer.from(rest[at + 1] ?? '') }] : [],
  )
  const fixed = places.reduce((sum, { after }) => sum + after.length, before.length)
  return values => {
    let length = fixed
    for (const { name } of places) length += Buffer.byteLength(values[name] ?? '')
    const page = Buffer.allocUnsafe(length)
    let at = before.copy(page)
    for (const { name, after } of places) {
      at += page.write(values[name] ?? '', at)
      at += after.copy(page, at)
    }
    return page
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
