import type { FollowUp } from '../followups/follow-up.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults, Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { Attachment } from './attachments.ts'
import type { Board } from './board.ts'
import type { Linked } from './linking.ts'
import type { Meeting } from './meeting.ts'

/** What the viewer may do here. */
export interface May {
  readonly signIn: boolean
  /** Ask for leave, or send a deputy. */
  readonly excuse: boolean
  readonly convene: boolean
  readonly correct: boolean
  /** Look at the inspection of the meeting, or begin it. */
  readonly inspect: boolean
  /** Staff and conveners see names; others only the numbers and themselves. */
  readonly seeNames: boolean
}

export interface MeetingProps {
  readonly view: View
  readonly zone: string
  readonly meeting: Meeting
  readonly unit: Unit | undefined
  readonly board: Board
  readonly own: string | undefined
  readonly may: May
  readonly resolutions: readonly FollowUp[]
  readonly owners: readonly Unit[]
  readonly files: readonly Attachment[]
  readonly linked: Linked
  readonly unitName: (unit: string) => string
  readonly over: boolean
  readonly nameOf: (person: string) => string
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}
