import type { Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { no } from './refusals.ts'
import { lastDayOf, type Round, stateOn, typedUntilOf } from './round.ts'
import { rounds } from './store.ts'

/** A round whose result is public today. */
export async function publicRound(from: Reading, id: string, today: PlainDate): Promise<Round | Refusal> {
  const round = await from.find(rounds, id)
  if (!round) return no.notPublished()
  const until = typedUntilOf(round)
  switch (stateOn(round, today)) {
    case 'closed':
      return round
    case 'typing':
      return until ? no.resultsLater({ date: lastDayOf(round), until }) : no.notPublished()
    case 'planned':
    case 'open':
      return no.notPublished()
  }
}
