import type { BinaryOperator, UnaryOperator } from './expression-grammar.ts'
import { areEqual, isEmpty, isNumeric } from './expression-values.ts'

/** What a value is compared with when the other side is a date: text becomes the date it names. */
export function dateOfText(value: unknown): Date {
  if (value instanceof Date) return value
  if (typeof value === 'string' && !value.slice(1).includes('T') && /\d{4}-\d{2}-\d{2}/.test(value))
    return new Date(`${value}T00:00:00`)
  return new Date(value as string | number)
}

export function unary(op: UnaryOperator, value: unknown): unknown {
  switch (op) {
    case 'empty':
      return isEmpty(value)
    case 'notempty':
      return !isEmpty(value)
    case 'negate':
      return !value
  }
}

/** Applies an operator; `strict` keeps the order of lists (answers to a ranking). */
export function binary(op: BinaryOperator, left: unknown, right: unknown, strict: boolean): unknown {
  switch (op) {
    case 'equal':
      return equal(left, right, strict)
    case 'notequal':
      return !equal(left, right, strict)
    case 'greater':
      return ordered(left, right, (a, b) => a > b)
    case 'less':
      return ordered(left, right, (a, b) => a < b)
    case 'greaterorequal':
      return equal(left, right, false) || ordered(left, right, (a, b) => a > b)
    case 'lessorequal':
      return equal(left, right, false) || ordered(left, right, (a, b) => a < b)
    case 'contains':
      return contains(left, right, true)
    case 'notcontains':
      return (!left && !isEmpty(right)) || contains(left, right, false)
    case 'anyof':
      return anyOf(left, right)
    case 'noneof':
      return !anyOf(left, right)
    case 'allof':
      return allOf(left, right)
    case 'and':
    case 'or':
    case 'plus':
    case 'minus':
    case 'mul':
    case 'div':
    case 'mod':
    case 'power': {
      const a = filled(left, right)
      return arithmetic(op, a, filled(right, a))
    }
  }
}

type Arithmetic = 'and' | 'or' | 'plus' | 'minus' | 'mul' | 'div' | 'mod' | 'power'

function arithmetic(op: Arithmetic, a: unknown, b: unknown): unknown {
  const x = a as number
  const y = b as number
  switch (op) {
    case 'and':
      return a && b
    case 'or':
      return a || b
    case 'plus':
      return plus(a, b)
    case 'minus':
      return roundedSum(a, b, x - y)
    case 'mul':
      return roundedProduct(a, b, x * y)
    case 'div':
      return b ? x / y : null
    case 'mod':
      return b ? x % y : null
    case 'power':
      return x ** y
  }
}

/** A missing operand of arithmetic counts as nought, or as empty text or an empty list beside one. */
function filled(value: unknown, other: unknown): unknown {
  if (!isEmpty(value)) return value
  if (typeof other === 'number') return 0
  if (typeof value === 'string') return value
  if (typeof other === 'string') return ''
  return Array.isArray(other) ? [] : 0
}

/** A sum or difference, rounded to the longer of the operands' decimals: 0.1 + 0.2 is 0.3. */
export function roundedSum(a: unknown, b: unknown, result: number): number {
  const digits = Math.max(decimals(a), decimals(b))
  return digits > 0 && typeof result === 'number'
    ? Number.parseFloat(result.toFixed(Math.min(digits, 100)))
    : result
}

function roundedProduct(a: unknown, b: unknown, result: number): number {
  const digits = decimals(a) + decimals(b)
  return digits > 0 ? Number.parseFloat(result.toFixed(Math.min(digits, 100))) : result
}

function decimals(value: unknown): number {
  if (!isNumeric(value) || Math.floor(value as number) === value) return 0
  return String(value).split('.')[1]?.length ?? 0
}

function plus(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return roundedSum(a, b, a + b)
  // Numbers written as text, and lists of one number, are put one behind the other, as JavaScript does.
  if (isNumeric(a) && isNumeric(b)) return (a as number) + (b as number)
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b]
  if (Array.isArray(a)) return plusList(a, b, list => list + String(b))
  if (Array.isArray(b)) return plusList(b, a, list => String(a) + list)
  return (a as number) + (b as number)
}

function plusList(list: readonly unknown[], other: unknown, joined: (list: string) => string): unknown {
  if (typeof other === 'string') return joined(list.join(', '))
  if (typeof other !== 'number') return joined(String(list))
  const sum = list.reduce<number>(
    (total, n) => (typeof n === 'number' ? roundedSum(total, n, total + n) : total),
    0,
  )
  return roundedSum(sum, other, sum + other)
}

function equal(left: unknown, right: unknown, strict: boolean): boolean {
  const [a, b] = asDates(left, right)
  return areEqual(a, b, !strict)
}

function ordered(left: unknown, right: unknown, holds: (a: number, b: number) => boolean): boolean {
  if (left === undefined || left === null || right === undefined || right === null) return false
  const [a, b] = asDates(left, right)
  return holds(a as number, b as number)
}

function asDates(left: unknown, right: unknown): readonly [unknown, unknown] {
  if (left instanceof Date && typeof right === 'string') return [left, dateOfText(right)]
  if (right instanceof Date && typeof left === 'string') return [dateOfText(left), right]
  return [left, right]
}

function contains(left: unknown, right: unknown, wanted: boolean): boolean {
  if (Array.isArray(left)) {
    if (left.length === 0) return !wanted
    const all = (Array.isArray(right) ? right : [right]).every(item => left.some(own => areEqual(own, item)))
    return all === wanted
  }
  if (!left && left !== 0 && left !== false) return false
  if (!right) return false
  return String(left).toLowerCase().includes(String(right).toLowerCase()) === wanted
}

function anyOf(left: unknown, right: unknown): boolean {
  if (isEmpty(left)) return isEmpty(right)
  if (isEmpty(right)) return true
  if (!Array.isArray(left)) return contains(right, left, true)
  if (!Array.isArray(right)) return contains(left, right, true)
  return right.some(item => contains(left, item, true))
}

function allOf(left: unknown, right: unknown): boolean {
  if (!left && !isEmpty(right)) return false
  if (!Array.isArray(right)) return contains(left, right, true)
  return right.every(item => contains(left, item, true))
}
