/** An element of an XML document, with its text and everything below it. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text(): string
  all(name: string): readonly Xml[]
}

interface Open {
  name: string
  attributes: Record<string, string>
  children: (Open | string)[]
}

const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Reads a document strictly; throws where it is not well-formed. No document types: our files have none. */
export function readXml(source: string): Xml {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const found = token.exec(source)
    if (!found) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 40)}`)
    const [, end, name, attributes = '', empty, text] = found
    const inner = open.at(-1) ?? root
    if (text !== undefined) inner.children.push(plain(text))
    else if (name === undefined) continue
    else if (end) {
      if (inner.name !== name) throw new Error(`</${name}> closes <${inner.name}>`)
      open.pop()
    } else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
      const element: Open = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key, one, other]) => [key, plain(one ?? other ?? '')])),
        children: [],
      }
      inner.children.push(element)
      if (!empty) open.push(element)
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  return seen(root)
}

function plain(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);|&/gi, (whole, name?: string) => {
    if (name?.startsWith('#'))
      return String.fromCodePoint(
        name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
      )
    const known = name && entities[name]
    if (known === undefined || known === '') throw new Error(`${whole} is no entity`)
    return known
  })
}

function seen({ name, attributes, children }: Open): Xml {
  const below = children.filter(child => typeof child !== 'string').map(seen)
  return {
    name,
    attributes,
    text: () => children.map(child => (typeof child === 'string' ? child : seen(child).text())).join(''),
    all: wanted => below.flatMap(child => [...(child.name === wanted ? [child] : []), ...child.all(wanted)]),
  }
}
