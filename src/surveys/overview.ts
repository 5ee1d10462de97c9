import { rememberBeside } from '../shared/remember.ts'
import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { countedOf } from './counting.ts'
import { type Figures, type GroupFigures, groupFigures } from './figures.ts'
import type { Basis, Levels } from './rates.ts'
import { begunOf, type Round, type RoundUnit, stateOn } from './round.ts'
import { rounds } from './store.ts'
import { type Counts, tallyOf } from './tally.ts'

/** A community's or a group's satisfaction, as the summary and the rating take it over. */
export interface Satisfaction extends Figures {
  readonly round: string
  readonly basis: Basis
  /** The official rate, on `basis`; null while nobody has given a valid answer. */
  readonly rate: number | null
  /** The share that the round is measured against, 0 to 1. */
  readonly target: number
}

export interface SatisfactionBook {
  /** Of the newest round that asked about the unit; undefined where none did. */
  of(unit: string): Satisfaction | undefined
  /**
   * Pooled over those of the units that one round asked about, for rounds are never mixed: the newest that asked at least half
   * of them, so that a round of a few units does not speak for a district; where none did, the newest.
   */
  together(units: readonly string[]): (Satisfaction & GroupFigures) | undefined
}

/** A time in which rounds count, by their first day; both days included. */
export interface Within {
  readonly starts: PlainDate
  readonly ends: PlainDate
}

/**
 * What residents said of each unit in the newest round that has begun (within a cycle, where one is given); the overall question
 * only. Until an answer comes it is the same book, which remembers what it was asked.
 */
export async function satisfactionOf(
  store: Store,
  today: PlainDate,
  within?: Within,
): Promise<SatisfactionBook> {
  const all = await store.all(rounds)
  const asking = askingOn(all, today, within?.starts, within?.ends)
  const counted = new Map<string, Counts>()
  let state = ''
  for (const { id } of asking.rounds) {
    const now = await countedOf(store, id)
    state += `${id} ${now.state};`
    counted.set(id, now.counted)
  }
  const last = books.get(asking)
  if (last?.state === state) return last.book
  const book = bookOf(asking, counted, today)
  books.set(asking, { state, book })
  return book
}

/** What each round's answers last made; counters go on counting, so it is their state that tells whether it still holds. */
const books = new WeakMap<Asking, { readonly state: string; readonly book: SatisfactionBook }>()

interface Asking {
  /** The newest round that asked about each unit. */
  readonly newest: ReadonlyMap<string, Round>
  /** Those rounds, with their units by code. */
  readonly rounds: ReadonlySet<Round>
  readonly asked: ReadonlyMap<Round, ReadonlyMap<string, RoundUnit>>
}

const askingOn = rememberBeside(
  (all: readonly Round[], today: PlainDate, starts?: PlainDate, ends?: PlainDate): Asking => {
    const begun = begunOf(all, today).filter(
      ({ opens }) => !starts || !ends || (starts <= opens && opens <= ends),
    )
    const newest = new Map(begun.flatMap(round => round.units.map(unit => [unit.code, round] as const)))
    const used = new Set(newest.values())
    const asked = new Map(
      [...used].map(round => [round, new Map(round.units.map(unit => [unit.code, unit]))]),
    )
    return { newest, rounds: used, asked }
  },
)

function bookOf(
  { newest, asked }: Asking,
  counted: ReadonlyMap<string, Counts>,
  today: PlainDate,
): SatisfactionBook {
  const known = new Map<string, Satisfaction | undefined>()
  const tallied = (round: Round, unit: RoundUnit) =>
    tallyOf(counted.get(round.id) ?? noCounts, unit.code, round.form.overall)
  const read = (code: string) => {
    const round = newest.get(code)
    const unit = round && asked.get(round)?.get(code)
    if (!round || !unit) return undefined
    const { levels, dontKnow } = tallied(round, unit)
    return ofOne(unit, round, stateOn(round, today) === 'closed', dontKnow, ...levels)
  }
  return {
    of(code) {
      if (!known.has(code)) known.set(code, read(code))
      return known.get(code)
    },
    together(codes) {
      const wanted = [...new Set(codes)]
      const candidates = begunOf([...new Set(wanted.flatMap(code => newest.get(code) ?? []))], today).map(
        round => ({ round, units: wanted.flatMap(code => asked.get(round)?.get(code) ?? []) }),
      )
      const chosen =
        candidates.findLast(({ units }) => units.length * 2 >= wanted.length) ?? candidates.at(-1)
      if (!chosen) return undefined
      const { round, units } = chosen
      const members = units.map(unit => ({ unit, tally: tallied(round, unit) }))
      return satisfaction(round, stateOn(round, today) === 'closed', members)
    },
  }
}

const noCounts: Counts = new Map()

/** A unit's satisfaction is the same until its own answers change, so that an answer alters one line of a thousand. */
const ofOne = rememberBeside(
  (unit: RoundUnit, round: Round, isClosed: boolean, dontKnow: number, ...levels: Levels) =>
    satisfaction(round, isClosed, [{ unit, tally: { levels, dontKnow } }]),
  2,
)

function satisfaction(
  round: Round,
  isClosed: boolean,
  members: Parameters<typeof groupFigures>[0],
): Satisfaction & GroupFigures {
  const figures = groupFigures(members, round)
  return {
    ...figures,
    answersNeeded: isClosed ? null : figures.answersNeeded,
    round: round.id,
    basis: round.basis,
    rate: figures[round.basis],
    target: round.standard.target,
  }
}
