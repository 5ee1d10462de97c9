import type { Rating } from './rating.ts'

/** What became of the objections raised in a cycle, as counts: who objected and to what is nobody's business. */
export interface Objections {
  readonly raised: number
  readonly upheld: number
  readonly dismissed: number
  /** Still being looked into. */
  readonly open: number
}

/** Counted from the histories, which keep an objection whatever happens to its rating afterwards. */
export function objectionsOf(ratings: readonly Rating[]): Objections {
  const actions = ratings.flatMap(({ history }) => history.map(({ action }) => action))
  const countOf = (wanted: (typeof actions)[number]) => actions.filter(action => action === wanted).length
  const [raised, upheld, dismissed] = [
    countOf('object'),
    countOf('upholdObjection'),
    countOf('dismissObjection'),
  ]
  return { raised, upheld, dismissed, open: Math.max(0, raised - upheld - dismissed) }
}
