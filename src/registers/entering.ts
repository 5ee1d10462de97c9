import type { Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { type Contradiction, contradictions, type Limits } from './contradictions.ts'
import { fieldNames, fieldOf } from './fields.ts'
import { no } from './refusals.ts'
import type { Entry, Hand, Sheet, Values, Wanted } from './sheet.ts'

/**
 * The sheet with what was entered; the same one when nothing is news. Refuses (409) what somebody else changed after
 * `base`, and (422) values that cannot be true together.
 */
export function enter(
  sheet: Sheet,
  { wanted, base, way }: { readonly wanted: Wanted; readonly base?: number; readonly way: Entry['way'] },
  limits: Limits,
  hand: Hand,
): Sheet | Refusal {
  const changes = changesOf(sheet, wanted)
  if (changes.length === 0) return sheet
  const later = new Set(
    sheet.history
      .slice(base ?? sheet.history.length)
      .flatMap(entry => entry.changes.map(({ field }) => field)),
  )
  if (changes.some(({ field }) => later.has(field))) return no.changedMeanwhile()
  const [wrong] = contradictionsIn(sheet, wanted, limits, hand.today)
  if (wrong) return wrong.refusal
  const values = withWanted(sheet, wanted)
  const touched = changes.map(({ field }) => [fieldOf(field).section, hand.today] as const)
  return {
    ...sheet,
    values,
    updated: { ...sheet.updated, ...Object.fromEntries(touched) },
    history: [...sheet.history, { at: hand.now, by: hand.by.id, byName: hand.by.name, way, changes }],
  }
}

/** What would contradict itself in a sheet once something was entered. */
export function contradictionsIn(
  sheet: Sheet,
  wanted: Wanted,
  limits: Limits,
  today: PlainDate,
): readonly Contradiction[] {
  const changed = changesOf(sheet, wanted).map(({ field }) => field)
  return contradictions(withWanted(sheet, wanted), changed, limits, today)
}

function withWanted({ values }: Sheet, wanted: Wanted): Values {
  return Object.fromEntries(
    Object.entries({ ...values, ...wanted }).filter(([, value]) => value !== null),
  ) as Values
}

function changesOf({ values }: Sheet, wanted: Wanted): Entry['changes'] {
  return fieldNames.flatMap(field => {
    const to = wanted[field]
    const from = values[field] ?? null
    return to === undefined || to === from ? [] : [{ field, from, to }]
  })
}
