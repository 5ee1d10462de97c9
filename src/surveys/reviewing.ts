import { whyNotOneOfTwo } from '../people/own-hands.ts'
import type { Actor } from '../shared/actor.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { decide, type Exclusion, reviewBegins } from './exclusion.ts'
import { no } from './refusals.ts'
import { addCounters, gatherGroups, type SignalOf, sealOf, underReview } from './review-queue.ts'
import { signalWord } from './review-words.ts'
import type { Round } from './round.ts'
import { answers, exclusions } from './store.ts'

/** Who does something, and where on which day. */
export interface Reviewer {
  readonly by: Pick<Actor, 'id' | 'ownSince'>
  readonly today: PlainDate
  readonly zone: string
}

/** Proposes to leave answers out: only such as have a signal, and each once. */
export async function proposeExclusion(
  store: Store,
  round: Round,
  { id, ids, reason }: { readonly id: string; readonly ids: readonly string[]; readonly reason: string },
  reviewer: Reviewer,
): Promise<readonly Exclusion[] | Refusal> {
  const chosen = [...new Set(ids)].sort()
  if (chosen.length === 0) return no.nothingChosen()
  if (reason.trim() === '') return no.exclusionNeedsReason()
  const counters: Record<string, number> = {}
  for (const one of chosen) {
    const answer = await store.fact(answers, round.id, one)
    if (!answer?.flags) return no.notFlagged()
    addCounters(counters, answer)
  }
  return keep(store, round, [{ id, answers: chosen, counters }], reason, reviewer)
}

/** Groups of answers as somebody saw them: of the first `seen` answers, and sealed. */
export interface GroupsAsked {
  readonly groups: readonly (SignalOf & { readonly seal: string })[]
  readonly seen: number
  readonly reason: string
}

/**
 * Proposes to leave out whole groups in one go, a record each. What came since they were seen stays in the queue; when they
 * are not the same any more, because somebody else proposed some of them, nothing is kept. An answer in several of them is
 * proposed with the first.
 */
export async function proposeGroups(
  store: Store,
  round: Round,
  { groups, seen, reason }: GroupsAsked,
  newId: () => string,
  reviewer: Reviewer,
): Promise<readonly Exclusion[] | Refusal> {
  if (groups.length === 0) return no.noGroupChosen()
  if (reason.trim() === '') return no.exclusionNeedsReason()
  const found = await gatherGroups(store, round, groups, seen)
  const changed = groups.find((asked, at) => found[at] && sealOf(found[at].whole) !== asked.seal)
  if (changed) {
    const unit = round.units.find(({ code }) => code === changed.unit)?.name ?? changed.unit
    return no.groupChanged({ unit, signal: signalWord(changed.signal) })
  }
  const proposals = found
    .filter(({ own }) => own.ids.length > 0)
    .map(({ own: { unit, signal, ids, counters } }) => ({
      ...{ id: newId(), about: { unit, signal }, answers: ids.toSorted(), counters },
    }))
  return keep(store, round, proposals, reason, reviewer)
}

async function keep(
  store: Store,
  round: Round,
  proposals: readonly Pick<Exclusion, 'id' | 'about' | 'answers' | 'counters'>[],
  reason: string,
  { by, today, zone }: Reviewer,
): Promise<readonly Exclusion[] | Refusal> {
  const refused = whyNotOneOfTwo(by, reviewBegins(round, zone))
  if (refused) return refused
  const proposed = { by: by.id, on: today, note: reason.trim() }
  return store.write(by.id, async tx => {
    const taken = await underReview(tx, round.id)
    if (proposals.some(proposal => proposal.answers.some(one => taken.has(one)))) return no.alreadyProposed()
    const kept = []
    for (const proposal of proposals)
      kept.push(await tx.add(exclusions, { ...proposal, round: round.id, state: 'proposed', proposed }))
    return kept
  })
}

/** Decides on proposals in one go: on all of them or, when one cannot be decided, on none. */
export async function decideExclusions(
  store: Store,
  round: Round,
  { ids, agreed, note }: { readonly ids: readonly string[]; readonly agreed: boolean; readonly note: string },
  { by, today, zone }: Reviewer,
): Promise<readonly Exclusion[] | Refusal> {
  if (ids.length === 0) return no.noProposalChosen()
  const began = reviewBegins(round, zone)
  return store.write(by.id, async tx => {
    const decided = []
    for (const id of new Set(ids)) {
      const exclusion = await tx.find(exclusions, id)
      if (exclusion?.round !== round.id) return no.unknownExclusion()
      const next = decide(exclusion, agreed, { by, began, on: today, note })
      if (isRefusal(next)) return next
      decided.push(await tx.change(exclusions, id, () => next))
    }
    return decided
  })
}
