import { type Interval, wilson } from './wilson.ts'

/** How well forms were typed. */
export interface TypingFigures {
  /** Forms that came on paper, were entered again, and still have a difference to be looked up. */
  readonly entered: number
  readonly again: number
  readonly open: number
  /** Differences that were looked up, and how many of them by somebody who had typed the form. */
  readonly settled: number
  readonly own: number
  /** Answers that were set right. */
  readonly corrected: number
  /** Fields that were compared and looked up, and in how many of them the first and the second entry was wrong. */
  readonly fields: number
  readonly first: number
  readonly second: number
  /** Of the share of wrong fields in first entries, at 95 %. */
  readonly interval: Interval
}

export interface FieldTyping {
  readonly field: string
  readonly fields: number
  readonly first: number
  readonly second: number
}

/** The figures of some units, in all and by field, out of the counters of paper forms. */
export function typingFigures(
  counts: ReadonlyMap<string, number>,
  units: readonly string[],
): TypingFigures & { readonly byField: readonly FieldTyping[] } {
  const wanted = new Set(units)
  const sums = new Map<string, number>()
  for (const [name, count] of counts) {
    const bar = name.indexOf('|')
    if (!wanted.has(name.slice(0, bar))) continue
    const what = name.slice(bar + 1)
    sums.set(what, (sums.get(what) ?? 0) + count)
  }
  const of = (what: string) => sums.get(what) ?? 0
  const byField = [...sums.keys()]
    .filter(what => what.startsWith('=|'))
    .map(what => what.slice(2))
    .map(field => ({
      field,
      fields: of(`=|${field}`),
      first: of(`first|${field}`),
      second: of(`second|${field}`),
    }))
  const total = (key: 'fields' | 'first' | 'second') => byField.reduce((sum, one) => sum + one[key], 0)
  const [fields, first] = [total('fields'), total('first')]
  return {
    entered: of('entered'),
    again: of('again'),
    open: of('open') - of('settled'),
    settled: of('settled'),
    own: of('own'),
    corrected: of('corrected'),
    fields,
    first,
    second: total('second'),
    interval: wilson(fields === 0 ? 0 : first / fields, fields),
    byField,
  }
}
