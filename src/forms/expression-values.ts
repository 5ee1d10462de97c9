/*
 * How values of expressions are read and compared: the rules of survey-core 3.1.1, where text that looks like a number
 * is one, text is compared without regard to case and surrounding space, and lists without regard to order.
 */

/** Undefined, null, '', [], {} and objects whose members are all empty. Zero and false are not empty. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isPlainObject(value)) return Object.values(value).every(isEmpty)
  return value === undefined || value === null || value === '' || Number.isNaN(value)
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The number that a value stands for, or NaN. A decimal comma is read; more than 15 digits are not a number. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN
  // A list of one number counts as that number, as it does in JavaScript.
  if (Array.isArray(value)) return value.length === 1 ? numberOf(value[0]) : Number.NaN
  if (typeof value !== 'string') return Number.NaN
  const text = value.trim()
  if (text === '') return Number.NaN
  if (text.startsWith('0x')) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16)
  if (text.length > 15 && /^\d+$/.test(text)) return Number.NaN
  const pointed = /^[^,]*,[^,]*$/.test(text) ? text.replace(',', '.') : text
  return Number.isFinite(Number(pointed)) ? Number.parseFloat(pointed) : Number.NaN
}

export function isNumeric(value: unknown): boolean {
  return !Number.isNaN(numberOf(value))
}

/** What an answer counts as in an expression: 'true' is true, '5' is 5, '007' stays text. */
export function converted(value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value
  const lower = value.toLowerCase()
  if (lower === 'true' || lower === 'false') return lower === 'true'
  if (value.length > 1 && /^['"].*['"]$/s.test(value)) return value.slice(1, -1)
  if (!isNumeric(value)) return value
  if (value.startsWith('0') && !value.startsWith('0x')) {
    const pointed = value[1] === '.' || value[1] === ','
    if (!pointed && value.length > 1) return value
  }
  return numberOf(value)
}

export function areEqual(left: unknown, right: unknown, ignoreOrder = true): boolean {
  return same(left === 'undefined' ? undefined : left, right === 'undefined' ? undefined : right, ignoreOrder)
}

function same(x: unknown, y: unknown, ignoreOrder: boolean): boolean {
  if (x === y) return true
  if (nothing(x, y) || nothing(y, x)) return true
  if (typeof x === 'string' && typeof y === 'string') return plain(x) === plain(y)
  if (x instanceof Date && y instanceof Date) return x.getTime() === y.getTime()
  if (isCountable(x) && isCountable(y) && sameNumber(x, y)) return true
  if (isEmpty(x) !== isEmpty(y)) return false
  if (typeof x === 'boolean' && typeof y === 'string') return String(x) === y.toLowerCase()
  if (typeof y === 'boolean' && typeof x === 'string') return String(y) === x.toLowerCase()
  if (!isObject(x) && !isObject(y)) return looselyEqual(x, y)
  if (!isObject(x) || !isObject(y)) return false
  if (Array.isArray(x) && Array.isArray(y)) return sameList(x, y, ignoreOrder)
  return sameMembers(x as Record<string, unknown>, y as Record<string, unknown>, ignoreOrder)
}

function nothing(x: unknown, y: unknown): boolean {
  return (
    (y === undefined && Array.isArray(x) && x.length === 0) || ((y === undefined || y === null) && x === '')
  )
}

const plain = (text: string) => text.trim().toLowerCase()
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isCountable(value: unknown): boolean {
  if (value === undefined || value === null || Array.isArray(value)) return false
  return !Number.isNaN(Number(value as never))
}

function sameNumber(x: unknown, y: unknown): boolean {
  return (
    Number.parseInt(String(x), 10) === Number.parseInt(String(y), 10) &&
    Number.parseFloat(String(x)) === Number.parseFloat(String(y))
  )
}

/** JavaScript's `==` for values that are not objects. */
function looselyEqual(x: unknown, y: unknown): boolean {
  if (x === undefined || x === null || y === undefined || y === null)
    return (x ?? undefined) === undefined && (y ?? undefined) === undefined
  return Number(x) === Number(y)
}

function sameList(x: readonly unknown[], y: readonly unknown[], ignoreOrder: boolean): boolean {
  if (x.length !== y.length) return false
  const left = ignoreOrder ? [...x].sort() : x
  const right = ignoreOrder ? [...y].sort() : y
  return left.every((item, index) => same(item, right[index], ignoreOrder))
}

function sameMembers(
  x: Readonly<Record<string, unknown>>,
  y: Readonly<Record<string, unknown>>,
  ignoreOrder: boolean,
): boolean {
  const keys = Object.keys(x)
  return (
    keys.length === Object.keys(y).length &&
    keys.every(key => Object.hasOwn(y, key) && same(x[key], y[key], ignoreOrder))
  )
}
