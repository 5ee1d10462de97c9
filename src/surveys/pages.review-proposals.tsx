import { percent } from '../shared/percent.ts'
import type { Refusal } from '../shared/refusal.ts'
import { type Again, ReasonForm } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { LevelBar } from './chart.tsx'
import type { Exclusion } from './exclusion.ts'
import type { ExclusionLine } from './exclusion-lines.ts'
import { reviewWords, signalWord, stateWord } from './review-words.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

export interface ProposalsProps {
  readonly view: View
  readonly round: Round
  readonly linesOf: (exclusion: Exclusion) => readonly ExclusionLine[]
  readonly nameOf: (person: string) => string
  /** Whoever looks at the page. */
  readonly person: string
  /** Why the viewer may neither propose nor agree. */
  readonly notOneOfTwo: Refusal | undefined
  readonly again: Again | undefined
}

/** Proposals that one person made for one reason: another one decides on them in one go. */
export function Proposals(props: ProposalsProps & { readonly together: readonly Exclusion[] }) {
  const { view, round, person, notOneOfTwo, again, together, nameOf } = props
  const { t } = view
  const [first] = together
  if (!first) return null
  const { id, state, proposed, decided } = first
  const count = together.reduce((sum, { answers }) => sum + answers.length, 0)
  const values = { count, on: proposed.on, by: nameOf(proposed.by), reason: proposed.note }
  const mayDecide = state === 'proposed' && proposed.by !== person
  const form = `decide-${id}`
  return (
    <section>
      <p>
        <strong>{t(stateWord(state))}</strong> · {t(reviewWords.proposedLine, values)}
        {decided && (
          <>
            <br />
            {t(reviewWords.decidedLine, { on: decided.on, by: nameOf(decided.by), note: decided.note })}
          </>
        )}
      </p>
      {mayDecide ? (
        <ReasonForm
          {...{ view, again, form, most: 500, optional: 'unmarked' }}
          action={`/surveys/${round.id}/review/decisions`}
          label={t(reviewWords.decisionNote)}
          hint={t(reviewWords.decisionNoteHint)}
          buttons={[
            ...(notOneOfTwo ? [] : [{ name: 'decision', value: 'agree', label: t(reviewWords.agree) }]),
            { name: 'decision', value: 'reject', label: t(reviewWords.reject) },
          ]}
        >
          <input type="hidden" name="form" value={form} />
          <Lines {...props} ticked={again?.form === form ? new Set(again.chosen.exclusion) : 'all'} />
        </ReasonForm>
      ) : (
        <details open={state === 'proposed'}>
          <summary>{t(reviewWords.units, { count: together.length })}</summary>
          <Lines {...props} />
        </details>
      )}
      {state === 'proposed' && !mayDecide && <p>{t(reviewWords.waitsForSecond)}</p>}
    </section>
  )
}

interface LinesProps extends ProposalsProps {
  readonly together: readonly Exclusion[]
  /** Which are ticked; undefined where nothing is decided here. */
  readonly ticked?: ReadonlySet<string> | 'all'
}

/** What the proposals are about, and what they would change; one chosen one by one may have a line for each of several units. */
function Lines({ view, round, linesOf, together, ticked }: LinesProps) {
  const { t } = view
  const { target } = round.standard
  const lines = together.flatMap(exclusion => linesOf(exclusion).map((line, at) => ({ ...line, at })))
  const headings = [t(words.unit), t(reviewWords.signal), t(reviewWords.answers), t(reviewWords.overall)]
  const isOpen = lines.some(({ rate }) => rate)
  return (
    <StackedTable
      headings={[
        ...(ticked ? [t(reviewWords.choose)] : []),
        ...headings,
        ...(isOpen ? [t(reviewWords.rate)] : []),
        t(reviewWords.look),
      ]}
    >
      {lines.map(({ id, at, unit, signal, count, of, said, rate, more }) => (
        <tr>
          {ticked && (
            <td data-label={at === 0 ? t(reviewWords.choose) : undefined}>
              {at === 0 && (
                <input
                  type="checkbox"
                  name="exclusion"
                  value={id}
                  checked={ticked === 'all' || ticked.has(id)}
                  aria-label={`${unit.name} ${t(signal ? signalWord(signal) : reviewWords.chosenSingly)}`}
                />
              )}
            </td>
          )}
          <td data-label={t(words.unit)}>{unit.name}</td>
          <td data-label={t(reviewWords.signal)}>
            {t(signal ? signalWord(signal) : reviewWords.chosenSingly)}
          </td>
          <td data-label={t(reviewWords.answers)}>
            <span>
              {t(reviewWords.ofAnswers, { count, of })}
              {isOpen && more > 0 && (
                <>
                  <br />
                  <small>{t(reviewWords.moreWaiting, { count: more })}</small>
                </>
              )}
            </span>
          </td>
          <td class="chart" data-label={t(reviewWords.overall)}>
            <LevelBar view={view} figures={said} names={round.form.levelNames} />
          </td>
          {isOpen && (
            <td data-label={t(reviewWords.rate)}>
              {rate &&
                t(reviewWords.rateThen, {
                  now: percent(rate.now, target),
                  without: percent(rate.without, target),
                })}
            </td>
          )}
          <td data-label={t(reviewWords.look)}>
            <a href={`/surveys/${round.id}/review/${id}`}>{t(reviewWords.see)}</a>
          </td>
        </tr>
      ))}
    </StackedTable>
  )
}
