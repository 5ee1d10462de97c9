import { hash } from 'node:crypto'
import type { Store } from '../shared/store/port.ts'
import type { Answer } from './answer.ts'
import type { Tally } from './rates.ts'
import type { Round } from './round.ts'
import { type Signal, signals } from './signal.ts'
import { answers, exclusions } from './store.ts'
import { countersOf, tallyOf } from './tally.ts'

/** An answer with a signal: what it says by level, and nothing that its writer wrote. */
export interface Flagged {
  readonly id: string
  readonly unit: string
  readonly hour: string
  readonly flags: readonly Signal[]
  /** The themes' answers in the order of the form. */
  readonly said: readonly (string | undefined)[]
}

/** One signal in the answers about one unit. */
export interface SignalOf {
  readonly unit: string
  readonly signal: Signal
}

/** What a list of them is narrowed to. */
export interface Narrowing {
  readonly unit?: string | undefined
  readonly signal?: Signal | undefined
}

/** All answers of a unit with a signal which nobody has proposed to leave out; one with several signals is in several groups. */
export interface SignalGroup extends SignalOf {
  readonly count: number
  /** What they say to the overall question. */
  readonly said: Tally
  /** The same as long as it is these answers and no others. */
  readonly seal: string
}

export interface ReviewQueue {
  /** Those asked for, by unit and hour; at most so many as were asked for. */
  readonly flagged: readonly Flagged[]
  /** How many those asked for are. */
  readonly count: number
  /** How many wait in all. */
  readonly waiting: number
  /** Of all units, the largest first. */
  readonly groups: readonly SignalGroup[]
  /** How many answers of the round were looked through: what comes later stands behind them. */
  readonly seen: number
}

/** The answers with signals that nobody has proposed to leave out: all of them in groups, and those of `only` one by one. */
export async function reviewQueue(
  store: Store,
  round: Round,
  { most, only }: { readonly most: number; readonly only: Narrowing },
): Promise<ReviewQueue> {
  const groups = new Map<string, Gathered>()
  const flagged: Flagged[] = []
  let [waiting, count] = [0, 0]
  const seen = await eachWaiting(store, round, Number.POSITIVE_INFINITY, (answer, flags) => {
    waiting += 1
    for (const signal of flags) gather(groups, { unit: answer.unit, signal }, answer)
    if (only.unit !== undefined && only.unit !== answer.unit) return
    if (only.signal !== undefined && !flags.includes(only.signal)) return
    count += 1
    if (flagged.length < most) flagged.push(shown(answer, flags, round))
  })
  return {
    flagged: flagged.toSorted(byUnitAndHour),
    count,
    waiting,
    groups: [...groups.values()].map(group => groupOf(group, round)).toSorted(largestFirst),
    seen,
  }
}

/** What is to be proposed as a group: its answers, and what they add to the round's counters. */
export interface Gathered extends SignalOf {
  readonly ids: string[]
  readonly counters: Record<string, number>
}

/**
 * The groups asked for, in that order, of the first `seen` answers. `whole` holds all of a group, `own` what no group before it
 * holds, too.
 */
export async function gatherGroups(
  store: Store,
  round: Round,
  asked: readonly SignalOf[],
  seen: number,
): Promise<readonly { readonly whole: Gathered; readonly own: Gathered }[]> {
  const groups = asked.map(({ unit, signal }) => ({
    whole: nothingOf({ unit, signal }),
    own: nothingOf({ unit, signal }),
  }))
  await eachWaiting(store, round, seen, (answer, flags) => {
    const holding = groups.filter(({ whole }) => whole.unit === answer.unit && flags.includes(whole.signal))
    for (const { whole } of holding) add(whole, answer)
    if (holding[0]) add(holding[0].own, answer)
  })
  return groups
}

export function sealOf({ ids }: Pick<Gathered, 'ids'>): string {
  return hash('sha256', ids.toSorted().join(' ')).slice(0, 16)
}

/** Ids of answers about which something was proposed and not rejected. */
export async function underReview(from: Pick<Store, 'list'>, round: string): Promise<ReadonlySet<string>> {
  const open = (await from.list(exclusions, 'round', round)).filter(({ state }) => state !== 'rejected')
  return new Set(open.flatMap(exclusion => exclusion.answers))
}

/** As a reviewer sees an answer. */
export function shown({ id, unit, hour, choices }: Answer, flags: readonly Signal[], round: Round): Flagged {
  const said = round.form.themes.map(({ name }) => {
    const choice = choices[name]
    return choice === undefined ? undefined : String(choice)
  })
  return { id, unit, hour, flags, said }
}

export function byUnitAndHour(a: Flagged, b: Flagged): number {
  const [one, other] = [a, b].map(({ unit, hour, id }) => `${unit} ${hour} ${id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** Goes through the first `most` answers of a round, and says how many there were. */
async function eachWaiting(
  store: Store,
  round: Round,
  most: number,
  visit: (answer: Answer, flags: readonly Signal[]) => void,
): Promise<number> {
  const proposed = await underReview(store, round.id)
  let at = 0
  for await (const piece of store.factPieces(answers, round.id)) {
    for (const answer of piece) {
      if (at === most) return at
      at += 1
      if (answer.flags && !proposed.has(answer.id)) visit(answer, answer.flags)
    }
  }
  return at
}

const keyOf = ({ unit, signal }: SignalOf) => `${unit} ${signal}`

const nothingOf = (of: SignalOf): Gathered => ({ ...of, ids: [], counters: {} })

function gather(groups: Map<string, Gathered>, of: SignalOf, answer: Answer): void {
  const group = groups.get(keyOf(of)) ?? nothingOf(of)
  groups.set(keyOf(of), group)
  add(group, answer)
}

function add({ ids, counters }: Gathered, answer: Answer): void {
  ids.push(answer.id)
  addCounters(counters, answer)
}

export function addCounters(counters: Record<string, number>, answer: Answer): void {
  for (const name of countersOf(answer)) counters[name] = (counters[name] ?? 0) + 1
}

function groupOf(group: Gathered, round: Round): SignalGroup {
  const { unit, signal, ids, counters } = group
  const said = tallyOf(new Map(Object.entries(counters)), unit, round.form.overall)
  return { unit, signal, count: ids.length, said, seal: sealOf(group) }
}

function largestFirst(a: SignalGroup, b: SignalGroup): number {
  if (a.count !== b.count) return b.count - a.count
  if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1
  return signals.indexOf(a.signal) - signals.indexOf(b.signal)
}
