import type { FollowUp } from '../followups/follow-up.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { View, Web } from '../shared/web/env.ts'
import type { Faults, Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { Attachment } from './attachments.ts'
import type { Board } from './board.ts'
import type { District } from './calling.ts'
import type { Following } from './following.ts'
import type { Linked } from './linking.ts'
import type { Meeting } from './meeting.ts'
import type { Phase } from './phase.ts'
import type { UrgeStage } from './urge-shape.ts'
import type { urgeRest } from './urging.ts'

/** What the viewer may do here. */
export interface May {
  readonly signIn: boolean
  readonly leaveEarly: boolean
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
  /** Who of the own unit could come instead, by name. */
  readonly colleagues: readonly Pick<Person, 'id' | 'name'>[]
  /** Of a community meeting: how long after the subdistrict's. */
  readonly following: Following | undefined
  readonly may: May
  readonly resolutions: readonly FollowUp[]
  readonly owners: readonly Unit[]
  readonly files: readonly Attachment[]
  readonly linked: Linked
  readonly unitName: (unit: string) => string
  readonly over: boolean
  readonly phase: Phase
  /** To what those who have not answered can be urged, whether there is anybody, and until when they are left alone. */
  readonly urging: { readonly stage: UrgeStage; readonly rest: ReturnType<typeof urgeRest> } | undefined
  readonly nameOf: (person: string) => string
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** What a form that was not taken gives back to the page, and with which status. */
export interface Given {
  readonly typed?: Typed
  readonly faults?: Faults
  readonly status?: Refusal['status']
}

/** What a meeting's sub-pages are handed: who may see it, its page, and the way back to it. */
export interface MeetingParts {
  readonly seen: (c: Web) => Promise<{ meeting: Meeting; district: District } | Refusal>
  readonly propsOf: (c: Web) => Promise<MeetingProps | Refusal>
  readonly onePage: (c: Web, given?: Given) => Promise<Response>
  /** Back to the page: with the fault at its field where typing again helps, else with the refusal alone. */
  readonly after: (c: Web, outcome: unknown, field: string, typed: Typed) => Response | Promise<Response>
}
