import type { Rating } from './rating.ts'
import type { Action } from './steps.ts'

/** Whose columns of a form: the association's own, or those of a level that scores. */
export type Side = 'self' | 'subdistrict' | 'district'

const savedBy: Readonly<Record<Side, Action>> = { self: 'save', subdistrict: 'score', district: 'check' }

/** A field that somebody changed after a form was drawn: what it was then, what it is now, and who was the last. */
export interface Meanwhile {
  readonly item: string
  readonly field: string
  readonly from: string
  readonly to: string
  readonly who: string
}

/** What was changed on a side of the form after the revision `base`, once for each field; what was changed back is not. */
export function changedAfter({ history }: Pick<Rating, 'history'>, side: Side, base: number) {
  const found = new Map<string, Meanwhile>()
  for (const { action, revision = 0, changes, byName: who } of history) {
    if (action !== savedBy[side] || revision <= base) continue
    for (const { item, field = '', from, to } of changes) {
      const key = `${item} ${field}`
      found.set(key, { item, field, from: found.get(key)?.from ?? from, to, who })
    }
  }
  return [...found.values()].filter(({ from, to }) => from !== to)
}

/** The revision at which an item was last changed on a side. */
export function touchedAt({ touched }: Pick<Rating, 'touched'>, side: Side, item: string): number {
  return touched[`${side}:${item}`] ?? touched[side] ?? 0
}

/** One field as it stands, as it was sent, and what was shown in its place where it was empty. */
export interface SentField {
  readonly field: string
  readonly now: string
  readonly sent: string
  readonly shown?: string
}

export interface Reconciled {
  /** Fields that the sender changes. */
  readonly mine: readonly SentField[]
  /** Fields that both changed, to different things: the sender has to decide. */
  readonly both: readonly Meanwhile[]
}

/**
 * Compares an item as it was sent with what others did since the form was drawn (`base`). What only they changed is
 * theirs and stays; what only the sender changed is the sender's; what both changed is for a person to decide.
 */
export function reconcile(
  rating: Rating,
  side: Side,
  item: string,
  base: number,
  fields: readonly SentField[],
): Reconciled {
  const differing = fields.filter(({ now, sent }) => now !== sent)
  const at = touchedAt(rating, side, item)
  if (at <= base || differing.length === 0) return { mine: differing, both: [] }
  const told = rating.history.some(({ revision }) => revision === at)
  const theirs = changedAfter(rating, side, base).filter(each => each.item === item)
  const mine: SentField[] = []
  const both: Meanwhile[] = []
  for (const each of differing) {
    const { field, now, sent, shown } = each
    const found = theirs.find(one => one.field === field)
    if (!found && told) mine.push(each)
    else if (!found) both.push({ item, field, from: '', to: now, who: '' })
    else if (sent !== found.from && !(found.from === '' && sent === shown)) both.push(found)
  }
  return { mine, both }
}
