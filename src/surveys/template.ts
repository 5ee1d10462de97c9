/** A mark that stands in a rendered page for something to be put in later: the control character U+0001 around its name. */
export function placeFor(name: string): string {
  return `\u0001${name}\u0001`
}

/** A page rendered once; `values` are put into its places, as HTML. Gives the page in UTF-8. */
export type Template = (values: Readonly<Record<string, string>>) => Buffer

/** Pages are cut from one piece of memory, as many as fit: asking for memory costs as much as filling a page. */
const roomBytes = 1 << 16
/** Of UTF-8, at most, that one UTF-16 unit takes. */
const bytesOfSign = 3

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
  let room = Buffer.alloc(0)
  return values => {
    let most = fixed
    for (const { name } of places) most += bytesOfSign * (values[name]?.length ?? 0)
    if (room.length < most) room = Buffer.allocUnsafe(Math.max(most, roomBytes))
    let at = before.copy(room)
    for (const { name, after } of places) {
      at += room.write(values[name] ?? '', at)
      at += after.copy(room, at)
    }
    const page = room.subarray(0, at)
    room = room.subarray(at)
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
