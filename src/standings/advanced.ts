import { z } from 'zod'
import { type Measure, measures, type Standards } from '../registers/standards.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { no } from './refusals.ts'
import { type Hand, textFault } from './text.ts'
import { words } from './words.ts'

const criterionSchema = z
  .object({
    measure: z.enum(measures),
    percent: z.number(),
    /** The share reached, 0 to 1; null where the records say nothing. */
    value: z.number().nullable(),
    met: z.boolean(),
  })
  .readonly()
export type Criterion = z.infer<typeof criterionSchema>

/** The district's word on a subdistrict association in a year, with what it rested on. */
export const advancedSchema = z
  .object({
    /** `year-subdistrict`. */
    id: z.string(),
    year: z.string(),
    subdistrict: unitCodeSchema,
    advanced: z.boolean(),
    reason: z.string().max(300),
    /** As they stood when it was decided, and by which standards. */
    criteria: z.array(criterionSchema).readonly(),
    version: z.string(),
    at: instantSchema,
    by: z.string(),
    byName: z.string(),
    /** Earlier decisions of the same year. */
    before: z
      .array(
        z
          .object({ advanced: z.boolean(), reason: z.string(), at: instantSchema, byName: z.string() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type Advanced = z.infer<typeof advancedSchema>

/** The shares a subdistrict has reached, by measure; null where there is nothing to take a share of. */
export type Reached = Readonly<Partial<Record<Measure, number | null>>>

/** The standards' criteria against what the records say. */
export function criteriaOf(reached: Reached, { advanced }: Standards): readonly Criterion[] {
  return advanced.criteria.map(({ measure, percent }) => {
    const value = reached[measure] ?? null
    // In whole millionths, so that a share that is reached is not missed by its binary fraction.
    const met = value !== null && Math.round(value * 1_000_000) >= percent * 10_000
    return { measure, percent, value, met }
  })
}

/** Whether the records propose the subdistrict as advanced: every criterion is met. */
export function isProposed(criteria: readonly Criterion[]): boolean {
  return criteria.length > 0 && criteria.every(({ met }) => met)
}

/** Decides; against what the records propose only with a reason. */
export function decideAdvanced(
  of: Pick<Advanced, 'year' | 'subdistrict'>,
  { advanced, reason }: { readonly advanced: boolean; readonly reason: string },
  { criteria, version }: { readonly criteria: readonly Criterion[]; readonly version: string },
  before: Advanced | undefined,
  hand: Hand,
): Advanced | Refusal {
  if (reason.trim() === '' && (advanced !== isProposed(criteria) || before)) return no.reasonNeeded()
  const fault = reason.trim() === '' ? undefined : textFault({ field: words.reason, text: reason, most: 300 })
  if (fault) return fault
  return {
    ...of,
    id: `${of.year}-${of.subdistrict}`,
    ...{ advanced, reason: reason.trim(), criteria, version },
    ...{ at: hand.now, by: hand.by.id, byName: hand.by.name },
    before: before
      ? [
          ...before.before,
          { advanced: before.advanced, reason: before.reason, at: before.at, byName: before.byName },
        ]
      : [],
  }
}

export function measureName(measure: Measure): Text {
  return measure === 'lagging' ? words.turnedAround : words[measure]
}
