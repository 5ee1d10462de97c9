/** Answers per level, the best first: [L5, L4, L3, L2, L1] = 非常满意, 满意, 基本满意, 不满意, 非常不满意. */
export type Levels = readonly [l5: number, l4: number, l3: number, l2: number, l1: number]

/** Which rate is the official one: broad counts L5, L4 and L3 as satisfied, strict only L5 and L4. */
export const bases = ['broad', 'strict'] as const
export type Basis = (typeof bases)[number]

/** What was answered to one question: the levels, and 不了解, which stays out of every rate. */
export interface Tally {
  readonly levels: Levels
  readonly dontKnow: number
}

export const noAnswers: Tally = { levels: [0, 0, 0, 0, 0], dontKnow: 0 }

/** Answers that count: given, and not 不了解. */
export function validOf({ levels }: Tally): number {
  return levels.reduce((sum, count) => sum + count, 0)
}

/** Answers that count as satisfied on a basis. */
export function satisfiedOf({ levels: [l5, l4, l3] }: Tally, basis: Basis): number {
  switch (basis) {
    case 'broad':
      return l5 + l4 + l3
    case 'strict':
      return l5 + l4
  }
}

export interface Rates {
  /** (L5 + L4) ÷ valid, 0 to 1. */
  readonly strict: number | null
  /** (L5 + L4 + L3) ÷ valid, 0 to 1. */
  readonly broad: number | null
  /** 满意度指数, (100·L5 + 80·L4 + 60·L3 + 30·L2) ÷ valid, 0 to 100. */
  readonly index: number | null
}

/** Shares and index of a tally; all null while nobody has given a valid answer. */
export function ratesOf(tally: Tally): Rates {
  const valid = validOf(tally)
  if (valid === 0) return { strict: null, broad: null, index: null }
  const [l5, l4, l3, l2] = tally.levels
  return {
    strict: satisfiedOf(tally, 'strict') / valid,
    broad: satisfiedOf(tally, 'broad') / valid,
    index: (100 * l5 + 80 * l4 + 60 * l3 + 30 * l2) / valid,
  }
}

/** The tallies of several units taken together, answer by answer (pooled). */
export function pooled(tallies: Iterable<Tally>): Tally {
  const sum: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  let dontKnow = 0
  for (const tally of tallies) {
    dontKnow += tally.dontKnow
    tally.levels.forEach((count, level) => {
      sum[level] = (sum[level] ?? 0) + count
    })
  }
  return { levels: sum, dontKnow }
}
