import { z } from 'zod'
import { type PlainDate, plainDateSchema } from '../shared/time.ts'
import { levels } from '../units/unit.ts'
import { bases } from './rates.ts'
import { standardSchema } from './standard.ts'

/** A unit as it was when the round opened: later renames and mergers do not change an older round. */
const roundUnitSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.enum(levels),
    subdistrict: z.object({ code: z.string(), name: z.string() }).readonly().nullable(),
    population: z.int().nonnegative().optional(),
    /** What stands after `/s/`: short, and not to be guessed. */
    link: z.string(),
  })
  .readonly()
export type RoundUnit = z.infer<typeof roundUnitSchema>

const changeSchema = z
  .object({
    kind: z.enum(['opened', 'closed', 'reopened']),
    on: plainDateSchema,
    by: z.string(),
    reason: z.string().optional(),
  })
  .readonly()

export const roundSchema = z
  .object({
    id: z.string(),
    /** The form's name, and the hash of the definition that is kept here; answers of two versions never mix. */
    form: z.string(),
    version: z.string(),
    definition: z.json(),
    /** Fixed at the opening and never changed. */
    basis: z.enum(bases),
    standard: standardSchema,
    /** First and last day on which answers are taken. */
    opens: plainDateSchema,
    closes: plainDateSchema,
    /** The day on which it was closed by hand. */
    closed: plainDateSchema.nullable(),
    units: z.array(roundUnitSchema).readonly(),
    changes: z.array(changeSchema).readonly(),
  })
  .readonly()
export type Round = z.infer<typeof roundSchema>

export const roundStates = ['planned', 'open', 'closed'] as const
export type RoundState = (typeof roundStates)[number]

export function stateOn(round: Pick<Round, 'opens' | 'closes' | 'closed'>, today: PlainDate): RoundState {
  if (round.closed !== null || round.closes < today) return 'closed'
  return today < round.opens ? 'planned' : 'open'
}

/** The last day on which answers were or will be taken. */
export function lastDayOf(round: Round): PlainDate {
  return round.closed ?? round.closes
}

export function unitByLink(round: Round, link: string): RoundUnit | undefined {
  return round.units.find(unit => unit.link === link)
}

/** The newest round of those given, by its first day; of the same day the one opened last in the list. */
export function newestOf(rounds: readonly Round[], today: PlainDate): Round | undefined {
  return rounds
    .filter(round => stateOn(round, today) !== 'planned')
    .reduce<Round | undefined>((best, round) => (best && best.opens > round.opens ? best : round), undefined)
}
