import type { Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { councilCategories, type FieldName } from './fields.ts'
import { councilOf } from './figures.ts'
import { no } from './refusals.ts'
import type { Values } from './sheet.ts'
import { fieldTitle } from './words.ts'

/** What a sheet is held against. */
export interface Limits {
  /** How long a council sits, by the standards. */
  readonly termYears: number
  /** Residents of the community, where they are known. */
  readonly population: number | undefined
}

export interface Contradiction {
  /** Where it is shown: the entry that brought it about. */
  readonly field: FieldName
  readonly refusal: Refusal
}

/** Sums of which the first is a part of the second. */
const sums = [
  ['fundsSpent', 'fundsReceived'],
  ['vicePaid', 'viceDue'],
  ['leadersPaid', 'leadersDue'],
] as const satisfies readonly (readonly [part: FieldName, whole: FieldName])[]

const seats = councilCategories.map(category => `council_${category}` as const)

/**
 * What cannot be true of a sheet's values together. Only entries of `changed` are looked at, so that what an older
 * record says does not stop a correction elsewhere on the page.
 */
export function contradictions(
  values: Values,
  changed: readonly FieldName[],
  { termYears, population }: Limits,
  today: PlainDate,
): readonly Contradiction[] {
  const touched = (...names: readonly FieldName[]) => names.find(name => changed.includes(name))
  const found: Contradiction[] = []
  for (const [part, whole] of sums) {
    const field = touched(part, whole)
    if (field && above(values[part], values[whole]))
      found.push({
        field,
        refusal: no.partAboveWhole({ part: fieldTitle(part), whole: fieldTitle(whole) }),
      })
  }
  const { members, termEnds } = values
  const inCouncil = touched('members', ...seats)
  const { size } = councilOf({ values })
  if (inCouncil && above(size, members))
    found.push({ field: inCouncil, refusal: no.councilAboveMembers({ size, members: Number(members) }) })
  if (touched('members') && above(members, population))
    found.push({ field: 'members', refusal: no.membersAbovePopulation({ population: population ?? 0 }) })
  if (touched('termEnds') && typeof termEnds === 'string' && termEnds > yearsAfter(today, termYears))
    found.push({ field: 'termEnds', refusal: no.termTooLong({ years: termYears }) })
  return found
}

function above(part: unknown, whole: unknown): boolean {
  return typeof part === 'number' && typeof whole === 'number' && part > whole
}

function yearsAfter(day: PlainDate, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}
