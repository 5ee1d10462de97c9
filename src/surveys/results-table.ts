import type { Cell } from '../shared/csv.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { channels } from './answer.ts'
import type { Figures, Results } from './figures.ts'
import { type Round, stateOn } from './round.ts'
import { answersByChannel, type Counts } from './tally.ts'
import { verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

/**
 * The results of the overall question as a table that goes out: a line for each unit, then the whole. How many answers
 * are still needed is told while they come.
 */
export function resultsTable(
  round: Round,
  results: Results,
  counts: Counts,
  t: Say,
  today: PlainDate,
): readonly (readonly Cell[])[] {
  const head = [
    t(words.code),
    t(words.unit),
    t(words.subdistrict),
    t(words.valid),
    t(words.dontKnow),
    ...round.form.levelNames.map(name => t(name)),
    ...[words.broad, words.strict, words.index, words.low, words.high, words.verdict, words.stillNeeded].map(
      word => t(word),
    ),
    ...channels.map(channel => t(words[channel])),
  ]
  const isRunning = stateOn(round, today) !== 'closed'
  const byChannel = (codes: readonly string[]) =>
    channels.map(channel => codes.reduce((sum, code) => sum + answersByChannel(counts, code, channel), 0))
  const line = (figures: Figures): Cell[] => [
    figures.valid,
    figures.dontKnow,
    ...figures.levels,
    rounded(figures.broad),
    rounded(figures.strict),
    rounded(figures.index),
    ...figures.interval.map(rounded),
    t(verdictWord(figures.verdict)),
    isRunning ? figures.answersNeeded : null,
  ]
  const rows = results.units.map(({ unit, ...figures }) => [
    unit.code,
    unit.name,
    unit.subdistrict?.name,
    ...line(figures),
    ...byChannel([unit.code]),
  ])
  const all = byChannel(results.units.map(({ code }) => code))
  return [head, ...rows, [null, t(words.total), null, ...line(results.total), ...all]]
}

/** Four digits behind the point are more than any sample carries. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000
}
