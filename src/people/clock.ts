import type { Kit } from '../shared/kit.ts'
import { forgetOldKeys } from './sessions.ts'

/** What the minute tick asks of this room. */
export function peopleClock(kit: Kit): () => Promise<void> {
  return () => forgetOldKeys(kit)
}
