/** One figure: what was measured, what it must not pass, and in which unit. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** The most (or, with `atLeast`, the least) that is good enough. */
  readonly floor: number
  readonly unit: string
  readonly atLeast?: boolean
}

/** A bench measures for a few seconds and tells figures one by one. */
export interface Bench {
  readonly name: string
  readonly run: (tell: (figure: Figure) => void) => Promise<void>
}

/** Two digits behind the point are more than any of these figures deserves. */
export const rounded = (value: number) => Math.round(value * 100) / 100

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
