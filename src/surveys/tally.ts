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
  const counters = [`${unit}|#`, `${unit}|@|${channel}`]
  if (flags) counters.push(`${unit}|!`)
  for (const [question, value] of Object.entries(choices)) {
    if (Array.isArray(value)) for (const one of value) counters.push(`${unit}|${question}|${one}`)
    else if (typeof value === 'object')
      for (const [row, one] of Object.entries(value)) counters.push(`${unit}|${question}.${row}|${one}`)
    else counters.push(`${unit}|${question}|${value}`)
  }
  return counters
}

export type Counts = ReadonlyMap<string, number>

/** All answers of a unit, whatever they say. */
export function answersOf(counts: Counts, unit: string): number {
  return counts.get(`${unit}|#`) ?? 0
}

/** Answers of a unit with a signal. */
export function flaggedOf(counts: Counts, unit: string): number {
  return counts.get(`${unit}|!`) ?? 0
}

export function answersByChannel(counts: Counts, unit: string, channel: string): number {
  return counts.get(`${unit}|@|${channel}`) ?? 0
}

/** The five levels of a question, which are posted as 5 (the best) to 1, and 不了解. */
export function tallyOf(counts: Counts, unit: string, question: string): Tally {
  const of = (value: string | number) => counts.get(`${unit}|${question}|${value}`) ?? 0
  const levels: Levels = [of(5), of(4), of(3), of(2), of(1)]
  return { levels, dontKnow: of(dontKnow) }
}
