import type { Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import type { Text } from '../shared/words.ts'
import { type Round, stateOn } from './round.ts'
import { words } from './words.ts'

interface ShutProps {
  readonly view: View
  readonly round: Round
  readonly today: PlainDate
  readonly title: string
  /** That it cannot be done, and since when. */
  readonly refused: Refusal
  /** What can be done about it. */
  readonly advice?: Text
}

/** In place of a form that nobody can send now: why, and what can be read or done instead. */
export function ShutPage({ view: { t }, round, today, title, refused, advice }: ShutProps) {
  const isClosed = stateOn(round, today) === 'closed'
  return (
    <>
      <h1>{title}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      <p class="notice">{t(refused.text, refused.values)}</p>
      {advice && isClosed && <p>{t(advice)}</p>}
      <p class="actions">
        <a class="button secondary" href={`/surveys/${round.id}`}>
          {t(words.toRound)}
        </a>
        {isClosed && (
          <a class="button secondary" href={`/r/${round.id}`}>
            {t(words.published)}
          </a>
        )}
      </p>
    </>
  )
}
