import type { Round } from './round.ts'

/**
 * Keeps the last of what was worked out of all of a round's units, by name, for as long as `state` stays the same: of a
 * thousand units it takes milliseconds, and an office asks for it again and again between two answers.
 */
export function keptResults<T>() {
  const kept = new WeakMap<Round, Map<string, { readonly state: string; readonly result: T }>>()
  return (round: Round, name: string, state: string, make: () => T): T => {
    const ofRound = kept.get(round) ?? new Map()
    const known = ofRound.get(name)
    if (known?.state === state) return known.result
    const result = make()
    kept.set(round, ofRound.set(name, { state, result }))
    return result
  }
}
