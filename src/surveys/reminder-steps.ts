import { daysBetween, type PlainDate, plusDays } from '../shared/time.ts'
import { lastDayOf, type Round } from './round.ts'

/** When somebody is reminded that answers are missing: the leads of the units, or those above them. */
export interface ReminderStep {
  readonly to: 'leads' | 'above'
  readonly on: PlainDate
}

/**
 * The days on which a round's standard asks for reminders, in their order; days outside the round are left out, and of
 * several on one day the last counts. A share is one of the round's days, so that the half of 16 days is the ninth.
 */
export function reminderSteps(round: Round): readonly ReminderStep[] {
  const { remind } = round.standard
  if (!remind) return []
  const last = lastDayOf(round)
  const days = daysBetween(round.opens, last) + 1
  const steps: ReminderStep[] = remind.leads.map(step => ({
    to: 'leads',
    on:
      'share' in step
        ? plusDays(round.opens, Math.round(step.share * days))
        : plusDays(last, -step.daysBefore),
  }))
  if (remind.above) steps.push({ to: 'above', on: plusDays(last, -remind.above.daysBefore) })
  const inside = steps.filter(({ on }) => round.opens < on && on <= last)
  const byDay = new Map(inside.map(step => [step.on, step]))
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The step whose time it is: the last one whose day has come; one that was missed is overtaken by the next. */
export function dueStep(
  round: Round,
  { today, hour }: { today: PlainDate; hour: string },
): ReminderStep | undefined {
  const step = reminderSteps(round).findLast(({ on }) => on <= today)
  const isTime = step && (step.on < today || Number(hour.slice(11)) >= (round.standard.remind?.hour ?? 0))
  return isTime ? step : undefined
}
