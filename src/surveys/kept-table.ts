import type { Lang } from '../shared/words.ts'
import type { Round } from './round.ts'

/**
 * Keeps the last table that was made of all of a round's units, in each language, for as long as `state` stays the same: of a
 * thousand units it takes milliseconds, and an office asks for it again and again between two answers.
 */
export function keptTables() {
  const tables = new WeakMap<
    Round,
    Map<Lang, { readonly state: string; readonly table: Buffer<ArrayBuffer> }>
  >()
  return (round: Round, lang: Lang, state: string, make: () => string): Buffer<ArrayBuffer> => {
    const ofRound = tables.get(round) ?? new Map()
    const known = ofRound.get(lang)
    if (known?.state === state) return known.table
    const table = Buffer.from(make())
    tables.set(round, ofRound.set(lang, { state, table }))
    return table
  }
}
