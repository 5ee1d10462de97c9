/** What an expression says, as a tree. `null` and `undefined` are the constant null. */
export type Node =
  | { readonly kind: 'const'; readonly value: unknown; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string; readonly asIs: boolean; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number }
  | { readonly kind: 'array'; readonly items: readonly Node[]; readonly at: number }
  | { readonly kind: 'unary'; readonly op: UnaryOperator; readonly operand: Node; readonly at: number }
  | {
      readonly kind: 'binary'
      readonly op: BinaryOperator
      readonly left: Node
      readonly right: Node
      readonly at: number
    }

export type UnaryOperator = 'empty' | 'notempty' | 'negate'

/** One rung of precedence: the signs, in the order in which they are tried, and what they mean. */
const rungs = [
  [/\|\||or/iy, { '||': 'or', or: 'or' }],
  [/&&|and/iy, { '&&': 'and', and: 'and' }],
  [
    /<=|lessorequal|>=|greaterorequal|==|equal|=|!=|notequal|<|less|>|greater/iy,
    {
      '<=': 'lessorequal',
      lessorequal: 'lessorequal',
      '>=': 'greaterorequal',
      greaterorequal: 'greaterorequal',
      '==': 'equal',
      equal: 'equal',
      '=': 'equal',
      '!=': 'notequal',
      notequal: 'notequal',
      '<': 'less',
      less: 'less',
      '>': 'greater',
      greater: 'greater',
    },
  ],
  [/[+-]/y, { '+': 'plus', '-': 'minus' }],
  [/[*/%]/y, { '*': 'mul', '/': 'div', '%': 'mod' }],
  [/\^|power/iy, { '^': 'power', power: 'power' }],
  [
    /\*=|contains|contain|notcontains|notcontain|anyof|allof|noneof/iy,
    {
      '*=': 'contains',
      contains: 'contains',
      contain: 'contains',
      notcontains: 'notcontains',
      notcontain: 'notcontains',
      anyof: 'anyof',
      allof: 'allof',
      noneof: 'noneof',
    },
  ],
] as const

type Meanings<T> = T extends readonly [RegExp, infer M] ? M[keyof M] : never
export type BinaryOperator = Extract<Meanings<(typeof rungs)[number]>, string>

/** The rung on which the right side may be missing: `{a} contains`. */
const lastRung = rungs.length - 1
const deepest = 60

/** Where an expression stops making sense; `at` counts UTF-16 units of the text as written. */
export class ExpressionSyntaxError extends Error {
  readonly at: number
  constructor(at: number) {
    super(`The expression cannot be read from position ${at}`)
    this.at = at
  }
}

/**
 * Reads SurveyJS's expression grammar (survey-core 3.1.1), quirks included: words are matched without regard to
 * what follows them, a closing bracket of a group may be missing, `=>`, `=<` and `<>` are spellings of `>=`, `<=` and `!=`.
 * Throws `ExpressionSyntaxError`.
 */
export function parseExpression(text: string): Node {
  const reader = new Reader(patched(text))
  const node = reader.binary(0)
  reader.space()
  if (!node || !reader.atEnd()) throw new ExpressionSyntaxError(Math.min(reader.furthest, text.length))
  return node
}

function patched(text: string): string {
  return text
    .replace(/=>/g, '>=')
    .replace(/=</g, '<=')
    .replace(/<>/g, '!=')
    .replace(/equals/g, 'equal ')
}

class Reader {
  readonly text: string
  at = 0
  furthest = 0
  depth = 0

  constructor(text: string) {
    this.text = text
  }

  atEnd(): boolean {
    return this.at === this.text.length
  }

  space(): void {
    this.take(/[ \t\n\r]*/y)
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined) return undefined
    this.at += found.length
    if (this.at > this.furthest) this.furthest = this.at
    return found
  }

  back(to: number): undefined {
    this.at = to
    return undefined
  }

  binary(rung: number): Node | undefined {
    const level = rungs[rung]
    if (!level) return this.factor()
    const from = this.at
    if (rung === 0) this.space()
    const first = this.binary(rung + 1)
    if (!first) return this.back(from)
    let left: Node = first
    for (let next = this.rest(rung, left); next; next = this.rest(rung, left)) left = next
    if (rung === 0) this.space()
    return left
  }

  /** The sign and the right side after `left`, or nothing (and nothing read). */
  rest(rung: number, left: Node): Node | undefined {
    const level = rungs[rung]
    const from = this.at
    this.space()
    const at = this.at
    const sign = level && this.take(level[0])
    if (!sign) return this.back(from)
    this.space()
    const right = this.binary(rung + 1)
    if (!right && rung !== lastRung) return this.back(from)
    const op = (level[1] as Readonly<Record<string, BinaryOperator>>)[sign.toLowerCase()]
    return op && { kind: 'binary', op, left, right: right ?? { kind: 'const', value: null, at }, at }
  }

  factor(): Node | undefined {
    if (++this.depth > deepest) throw new ExpressionSyntaxError(this.at)
    const node = this.group() ?? this.call() ?? this.negation() ?? this.emptiness() ?? this.array()
    this.depth--
    return node
  }

  group(): Node | undefined {
    const from = this.at
    if (this.take(/\(/y) === undefined) return undefined
    const inner = this.binary(0)
    if (!inner) return this.back(from)
    this.space()
    this.take(/\)/y)
    return inner
  }

  call(): Node | undefined {
    const at = this.at
    const name = this.take(/[a-z_]+(?:[0-9]+[a-z_]*)*(?=\()/iy)
    if (name === undefined) return undefined
    this.take(/\(/y)
    const args = this.sequence()
    this.take(/\)/y)
    return { kind: 'call', name, args, at }
  }

  negation(): Node | undefined {
    const at = this.at
    if (this.take(/!|negate/iy) === undefined) return undefined
    this.space()
    const operand = this.factor()
    return operand ? { kind: 'unary', op: 'negate', operand, at } : this.back(at)
  }

  emptiness(): Node | undefined {
    const operand = this.atom()
    if (!operand) return undefined
    const after = this.at
    this.space()
    const word = this.take(/empty|notempty/iy)
    if (word === undefined) {
      this.at = after
      return operand
    }
    const op = word.toLowerCase() === 'empty' ? 'empty' : 'notempty'
    return { kind: 'unary', op, operand, at: operand.at }
  }

  array(): Node | undefined {
    const at = this.at
    if (this.take(/\[/y) === undefined) return undefined
    const items = this.sequence()
    return this.take(/\]/y) === undefined ? this.back(at) : { kind: 'array', items, at }
  }

  sequence(): readonly Node[] {
    const first = this.binary(0)
    const items: Node[] = []
    for (let next = this.furtherItem(); next; next = this.furtherItem()) items.push(next)
    return first ? [first, ...items] : []
  }

  furtherItem(): Node | undefined {
    const from = this.at
    this.space()
    if (this.take(/,/y) === undefined) return this.back(from)
    this.space()
    return this.binary(0) ?? this.back(from)
  }

  atom(): Node | undefined {
    const from = this.at
    this.space()
    const at = this.at
    if (this.take(/undefined|null/y) !== undefined) return { kind: 'const', value: null, at }
    const value = this.constant()
    if (value !== undefined) return { kind: 'const', value, at }
    const braces = this.take(/\{[^{}]+\}/y)
    if (braces === undefined) return this.back(from)
    const name = braces.slice(1, -1)
    const asIs = name.length > 1 && name.startsWith('#')
    return { kind: 'variable', name: asIs ? name.slice(1) : name, asIs, at }
  }

  constant(): unknown {
    const truth = this.take(/true|false/iy)
    if (truth !== undefined) return truth.toLowerCase() === 'true'
    const number = this.take(/0x[0-9]+|-?(?:[0-9]+\.[0-9]+|[1-9]+[0-9]*|0)/y)
    if (number !== undefined) return number.startsWith('0x') ? Number.parseInt(number, 16) : Number(number)
    const word = this.take(/[a-z_]+(?:[0-9]+[a-z_]*)*/iy)
    if (word !== undefined) return word
    const quoted = this.take(/'(?:\\['"]|[^"'])*'|"(?:\\['"]|[^"'])*"/y)
    return quoted?.slice(1, -1).replace(/\\(['"])/g, '$1')
  }
}
