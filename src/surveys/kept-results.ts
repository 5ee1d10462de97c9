import type { RoundUnit } from './round.ts'

/**
 * Keeps the last of what was worked out of some units of a round, by name, for as long as `state` stays the same: of a
 * thousand units it takes milliseconds, and an office asks for it again and again between two answers. It is kept beside
 * the list of the units, which is the same one for all who see the same of a round (`seen.ts`), and goes with it.
 */
export function keptResults<T>() {
  const kept = new WeakMap<
    readonly RoundUnit[],
    Map<string, { readonly state: string; readonly result: T }>
  >()
  return (units: readonly RoundUnit[], name: string, state: string, make: () => T): T => {
    const ofUnits = kept.get(units) ?? new Map()
    const known = ofUnits.get(name)
    if (known?.state === state) return known.result
    const result = make()
    kept.set(units, ofUnits.set(name, { state, result }))
    return result
  }
}
