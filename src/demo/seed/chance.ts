/** Chance that anybody can repeat: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to, never quite, 1. */
  share(): number
  /** A whole number; both bounds may come. */
  between(least: number, most: number): number
  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  bytes(count: number): Uint8Array
}

/** Mulberry32: small, quick, and good enough for made-up data. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    between,
    happens: likelihood => share() < likelihood,
    pick: from => from[between(0, from.length - 1)] ?? from[0],
    bytes: count => Uint8Array.from({ length: count }, () => between(0, 255)),
  }
}
