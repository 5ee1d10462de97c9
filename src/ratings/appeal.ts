import { z } from 'zod'
import { whyNotOneOfTwo } from '../people/own-hands.ts'
import type { Refusal } from '../shared/refusal.ts'
import { dateOf, type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import type { Hand } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import type { Rubric } from './rubric.ts'
import type { State } from './steps.ts'
import type { Workday, Workdays } from './workday.ts'

/** An appeal against a decision: a record of its own, one for each association and cycle. */
export const appealSchema = z
  .object({
    /** The rating's id: there is one appeal at most. */
    id: z.string(),
    cycle: z.string(),
    by: z.string(),
    byName: z.string(),
    at: instantSchema,
    reason: z.string(),
    /** The last day on which it is to be decided. */
    due: plainDateSchema,
    decision: z
      .object({
        upheld: z.boolean(),
        reason: z.string(),
        by: z.string(),
        byName: z.string(),
        at: instantSchema,
      })
      .readonly()
      .optional(),
  })
  .readonly()
export type Appeal = z.infer<typeof appealSchema>

const decided: readonly State[] = ['final', 'downgraded', 'vetoed']

/** Whether something was decided that can be appealed against. */
export function isDecided(state: State): boolean {
  return decided.includes(state)
}

/** The day of the decision that stands: the one from which the days of an appeal are counted. */
function decidedAt(rating: Rating): Instant | undefined {
  if (!isDecided(rating.state)) return undefined
  return rating.history.findLast(event => event.to === rating.state && event.from !== rating.state)?.at
}

/** The last day for an appeal; undefined while nothing is decided. */
export function appealUntil(
  rating: Rating,
  after: Workdays,
  { rubric, zone }: { readonly rubric: Rubric; readonly zone: string },
): Workday | undefined {
  const at = decidedAt(rating)
  return at === undefined ? undefined : after(dateOf(at, zone), rubric.appeal.workdays)
}

/** Whether somebody may file one today; `until` as `appealUntil` says it. */
export function mayAppeal(
  rating: Rating,
  known: Appeal | undefined,
  until: Workday | undefined,
  { roles, today }: Pick<Hand, 'roles' | 'today'>,
): boolean {
  return (
    roles.includes('lead') && !known && isDecided(rating.state) && until !== undefined && today <= until.date
  )
}

/**
 * Files an appeal, once, within the rubric's workdays after the decision. `until`: the last day for it; `due`: the last
 * day to decide it.
 */
export function fileAppeal(
  rating: Rating,
  known: Appeal | undefined,
  reason: string,
  { until, due }: { readonly until: PlainDate; readonly due: PlainDate },
  hand: Hand,
): Appeal | Refusal {
  if (!hand.roles.includes('lead')) return no.appealByLead()
  if (known) return no.appealOnce()
  if (decidedAt(rating) === undefined) return no.nothingToAppeal()
  if (hand.today > until) return no.appealTooLate({ date: until })
  if (reason.trim() === '') return no.appealReason()
  const { id, cycle } = rating
  return { id, cycle, by: hand.by.id, byName: hand.by.name, at: hand.now, reason: reason.trim(), due }
}

/** Why somebody may not decide: only the district does, and nobody who scored, decided or filed, or came after that. */
export function whyNotDecideAppeal(
  rating: Rating,
  appeal: Appeal,
  { by, roles }: Pick<Hand, 'by' | 'roles'>,
): Refusal | undefined {
  if (!roles.includes('district')) return no.districtOnly()
  // Whoever also leads the association would decide on their own unit's appeal.
  const partial =
    roles.includes('lead') ||
    appeal.by === by.id ||
    rating.history.some(event => event.by === by.id && event.action !== 'announce')
  return partial ? no.recused() : whyNotOneOfTwo(by, decidedAt(rating) ?? appeal.at)
}

/** Decides an appeal. Upholding it reopens the rating, which is the caller's next step in the same command. */
export function decideAppeal(
  rating: Rating,
  appeal: Appeal,
  { upheld, reason }: { readonly upheld: boolean; readonly reason: string },
  hand: Hand,
): Appeal | Refusal {
  const refusal = whyNotDecideAppeal(rating, appeal, hand)
  if (refusal) return refusal
  if (appeal.decision) return no.appealDecided()
  if (reason.trim() === '') return no.appealReason()
  const decision = { upheld, reason: reason.trim(), by: hand.by.id, byName: hand.by.name, at: hand.now }
  return { ...appeal, decision }
}
