import { z } from 'zod'
import { targets } from '../ratings/grades.ts'
import type { GradeInForce } from '../ratings/in-force.ts'
import type { Rating } from '../ratings/rating.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { no } from './refusals.ts'
import { type Hand, textFault } from './text.ts'
import { words } from './words.ts'

/** Why a plaque comes off: worked out from the ratings, not chosen. */
export const offReasons = ['veto', 'downgrade', 'expiry', 'appeal', 'replaced'] as const
export type OffReason = (typeof offReasons)[number]

const deedSchema = { on: plainDateSchema, by: z.string(), byName: z.string(), at: instantSchema }

/** A plaque that was handed over, with what stood on it. */
export const plaqueSchema = z
  .object({
    id: z.string(),
    rating: z.string(),
    cycle: z.string(),
    community: unitCodeSchema,
    name: z.string(),
    subdistrict: unitCodeSchema,
    number: z.string(),
    grade: z.enum(targets),
    until: plainDateSchema,
    handedOver: z.object(deedSchema).readonly(),
    takenOff: z
      .object({ ...deedSchema, reason: z.enum(offReasons), note: z.string().max(300) })
      .readonly()
      .optional(),
  })
  .readonly()
export type Plaque = z.infer<typeof plaqueSchema>

/** Whether a grade that holds has a certificate whose plaque does not hang yet. */
export function isToHandOver(rating: Rating, held: GradeInForce | null, own: readonly Plaque[]): boolean {
  if (!held || held.cycle !== rating.cycle || held.grade === 'notQualified' || !rating.certificate)
    return false
  return !own.some(plaque => !plaque.takenOff && plaque.rating === rating.id && plaque.grade === held.grade)
}

/** Why a plaque that hangs has to come off; undefined while what stands on it holds. */
export function whyOff(
  plaque: Plaque,
  rating: Rating,
  held: GradeInForce | null,
  today: PlainDate,
): OffReason | undefined {
  if (rating.vetoed) return 'veto'
  if (!rating.certificate) return 'appeal'
  if (rating.state === 'expired' || plaque.until < today) return 'expiry'
  if (rating.grade !== plaque.grade) return 'downgrade'
  return held && held.cycle > plaque.cycle ? 'replaced' : undefined
}

export interface HandOver {
  readonly id: string
  readonly on: PlainDate
}

/** Hands the plaque of a certificate over; not before the certificate and not in days to come. */
export function handOver(
  rating: Rating,
  held: GradeInForce | null,
  own: readonly Plaque[],
  { id, on }: HandOver,
  hand: Hand,
): Plaque | Refusal {
  const { certificate, grade } = rating
  if (!isToHandOver(rating, held, own) || !certificate || grade === null || grade === 'notQualified')
    return no.noPlaqueDue({ name: rating.name })
  if (on > hand.today) return no.futureDate({ date: on })
  if (on < certificate.from) return no.tooEarly({ date: certificate.from })
  const { cycle, community, name, subdistrict } = rating
  return {
    ...{ id, rating: rating.id, cycle, community, name, subdistrict, grade },
    ...{ number: certificate.number, until: certificate.until },
    handedOver: { on, by: hand.by.id, byName: hand.by.name, at: hand.now },
  }
}

/** Takes a plaque off. `due` is why it has to come off by the records; without that a reason has to be written. */
export function takeOff(
  plaque: Plaque,
  { on, note, due }: { readonly on: PlainDate; readonly note: string; readonly due: OffReason | undefined },
  hand: Hand,
): Plaque | Refusal {
  if (plaque.takenOff) return no.alreadyOff({ date: plaque.takenOff.on })
  if (!due && note.trim() === '') return no.reasonNeeded()
  const fault = note.trim() === '' ? undefined : textFault({ field: words.note, text: note, most: 300 })
  if (fault) return fault
  if (on > hand.today) return no.futureDate({ date: on })
  if (on < plaque.handedOver.on) return no.tooEarly({ date: plaque.handedOver.on })
  const reason = due ?? 'replaced'
  return {
    ...plaque,
    takenOff: { on, reason, note: note.trim(), by: hand.by.id, byName: hand.by.name, at: hand.now },
  }
}

export function offReasonName(reason: OffReason): Text {
  switch (reason) {
    case 'veto':
      return words.offVeto
    case 'downgrade':
      return words.offDowngrade
    case 'expiry':
      return words.offExpiry
    case 'appeal':
      return words.offAppeal
    case 'replaced':
      return words.offReplaced
  }
}
