import { percent } from '../shared/percent.ts'
import type { Say } from '../shared/words.ts'
import type { Published } from './published-line.ts'
import { publishedWords } from './published-words.ts'
import type { Standard } from './standard.ts'
import type { Span } from './told.ts'

/** Two ends in words; one where both are read alike. */
export function spanText([from = '', to = '']: readonly string[], t: Say): string {
  return from === to ? from : t(publishedWords.shareBetween, { low: from, high: to })
}

/** A rate as it is published: exact, from some share on, up to one, or between two. */
export function rateText({ least, most }: Span, t: Say, target?: number): string {
  const [low, high] = [percent(least, target), percent(most, target)]
  if (low !== high && most === 1) return t(publishedWords.shareOrMore, { share: low })
  if (low !== high && least === 0) return t(publishedWords.shareOrLess, { share: high })
  return spanText([low, high], t)
}

export function validText({ valid }: Pick<Published, 'valid'>, { minimum }: Standard, t: Say): string {
  if (!valid) return t(publishedWords.under, { minimum })
  return t(publishedWords.answersOf, { count: spanText([`${valid.least}`, `${valid.most}`], t) })
}

/** A verdict with its reason. */
export function verdictSentence(
  { verdict, interval }: Published,
  { target, minimum }: Standard,
  t: Say,
): string {
  if (verdict === 'tooFew') return t(publishedWords.saidTooFew, { minimum })
  if (verdict === null || !interval) return t(publishedWords.saidNothing)
  const [low, high] = interval
  const values = { target: percent(target), low: percent(low, target), high: percent(high, target) }
  switch (verdict) {
    case 'met':
      return t(publishedWords.saidMet, values)
    case 'notMet':
      return t(publishedWords.saidNotMet, values)
    case 'undecided':
      return t(publishedWords.saidUndecided, values)
  }
}
