import { callFunction, isFunctionName, type Surroundings } from './expression-functions.ts'
import { ExpressionSyntaxError, type Node, parseExpression } from './expression-grammar.ts'
import { binary, unary } from './expression-operators.ts'
import { converted } from './expression-values.ts'
import { type Values, variableReader } from './variable.ts'

export type { Surroundings } from './expression-functions.ts'
export type { Values } from './variable.ts'

/** A compiled expression: pure, so the same answers and day always give the same value. */
export interface Expression {
  readonly text: string
  /** The variables it reads, as written between braces. */
  readonly names: readonly string[]
  readonly tree: Node
  /** The value: anything JSON holds, a `Date` from `today()`, null where it cannot be worked out. */
  readonly run: (values: Values, around: Surroundings) => unknown
  /** The value read as a condition. */
  readonly holds: (values: Values, around: Surroundings) => boolean
}

export const expressionFaults = ['syntax', 'unknownFunction', 'unsupportedName', 'tooLong'] as const
/** Why an expression was refused; `at` is the position in the text, from 0. */
export interface ExpressionFault {
  readonly fault: (typeof expressionFaults)[number]
  readonly at: number
  readonly word: string
}

const longest = 2000

type Run = (values: Values, around: Surroundings) => unknown

/**
 * Compiles an expression of SurveyJS's language (docs/forms.md). Functions: iif, sum, avg, min, max, count, round,
 * today, age, dateDiff. `strictNames`: variables whose lists are compared in order (rankings).
 */
export function compileExpression(
  text: string,
  strictNames: ReadonlySet<string> = new Set(),
): { readonly expression: Expression } | { readonly fault: ExpressionFault } {
  if (text.length > longest) return { fault: { fault: 'tooLong', at: longest, word: '' } }
  const tree = treeOf(text)
  if ('fault' in tree) return { fault: tree }
  const names: string[] = []
  const fault = check(tree, names)
  if (fault) return { fault }
  const run = runner(tree, strictNames)
  return { expression: { text, names, tree, run, holds: (values, around) => isTrue(run(values, around)) } }
}

function treeOf(text: string): Node | ExpressionFault {
  try {
    const tree = parseExpression(text)
    // A bare `null` has no value to ask for; survey-core cannot run it either.
    return tree.kind === 'const' && tree.value === null ? { fault: 'syntax', at: 0, word: text } : tree
  } catch (error) {
    if (error instanceof ExpressionSyntaxError)
      return { fault: 'syntax', at: error.at, word: text.slice(error.at) }
    throw error
  }
}

function check(node: Node, names: string[]): ExpressionFault | undefined {
  switch (node.kind) {
    case 'const':
      return undefined
    case 'variable':
      names.push(node.name)
      return /^\$|:/.test(node.name) || /^(row|panel|item|choice)\./i.test(node.name)
        ? { fault: 'unsupportedName', at: node.at, word: node.name }
        : undefined
    case 'call':
      if (!isFunctionName(node.name)) return { fault: 'unknownFunction', at: node.at, word: node.name }
      return first(node.args, names)
    case 'array':
      return first(node.items, names)
    case 'unary':
      return check(node.operand, names)
    case 'binary':
      return check(node.left, names) ?? check(node.right, names)
  }
}

function first(nodes: readonly Node[], names: string[]): ExpressionFault | undefined {
  const faults = nodes.map(node => check(node, names))
  return faults.find(fault => fault !== undefined)
}

function runner(node: Node, strict: ReadonlySet<string>): Run {
  switch (node.kind) {
    case 'const':
      return () => node.value
    case 'variable': {
      const read = variableReader(node.name)
      if (node.asIs) return values => read(values) ?? null
      return values => converted(read(values) ?? null)
    }
    case 'call': {
      const { name } = node
      const args = node.args.map(arg => runner(arg, strict))
      return (values, around) =>
        isFunctionName(name)
          ? callFunction(
              name,
              args.map(arg => arg(values, around)),
              around,
            )
          : null
    }
    case 'array': {
      const items = node.items.map(item => runner(item, strict))
      return (values, around) => items.map(item => item(values, around))
    }
    case 'unary': {
      const operand = runner(node.operand, strict)
      return (values, around) => unary(node.op, operand(values, around))
    }
    case 'binary': {
      const left = runner(node.left, strict)
      const right = runner(node.right, strict)
      const inOrder = [node.left, node.right].some(side => side.kind === 'variable' && strict.has(side.name))
      return (values, around) => binary(node.op, left(values, around), right(values, around), inOrder)
    }
  }
}

/** A condition holds when its value is true or stands for 1, as `value == true` says. */
function isTrue(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number' || typeof value === 'string') return Number(value) === 1
  return Array.isArray(value) && Number(String(value)) === 1
}
