import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { communitiesOn, type UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { Basis } from './rates.ts'
import { no } from './refusals.ts'
import { lastDayOf, type Round, type RoundForm, type RoundUnit, stateOn } from './round.ts'
import type { Standard } from './standard.ts'

/** What a round is opened with, besides the form. */
export interface Opening {
  /** `all`: every community that exists on the first day. A subdistrict's code stands for its communities. */
  readonly units: 'all' | readonly string[]
  readonly opens: PlainDate
  readonly closes: PlainDate
  readonly basis: Basis
  /** See `Round`; none by default. */
  readonly typingDays?: number
  /** Whether an answer needs a one-time code; without it anybody with the link can answer. */
  readonly coded?: boolean
}

export interface OpeningMeans {
  readonly id: string
  readonly newLink: () => string
  readonly tree: UnitTree
  readonly standard: Standard
  readonly by: string
  readonly today: PlainDate
}

/** A new round with its units frozen, each with a link of its own. */
export function openRound(opening: Opening, form: RoundForm, means: OpeningMeans): Round | Refusal {
  const { opens, closes, basis } = opening
  const { today, by } = means
  if (closes < opens) return no.closesBeforeOpens({ opens, closes })
  if (closes < today) return no.closesInPast({ closes, today })
  const chosen = chosenUnits(opening, means.tree)
  if (isRefusal(chosen)) return chosen
  return {
    id: means.id,
    form,
    asker: means.tree.district?.name ?? '',
    basis,
    standard: means.standard,
    opens,
    closes,
    closed: null,
    typingDays: opening.typingDays ?? 0,
    typed: null,
    coded: opening.coded ?? false,
    units: chosen.map(unit => frozen(unit, means)),
    changes: [{ kind: 'opened', on: today, by }],
  }
}

function chosenUnits({ units, opens }: Opening, tree: UnitTree): readonly Unit[] | Refusal {
  const exists = (unit: Unit) => isOpenOn(unit, opens)
  const unknown = units === 'all' ? [] : units.filter(code => !tree.find(code))
  if (unknown.length > 0) return no.unknownUnits({ codes: unknown.join('、') })
  const chosen = units === 'all' ? communitiesOn(tree, opens) : units.flatMap(code => surveyed(code, tree))
  const distinct = [...new Map(chosen.filter(exists).map(unit => [unit.id, unit])).values()]
  return distinct.length === 0 ? no.noUnits() : distinct
}

/** A community or window itself; for the levels above, the communities below. */
function surveyed(code: string, tree: UnitTree): readonly Unit[] {
  return tree
    .within(code)
    .filter(unit => unit.level === 'community' || (unit.id === code && unit.level === 'window'))
}

function frozen(unit: Unit, { tree, newLink }: OpeningMeans): RoundUnit {
  const above = tree.above(unit.id, 'subdistrict')
  return {
    code: unit.id,
    name: unit.name,
    level: unit.level,
    subdistrict: above ? { code: above.id, name: above.name } : null,
    ...(unit.population === undefined ? {} : { population: unit.population }),
    ...(unit.households === undefined ? {} : { households: unit.households }),
    link: newLink(),
  }
}

/** Ends a round by hand, also one that has not begun. */
export function closeRound(round: Round, by: string, today: PlainDate): Round | Refusal {
  if (['typing', 'closed'].includes(stateOn(round, today)))
    return no.alreadyClosed({ date: lastDayOf(round) })
  return { ...round, closed: today, changes: [...round.changes, { kind: 'closed', on: today, by }] }
}

/** Says that all paper forms are typed, so that the round is published before the days for it are over. */
export function finishTyping(round: Round, by: string, today: PlainDate): Round | Refusal {
  if (stateOn(round, today) !== 'typing') return no.notTyping()
  return { ...round, typed: today, changes: [...round.changes, { kind: 'typed', on: today, by }] }
}

/** Takes answers again until a new last day; the reason is kept. */
export function reopenRound(
  round: Round,
  { reason, closes }: { readonly reason: string; readonly closes: PlainDate },
  by: string,
  today: PlainDate,
): Round | Refusal {
  if (!['typing', 'closed'].includes(stateOn(round, today))) return no.notClosed()
  if (reason.trim() === '') return no.reasonNeeded()
  if (closes < today) return no.closesInPast({ closes, today })
  const change = { kind: 'reopened', on: today, by, reason: reason.trim() } as const
  return { ...round, closes, closed: null, typed: null, changes: [...round.changes, change] }
}
