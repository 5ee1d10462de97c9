import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { doubleWords } from './double-words.ts'
import type { TypingFigures } from './typing-figures.ts'

/** How many forms were entered twice and how well they were typed, in two sentences. */
export function TypingLine({ view: { t }, figures }: { view: View; figures: TypingFigures }) {
  const { entered, again, open, corrected, settled, own, fields, first, second, interval } = figures
  const perThousand = (share: number) => (share * 1000).toFixed(1)
  const [low, high] = interval.map(perThousand)
  const rate = perThousand(fields === 0 ? 0 : first / fields)
  return (
    <p>
      {t(doubleWords.figures, { entered, again, open, corrected })}
      {settled > 0 && t(punctuation.gap) + t(doubleWords.settled, { settled, own })}
      {fields > 0 &&
        t(punctuation.gap) +
          t(doubleWords.rate, { rate, low: low ?? '', high: high ?? '', fields, first, second })}
    </p>
  )
}
