import type { FieldName } from './fields.ts'
import type { Sheet } from './sheet.ts'
import type { Standards } from './standards.ts'

/** The three guarantees: a cadre in post, activity funds, rewards paid. */
export const guarantees = ['cadre', 'funds', 'rewards'] as const
export type Guarantee = (typeof guarantees)[number]

/** `unknown` while nothing was entered that could tell. */
export type GuaranteeState = 'met' | 'missing' | 'unknown'

/** The guarantees that an association answers for: its subdistrict's a cadre, a community's funds and rewards. */
export function guaranteesOf(
  level: 'subdistrict' | 'community',
  sheet: Sheet | undefined,
  { guarantees: { rewardsPaidPercent } }: Standards,
): Readonly<Partial<Record<Guarantee, GuaranteeState>>> {
  const value = (name: FieldName) => sheet?.values[name]
  if (level === 'subdistrict') return { cadre: told(value('cadreInPost'), has => has === true) }
  const paid = (due: FieldName, given: FieldName): GuaranteeState => {
    const sum = value(due)
    if (sum === undefined) return 'unknown'
    return told(
      value(given),
      part => Number(sum) > 0 && Number(part) * 100 >= Number(sum) * rewardsPaidPercent,
    )
  }
  return {
    funds: told(value('fundsReceived'), sum => Number(sum) > 0),
    rewards: both(paid('viceDue', 'vicePaid'), paid('leadersDue', 'leadersPaid')),
  }
}

function told<T>(value: T | undefined, met: (value: T) => boolean): GuaranteeState {
  if (value === undefined) return 'unknown'
  return met(value) ? 'met' : 'missing'
}

function both(a: GuaranteeState, b: GuaranteeState): GuaranteeState {
  if (a === 'missing' || b === 'missing') return 'missing'
  return a === 'met' && b === 'met' ? 'met' : 'unknown'
}
