import type { Child } from 'hono/jsx'
import type { FollowUp } from '../followups/follow-up.ts'
import type { Again } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import type { Opened } from './desk.ts'
import type { Evidence } from './evidence.ts'
import type { Explanation } from './grade.ts'

/** What the page of a rating is drawn from. */
export interface RatingProps extends Opened {
  readonly view: View
  readonly explanation: Explanation
  readonly files: readonly Evidence[]
  /** What the ledger holds of this rating's rectifications. */
  readonly rectifications: readonly FollowUp[]
  /** A form of the page that was refused. */
  readonly again?: Again | undefined
  /** Whether the reader may appeal against it today. */
  readonly mayAppeal: boolean
  /** The appeal, where there is or can be one. */
  readonly children?: Child
}
