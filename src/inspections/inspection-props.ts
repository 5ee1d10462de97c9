import type { FollowUp } from '../followups/follow-up.ts'
import type { AnswerError, Data } from '../forms/verdict.ts'
import type { Instant, PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults, Typed } from '../shared/web/form.tsx'
import type { Inspection } from './inspection.ts'
import type { Sheet } from './sheet.ts'

export interface InspectionProps {
  readonly view: View
  readonly sheet: Sheet
  readonly inspection: Inspection
  readonly today: PlainDate
  /** What the viewer may do: work on it, answer for the unit, look a second time. */
  readonly may: { readonly inspect: boolean; readonly reply: boolean; readonly recheck: boolean }
  /** What the own sheet begins with. */
  readonly answers: Data
  readonly own: boolean
  readonly followUps: readonly FollowUp[]
  readonly nameOf: (person: string) => string
  readonly timeText: (at: Instant) => string
  readonly errors?: readonly AnswerError[] | undefined
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** What a form gives back to its fields. */
export function givenOf({ view, typed, faults }: InspectionProps) {
  return { view, ...(typed && { typed }), ...(faults && { faults }) }
}
