import type { BulletinParts } from './bulletins/issuing.ts'
import { workdaysOf } from './rating-parts.ts'
import { summaryReader } from './read-summary.ts'
import type { Kit } from './shared/kit.ts'

/** What the other rooms tell the bulletins. */
export function bulletinParts(kit: Kit): BulletinParts {
  // Good examples come from the register that keeps them, as soon as there is one.
  return { summary: summaryReader(kit), workdays: workdaysOf(kit), highlights: async () => [] }
}
