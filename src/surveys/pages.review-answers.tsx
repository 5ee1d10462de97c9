import { punctuation } from '../shared/punctuation.ts'
import { type Again, ReasonForm } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Flagged, Narrowing, ReviewQueue } from './review-queue.ts'
import { reviewWords, signalWord } from './review-words.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

interface AnswersProps {
  readonly view: View
  readonly round: Round
  readonly queue: ReviewQueue
  /** What the list is narrowed to. */
  readonly only: Narrowing
  readonly again: Again | undefined
}

/** The answers that wait, to be proposed one by one. */
export function AnswersForm({ view, round, queue, only, again }: AnswersProps) {
  const { t } = view
  const { flagged, count } = queue
  const unit = round.units.find(({ code }) => code === only.unit)?.name
  const parts = [unit, only.signal && t(signalWord(only.signal))].filter(part => part !== undefined)
  const chosen = new Set(again?.form === 'answers' ? again.chosen.answer : [])
  return (
    <details open={parts.length > 0 || again?.form === 'answers'} id="one-by-one">
      <summary>{t(reviewWords.oneByOne)}</summary>
      <ReasonForm
        {...{ view, again, form: 'answers', most: 500 }}
        action={`/surveys/${round.id}/review`}
        label={t(reviewWords.exclusionReason)}
        buttons={[{ label: t(reviewWords.propose) }]}
      >
        {parts.length > 0 && (
          <p>
            {t(reviewWords.ofGroup, { name: parts.join(' · ') })} ·{' '}
            <a href={`/surveys/${round.id}/review#one-by-one`}>{t(reviewWords.allGroups)}</a>
          </p>
        )}
        <p>{t(reviewWords.flaggedCount, { shown: flagged.length, count })}</p>
        <FlaggedTable {...{ view, round, flagged, chosen }} />
      </ReasonForm>
    </details>
  )
}

interface TableProps {
  readonly view: View
  readonly round: Round
  readonly flagged: readonly Flagged[]
  /** Those ticked beforehand; undefined where nothing is chosen. */
  readonly chosen?: ReadonlySet<string>
}

export function FlaggedTable({ view: { t }, round, flagged, chosen }: TableProps) {
  const names = new Map(round.units.map(({ code, name }) => [code, name]))
  const headings = [t(words.unit), t(reviewWords.hour), t(reviewWords.signal), t(words.themes)]
  return (
    <section class="overflow-auto" tabindex={0} aria-label={t(reviewWords.review)}>
      <StackedTable headings={chosen ? [t(reviewWords.choose), ...headings] : headings}>
        {flagged.map(({ id, unit, hour, flags, said }, at) => (
          <tr>
            {chosen && (
              <td data-label={t(reviewWords.choose)}>
                <input
                  type="checkbox"
                  name="answer"
                  value={id}
                  checked={chosen.has(id)}
                  aria-label={`${names.get(unit)} ${at + 1}`}
                />
              </td>
            )}
            <td data-label={t(words.unit)}>{names.get(unit)}</td>
            <td data-label={t(reviewWords.hour)}>{hour.replace('T', ' ')}:00</td>
            <td data-label={t(reviewWords.signal)}>
              {flags.map(flag => t(signalWord(flag))).join(t(punctuation.list))}
            </td>
            <td data-label={t(words.themes)}>
              {said.map(level => (level === 'dontknow' ? '?' : (level ?? '–'))).join(' ')}
            </td>
          </tr>
        ))}
      </StackedTable>
    </section>
  )
}
