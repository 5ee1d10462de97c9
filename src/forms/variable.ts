import { isPlainObject } from './expression-values.ts'

interface Step {
  readonly name: string
  readonly index?: number
}

export type Values = Readonly<Record<string, unknown>>

/**
 * Compiles a name such as `speed`, `matrix.row one`, `list[0]`, `list[-1]` or `list.length` to a reader of answers.
 * Names match without regard to case, the longest first, so that a key that contains a dot wins. Nothing found: undefined.
 */
export function variableReader(name: string): (values: Values) => unknown {
  const path = name.split('.').map(step)
  const simple = path.length === 1 && path[0]?.index === undefined
  return values => {
    if (simple && Object.hasOwn(values, name)) return values[name]
    const found = walk(values, path)
    return found === undefined && name.endsWith('.length') ? 0 : found
  }
}

function step(part: string): Step {
  const found = /^(.*)\[ *(-?\d+) *\]$/s.exec(part)
  return found ? { name: found[1] ?? '', index: Number(found[2]) } : { name: part }
}

function walk(values: unknown, path: readonly Step[]): unknown {
  let value = values
  let from = 0
  while (from < path.length) {
    const indexed = path.findIndex((part, at) => at >= from && part.index !== undefined)
    let to = indexed < 0 ? path.length - 1 : indexed
    let next: unknown
    for (; to >= from; to--) {
      next = member(
        value,
        path
          .slice(from, to + 1)
          .map(part => part.name)
          .join('.'),
      )
      if (next !== undefined) break
    }
    if (next === undefined) return undefined
    const index = path[to]?.index
    value = index === undefined ? next : Array.isArray(next) ? next.at(index) : undefined
    if (value === undefined) return undefined
    from = to + 1
  }
  return value
}

function member(value: unknown, name: string): unknown {
  if (name === 'length' && (Array.isArray(value) || typeof value === 'string')) return value.length
  if (!isPlainObject(value) && !Array.isArray(value)) return undefined
  const lower = name.toLowerCase()
  for (const [key, inner] of Object.entries(value)) if (key.toLowerCase() === lower) return inner
  return undefined
}
