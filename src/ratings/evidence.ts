import { z } from 'zod'
import { type Role, roles } from '../shared/actor.ts'
import { keptFields, megabyte, spaceTaken } from '../shared/files/sent.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema } from '../shared/time.ts'
import type { Source } from './figures.ts'
import type { Hand } from './perform.ts'
import { mayDo } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import type { Item, Rubric, RubricSettings } from './rubric.ts'

/** A file shown for an item. */
export const evidenceSchema = z
  .object({
    id: z.string(),
    rating: z.string(),
    community: z.string(),
    item: z.string(),
    ...keptFields,
    at: instantSchema,
    by: z.string(),
    byName: z.string(),
    /** As what they added it: only the same level takes it back. */
    level: z.enum(roles),
    /** Taken back: no longer shown, and no longer counted. The record stays. */
    removed: z.object({ at: instantSchema, by: z.string(), byName: z.string() }).readonly().optional(),
  })
  .readonly()
export type Evidence = z.infer<typeof evidenceSchema>

/**
 * As what a person may add and take back files now: whoever may fill in or score now, so that what was accepted stays
 * as it was. Undefined when it is not for them.
 */
export function attachingAs(rating: Rating, hand: Hand): Role | undefined {
  const may = mayDo(rating, hand)
  if (may.includes('save')) return 'lead'
  if (may.includes('score')) return 'subdistrict'
  return may.includes('check') ? 'district' : undefined
}

/**
 * Adds a file to an item. A content that the item shows already is not added twice; refused when the item or the
 * association has no room left.
 */
export function attach(
  file: Evidence,
  there: readonly Evidence[],
  { itemFiles, quotaMegabytes }: RubricSettings['evidence'],
): Evidence | Refusal {
  const shown = there.filter(isShown)
  const atItem = shown.filter(each => each.item === file.item)
  const same = atItem.find(each => each.hash === file.hash)
  if (same) return same
  if (atItem.length >= itemFiles) return no.itemFull({ item: file.item, limit: itemFiles })
  if (spaceTaken([...shown, file]) > quotaMegabytes * megabyte) return no.quotaFull({ limit: quotaMegabytes })
  return file
}

export function isShown({ removed }: Evidence): boolean {
  return removed === undefined
}

/** Figures from these have their records behind them: sheets, minutes, answers. */
const recorded: readonly Source[] = ['meetings', 'inspections', 'followups', 'surveys', 'veto']

/** Items for which the association shows nothing yet, and no records speak. */
export function missingEvidence(rubric: Rubric, files: readonly Evidence[]): readonly Item[] {
  const shown = new Set(files.filter(isShown).map(({ item }) => item))
  return rubric.items.filter(({ id, source }) => !recorded.includes(source) && !shown.has(id))
}
