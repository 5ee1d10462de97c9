import { type Answer, channels, hourPattern, idPattern } from './answer.ts'
import { signals } from './signal.ts'

/**
 * Whether an answer is one of the many with single choices and short texts, which writing as JSON, reading again and
 * `answerSchema` would give back as they are. Only looking is ten times quicker, and each answer that arrives would pay for it.
 */
export function isPlainAnswer(answer: Answer): boolean {
  const { id, unit, choices, texts, channel, flags, hour } = answer
  return (
    isRecord(answer) &&
    Object.keys(answer).length === (flags === undefined ? 6 : 7) &&
    isText(id, idPattern) &&
    isText(unit) &&
    isText(hour, hourPattern) &&
    channels.includes(channel) &&
    holdsSingles(choices) &&
    holdsSingles(texts) &&
    (flags === undefined || isSome(flags, signals))
  )
}

function isText(value: unknown, pattern?: RegExp): boolean {
  return typeof value === 'string' && (pattern?.test(value) ?? true)
}

/** `__proto__` would be taken for what a record inherits from. */
function holdsSingles(record: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(record)) return false
  for (const key in record) if (key === '__proto__' || !isSingle(record[key])) return false
  return true
}

/** JSON knows neither -0 nor what is not finite. */
function isSingle(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  return typeof value === 'string' || typeof value === 'boolean'
}

/** Not one of a class that writes itself as JSON in a way of its own. */
function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function isSome(values: unknown, known: readonly unknown[]): boolean {
  return Array.isArray(values) && values.length > 0 && values.every(value => known.includes(value))
}
