import type { Kit } from '../kit.ts'
import type { KeptFiles } from './kept-files.ts'

/** Files that nothing shows are kept for a day: an upload may be under way. */
const dayMs = 24 * 60 * 60 * 1000

/** A room's folder, and the hashes of what its records still show. */
export interface Swept {
  readonly files: KeptFiles
  readonly shown: () => Promise<ReadonlySet<string>>
}

/** What the minute tick does once a day: asks every room that keeps files what it still shows, and deletes the rest. */
export function filesClock({ now }: Pick<Kit, 'now'>, rooms: readonly Swept[]): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    const at = Date.parse(now())
    if (at < last + dayMs) return
    for (const { files, shown } of rooms) await files.sweep(await shown(), at - dayMs)
    last = at
  }
}
