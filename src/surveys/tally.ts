import type { Answer } from './answer.ts'
import type { Levels, Tally } from './rates.ts'

/** The value with which a person says 不了解. */
export const dontKnow = 'dontknow'

/** What the store counts of an answer: per unit its answers, each question's values and the channel. */
export function countersOf({
  unit,
  choices,
  channel,
  flags,
}: Pick<Answer, 'unit' | 'choices' | 'channel' | 'flags'>): readonly string[] {
  const names = namesOf(unit)
  const counters = [names.all, names.of('@', channel)]
  if (flags) counters.push(names.flagged)
  for (const question in choices) {
    const value = choices[question]
    if (Array.isArray(value)) for (const one of value) counters.push(names.of(question, one))
    else if (typeof value === 'object')
      for (const [row, one] of Object.entries(value)) counters.push(names.of(`${question}.${row}`, one))
    else if (value !== undefined) counters.push(names.of(question, value))
  }
  return counters
}

/** The names of a unit's counters. */
interface Names {
  readonly all: string
  readonly flagged: string
  of(question: string, value: string | number | boolean): string
}

/**
 * Names that were put together before: an answer adds to nine counters, a page of a thousand units reads tens of thousands, and
 * making a name again costs several times as much. Forgotten when there are very many; what is remembered is what making it
 * again would give.
 */
const remembered = new Map<string, Names>()
const unitsRemembered = 10_000

function namesOf(unit: string): Names {
  const known = remembered.get(unit)
  if (known) return known
  const questions = new Map<string, Map<unknown, string>>()
  const names: Names = {
    all: `${unit}|#`,
    flagged: `${unit}|!`,
    of(question, value) {
      const values = questions.get(question) ?? new Map<unknown, string>()
      const known = values.get(value)
      if (known !== undefined) return known
      const name = `${unit}|${question}|${value}`
      questions.set(question, values.set(value, name))
      return name
    },
  }
  if (remembered.size >= unitsRemembered) remembered.clear()
  remembered.set(unit, names)
  return names
}

export type Counts = ReadonlyMap<string, number>

/** All answers of a unit, whatever they say. */
export function answersOf(counts: Counts, unit: string): number {
  return counts.get(namesOf(unit).all) ?? 0
}

/** Answers of a unit with a signal. */
export function flaggedOf(counts: Counts, unit: string): number {
  return counts.get(namesOf(unit).flagged) ?? 0
}

export function answersByChannel(counts: Counts, unit: string, channel: string): number {
  return counts.get(namesOf(unit).of('@', channel)) ?? 0
}

/** The five levels of a question, which are posted as 5 (the best) to 1, and 不了解. */
export function tallyOf(counts: Counts, unit: string, question: string): Tally {
  const names = namesOf(unit)
  const of = (value: string | number) => counts.get(names.of(question, value)) ?? 0
  const levels: Levels = [of(5), of(4), of(3), of(2), of(1)]
  return { levels, dontKnow: of(dontKnow) }
}
