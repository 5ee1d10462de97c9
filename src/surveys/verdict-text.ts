import type { Say } from '../shared/words.ts'
import type { Figures } from './figures.ts'
import type { Verdict } from './verdict.ts'
import { words } from './words.ts'

export function verdictWord(verdict: Verdict) {
  switch (verdict) {
    case 'met':
      return words.met
    case 'notMet':
      return words.notMet
    case 'undecided':
      return words.undecided
    case 'tooFew':
      return words.tooFew
  }
}

/** How a page marks a verdict. */
export function verdictClass(verdict: Verdict): string {
  switch (verdict) {
    case 'met':
      return 'badge ok'
    case 'notMet':
      return 'badge bad'
    case 'undecided':
    case 'tooFew':
      return 'badge warn'
  }
}

/** What would settle a verdict, in a sentence; nothing where it is settled. */
export function neededText(
  { answersNeeded, valid }: Pick<Figures, 'answersNeeded' | 'valid'>,
  t: Say,
): string | undefined {
  if (answersNeeded === 0) return undefined
  if (answersNeeded !== null) return t(words.needed, { count: answersNeeded })
  return t(valid === 0 ? words.nobodyYet : words.neverSettled)
}
