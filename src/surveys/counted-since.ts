import type { Store } from '../shared/store/port.ts'
import type { Answer } from './answer.ts'
import { agreedOf, type Counted } from './counting.ts'
import { correctedChoices } from './doubling.ts'
import { answers } from './store.ts'
import { countersOf } from './tally.ts'

/** The counters of those answers of a round that came after the first `from` ones; see `Counted`. */
export async function countedSince(
  store: Store,
  round: string,
  from: number,
  pause: () => Promise<unknown>,
): Promise<Counted> {
  const corrected = await correctedChoices(store, round)
  const leftOut = new Set((await agreedOf(store, round)).flatMap(exclusion => exclusion.answers))
  const [all, counted] = [new Map<string, number>(), new Map<string, number>()]
  let [at, excluded] = [0, 0]
  const count = (answer: Answer) => {
    const isOut = leftOut.has(answer.id)
    if (isOut) excluded += 1
    for (const name of countersOf({ ...answer, choices: corrected.get(answer.id) ?? answer.choices })) {
      all.set(name, (all.get(name) ?? 0) + 1)
      if (!isOut) counted.set(name, (counted.get(name) ?? 0) + 1)
    }
  }
  for await (const piece of store.factPieces(answers, round)) {
    for (const answer of piece) {
      if (at >= from) count(answer)
      at += 1
    }
    await pause()
  }
  return { all, counted, excluded }
}
