import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { type PlainDate, plainDateSchema, plusDays } from '../shared/time.ts'
import { levels } from '../units/unit.ts'
import { bases } from './rates.ts'
import { no } from './refusals.ts'
import { standardSchema } from './standard.ts'

/** A unit as it was when the round opened: later renames and mergers do not change an older round. */
const roundUnitSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.enum(levels),
    subdistrict: z.object({ code: z.string(), name: z.string() }).readonly().nullable(),
    population: z.int().nonnegative().optional(),
    households: z.int().nonnegative().optional(),
    /** What stands after `/s/`: short, and not to be guessed. */
    link: z.string(),
  })
  .readonly()
export type RoundUnit = z.infer<typeof roundUnitSchema>

const textSchema = z.object({ 'zh-CN': z.string(), en: z.string() }).readonly()

const changeSchema = z
  .object({
    kind: z.enum(['opened', 'closed', 'typed', 'reopened']),
    on: plainDateSchema,
    by: z.string(),
    reason: z.string().optional(),
  })
  .readonly()

/** The form as it was when the round opened; a form that is changed later is another version and another round. */
export const roundFormSchema = z
  .object({
    name: z.string(),
    /** Hash of the definition. */
    version: z.string(),
    definition: z.json(),
    title: textSchema,
    /** The question whose rate is the unit's, and all questions that are answered by level, in their order. */
    overall: z.string(),
    themes: z.array(z.object({ name: z.string(), title: textSchema }).readonly()).readonly(),
    /** What the levels of the overall question are called, the best first. */
    levelNames: z.array(textSchema).length(5).readonly(),
  })
  .readonly()
export type RoundForm = z.infer<typeof roundFormSchema>

/** Paper that lies about for longer is lost. */
export const mostTypingDays = 60

export const roundSchema = z
  .object({
    id: z.string(),
    form: roundFormSchema,
    /** The district in whose name people are asked. */
    asker: z.string(),
    /** Fixed at the opening and never changed. */
    basis: z.enum(bases),
    standard: standardSchema,
    /** First and last day on which answers are taken. */
    opens: plainDateSchema,
    closes: plainDateSchema,
    /** The day on which it was closed by hand. */
    closed: plainDateSchema.nullable(),
    /** For so many days after its last one staff still type what was filled in on paper; only then it is published. */
    typingDays: z.int().min(0).max(mostTypingDays).default(0),
    /** The day on which all paper forms were said to be typed, before these days were over. */
    typed: plainDateSchema.nullable().default(null),
    /** Whether an answer needs a one-time code, one a household. */
    coded: z.boolean().default(false),
    units: z.array(roundUnitSchema).readonly(),
    changes: z.array(changeSchema).readonly(),
  })
  .readonly()
export type Round = z.infer<typeof roundSchema>

/** Residents answer while it is `open`; while it is `typing` staff type what came on paper; `closed` it is published. */
export const roundStates = ['planned', 'open', 'typing', 'closed'] as const
export type RoundState = (typeof roundStates)[number]

export function stateOn(round: Round, today: PlainDate): RoundState {
  const isOver = round.closed !== null || round.closes < today
  if (!isOver) return today < round.opens ? 'planned' : 'open'
  const typedUntil = typedUntilOf(round)
  return typedUntil !== undefined && today <= typedUntil ? 'typing' : 'closed'
}

/** The last day on which paper forms are typed after the round's own last day; undefined where there is no such time. */
export function typedUntilOf(round: Round): PlainDate | undefined {
  const last = lastDayOf(round)
  if (round.typingDays === 0 || round.typed !== null || last < round.opens) return undefined
  return plusDays(last, round.typingDays)
}

/** Whether forms on paper are typed today: also for some days after the last one on which residents answered. */
export function takesPaper(round: Round, today: PlainDate): boolean {
  return ['open', 'typing'].includes(stateOn(round, today))
}

/** How often the round has ended or will have, now that it has been reopened so many times. */
export function endingOf({ changes }: Pick<Round, 'changes'>): number {
  return changes.filter(({ kind }) => kind === 'reopened').length + 1
}

/** Why the round was opened again before its ending of this number; undefined for the first one. */
export function reopeningReason({ changes }: Pick<Round, 'changes'>, ending: number): string | undefined {
  return changes.filter(({ kind }) => kind === 'reopened')[ending - 2]?.reason
}

/** The last day on which answers were or will be taken. */
export function lastDayOf(round: Round): PlainDate {
  return round.closed ?? round.closes
}

/** The unit of a link that takes answers today; refused when there is none, when it is too early or too late. */
export function findOpen(
  round: Round | undefined,
  link: string,
  today: PlainDate,
): { readonly round: Round; readonly unit: RoundUnit } | Refusal {
  const unit = round?.units.find(one => one.link === link)
  if (!round || !unit) return no.unknownLink()
  switch (stateOn(round, today)) {
    case 'open':
      return { round, unit }
    case 'planned':
      return no.notYetOpen({ date: round.opens })
    case 'typing':
    case 'closed':
      return no.roundClosed({ date: lastDayOf(round), id: round.id })
  }
}

/** Rounds in the order in which they began; of those that began on one day, the one that is meant to end later comes later. */
export function byAge(a: Round, b: Round): number {
  const keys = (round: Round) => `${round.opens} ${round.closes} ${round.id}`
  return keys(a) < keys(b) ? -1 : 1
}

/** The rounds that have begun, the oldest first. */
export function begunOf(rounds: readonly Round[], today: PlainDate): readonly Round[] {
  return rounds.filter(round => round.opens <= today).toSorted(byAge)
}

/** What files of a round begin with. */
export function stemOf({ form, opens }: Round): string {
  return `${form.name}-${opens}`
}
