import type { Refusal } from '../shared/refusal.ts'
import type { Reading, Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { countedSince } from './counted-since.ts'
import { countedOf } from './counting.ts'
import { endingId, type Publication } from './publication.ts'
import { limitsOf } from './published-line.ts'
import { fixedRoots, receiptTree } from './receipts.ts'
import { no } from './refusals.ts'
import { endingOf, lastDayOf, type Round, stateOn, typedUntilOf } from './round.ts'
import { answers, publications, rounds } from './store.ts'
import { tell } from './telling.ts'
import { tellMore } from './telling-more.ts'

/** A round of which something is public. */
export interface PublicRound {
  readonly round: Round
  /** Whether it is closed; not so while it is open again. */
  readonly isClosed: boolean
  /** One for each of its endings, the oldest first. */
  readonly endings: readonly Publication[]
}

/** What is public of a round today; the publication of a round that is closed is made when it is first asked for. */
export async function publicRound(
  store: Store,
  id: string,
  today: PlainDate,
  pause: () => Promise<unknown>,
): Promise<PublicRound | Refusal> {
  const round = await store.find(rounds, id)
  if (!round) return no.notPublished()
  const isClosed = stateOn(round, today) === 'closed'
  if (isClosed) await publish(store, round, today, pause)
  const endings = await endingsOf(store, id)
  if (endings.length > 0) return { round, isClosed, endings }
  const until = typedUntilOf(round)
  return stateOn(round, today) === 'typing' && until
    ? no.resultsLater({ date: lastDayOf(round), until })
    : no.notPublished()
}

async function endingsOf(from: Reading, round: string): Promise<readonly Publication[]> {
  return (await from.list(publications, 'round', round)).toSorted((a, b) => a.ending - b.ending)
}

/** Publishes a round that is closed, once for each of its endings: the root of its receipts, and what is told of its answers. */
export async function publish(
  store: Store,
  round: Round,
  today: PlainDate,
  pause: () => Promise<unknown>,
): Promise<void> {
  const id = endingId(round)
  if (await store.find(publications, id)) return
  // Until then the last answers of a coded round have no place among the others.
  if (round.coded) await store.unlink(answers, round.id)
  const tree = await receiptTree(store, round, pause)
  await fixedRoots(store, round, tree)
  const before = (await endingsOf(store, round.id)).findLast(({ told }) => told !== null)
  const counted = before
    ? await countedSince(store, round.id, before.size, pause)
    : await countedOf(store, round.id)
  const told = before ? tellMore(round, counted) : tell(round, counted)
  const { valid } = told.total
  const isTold = (before ? valid.least : valid.most) >= limitsOf(round).minimum
  const publication: Publication = {
    ...{ id, round: round.id, ending: endingOf(round), on: lastDayOf(round), published: today },
    ...{ size: tree.size, told: isTold ? told : null },
    excluded: (before?.excluded ?? 0) + (isTold || !before ? counted.excluded : 0),
  }
  await store.write('publication', async tx => {
    if (!(await tx.find(publications, id))) await tx.add(publications, publication)
  })
}
