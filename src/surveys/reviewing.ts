import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Answer } from './answer.ts'
import { decide, type Exclusion } from './exclusion.ts'
import { no } from './refusals.ts'
import type { Round } from './round.ts'
import type { Signal } from './signal.ts'
import { answers, exclusions } from './store.ts'
import { countersOf } from './tally.ts'

/** An answer with a signal: what it says by level, and nothing that its writer wrote. */
export interface Flagged {
  readonly id: string
  readonly unit: string
  readonly hour: string
  readonly flags: readonly Signal[]
  /** The themes' answers in the order of the form. */
  readonly said: readonly (string | undefined)[]
}

/** Who does something, and on which day. */
export interface Reviewer {
  readonly by: string
  readonly today: PlainDate
}

/** The answers with signals that nobody has proposed to leave out; at most `most`, and how many there are. */
export async function reviewQueue(
  store: Store,
  round: Round,
  most: number,
): Promise<{ readonly flagged: readonly Flagged[]; readonly count: number }> {
  const proposed = await underReview(store, round.id)
  const flagged: Flagged[] = []
  let count = 0
  for await (const answer of store.facts(answers, round.id)) {
    if (!answer.flags || proposed.has(answer.id)) continue
    count += 1
    if (flagged.length < most) flagged.push(shown(answer, answer.flags, round))
  }
  return { flagged: flagged.toSorted((a, b) => order(a, b)), count }
}

function shown({ id, unit, hour, choices }: Answer, flags: readonly Signal[], round: Round): Flagged {
  const said = round.form.themes.map(({ name }) => {
    const choice = choices[name]
    return choice === undefined ? undefined : String(choice)
  })
  return { id, unit, hour, flags, said }
}

function order(a: Flagged, b: Flagged): number {
  const [one, other] = [a, b].map(({ unit, hour, id }) => `${unit} ${hour} ${id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** Ids of answers about which something was proposed and not rejected. */
async function underReview(from: Pick<Store, 'list'>, round: string): Promise<ReadonlySet<string>> {
  const open = (await from.list(exclusions, 'round', round)).filter(({ state }) => state !== 'rejected')
  return new Set(open.flatMap(exclusion => exclusion.answers))
}

/** Proposes to leave answers out: only such as have a signal, and each once. */
export async function proposeExclusion(
  store: Store,
  round: Round,
  { id, ids, reason }: { readonly id: string; readonly ids: readonly string[]; readonly reason: string },
  { by, today }: Reviewer,
): Promise<Exclusion | Refusal> {
  const chosen = [...new Set(ids)].sort()
  if (chosen.length === 0) return no.nothingChosen()
  if (reason.trim() === '') return no.exclusionNeedsReason()
  const counters: Record<string, number> = {}
  for (const one of chosen) {
    const answer = await store.fact(answers, round.id, one)
    if (!answer?.flags) return no.notFlagged()
    for (const name of countersOf(answer)) counters[name] = (counters[name] ?? 0) + 1
  }
  const proposed = { by, on: today, note: reason.trim() }
  return store.write(by, async tx => {
    const taken = await underReview(tx, round.id)
    if (chosen.some(one => taken.has(one))) return no.alreadyProposed()
    return tx.add(exclusions, { id, round: round.id, state: 'proposed', answers: chosen, counters, proposed })
  })
}

export async function decideExclusion(
  store: Store,
  round: Round,
  { id, agreed, note }: { readonly id: string; readonly agreed: boolean; readonly note: string },
  { by, today }: Reviewer,
): Promise<Exclusion | Refusal> {
  return store.write(by, async tx => {
    const exclusion = await tx.find(exclusions, id)
    if (exclusion?.round !== round.id) return no.unknownExclusion()
    const next = decide(exclusion, agreed, { by, on: today, note })
    return isRefusal(next) ? next : tx.change(exclusions, id, () => next)
  })
}
