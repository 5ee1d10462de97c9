import type { Counted } from './counting.ts'
import { type GroupFigures, type Results, resultsOf, totalOf } from './figures.ts'
import type { Round, RoundUnit } from './round.ts'
import { answersByChannel, answersOf, type Counts, flaggedOf } from './tally.ts'
import { type TypingFigures, typingFigures } from './typing-figures.ts'

/** What a round's page shows of some of its units. */
export interface RoundFigures {
  /** Of the overall question. */
  readonly results: Results
  /** The same with the answers that were left out, and how many these are in the whole round. */
  readonly withAll: GroupFigures
  readonly excluded: number
  /** All questions that are answered by level, the overall one among them. */
  readonly themes: readonly ThemeFigures[]
  /** Whether all answers so far came online. */
  readonly onlineOnly: boolean
  /** Answers with a signal. */
  readonly flagged: number
  /** How well paper forms were typed. */
  readonly typing: TypingFigures
}

export interface ThemeFigures {
  readonly title: Round['form']['title']
  readonly figures: GroupFigures
}

/** `paper` are the counters of the round's paper forms. */
export function roundFigures(
  round: Round,
  units: readonly RoundUnit[],
  { all, counted, excluded }: Counted,
  paper: Counts,
): RoundFigures {
  const { overall, themes } = round.form
  const results = resultsOf(round, units, counted, overall)
  const sum = (of: (unit: string) => number) => units.reduce((total, { code }) => total + of(code), 0)
  const answers = sum(unit => answersOf(counted, unit))
  return {
    results,
    withAll: all === counted ? results.total : totalOf(round, units, all, overall),
    excluded,
    themes: themes.map(({ name, title }) => ({
      title,
      figures: name === overall ? results.total : totalOf(round, units, counted, name),
    })),
    onlineOnly: answers > 0 && sum(unit => answersByChannel(counted, unit, 'online')) === answers,
    flagged: sum(unit => flaggedOf(counted, unit)),
    typing: typingFigures(
      paper,
      units.map(({ code }) => code),
    ),
  }
}
