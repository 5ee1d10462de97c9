import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { no } from './refusals.ts'
import type { Round, RoundForm } from './round.ts'
import {
  closeRound,
  finishTyping,
  type Opening,
  type OpeningMeans,
  openRound,
  reopenRound,
} from './rounds.ts'
import { rounds } from './store.ts'

/** Opens a round and keeps it; see `openRound` for what may be refused. */
export async function openSurvey(
  store: Store,
  opening: Opening,
  form: RoundForm,
  means: Omit<OpeningMeans, 'tree'>,
): Promise<Round | Refusal> {
  return store.write(means.by, async tx => {
    const round = openRound(opening, form, { ...means, tree: await readTree(tx) })
    return isRefusal(round) ? round : tx.add(rounds, round)
  })
}

export async function closeSurvey(
  store: Store,
  id: string,
  by: string,
  today: PlainDate,
): Promise<Round | Refusal> {
  return changed(store, id, by, round => closeRound(round, by, today))
}

export async function finishSurvey(
  store: Store,
  id: string,
  by: string,
  today: PlainDate,
): Promise<Round | Refusal> {
  return changed(store, id, by, round => finishTyping(round, by, today))
}

export async function reopenSurvey(
  store: Store,
  id: string,
  input: { readonly reason: string; readonly closes: PlainDate },
  by: string,
  today: PlainDate,
): Promise<Round | Refusal> {
  return changed(store, id, by, round => reopenRound(round, input, by, today))
}

async function changed(
  store: Store,
  id: string,
  by: string,
  rule: (round: Round) => Round | Refusal,
): Promise<Round | Refusal> {
  return store.write(by, async tx => {
    if (!(await tx.find(rounds, id))) return no.unknownRound({ id })
    return tx.change(rounds, id, rule)
  })
}
