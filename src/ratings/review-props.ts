import type { View } from '../shared/web/env.ts'
import type { Faults } from '../shared/web/form.tsx'
import type { Opened } from './desk.ts'
import type { Evidence } from './evidence.ts'
import type { Reviewer, ReviewInput } from './review.ts'

/** What the scoring table is drawn from. */
export interface ReviewProps extends Opened {
  readonly view: View
  readonly level: Reviewer
  readonly files: readonly Evidence[]
  /** What was sent and is not saved. */
  readonly sent?: ReviewInput
  readonly faults?: Faults
  /** What somebody else of the level changed meanwhile, in sentences. */
  readonly theirs?: readonly string[]
  readonly saved: boolean
}
