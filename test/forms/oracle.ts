/** How many generated cases are compared with survey-core; `npm run test:oracle` asks for 10,000. */
export const oracleCases = Number(process.env.ORACLE_CASES ?? 100)

/** A small seeded generator (mulberry32), so that a failing case can be made again from its number. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    one: items => {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to choose from')
      return item
    },
    in: share => next() < share,
  }
}

export interface Chance {
  readonly below: (n: number) => number
  readonly one: <T>(items: readonly T[]) => T
  /** True in this share of cases. */
  readonly in: (share: number) => boolean
}

/** Survey models are let go only in a turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
