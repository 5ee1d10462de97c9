import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema, type PlainDate, plainDateSchema, plusDays } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { no } from './refusals.ts'
import { type Hand, textFault } from './text.ts'
import { words } from './words.ts'

/** What a check of a lagging community came to. */
export const outcomes = ['progress', 'noProgress'] as const
export type Outcome = (typeof outcomes)[number]

const byWhom = { at: instantSchema, by: z.string(), byName: z.string() }

const checkSchema = z
  .object({
    on: plainDateSchema,
    done: z
      .object({ outcome: z.enum(outcomes), note: z.string().max(500), ...byWhom })
      .readonly()
      .optional(),
  })
  .readonly()
export type Check = z.infer<typeof checkSchema>

/** A community below 合格 that is being helped: why, by whom, how, and when that is looked at. */
export const laggingSchema = z
  .object({
    /** The rating's id, `cycle-community`. */
    id: z.string(),
    cycle: z.string(),
    community: unitCodeSchema,
    name: z.string(),
    subdistrict: unitCodeSchema,
    reasons: z.string().min(1).max(500),
    /** A unit and a post, never a person. */
    helper: z.object({ unit: unitCodeSchema, post: z.string().min(1).max(60) }).readonly(),
    plan: z.string().min(1).max(400),
    /** In the order of their days. */
    checks: z.array(checkSchema).readonly(),
    opened: z.object(byWhom).readonly(),
    lifted: z
      .object({ on: plainDateSchema, reason: z.string().min(1).max(500), ...byWhom })
      .readonly()
      .optional(),
  })
  .readonly()
export type Lagging = z.infer<typeof laggingSchema>

export interface Listing {
  readonly reasons: string
  readonly helper: Lagging['helper']
  readonly plan: string
  readonly checks: readonly PlainDate[]
}

/** A rating below 合格, in short. */
export type Candidate = Pick<Lagging, 'id' | 'cycle' | 'community' | 'name' | 'subdistrict'>

/** Lists a community. The check days are still to come, each once. */
export function list(
  of: Candidate,
  { reasons, helper, plan, checks }: Listing,
  hand: Hand,
): Lagging | Refusal {
  const fault =
    textFault(
      { field: words.reasons, text: reasons, most: 500 },
      { field: words.helperPost, text: helper.post, most: 60 },
      { field: words.plan, text: plan, most: 400 },
    ) ?? (helper.unit === of.community ? no.selfHelp() : undefined)
  if (fault) return fault
  const days = [...new Set(checks)].sort()
  const [first] = days
  if (!first) return no.noDate()
  if (first < hand.today) return no.pastDate({ date: first })
  return {
    ...of,
    reasons: reasons.trim(),
    helper: { unit: helper.unit, post: helper.post.trim() },
    plan: plan.trim(),
    checks: days.map(on => ({ on })),
    opened: { at: hand.now, by: hand.by.id, byName: hand.by.name },
  }
}

/** One more day on which the community is looked at. */
export function addCheck(lagging: Lagging, on: PlainDate, hand: Hand): Lagging | Refusal {
  if (lagging.lifted) return no.alreadyLifted({ date: lagging.lifted.on })
  if (on < hand.today) return no.pastDate({ date: on })
  if (lagging.checks.some(check => check.on === on)) return no.checkExists({ date: on })
  return { ...lagging, checks: [...lagging.checks, { on }].sort((a, b) => (a.on < b.on ? -1 : 1)) }
}

/** What a check found; a check is not written down before its day, and once. */
export function checkDone(
  lagging: Lagging,
  { on, outcome, note }: { readonly on: PlainDate; readonly outcome: Outcome; readonly note: string },
  hand: Hand,
): Lagging | Refusal {
  if (lagging.lifted) return no.alreadyLifted({ date: lagging.lifted.on })
  if (!lagging.checks.some(check => check.on === on && !check.done)) return no.noSuchCheck({ date: on })
  if (on > hand.today) return no.futureDate({ date: on })
  const fault = textFault({ field: words.finding, text: note, most: 500 })
  if (fault) return fault
  const done = { outcome, note: note.trim(), at: hand.now, by: hand.by.id, byName: hand.by.name }
  return { ...lagging, checks: lagging.checks.map(check => (check.on === on ? { on, done } : check)) }
}

/** Takes the community off the list, with a reason. */
export function lift(lagging: Lagging, reason: string, hand: Hand): Lagging | Refusal {
  if (lagging.lifted) return no.alreadyLifted({ date: lagging.lifted.on })
  if (reason.trim() === '') return no.reasonNeeded()
  const fault = textFault({ field: words.liftReason, text: reason, most: 500 })
  if (fault) return fault
  const by = { at: hand.now, by: hand.by.id, byName: hand.by.name }
  return { ...lagging, lifted: { on: hand.today, reason: reason.trim(), ...by } }
}

/** The check that its helpers are to be reminded of today. */
export function checkToRemind(lagging: Lagging, daysBefore: number, today: PlainDate): Check | undefined {
  if (lagging.lifted) return undefined
  return lagging.checks.find(({ on, done }) => !done && on >= today && plusDays(on, -daysBefore) <= today)
}

export function outcomeName(outcome: Outcome): Text {
  return words[outcome]
}
