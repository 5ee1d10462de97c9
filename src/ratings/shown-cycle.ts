import { sheets } from '../registers/store.ts'
import type { Reading } from '../shared/store/port.ts'
import type { Cycle } from './cycle.ts'
import { ratingCycles, ratings } from './store.ts'

/** Whose figures a page shows. */
interface ShownCycle {
  readonly cycle: Cycle
  /** A newer one that is open and has no figures yet. */
  readonly ahead: Cycle | undefined
}

/**
 * The newest cycle that has figures, so that opening the next year does not empty a page at once; the newest of all while
 * none has any, and undefined before the first is opened.
 */
export async function shownCycle(
  from: Reading,
  has: (from: Reading, cycle: Cycle) => Promise<boolean>,
): Promise<ShownCycle | undefined> {
  const newestFirst = (await from.all(ratingCycles)).toReversed()
  const [newest] = newestFirst
  if (!newest) return undefined
  for (const cycle of newestFirst)
    if (await has(from, cycle)) return { cycle, ahead: cycle === newest ? undefined : newest }
  return { cycle: newest, ahead: undefined }
}

/** Whether anything of the year was filled in: a self-assessment begun, or a register. */
export async function isBegun(from: Reading, { id }: Cycle): Promise<boolean> {
  if ((await from.list(ratings, 'cycle', id)).some(({ revision }) => revision > 0)) return true
  return (await from.list(sheets, 'year', id)).length > 0
}

/** Whether any grade of the year was decided. */
export async function isGraded(from: Reading, { id }: Cycle): Promise<boolean> {
  return (await from.list(ratings, 'cycle', id)).some(
    ({ grade, state }) => grade !== null || state === 'expired',
  )
}
