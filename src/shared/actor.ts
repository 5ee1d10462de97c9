import { z } from 'zod'
import type { Instant } from './time.ts'
import type { Lang } from './words.ts'

/** What a person may be in the product: staff of the district, staff of a subdistrict, lead of a community association. */
export const roles = ['district', 'subdistrict', 'lead'] as const
export type Role = (typeof roles)[number]

/** One role held for one unit; the unit is the scope within which the role sees and changes. */
export const dutySchema = z.object({ role: z.enum(roles), unit: z.string() }).readonly()
export type Duty = z.infer<typeof dutySchema>

/** Who is doing something, as rules and doors see them. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly lang: Lang
  readonly duties: readonly Duty[]
  /**
   * Since when the district's duty is in this person's own hands alone: until then a colleague could have acted as
   * them. Absent for the operator, and for whoever the operator let in.
   */
  readonly ownSince?: Instant
}
